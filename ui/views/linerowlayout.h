// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/linerows.h"
#include "models/rawtext.h"

#include <QtGui/qpalette.h>
#include <QtGui/qtextlayout.h>

class QPainter;

namespace McpUi {

/*!
 * One row of a LineTextView made ready to be drawn or hit: its text, coloured as JSON, what stands
 * for a fold behind it, and where bytes are in it. Lives as long as a paint event or a click.
 */
class LineRowLayout
{
public:
    LineRowLayout(const RawText &text, const LineRows::Row &row, const QFont &font,
                  const QPalette &palette, bool isJson);

    /// Matches and the selection, as byte ranges that may reach beyond the row.
    void addMatch(Mcp::JsonRange range);
    void setSelection(Mcp::JsonRange range);
    void draw(QPainter *painter, QPointF at);

    /// In pixels from the row's left edge.
    qreal xOf(qsizetype offset) const;
    /// The byte of the character at @p x; the end of the row's bytes behind it.
    qsizetype offsetAt(qreal x) const;
    qreal width() const { return m_line.naturalTextWidth(); }

private:
    qsizetype columnOf(qsizetype offset) const;
    QList<QTextLayout::FormatRange> colours(const RawText &text, const QString &line) const;
    QString foldNote(const RawText &text) const;
    QTextLayout::FormatRange background(Mcp::JsonRange range, QPalette::ColorRole back) const;

    LineRows::Row m_row;
    QByteArrayView m_bytes; ///< of the row
    QPalette m_palette;
    QTextLayout m_layout;
    QTextLine m_line;
    qsizetype m_own = 0; ///< characters that are the text's own
    QList<QTextLayout::FormatRange> m_marks;
};

} // namespace McpUi
