// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/content.h"

#include <QtCore/qstringlist.h>

#include <limits>

namespace Mcp {

/// Read view over a CallToolResult. Tolerant: what is missing or of a wrong type is in problems(),
/// and raw() always has everything.
class ToolResult
{
public:
    ToolResult() = default;
    /// One pass over the members; those of a large result are not looked for again.
    explicit ToolResult(const RawJson &raw);

    const RawJson &raw() const { return m_raw; }
    /// As RawJson::value().
    RawJson value(QLatin1StringView key) const;
    /// The first @p most blocks: each of them takes many times its bytes.
    QList<Content> content(qsizetype most = std::numeric_limits<qsizetype>::max()) const;
    /// Absent and null are different: 2026-07-28 allows any JSON, null included.
    RawJson structuredContent() const { return value(QLatin1StringView("structuredContent")); }
    bool isError() const { return value(QLatin1StringView("isError")).toBool(); }
    RawJson meta() const { return value(QLatin1StringView("_meta")); }
    /// Members that the specification does not name.
    QList<RawJsonMember> unknownMembers() const;
    /// Why this is no valid tool result, one sentence each; empty when it is.
    QStringList problems() const;
    /// The first @p most of them, and in @p count how many there are.
    QStringList problems(qsizetype most, qsizetype &count) const;

private:
    RawJson m_raw;
    QList<RawJson> m_named; ///< the members that the specification names
};

} // namespace Mcp
