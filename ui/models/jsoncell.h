// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qstring.h>

/// How a JSON value reads in one line of a table or tree.
namespace McpUi::JsonCell {

/// @p text in one line, cut at @p maxChars; line breaks as "↵", what turns the direction
/// of text around as \uXXXX.
[[nodiscard]] QString line(const QString &text, qsizetype maxChars);
/// Scalars as they stand in the text (strings unescaped), cut at 300 characters; of containers what
/// is in them, as a number or a size.
[[nodiscard]] QString valueText(const Mcp::RawJson &value);
/// "string", "number" …
[[nodiscard]] QString typeText(const Mcp::RawJson &value);

} // namespace McpUi::JsonCell
