// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/caching.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr qsizetype maxQuoted = 100;

} // namespace

Caching Caching::fromResult(const RawJson &result)
{
    const QList<RawJson> both = result.values({ "ttlMs", "cacheScope" });
    Caching caching;
    caching.isStated = !both.at(0).isAbsent() || !both.at(1).isAbsent();
    // Larger than 64 bits is not nothing: it is a number of ms that nobody lives to see.
    const double ms = both.at(0).isNumber() ? both.at(0).toDouble().value_or(0) : 0;
    caching.ttlMs = qint64(std::clamp(ms, 0.0, double(longestTtlMs)));
    caching.scope = both.at(1).textStart(maxQuoted);
    return caching;
}

bool Caching::isRequiredFor(QStringView method)
{
    static constexpr std::array methods{ "tools/list"_L1,     "prompts/list"_L1,
                                         "resources/list"_L1, "resources/templates/list"_L1,
                                         "resources/read"_L1, "server/discover"_L1 };
    return std::find(methods.begin(), methods.end(), method) != methods.end();
}

QStringList Caching::problems(const QString &method, const RawJson &ttlMs, const RawJson &scope)
{
    const auto sentence = [&method](const QString &what) {
        return u"The result of %1 %2 (2026-07-28, server/utilities/caching)."_s.arg(method, what);
    };
    QStringList problems;
    if (ttlMs.isAbsent())
        problems.append(sentence(u"has no ttlMs"_s));
    else if (!ttlMs.isNumber())
        problems.append(sentence(u"has a ttlMs that is no number"_s));
    else if (ttlMs.view().startsWith('-'))
        problems.append(sentence(u"has a negative ttlMs"_s));
    const QString name = scope.textStart(maxQuoted);
    if (scope.isAbsent())
        problems.append(sentence(u"has no cacheScope"_s));
    else if (name != "public"_L1 && name != "private"_L1)
        problems.append(sentence(u"has a cacheScope that is neither public nor private"_s));
    return problems;
}

} // namespace Mcp
