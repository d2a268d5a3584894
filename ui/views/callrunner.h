// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/call.h"
#include "server/server.h"
#include "views/calloutcome.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

/*!
 * The one call of a page: made at once where the server is ready, else as soon as it is, and given
 * up when it will not be. Knows no widgets. Child of its page.
 */
class CallRunner : public QObject
{
    Q_OBJECT

public:
    CallRunner(Mcp::Orchestrator *orchestrator, const QString &serverName,
               const Mcp::CallSubject &subject, QObject *parent);
    ~CallRunner() override;

    QString serverName() const { return m_serverName; } ///< follows a rename of the server
    const Mcp::CallSubject &subject() const { return m_subject; }
    Mcp::Server *server() const; ///< null if there is none (any more)
    bool isServerReady() const;
    bool isServerIdle() const;                    ///< it is there and has to be started
    Mcp::Call *current() const { return m_call; } ///< null where none is made yet
    bool isRunning() const { return m_call || m_waiting; }

    /// Calls with the arguments that @p source gives when it is time. Nothing while it is running
    /// and where there is no server.
    void call(const std::function<Mcp::RawJson()> &source);
    /// Likewise, but nobody asked for it: it is not written into the history.
    void callByItself(const std::function<Mcp::RawJson()> &source);
    void cancel(); ///< the call, or waiting for the server
    /// How later calls are made.
    void setOptions(const Mcp::CallOptions &options) { m_options = options; }
    const Mcp::CallOptions &options() const { return m_options; }
    /// The server works on the call as a task, which goes on when nobody waits for it here.
    bool isTask() const { return m_call && m_call->task(); }
    void giveUpWaiting();

signals:
    /// The server is another one, has another name or is in another state.
    void serverChanged();
    void renamed();
    /// It waits for the server, which is to be started where isServerIdle().
    void waiting();
    void started();
    void progressed(const Mcp::Progress &progress);
    void taskChanged(const Mcp::Task &task);
    void finished(const McpUi::CallOutcome &outcome);
    /// There is nothing to wait for any more.
    void gaveUp();

private:
    void connectOrchestrator();
    void attach();
    void onServerState();
    void start();
    void onFinished();

    Mcp::Orchestrator *m_orchestrator;
    QString m_serverName;
    Mcp::CallSubject m_subject;
    Mcp::CallOptions m_options;
    QPointer<Mcp::Call> m_call;
    std::function<Mcp::RawJson()> m_source;
    bool m_waiting = false;
    bool m_isByItself = false;
};

} // namespace McpUi
