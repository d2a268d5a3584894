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

/// A piece of the server's stderr, as it came; on a terminal only colours are let through. @p held
/// keeps the beginning of a character until the next piece.
void serverStderr(const QByteArray &chunk, QByteArray &held);

/// How the run ended, on the last line, for scripts; on a terminal also as plain text for people.
void failure(const Failure &failure);

} // namespace McpCli::Output
