// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "dialogs/prompter.h"

#include <QtCore/qpointer.h>
#include <QtWidgets/qwidget.h>

namespace McpUi {

/// A Prompter with window-modal dialogs that never block the event loop.
class DialogPrompter : public Prompter
{
public:
    /// Dialogs are shown for @p window, which must outlive this object.
    explicit DialogPrompter(QWidget *window)
        : m_window(window)
    {}

    void confirm(const Question &question, QObject *context, Answer answer) override;
    void askConsent(const Mcp::ServerSpec &spec, QObject *context, Answer answer) override;
    void askSavePath(const QString &title, const QString &proposedName, QObject *context,
                     PathAnswer answer) override;
    void askOpenPath(const QString &title, QObject *context, PathAnswer answer) override;
    void askFolder(const QString &title, QObject *context, PathAnswer answer) override;
    void inform(const QString &title, const QString &text) override;

private:
    QWidget *m_window;
};

} // namespace McpUi
