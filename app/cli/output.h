// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "failure.h"
#include "options.h"

#include <QtCore/qbytearrayview.h>

/// What goes to our stdout and stderr.
namespace McpCli::Output {

/// Writes everything, however long the reader takes; false when nobody reads any more or when the
/// program was interrupted meanwhile.
bool toStdout(QByteArrayView bytes);
bool toStderr(QByteArrayView bytes);
/// Writes what a run without a server is about; the exit code.
int printAll(QByteArrayView bytes);

/// The result as --format wants it: pretty-printed, or one line {"result": …}. Numbers, key order
/// and strings as the server sent them.
QByteArray format(const Mcp::RawJson &result, Format format);

/// One line about something the server said. On a terminal its control characters are shown as
/// pictures, so that a server cannot write on the screen what it likes.
void noteToStderr(const QString &text);

/// A piece of the server's stderr, as it came; on a terminal only colours are let through.
void serverStderr(const QByteArray &chunk);

/// How the run ended, on the last line, for scripts; on a terminal also as plain text for people.
void failure(const Failure &failure);

/// Control characters of @p text as visible signs; tabs and line ends stay. Colours (SGR
/// sequences) stay when @p keepColours.
QByteArray neutralised(QByteArrayView text, bool keepColours);

} // namespace McpCli::Output
