// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "answers.h"
#include "failure.h"
#include "methods.h"
#include "options.h"
#include "serverstderr.h"
#include "tracefile.h"

#include "orchestrator/orchestrator.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

#include <memory>

namespace Mcp {
class Tool;
}

namespace McpCli {

/*!
 * One run of the program against a server: connect, make the request, print what came, stop the
 * server, say how it went. Created by main().
 */
class Runner : public QObject
{
    Q_OBJECT

public:
    Runner(const Options &options, const Request &request, QObject *parent = nullptr);
    ~Runner() override;

    void start();
    /// Ctrl+C: the first time politely, the second at once.
    void interrupt(int signal);

signals:
    /// The server has gone; nothing more will be printed.
    void finished(int exitCode);

private:
    Failure prepare();
    Failure prepareAnswers();
    void onConnected(const Mcp::Call &call);
    void askForLogs(const Mcp::ConnectionInfo &connection);
    void sendRequest(const Mcp::ConnectionInfo &connection);
    Mcp::RawJson params(const Mcp::ConnectionInfo &connection) const;
    QString taskHint(const Mcp::Tool &tool) const;
    QString hint(const Mcp::Error &error) const;
    void noteHealth() const;
    void giveUp(const Failure &failure, const QString &reason);
    void onAnswered(const Mcp::Call &call);
    void askWhetherToolExists(const Mcp::Error &error);
    void onTask(const Mcp::Task &task);
    void onNotification(const Mcp::Message &message);
    void print(const Mcp::RawJson &result);
    void finish(const Failure &failure = {});
    void onStopped();

    Options m_options;
    Request m_request;
    Answers m_answers;
    Failure m_failure;
    QStringList m_warned; ///< what was said about the call already
    QString m_taskLine;   ///< what was said last of its state
    TraceFile m_traceFile;
    ServerStderr m_serverStderr;
    std::unique_ptr<Mcp::Orchestrator> m_orchestrator;
    QPointer<Mcp::Call> m_call;
    bool m_finishing = false;
};

} // namespace McpCli
