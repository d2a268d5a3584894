// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

/// How sizes, times and foreign text read everywhere in the window.
namespace McpUi {

/// "512 B", "4.1 KB", "12 MB" (1 KB = 1,000 bytes).
[[nodiscard]] QString formatSize(qint64 bytes);
/// "0.4 ms", "12 ms", "3.2 s", "2 min 5 s". Negative: empty.
[[nodiscard]] QString formatDuration(qint64 microseconds);
/// Local clock time with milliseconds, "14:03:27.120"; of another day with the date in front.
[[nodiscard]] QString formatTime(qint64 msSinceEpoch);
/// "17", "10,000".
[[nodiscard]] QString formatNumber(qint64 number);
/// "1 tool", "17 tools", "10,000 tools".
[[nodiscard]] QString formatCount(qint64 count, const QString &singular, const QString &plural);

/// See Mcp::Unseen.
[[nodiscard]] bool turnsDirection(QChar c);
/// \uXXXX as in JSON.
[[nodiscard]] QString formatEscape(QChar c);

/// One line that is safe to paint: at most @p maxChars characters of @p text (UTF-8), terminal
/// colour sequences left out, tabs and control characters as spaces, what turns the direction of
/// text around as \uXXXX (a name must not read as another one), "…" when something was cut.
[[nodiscard]] QString displayLine(const QByteArray &text, int maxChars = 2000);
[[nodiscard]] QString displayLine(const QString &text, int maxChars = 2000);

/// @p text of any number of lines with what turns its direction around as \uXXXX; all else stays.
[[nodiscard]] QString displayText(const QString &text);
/// Plain text from anywhere as a tool tip, with its line breaks, cut at 3,000 characters. Never set
/// a foreign text itself: Qt takes for rich text what looks like it.
[[nodiscard]] QString formatToolTip(const QString &text);
/// @p name, which may be a server's or its words, as the part of a file name: nothing in it leads
/// to another folder or hides the file.
[[nodiscard]] QString formatFileName(QStringView name);
/// @p text in double quotes as in JSON, so that nothing in it can look like something else: what is
/// not printable, ASCII controls and characters that change the direction of text or the line
/// among them, is shown as \n, \t or \uXXXX.
[[nodiscard]] QString formatQuoted(QStringView text);

} // namespace McpUi
