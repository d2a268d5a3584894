// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemaparser.h"

/// Values to start from. Author's defaults first, required members only.
namespace Mcp::SchemaDefaults {

/// What a form starts with: required members whose value the author settled (a default, a constant)
/// and required objects, which are filled the same way. Everything else stays absent: nothing is
/// sent that nobody chose. An object in any case.
[[nodiscard]] RawJson initialArguments(const SchemaParser &parser);

/// What a value begins with that somebody decided to add: as above; an empty list for a list;
/// absent where something has to be typed or chosen.
[[nodiscard]] RawJson initialValue(const SchemaNode &node, const SchemaParser &parser);

/// The smallest sensible value of a node, valid where that is in reach: its default or constant,
/// the first choice, the number nearest to zero, an empty text, list or object with the required
/// members (down to 8 levels).
[[nodiscard]] RawJson smallest(const SchemaNode &node, const SchemaParser &parser);

} // namespace Mcp::SchemaDefaults
