// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "request.h"

#include "wire/message.h"

namespace McpDemo {

Request Request::fromMessage(const Mcp::Message &message, LogLevel sessionLevel, bool knowsModern)
{
    Request request;
    request.id = message.id();
    request.method = message.method();
    request.params = message.params();
    request.modern = knowsModern && !request.meta(MetaKey::protocolVersion).isAbsent();
    request.progressToken = request.meta("progressToken");
    request.logLevel = sessionLevel;
    if (request.modern)
        request.logLevel = logLevelFromName(request.meta(MetaKey::logLevel).toString());
    return request;
}

} // namespace McpDemo
