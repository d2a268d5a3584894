// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "responder.h"

#include "channel.h"
#include "icons.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

/// @p members with what a modern result adds; the two _meta become one.
Mcp::RawJson modernResult(const Request &request, const Mcp::RawJson &members,
                          QStringView resultType)
{
    Mcp::JsonObjectWriter writer;
    Mcp::JsonObjectWriter meta;
    const QList<Mcp::RawJsonMember> all = members.members();
    for (const Mcp::RawJsonMember &member : all) {
        if (member.key == "_meta"_L1)
            meta.addMembers(member.value);
        else
            writer.add(member.key, member.value);
    }
    meta.add(u"io.modelcontextprotocol/serverInfo", Responder::serverInfo(request.revision));
    writer.add(u"resultType", resultType).add(u"_meta", meta.toRawJson());
    return writer.toRawJson();
}

} // namespace

Mcp::RawJson Responder::serverInfo(const QString &revision)
{
    Mcp::JsonObjectWriter info;
    info.add(u"name", u"mcp-demo-server").add(u"title", u"MCP demo server");
    info.add(u"version", QString::fromLatin1(MCP_VERSION));
    // The modern era repeats it in every result: there a picture would be dear.
    if (revision == Revision::november2025)
        info.add(u"icons", Icons::square(Icons::Colour::Blue));
    return Revision::trimmed(info.toRawJson(), revision);
}

void Responder::sendResult(const Request &request, const Mcp::RawJson &members,
                           QStringView resultType) const
{
    m_channel->send(Mcp::Message::response(
            request.id, request.modern ? modernResult(request, members, resultType) : members));
}

void Responder::sendCacheable(const Request &request, const Mcp::RawJson &members, int ttlMs,
                              CacheScope scope) const
{
    if (!request.modern)
        return sendResult(request, members);
    Mcp::JsonObjectWriter writer;
    writer.addMembers(members).add(u"ttlMs", ttlMs);
    writer.add(u"cacheScope", scope == CacheScope::Public ? u"public" : u"private");
    sendResult(request, writer.toRawJson());
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

void Responder::ask(const Mcp::MessageId &id, QStringView method, const Mcp::RawJson &params) const
{
    m_channel->send(Mcp::Message::request(id, method, params));
}

} // namespace McpDemo
