// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "request.h"

#include "wire/message.h"

namespace McpDemo {

Request Request::fromMessage(const Mcp::Message &message, const LegacySession &session,
                             bool knowsModern)
{
    Request request;
    request.id = message.id();
    request.method = message.method();
    request.params = message.params();
    request.modern = knowsModern && !request.meta(MetaKey::protocolVersion).isAbsent();
    request.progressToken = request.meta("progressToken");
    if (request.modern) {
        request.revision = Revision::july2026;
        request.capabilities = request.meta(MetaKey::clientCapabilities);
        request.logLevel = logLevelFromName(request.meta(MetaKey::logLevel).toString());
    } else {
        request.revision = session.revision;
        request.capabilities = session.capabilities;
        request.logLevel = session.level;
    }
    return request;
}

bool Request::declaresTasks() const
{
    return capabilities.value("extensions").contains("io.modelcontextprotocol/tasks");
}

} // namespace McpDemo
