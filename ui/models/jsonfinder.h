// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/findpattern.h"
#include "models/jsonindex.h"

namespace McpUi {

/*!
 * Looks for a pattern in the keys and scalar values of a JSON text of any size, a step at a time.
 * It finds what a string means, however it is escaped. A match is the token of a key or a value;
 * where a member's key and its scalar value match, it is the key. Value type for any thread; see
 * FindSession, which takes the steps.
 */
class JsonFinder
{
public:
    JsonFinder(const Mcp::RawJson &root, const FindQuery &query);

    const QString &problem() const { return m_pattern.problem(); }
    /// Looks at what begins at @p from, the root's begin or where the last step ended.
    FindStep step(qsizetype from) const;

private:
    enum class Verdict { No, Yes, GaveUp };
    Verdict matches(Mcp::JsonRange token) const;

    Mcp::RawJson m_root;
    FindPattern m_pattern;
};

} // namespace McpUi
