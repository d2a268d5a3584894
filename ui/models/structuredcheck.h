// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/jsonmarks.h"

namespace McpUi {

/// How a value fits a schema, and where it does not. Made off the GUI thread for large values.
struct StructuredCheck
{
    QList<Mcp::SchemaProblem> problems;
    JsonMarks marks;

    /// @p index is that of @p value.
    static StructuredCheck of(const Mcp::RawJson &value, const JsonIndex &index,
                              const Mcp::RawJson &schema);
};

} // namespace McpUi
