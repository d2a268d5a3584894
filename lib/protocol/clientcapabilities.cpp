// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/clientcapabilities.h"

#include "json/jsonwriter.h"

#include <algorithm>

namespace Mcp {

ClientCapabilities ClientCapabilities::without(const ClientCapabilities &other) const
{
    ClientCapabilities left = *this;
    for (bool ClientCapabilities::*each :
         { &ClientCapabilities::roots, &ClientCapabilities::sampling,
           &ClientCapabilities::samplingTools, &ClientCapabilities::elicitationForm,
           &ClientCapabilities::elicitationUrl, &ClientCapabilities::tasks })
        left.*each = left.*each && !(other.*each);
    return left;
}

RawJson ClientCapabilities::toJson(Era era) const
{
    JsonObjectWriter object;
    if (roots) // 2026-07-28 has no notifications/roots/list_changed
        object.addRaw(u"roots", era == Era::Legacy ? R"({"listChanged":true})" : "{}");
    if (sampling)
        object.addRaw(u"sampling", samplingTools ? R"({"tools":{}})" : "{}");
    if (elicitation()) {
        JsonObjectWriter modes;
        if (elicitationForm)
            modes.addRaw(u"form", "{}");
        if (elicitationUrl)
            modes.addRaw(u"url", "{}");
        object.add(u"elicitation", modes.toRawJson());
    }
    if (tasks && era == Era::Modern)
        object.addRaw(u"extensions", R"({"io.modelcontextprotocol/tasks":{}})");
    return object.toRawJson();
}

QStringList ClientCapabilities::namesIn(const RawJson &required)
{
    constexpr qsizetype most = 10;
    constexpr qsizetype longest = 100;
    QStringList names;
    const QList<RawJsonMember> members = required.members();
    for (const RawJsonMember &member : members) {
        const QString name = member.key.left(longest);
        const QList<RawJsonMember> parts = member.value.members();
        for (const RawJsonMember &part : parts.first(std::min(most, parts.size())))
            names.append(name + u'.' + part.key.left(longest));
        if (parts.isEmpty())
            names.append(name);
        if (names.size() >= most)
            break;
    }
    return names.first(std::min(most, names.size()));
}

} // namespace Mcp
