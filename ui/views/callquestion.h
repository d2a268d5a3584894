// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/call.h"
#include "views/noticebar.h"

#include <QtCore/qpointer.h>

namespace Mcp {
class InputRequest;
class Orchestrator;
} // namespace Mcp

namespace McpUi {

/*!
 * Says on a call page that its call waits for the user's answer, with a way to the question, and
 * after one that failed because an address is to be visited first (-32042), how to go on. Child of
 * the page.
 */
class CallQuestion : public NoticeBar
{
    Q_OBJECT

public:
    CallQuestion(Mcp::Orchestrator *orchestrator, QWidget *parent);

    /// @p call is under way now; null when none is.
    void watch(const QString &server, Mcp::Call *call);
    /// The call has failed: if @p error asks for visits, they are offered as questions.
    void takeFailure(const Mcp::Error &error);
    /// The question to go to; null if there is none.
    Mcp::InputRequest *question() const;

signals:
    void answerRequested(Mcp::InputRequest *request);
    /// The visits are done, or not wanted.
    void retryRequested();
    /// What the call waits for, as words; empty: for the server.
    void waitingChanged(const QString &words);

private:
    void refresh();
    void showVisits(bool isOpen);
    void trigger();
    void tellWaiting(const Mcp::InputRequest *request);

    Mcp::Orchestrator *m_orchestrator;
    QString m_server;
    QPointer<Mcp::Call> m_call;
    QString m_waiting;
    qsizetype m_visits = 0;  ///< that are to be made first
    qsizetype m_visited = 0; ///< that the server has seen done
};

} // namespace McpUi
