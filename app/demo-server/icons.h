// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

/// Small pictures for lists, inside the message: nothing has to be fetched to show them.
namespace McpDemo::Icons {

enum class Colour { Blue, Green, Orange, Violet };

/// The member "icons": a PNG of one colour.
Mcp::RawJson square(Colour colour);
/// The same with an SVG that fits any size and, for dark backgrounds, a lighter one.
Mcp::RawJson disc(Colour colour);

} // namespace McpDemo::Icons
