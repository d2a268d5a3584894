// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qbytearrayview.h>
#include <QtCore/qstring.h>

#include <optional>

/*!
 * Functions on JSON as text: nothing here makes a document, so nothing sorts, merges or rounds.
 * All run in one pass without recursion, so nesting is bounded by memory only.
 */
namespace Mcp::JsonText {

/// Why a text is not JSON (RFC 8259): byte offset, 1-based line and column (in characters) and a
/// plain English sentence such as "expected ',' or '}' after the value".
struct Problem
{
    qsizetype offset = 0;
    int line = 1;
    int column = 1;
    QString message;
};

/// Checks strictly against RFC 8259 (any value at the top, UTF-8 validity, no control characters in
/// strings, number and escape syntax, nothing behind the value). Nothing returned: well-formed.
/// Lone surrogate escapes, huge numbers, any depth and duplicate keys are well-formed.
[[nodiscard]] std::optional<Problem> check(QByteArrayView json);

/// Re-indents; only white space outside strings changes. Malformed input comes back readable too:
/// the rest from the first oddity on is copied as it is. @p indent spaces a level; at 0 it is
/// compact.
[[nodiscard]] QByteArray pretty(QByteArrayView json, int indent = 2);
/// Removes white space outside strings; safe for newline framing (raw line breaks inside strings,
/// which are not valid JSON, are escaped as \n and \r).
[[nodiscard]] QByteArray compact(QByteArrayView json);
/// Replaces every non-ASCII character by its \uXXXX escape (pairs above U+FFFF): the same value in
/// 7-bit bytes. Only meaningful on JSON text.
[[nodiscard]] QByteArray escapeNonAscii(QByteArrayView json);

/// The string value of a JSON string token with quotes. Lone surrogates and invalid UTF-8 become
/// U+FFFD, an unknown escape keeps its character.
[[nodiscard]] QString unescape(QByteArrayView quoted);
/// The first @p most UTF-16 units of it (one less rather than half a pair), at a cost that does not
/// grow with the rest.
[[nodiscard]] QString unescapeStart(QByteArrayView quoted, qsizetype most);
/// A JSON string token with quotes; UTF-8, only '"', '\\' and control characters escaped.
[[nodiscard]] QByteArray quote(QStringView text);
/// The same, appended to what is being written. Lone surrogates are kept as \uXXXX.
void appendQuoted(QByteArray &out, QStringView text);

/// What blankComments() does with a comma in front of a closing bracket.
enum class Commas { Blank, Keep };

/// For files that people write: blanks out // and /* */ comments, trailing commas and a byte order
/// mark with spaces (line breaks kept), so that every byte offset stays valid for the original.
[[nodiscard]] QByteArray blankComments(QByteArrayView jsonc, Commas commas = Commas::Blank);

} // namespace Mcp::JsonText
