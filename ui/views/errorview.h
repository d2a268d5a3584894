// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/error.h"

#include <QtWidgets/qwidget.h>

class QBoxLayout;

namespace McpUi {

class TextParts;

/*!
 * An Error in full, in place of content: what kind it is, the message, how the server's process
 * ended and what it wrote last, and the error's data. Everything can be selected.
 */
class ErrorView : public QWidget
{
    Q_OBJECT

public:
    explicit ErrorView(const Mcp::Error &error, QWidget *parent = nullptr);

private:
    void addMessage(const Mcp::Error &error);
    void addAdvice(const Mcp::Error &error);
    void addProcessEnd(const Mcp::RawJson &details);
    void addData(const Mcp::Error &error);
    void addHeading(const QString &text);
    void addText(const QString &name, const QString &accessibleName, const TextParts &text);

    QBoxLayout *m_layout;
};

} // namespace McpUi
