// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "json/rawjson.h"

namespace McpUi {

/// One place where two JSON values are not alike.
struct JsonDifference
{
    enum class Kind {
        Changed,
        Added,    ///< only in the new value
        Removed,  ///< only in the old value
        Spelling, ///< the same value, written otherwise: 1 and 1.0, an escape and its character
        Order,    ///< the same members in another order
    };
    static constexpr int kKinds = 5;

    Kind kind = Kind::Changed;
    /// The JSON pointer: in the new value, of what was removed in the old one. Where a string holds
    /// JSON, that of the string, " ▸ " and the one inside of it.
    QString path;
    Mcp::RawJson left; ///< the old value, absent when there is none
    Mcp::RawJson right;
};

/*!
 * How two JSON values differ, member by member and element by element: exact for numbers of any
 * size, blind to white space. Elements are aligned by what is the same, or has the same id, at the
 * beginning, at the end and, in lists that are not too long, in between. Value type; large values
 * are compared off the GUI thread.
 */
struct JsonDiff
{
    static constexpr qsizetype kMaxListed = 10'000;

    QList<JsonDifference> differences; ///< the first ones, in the order of the new value
    qsizetype counts[JsonDifference::kKinds] = {}; ///< of all, by kind

    qsizetype count(JsonDifference::Kind kind) const { return counts[int(kind)]; }
    qsizetype total() const;
    qsizetype unlisted() const { return total() - differences.size(); }

    /// From @p left, the old value, to @p right, but for what is at one of the pointers @p without.
    /// What @p progress returns says whether to go on.
    static JsonDiff of(const Mcp::RawJson &left, const Mcp::RawJson &right,
                       const QStringList &without, const BackgroundProgress &progress);
    static JsonDiff of(const Mcp::RawJson &left, const Mcp::RawJson &right);
};

} // namespace McpUi
