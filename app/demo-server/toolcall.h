// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "arguments.h"
#include "exchange.h"
#include "toolbox.h"
#include "toolresult.h"

namespace McpDemo {

class LiveState;

/*!
 * One tools/call being served. A tool either ends it at once, asks the client, or keeps working
 * through timers that are children of the call; deleting the call (the client cancelled it)
 * therefore stops the work and sends no answer.
 */
class ToolCall : public Exchange
{
    Q_OBJECT

public:
    ToolCall(const Request &request, const Responder &responder, LiveState *live,
             ToolFunction function, QObject *parent);

    Arguments &arguments() { return m_arguments; }
    /// What can change while the server runs.
    LiveState &live() const { return *m_live; }
    QString toolName() const { return request().params.value("name").toString(); }

    /// Sends the result and ends the call.
    void finish(const ToolResult &result);
    void finish(QStringView text) { finish(ToolResult::fromText(text)); }
    void giveUp(const QString &reason) override;
    /// Ends the call if an argument was wrong; then the tool has to return.
    [[nodiscard]] bool endedByBadArguments();

    /// False, and nothing is sent, if the request has no progress token. @p total 0: unknown.
    bool sendProgress(qint64 progress, qint64 total, QStringView message);
    /// False, and nothing is sent, if the client does not want messages of this level.
    bool sendLog(LogLevel level, QStringView logger, const Mcp::RawJson &data);
    /// Everything sent so far has left the process when this returns.
    void flush();

private:
    void work() override;

    LiveState *m_live;
    ToolFunction m_function;
    Arguments m_arguments;
};

} // namespace McpDemo
