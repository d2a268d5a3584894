// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/structuredcheck.h"

#include "models/background.h"

namespace McpUi {

namespace {

/// In ms, for what is checked off the GUI thread: 50 MB take a few seconds.
constexpr int kPatience = 15'000;

} // namespace

StructuredCheck StructuredCheck::of(const Mcp::RawJson &value, const JsonIndex &index,
                                    const Mcp::RawJson &schema)
{
    Mcp::SchemaValidator validator{ Mcp::SchemaDocument(schema) };
    if (value.size() >= kBackgroundSize)
        validator.setTimeLimit(kPatience);
    const Mcp::SchemaOutcome outcome = validator.check(value);
    StructuredCheck check{ outcome.problems, outcome.notes, outcome.gaveUp, {} };
    check.marks = JsonMarks(value, index, check.problems);
    return check;
}

} // namespace McpUi
