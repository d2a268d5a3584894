// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/jsonindex.h"
#include "models/lineindex.h"

namespace McpUi {

/*!
 * A JSON value as text that is shown line by line: as it was received or indented, with what is
 * needed to find the way in it. Value type; made off the GUI thread for large values.
 */
struct RawText
{
    LineIndex lines;
    Mcp::RawJson root; ///< the value in that text
    JsonIndex index;   ///< of root

    static RawText of(const Mcp::RawJson &value, bool isPretty);

    /// The last line of the container that opens at the end of @p line; -1 when none does, or when
    /// it closes there, too.
    qsizetype foldEnd(qsizetype line) const;
    /// The line at the end of which the innermost container around byte @p offset opens, such that
    /// it can be folded; -1 if there is none.
    qsizetype foldAround(qsizetype offset) const;
    /// Is byte @p offset behind the first of a string?
    bool isInString(qsizetype offset) const;

private:
    qsizetype opening(Mcp::JsonRange line) const;
};

} // namespace McpUi
