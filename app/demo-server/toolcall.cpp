// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "toolcall.h"

#include "channel.h"

namespace McpDemo {

ToolCall::ToolCall(const Request &request, const Responder &responder, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_responder(responder)
    , m_arguments(request.params.value("arguments"))
{}

void ToolCall::finish(const ToolResult &result)
{
    m_responder.sendResult(m_request, result.toRawJson());
    emit finished();
}

void ToolCall::refuse(const Refusal &refusal)
{
    m_responder.sendError(m_request, refusal);
    emit finished();
}

bool ToolCall::endedByBadArguments()
{
    // A wrong argument is the tool's business, not the protocol's (2025-11-25, server/tools).
    if (m_arguments.problem().isEmpty())
        return false;
    finish(ToolResult::failure(m_arguments.problem()));
    return true;
}

bool ToolCall::sendProgress(qint64 progress, qint64 total, QStringView message)
{
    if (m_request.progressToken.isAbsent())
        return false;
    Mcp::JsonObjectWriter params;
    params.add(u"progressToken", m_request.progressToken).add(u"progress", progress);
    if (total > 0)
        params.add(u"total", total);
    params.add(u"message", message);
    notify(u"notifications/progress", params.toRawJson());
    return true;
}

bool ToolCall::sendLog(LogLevel level, QStringView logger, const Mcp::RawJson &data)
{
    if (!m_request.logLevel || level < *m_request.logLevel)
        return false;
    Mcp::JsonObjectWriter params;
    params.add(u"level", logLevelName(level)).add(u"logger", logger).add(u"data", data);
    notify(u"notifications/message", params.toRawJson());
    return true;
}

void ToolCall::notify(QStringView method, const Mcp::RawJson &params)
{
    m_responder.notify(method, params);
}

void ToolCall::flush() { m_responder.channel()->flush(); }

} // namespace McpDemo
