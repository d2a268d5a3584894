// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/jsondiff.h"

namespace McpUi {

/// The comparison of two tool results. A text that says the same as the structured content in both
/// of them is left out: its differences are those of the structured content.
namespace ResultDiff {

[[nodiscard]] JsonDiff of(const Mcp::RawJson &left, const Mcp::RawJson &right,
                          const BackgroundProgress &progress);

} // namespace ResultDiff

} // namespace McpUi
