// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemaparser.h"

/// Schemas in plain words, for labels and help texts: one line each, in which nothing that a schema
/// says turns the direction of text around (see Unseen).
namespace Mcp::SchemaWords {

/// The type with its limits: "integer, 1 to 100", "date and time", "one of 3", "list of text, at
/// most 5", "text or null". Limits of ±(2^53−1), which generators write for "no limit", are left
/// out. @p parser is the one @p node came from.
[[nodiscard]] QString type(const SchemaNode &node, const SchemaParser &parser);
/// What a value of the format looks like, e.g. "2026-11-22T10:00:00Z"; empty if that is not known.
[[nodiscard]] QString formatExample(const QString &format);
/// A JSON value on one line, cut at @p limit characters: strings without quotes if they stay
/// unmistakable, everything else as it is written.
[[nodiscard]] QString value(const RawJson &value, int limit = 60);

} // namespace Mcp::SchemaWords
