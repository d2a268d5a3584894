// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/tracemodel.h"

/// What the cells of a trace say about one entry.
namespace McpUi::TraceCells {

[[nodiscard]] QString direction(const Mcp::TraceEntry &entry);     ///< an arrow
[[nodiscard]] QString directionWord(const Mcp::TraceEntry &entry); ///< the same in words
[[nodiscard]] QString method(const Mcp::TraceEntry &entry);
[[nodiscard]] QString status(const Mcp::TraceEntry &entry);
[[nodiscard]] TraceModel::Tone tone(const Mcp::TraceEntry &entry);

} // namespace McpUi::TraceCells
