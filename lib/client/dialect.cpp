// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/dialect.h"

#include "client/legacydialect.h"
#include "client/moderndialect.h"
#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

std::unique_ptr<Dialect> Dialect::create(Revision revision, const ClientCapabilities &capabilities)
{
    if (eraOf(revision) == Era::Modern)
        return std::make_unique<ModernDialect>(revision, capabilities);
    return std::make_unique<LegacyDialect>(revision, capabilities);
}

std::unique_ptr<Dialect> Dialect::assumed(EraSetting setting,
                                          const ClientCapabilities &capabilities)
{
    // Only legacy servers send requests, so a peer that does is taken for one unless told.
    return create(latestRevision(setting == EraSetting::Modern ? Era::Modern : Era::Legacy),
                  capabilities);
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
    info.add(u"title", QStringLiteral(MCP_APP_NAME));
    info.add(u"version", QStringLiteral(MCP_VERSION));
    return info.toRawJson();
}

namespace {

/// Does the object go without _meta? Keys with escapes and what is malformed say no.
bool hasNoMeta(const RawJson &object)
{
    JsonScanner scanner(object.view());
    JsonMember member;
    scanner.enterObject();
    while (scanner.nextMember(member)) {
        const QByteArrayView key = object.view().sliced(member.key.begin, member.key.size());
        if (key == "\"_meta\"" || key.contains('\\'))
            return false;
    }
    return !scanner.failed() && scanner.atEnd();
}

/// @p params, which have none, with a _meta of @p defaults and the token.
RawJson withNewMeta(const RawJson &params, const RawJson &defaults, const MessageId &progressToken)
{
    const QByteArrayView head = params.isAbsent() ? "{" : params.view().chopped(1).trimmed();
    QByteArray text;
    text.reserve(head.size() + defaults.size() + 80);
    text += head;
    if (head.size() > 1 && !head.endsWith(',')) // one behind the last member is forgiven
        text += ',';
    text += "\"_meta\":{";
    if (defaults.size() > 2)
        text += defaults.view().sliced(1, defaults.size() - 2);
    if (progressToken.isValid()) {
        if (defaults.size() > 2)
            text += ',';
        text += "\"progressToken\":";
        text += progressToken.raw();
    }
    text += "}}";
    const qsizetype size = text.size();
    return RawJson(std::move(text), { 0, size });
}

} // namespace

RawJson Dialect::withMeta(const RawJson &params, const RawJson &defaults, const RawJson &meta,
                          const MessageId &progressToken)
{
    if (!params.isAbsent() && !params.isObject())
        return params;
    if (meta.isAbsent() && (params.isAbsent() || hasNoMeta(params)))
        return withNewMeta(params, defaults, progressToken);
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
