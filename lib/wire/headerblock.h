// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearrayview.h>
#include <QtCore/qglobal.h>
#include <QtCore/qstring.h>

/*!
 * The grammar of Content-Length headers, for FrameDecoder: what is a header, what does a block of
 * them say. Pure functions, because this framing is in no revision and has to be pieced together
 * from what servers write.
 */
namespace Mcp::HeaderBlock {

enum class Start { No, Maybe, Yes };

/// Whether @p bytes begin with "Content-Length:" or "Content-Type:" (any case); Maybe when they are
/// too few to decide.
[[nodiscard]] Start startsHere(QByteArrayView bytes);

/// Whether @p line (without its line break) is "name: value", whatever the name.
[[nodiscard]] bool isHeaderLine(QByteArrayView line);

/// What a block of header lines says: the length, or a sentence that says why there is none.
struct Length
{
    qint64 bytes = 0;
    QString problem;
};
[[nodiscard]] Length contentLength(QByteArrayView block);

/// Where a "Content-Length: N" begins that ends @p line behind other text, or -1: a server wrote a
/// header without ending the line before it.
[[nodiscard]] qsizetype trailingHeader(QByteArrayView line);

} // namespace Mcp::HeaderBlock
