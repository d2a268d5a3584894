// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/content.h"

#include <QtCore/qstringlist.h>

namespace Mcp {

/// Read view over a CallToolResult. Tolerant: what is missing or of a wrong type is in problems(),
/// and raw() always has everything.
class ToolResult
{
public:
    ToolResult() = default;
    explicit ToolResult(const RawJson &raw)
        : m_raw(raw)
    {}

    const RawJson &raw() const { return m_raw; }
    QList<Content> content() const;
    /// Absent and null are different: 2026-07-28 allows any JSON, null included.
    RawJson structuredContent() const { return m_raw.value("structuredContent"); }
    bool isError() const { return m_raw.value("isError").toBool(); }
    RawJson meta() const { return m_raw.value("_meta"); }
    /// Members that the specification does not name.
    QList<RawJsonMember> unknownMembers() const;
    /// Why this is no valid tool result, one sentence each; empty when it is.
    QStringList problems() const;

private:
    RawJson m_raw;
};

} // namespace Mcp
