// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "toolcall.h"

#include "channel.h"

namespace McpDemo {

ToolCall::ToolCall(const Request &request, const Responder &responder, LiveState *live,
                   ToolFunction function, QObject *parent)
    : Exchange(request, responder, parent)
    , m_live(live)
    , m_function(function)
    , m_arguments(request.params.value("arguments"))
{}

void ToolCall::work()
{
    m_arguments = Arguments(request().params.value("arguments"));
    m_function(*this);
}

void ToolCall::finish(const ToolResult &result)
{
    finishWith(result.toRawJson(request().isSince(Revision::june2025)));
}

void ToolCall::giveUp(const QString &reason) { finish(ToolResult::failure(reason)); }

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
    if (request().progressToken.isAbsent())
        return false;
    Mcp::JsonObjectWriter params;
    params.add(u"progressToken", request().progressToken).add(u"progress", progress);
    if (total > 0)
        params.add(u"total", total);
    params.add(u"message", message);
    notify(u"notifications/progress", params.toRawJson());
    return true;
}

bool ToolCall::sendLog(LogLevel level, QStringView logger, const Mcp::RawJson &data)
{
    if (!request().logLevel || level < *request().logLevel)
        return false;
    Mcp::JsonObjectWriter params;
    params.add(u"level", logLevelName(level)).add(u"logger", logger).add(u"data", data);
    notify(u"notifications/message", params.toRawJson());
    return true;
}

void ToolCall::flush() { client().channel()->flush(); }

} // namespace McpDemo
