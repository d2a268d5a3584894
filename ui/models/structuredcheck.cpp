// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/structuredcheck.h"

namespace McpUi {

StructuredCheck StructuredCheck::of(const Mcp::RawJson &value, const JsonIndex &index,
                                    const Mcp::RawJson &schema)
{
    StructuredCheck check;
    check.problems = Mcp::SchemaValidator(Mcp::SchemaDocument(schema)).validate(value);
    check.marks = JsonMarks(value, index, check.problems);
    return check;
}

} // namespace McpUi
