// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGui/qtextcursor.h>

#include <optional>

/// Brackets and indentation while JSON is typed. Rows are read on their own, because JSON strings
/// end on their line; all positions are those of the document.
namespace McpUi::JsonBrackets {

struct Pair
{
    int open = 0;
    int close = 0;
};

/// The bracket right behind or right in front of @p position and its partner; nothing when there is
/// none, it stands in a string, or its partner is of another kind or more than 20,000 rows away.
[[nodiscard]] std::optional<Pair> pairAt(const QTextDocument *document, int position);

/// A new row, indented like the present one, deeper behind an opening bracket; between two brackets
/// that belong together the closing one gets a row of its own.
void breakLine(QTextCursor &cursor);
/// Types @p bracket; as the first character of a row it goes below the row that opened it.
void typeClosing(QTextCursor &cursor, QChar bracket);
/// Indents the rows of the selection by two spaces, or takes up to two away.
void indent(QTextCursor &cursor, bool deeper);

} // namespace McpUi::JsonBrackets
