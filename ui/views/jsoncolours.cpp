// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/jsoncolours.h"

#include "forms/jsoncolours.h"
#include "forms/tones.h"

#include <QtGui/qpalette.h>

namespace McpUi {

QList<QTextLayout::FormatRange> jsonColours(const QString &line, const QPalette &palette)
{
    QList<QTextLayout::FormatRange> ranges;
    const QList<JsonPiece> pieces = jsonPieces(line);
    for (const JsonPiece &piece : pieces) {
        QTextLayout::FormatRange range{ piece.begin, piece.length, {} };
        range.format.setForeground(Tones::text(piece.tone, palette));
        ranges.append(range);
    }
    return ranges;
}

} // namespace McpUi
