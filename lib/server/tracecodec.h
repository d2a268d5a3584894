// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/traceentry.h"
#include "wire/result.h"

#include <QtCore/qlist.h>

/*!
 * The entries of a trace as lines of JSON, one each, and back: what --trace writes, what the window
 * saves and opens, what is kept on disk. Messages stand in a line byte for byte as "message" where
 * they are JSON on one line; else as "text", or as "base64" where they are no UTF-8. The README has
 * the format.
 */
namespace Mcp::TraceCodec {

/// One line, with its line end.
[[nodiscard]] QByteArray line(const TraceEntry &entry);
/// The same with @p payload and @p note instead of the entry's own, for what must not be told.
[[nodiscard]] QByteArray maskedLine(const TraceEntry &entry, const QByteArray &payload,
                                    const QString &note);
/// A line, with or without its end. A Usage error says what is missing. Members that are not known
/// are left out.
[[nodiscard]] Result<TraceEntry> entry(QByteArrayView text);

/// All lines of a file.
struct File
{
    QList<TraceEntry> entries; ///< numbered from 1 without gaps, pairs and conversations as well
    qsizetype badLines = 0;    ///< were left out
    QString firstProblem;      ///< of these, with its line's number
};
/// Reads @p text from start to end. Lines that are none are counted, not fatal.
[[nodiscard]] File read(QByteArrayView text);

} // namespace Mcp::TraceCodec
