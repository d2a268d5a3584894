// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "revision.h"

#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Revision {

namespace {

bool isKnown(const QString &member, const QString &revision)
{
    struct Since
    {
        QLatin1String member;
        QLatin1String revision;
    };
    static constexpr Since table[] = {
        { "title"_L1, june2025 },     { "outputSchema"_L1, june2025 },   { "_meta"_L1, june2025 },
        { "icons"_L1, november2025 }, { "websiteUrl"_L1, november2025 },
    };
    if (member == "execution"_L1) // gone again with the tasks it speaks of
        return revision == november2025;
    for (const Since &since : table) {
        if (member == since.member)
            return revision >= since.revision;
    }
    return true;
}

} // namespace

Mcp::RawJson trimmed(const Mcp::RawJson &entity, const QString &revision)
{
    Mcp::JsonObjectWriter writer;
    const QList<Mcp::RawJsonMember> members = entity.members();
    for (const Mcp::RawJsonMember &member : members) {
        if (!isKnown(member.key, revision))
            continue;
        if (member.key != "arguments"_L1) {
            writer.add(member.key, member.value);
            continue;
        }
        Mcp::JsonArrayWriter arguments; // of a prompt
        for (const Mcp::RawJson &argument : member.value.elements())
            arguments.add(trimmed(argument, revision));
        writer.add(member.key, arguments.toRawJson());
    }
    return writer.toRawJson();
}

} // namespace McpDemo::Revision
