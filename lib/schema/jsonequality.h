// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

namespace Mcp {

/// Are these the same JSON value (2020-12, core 4.2.2)? Numbers by exact value (1 is 1.0), strings
/// by their text, objects whatever the order of members (of duplicates the last counts). Absent
/// equals only absent. Deeper than 500 levels the bytes are compared instead.
[[nodiscard]] bool sameJson(const RawJson &a, const RawJson &b);
/// Equal for what sameJson() calls the same, for finding equals among many.
[[nodiscard]] size_t hashJson(const RawJson &value);

} // namespace Mcp
