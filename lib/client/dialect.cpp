// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/dialect.h"

#include "client/legacydialect.h"
#include "client/moderndialect.h"
#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

std::unique_ptr<Dialect> Dialect::create(Revision revision)
{
    if (eraOf(revision) == Era::Modern)
        return std::make_unique<ModernDialect>(revision);
    return std::make_unique<LegacyDialect>(revision);
}

std::unique_ptr<Dialect> Dialect::assumed(EraSetting setting)
{
    // Only legacy servers send requests, so a peer that does is taken for one unless told.
    return create(latestRevision(setting == EraSetting::Modern ? Era::Modern : Era::Legacy));
}

Message Dialect::cancellation(const MessageId &id, const QString &reason) const
{
    JsonObjectWriter params;
    params.addRaw(u"requestId", id.raw());
    if (!reason.isEmpty())
        params.add(u"reason", reason);
    return Message::notification(u"notifications/cancelled", params.toRawJson());
}

RawJson Dialect::clientInfo()
{
    JsonObjectWriter info;
    info.add(u"name", u"mcp-orchestrator");
    info.add(u"title", u"MCP Orchestrator");
    info.add(u"version", QStringLiteral(MCP_VERSION));
    return info.toRawJson();
}

RawJson Dialect::clientCapabilities() { return JsonObjectWriter().toRawJson(); }

RawJson Dialect::withMeta(const RawJson &params, const RawJson &defaults, const RawJson &meta,
                          const MessageId &progressToken)
{
    if (!params.isAbsent() && !params.isObject())
        return params;
    const RawJson own = params.value("_meta");
    const auto userHas = [&](const QString &key) {
        return !own.value(key).isAbsent() || !meta.value(key).isAbsent();
    };

    JsonObjectWriter merged;
    const QList<RawJsonMember> defaultMembers = defaults.members();
    for (const RawJsonMember &member : defaultMembers) {
        if (!userHas(member.key))
            merged.add(member.key, member.value);
    }
    const QList<RawJsonMember> ownMembers = own.members();
    for (const RawJsonMember &member : ownMembers) {
        if (meta.value(member.key).isAbsent())
            merged.add(member.key, member.value);
    }
    merged.addMembers(meta);
    if (!userHas(u"progressToken"_s) && progressToken.isValid())
        merged.addRaw(u"progressToken", progressToken.raw());

    JsonObjectWriter decorated;
    const QList<RawJsonMember> members = params.members();
    for (const RawJsonMember &member : members) {
        if (member.key != "_meta"_L1)
            decorated.add(member.key, member.value);
    }
    // A _meta of a wrong type was typed on purpose: nothing can be merged into it.
    if (own.isAbsent() || own.isObject())
        decorated.add(u"_meta", merged.toRawJson());
    else
        decorated.add(u"_meta", own);
    return decorated.toRawJson();
}

} // namespace Mcp
