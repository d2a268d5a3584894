// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>

/*!
 * What a server wrote, so that a terminal shows it and does nothing else: without control
 * characters (C0, DEL, C1 as UTF-8 and as single bytes, which old terminals act upon) and without
 * what turns the direction of text around.
 */
namespace McpCli::TerminalText {

/// JSON, or what a server passes off as JSON: such characters become \u escapes, which leaves the
/// values of well-formed strings the same; bytes that are no UTF-8 become U+FFFD. Line ends stay.
QByteArray json(QByteArrayView text);

/// Text: control characters become visible signs; tabs and line ends stay. Colours (SGR sequences)
/// stay when @p keepColours.
QByteArray plain(QByteArrayView text, bool keepColours);

/// Bytes at the end of @p text that may become a character once more of them come.
qsizetype unfinished(QByteArrayView text);

} // namespace McpCli::TerminalText
