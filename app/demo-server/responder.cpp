// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "responder.h"

#include "channel.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

Mcp::RawJson Responder::serverInfo()
{
    Mcp::JsonObjectWriter info;
    info.add(u"name", u"mcp-demo-server").add(u"title", u"MCP demo server");
    info.add(u"version", QString::fromLatin1(MCP_VERSION));
    return info.toRawJson();
}

void Responder::finish(const Request &request, Mcp::JsonObjectWriter &writer)
{
    if (!request.modern)
        return;
    Mcp::JsonObjectWriter meta;
    meta.add(u"io.modelcontextprotocol/serverInfo", serverInfo());
    writer.add(u"resultType", u"complete").add(u"_meta", meta.toRawJson());
}

void Responder::sendResult(const Request &request, const Mcp::RawJson &members) const
{
    Mcp::JsonObjectWriter writer;
    writer.addMembers(members);
    finish(request, writer);
    m_channel->send(Mcp::Message::response(request.id, writer.toRawJson()));
}

void Responder::sendCacheable(const Request &request, const Mcp::RawJson &members, int ttlMs) const
{
    Mcp::JsonObjectWriter writer;
    writer.addMembers(members);
    if (request.modern)
        writer.add(u"ttlMs", ttlMs).add(u"cacheScope", u"public");
    finish(request, writer);
    m_channel->send(Mcp::Message::response(request.id, writer.toRawJson()));
}

void Responder::sendError(const Request &request, const Refusal &refusal) const
{
    m_channel->send(
            Mcp::Message::errorResponse(request.id, refusal.code, refusal.message, refusal.data));
}

void Responder::notify(QStringView method, const Mcp::RawJson &params) const
{
    m_channel->send(Mcp::Message::notification(method, params));
}

} // namespace McpDemo
