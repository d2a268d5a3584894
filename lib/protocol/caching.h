// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qstringlist.h>

namespace Mcp {

/// What a modern server says about how long a result may be kept and for whom (2026-07-28,
/// server/utilities/caching). Absent and negative times are 0: out of date at once.
struct Caching
{
    /// A year: what is "for ever" is a number that still adds up.
    static constexpr qint64 longestTtlMs = 365LL * 24 * 60 * 60 * 1000;

    bool isStated = false; ///< the result has at least one of the two members
    qint64 ttlMs = 0;      ///< 0 to longestTtlMs
    QString scope;         ///< "public", "private", or what stands there; may be empty

    static Caching fromResult(const RawJson &result);
    /// What is wrong with the two members in the result of @p method, one sentence each.
    static QStringList problems(const QString &method, const RawJson &ttlMs, const RawJson &scope);
    /// Must the result of @p method have them?
    static bool isRequiredFor(QStringView method);
};

} // namespace Mcp
