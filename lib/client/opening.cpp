// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/opening.h"

#include "protocol/caching.h"
#include "wire/errorcode.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

QList<Revision> knownRevisions(const RawJson &versions, Era era)
{
    QList<Revision> known;
    const QList<RawJson> elements = versions.elements();
    for (const RawJson &element : elements) {
        const auto revision = revisionFromString(element.toString());
        if (revision && eraOf(*revision) == era)
            known.append(*revision);
    }
    return known;
}

std::optional<Revision> newestShared(const RawJson &versions, Era era)
{
    const QList<Revision> known = knownRevisions(versions, era);
    if (known.isEmpty())
        return std::nullopt;
    return *std::max_element(known.begin(), known.end());
}

QString listed(const RawJson &versions)
{
    QStringList names;
    const QList<RawJson> elements = versions.elements();
    for (const RawJson &element : elements)
        names.append(element.toString(QString::fromUtf8(element.view())));
    return names.isEmpty() ? u"none"_s : names.join(u", "_s);
}

QString oursListed(Era era)
{
    QStringList names;
    const QList<Revision> revisions = supportedRevisions(era);
    for (const Revision revision : revisions)
        names.append(toString(revision));
    return names.join(u", "_s);
}

Opening failure(const Error &error)
{
    Opening opening;
    opening.error = error;
    return opening;
}

Opening next(Opening::Next step, Revision revision, const Error &error = {})
{
    Opening opening;
    opening.next = step;
    opening.revision = revision;
    opening.error = error;
    return opening;
}

/// Version choice when the server has named the ones it speaks.
Opening choose(const RawJson &versions, Opening::Next ifModern, const Error &error)
{
    if (const auto modern = newestShared(versions, Era::Modern))
        return next(ifModern, *modern, error);
    if (const auto legacy = newestShared(versions, Era::Legacy))
        return next(Opening::Next::TryLegacy, *legacy, error);
    return failure(Error::protocol(
            u"The server speaks none of our protocol versions: it named %1, we speak %2 and %3."_s
                    .arg(listed(versions), oursListed(Era::Legacy), oursListed(Era::Modern)),
            versions));
}

Opening unreadable(const Message &answer, const QString &method)
{
    return failure(Error::protocol(
            u"The answer to %1 is no valid message: %2."_s.arg(method, answer.problem()),
            RawJson(answer.payload(), { 0, answer.payload().size() })));
}

Opening readDiscoverError(const Error &error, Revision asked)
{
    switch (error.code) {
    case ErrorCode::unsupportedVersion: {
        const RawJson supported = error.data.value("supported");
        if (!supported.isArray())
            return failure(error); // modern without doubt: never fall back blindly
        const Opening opening = choose(supported, Opening::Next::Retry, error);
        // A server that lists the very version it refuses would be asked for ever.
        return opening.next == Opening::Next::Retry && opening.revision == asked ? failure(error)
                                                                                 : opening;
    }
    case ErrorCode::headerMismatch:
    case ErrorCode::missingCapability: {
        Opening opening = next(Opening::Next::Open, asked);
        opening.result = RawJson::fromText("{}");
        opening.warnings.append(u"server/discover was refused (%1), so what the server offers is "
                                "unknown."_s.arg(error.describe()));
        return opening;
    }
    default: // whatever the code (2026-07-28, basic/transports/stdio: not tied to one code)
        return next(Opening::Next::TryLegacy, latestRevision(Era::Legacy), error);
    }
}

void noteMissing(const RawJson &result, QByteArrayView member, const QString &method,
                 QStringList &warnings)
{
    if (!result.value(member).isObject())
        warnings.append(u"The result of %1 has no %2."_s.arg(method, QString::fromUtf8(member)));
}

} // namespace

Opening readDiscoverAnswer(const Message &answer, Revision asked)
{
    const QString method = u"server/discover"_s;
    if (!answer.isValid())
        return unreadable(answer, method);
    if (answer.kind() == Message::Kind::ErrorResponse)
        return readDiscoverError(Error::remote(answer.error()), asked);
    const RawJson versions = answer.result().value("supportedVersions");
    if (!versions.isArray()) {
        // Some legacy servers answer anything with some result.
        return next(Opening::Next::TryLegacy, latestRevision(Era::Legacy),
                    Error::protocol(u"The result of server/discover has no supportedVersions."_s,
                                    answer.result()));
    }
    Opening opening = choose(versions, Opening::Next::Open,
                             Error::protocol(u"The server offers only legacy protocol versions: "
                                             "%1."_s.arg(listed(versions)),
                                             versions));
    if (opening.next != Opening::Next::Open)
        return opening;
    opening.error = {};
    opening.result = answer.result();
    noteMissing(answer.result(), "capabilities", method, opening.warnings);
    if (!answer.result().contains("resultType"))
        opening.warnings.append(u"The result of server/discover has no resultType."_s);
    const QList<RawJson> caching = answer.result().values({ "ttlMs", "cacheScope" });
    for (const QString &problem : Caching::problems(method, caching.at(0), caching.at(1)))
        opening.violations.append({ Rule::Caching, problem });
    return opening;
}

Opening readInitializeAnswer(const Message &answer, Revision offered)
{
    const QString method = u"initialize"_s;
    if (!answer.isValid())
        return unreadable(answer, method);
    if (answer.kind() == Message::Kind::ErrorResponse) {
        const Error error = Error::remote(answer.error());
        const auto mutual = newestShared(error.data.value("supported"), Era::Legacy);
        if (mutual && *mutual != offered)
            return next(Opening::Next::Retry, *mutual, error);
        return next(Opening::Next::Refused, offered, error);
    }
    Opening opening = next(Opening::Next::Open, offered);
    opening.result = answer.result();
    const RawJson version = answer.result().value("protocolVersion");
    if (version.isAbsent()) {
        opening.warnings.append(
                u"The result of initialize has no protocolVersion; %1 is assumed."_s.arg(
                        toString(offered)));
    } else {
        const auto revision = revisionFromString(version.toString());
        if (!revision || eraOf(*revision) != Era::Legacy) {
            return failure(Error::protocol(
                    u"The server answered initialize with protocol version %1, which we do not "
                    "speak with initialize; we speak %2."_s.arg(
                            version.toString(QString::fromUtf8(version.view())),
                            oursListed(Era::Legacy)),
                    answer.result()));
        }
        opening.revision = *revision;
    }
    noteMissing(answer.result(), "capabilities", method, opening.warnings);
    noteMissing(answer.result(), "serverInfo", method, opening.warnings);
    return opening;
}

} // namespace Mcp
