// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/jsonmarks.h"

namespace McpUi {

/// How a value fits a schema, and where it does not. Made off the GUI thread for large values.
struct StructuredCheck
{
    QList<Mcp::SchemaProblem> problems;
    QStringList notes;   ///< what could not be checked
    bool gaveUp = false; ///< the last problem is none but that there was too much to check
    JsonMarks marks;

    bool fits() const { return problems.isEmpty() && notes.isEmpty(); }
    qsizetype wrongCount() const { return problems.size() - (gaveUp ? 1 : 0); }

    /// @p index is that of @p value.
    static StructuredCheck of(const Mcp::RawJson &value, const JsonIndex &index,
                              const Mcp::RawJson &schema);
};

} // namespace McpUi
