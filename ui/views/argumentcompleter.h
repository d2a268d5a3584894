// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/completion.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>
#include <QtWidgets/qwidget.h>

class QCompleter;
class QStandardItemModel;

namespace Mcp {
class Call;
class Client;
class Orchestrator;
} // namespace Mcp

namespace McpUi {

class CallPage;

/*!
 * Shows below the field that is typed into what the server proposes for it (2026-07-28,
 * server/utilities/completion): arguments of prompts, variables of templates. Asks a moment after
 * the last key and only servers that say they can; an answer to what is no longer there is ignored.
 * Child of its page.
 */
class ArgumentCompleter : public QObject
{
    Q_OBJECT

public:
    ArgumentCompleter(const Mcp::CompletionReference &reference, Mcp::Orchestrator *orchestrator,
                      CallPage *page);
    ~ArgumentCompleter() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *input);
    void onTyped();
    void ask();
    void onAnswered(const Mcp::Call &call, const QString &asked);
    void show(const Mcp::Completion &completion);
    void choose(const QString &value);
    void drop();
    QString text() const;
    QString argument() const;
    Mcp::RawJson others(const QString &argument) const;
    Mcp::Client *client() const; ///< null where there is nobody to ask

    Mcp::CompletionReference m_reference;
    Mcp::Orchestrator *m_orchestrator;
    CallPage *m_page;
    QPointer<QWidget> m_input; ///< a line or lines of the form
    QPointer<Mcp::Call> m_call;
    QCompleter *m_completer;
    QStandardItemModel *m_choices;
    QTimer m_delay;
    bool m_choosing = false;
    bool m_refused = false; ///< this connection does not know the method
};

} // namespace McpUi
