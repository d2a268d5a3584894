// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "arguments.h"
#include "responder.h"
#include "toolresult.h"

#include <QtCore/qobject.h>

namespace McpDemo {

/*!
 * One tools/call being served. A tool either ends it at once or keeps working through timers that
 * are children of the call; deleting the call (the client cancelled it) therefore stops the work
 * and sends no answer. Owned by the server.
 */
class ToolCall : public QObject
{
    Q_OBJECT

public:
    ToolCall(const Request &request, const Responder &responder, QObject *parent);

    const Request &request() const { return m_request; }
    Arguments &arguments() { return m_arguments; }

    /// Sends the result and ends the call.
    void finish(const ToolResult &result);
    void finish(QStringView text) { finish(ToolResult::fromText(text)); }
    /// Ends the call with a JSON-RPC error.
    void refuse(const Refusal &refusal);
    /// Ends the call if an argument was wrong; then the tool has to return.
    [[nodiscard]] bool endedByBadArguments();

    /// False, and nothing is sent, if the request has no progress token. @p total 0: unknown.
    bool sendProgress(qint64 progress, qint64 total, QStringView message);
    /// False, and nothing is sent, if the client does not want messages of this level.
    bool sendLog(LogLevel level, QStringView logger, const Mcp::RawJson &data);
    void notify(QStringView method, const Mcp::RawJson &params);
    /// Everything sent so far has left the process when this returns.
    void flush();

signals:
    /// Answered. The server deletes the call.
    void finished();

private:
    Request m_request;
    Responder m_responder;
    Arguments m_arguments;
};

} // namespace McpDemo
