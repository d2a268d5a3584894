// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/tool.h"

#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace McpUi {

/// One thing a tool's definition says, as a caption and a sentence.
struct ToolFact
{
    QString id; ///< for object names: "readOnlyHint"
    QString caption;
    QString text;
};

/// Names and whether it runs as a task. Only what is there.
[[nodiscard]] QList<ToolFact> toolFacts(const Mcp::Tool &tool);

/// The four hints in words, also those that the server left out, with what is then assumed; then
/// other members of annotations as they are (2025-11-25, schema ToolAnnotations). All are claims
/// that nothing checks.
[[nodiscard]] QList<ToolFact> toolClaims(const Mcp::Tool &tool);

/// What is odd about @p schema as a whole, a sentence each: a dialect that is not read here.
[[nodiscard]] QStringList schemaNotes(const Mcp::RawJson &schema);

} // namespace McpUi
