// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/tracerequest.h"

#include "json/jsonwriter.h"

#include <QtCore/qstringlist.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

bool isOurs(const QString &metaKey)
{
    static const QStringList ours{ u"progressToken"_s, u"io.modelcontextprotocol/protocolVersion"_s,
                                   u"io.modelcontextprotocol/clientCapabilities"_s,
                                   u"io.modelcontextprotocol/clientInfo"_s,
                                   u"io.modelcontextprotocol/logLevel"_s };
    return ours.contains(metaKey);
}

Mcp::RawJson withoutOurs(const Mcp::RawJson &params)
{
    const Mcp::RawJson meta = params.value("_meta");
    if (!meta.isObject())
        return params;
    Mcp::JsonObjectWriter keptMeta;
    for (const Mcp::RawJsonMember &member : meta.members()) {
        if (!isOurs(member.key))
            keptMeta.add(member.key, member.value);
    }
    Mcp::JsonObjectWriter kept;
    for (const Mcp::RawJsonMember &member : params.members()) {
        if (member.key != "_meta"_L1)
            kept.add(member.key, member.value);
        else if (!keptMeta.isEmpty())
            kept.add(member.key, keptMeta.toRawJson());
    }
    return kept.isEmpty() ? Mcp::RawJson() : kept.toRawJson();
}

} // namespace

std::optional<TraceRequest> TraceRequest::of(const Mcp::TraceEntry &entry)
{
    const Mcp::Message &message = entry.message;
    const bool isNotification = message.kind() == Mcp::Message::Kind::Notification;
    if (entry.kind != Mcp::TraceEntry::Kind::Message || entry.truncated
        || entry.direction != Mcp::TraceEntry::Direction::Sent
        || (message.kind() != Mcp::Message::Kind::Request && !isNotification))
        return std::nullopt;
    return TraceRequest{ message.method(), withoutOurs(message.params()), isNotification };
}

} // namespace McpUi
