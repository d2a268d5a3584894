// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/linerowlayout.h"

#include "forms/tones.h"
#include "models/format.h"
#include "views/jsoncolours.h"

#include <QtGui/qpainter.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// What would break the row, or hide in it, takes a place each.
QString shown(QByteArrayView bytes)
{
    QString text = QString::fromUtf8(bytes);
    text.replace(QChar::LineSeparator, u' ').replace(QChar::ParagraphSeparator, u' ');
    return text;
}

} // namespace

LineRowLayout::LineRowLayout(const RawText &text, const LineRows::Row &row, const QFont &font,
                             const QPalette &palette, bool isJson)
    : m_row(row)
    , m_bytes(QByteArrayView(text.lines.text()).sliced(row.bytes.begin, row.bytes.size()))
    , m_palette(palette)
{
    QString line = shown(m_bytes);
    m_own = line.size();
    QList<QTextLayout::FormatRange> formats;
    if (isJson)
        formats = colours(text, line);
    if (row.foldedTo >= 0 && row.isLast) {
        const QString note = foldNote(text);
        QTextLayout::FormatRange dim{ int(line.size()), int(note.size()), {} };
        dim.format.setForeground(Tones::text(Tones::Tone::Dim, palette));
        formats.append(dim);
        line += note;
    }
    m_layout.setText(line);
    m_layout.setFont(font);
    m_layout.setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    option.setTabStopDistance(4 * QFontMetricsF(font).horizontalAdvance(u'x'));
    m_layout.setTextOption(option);
    m_layout.setFormats(formats);
    m_layout.beginLayout();
    m_line = m_layout.createLine();
    m_layout.endLayout();
}

/// " … ],  1,234 lines": how the fold ends, and how much it hides.
QString LineRowLayout::foldNote(const RawText &text) const
{
    const QString end = text.lines.line(m_row.foldedTo, 40).trimmed();
    return u" … %1   (%2)"_s.arg(end,
                                 formatCount(m_row.foldedTo - m_row.line, u"line"_s, u"lines"_s));
}

QList<QTextLayout::FormatRange> LineRowLayout::colours(const RawText &text,
                                                       const QString &line) const
{
    if (m_row.isFirst || !text.isInString(m_row.bytes.begin))
        return jsonColours(line, m_palette);
    // The row goes on with a string: as if it began here.
    QList<QTextLayout::FormatRange> ranges = jsonColours(u'"' + line, m_palette);
    for (QTextLayout::FormatRange &range : ranges) {
        range.start == 0 ? --range.length : --range.start;
    }
    return ranges;
}

void LineRowLayout::addMatch(Mcp::JsonRange range)
{
    m_marks.append(background(range, QPalette::NoRole));
}

void LineRowLayout::setSelection(Mcp::JsonRange range)
{
    if (range.begin < range.end && range.begin <= m_row.bytes.end && range.end > m_row.bytes.begin)
        m_marks.append(background(range, QPalette::Highlight));
}

QTextLayout::FormatRange LineRowLayout::background(Mcp::JsonRange range,
                                                   QPalette::ColorRole back) const
{
    const qsizetype from = columnOf(range.begin);
    // A selection that goes on behind the row takes the row's note with it.
    const qsizetype to = range.end > m_row.bytes.end ? m_layout.text().size() : columnOf(range.end);
    QTextLayout::FormatRange mark{ int(from), int(to - from), {} };
    if (back == QPalette::Highlight) {
        mark.format.setBackground(m_palette.highlight());
        mark.format.setForeground(m_palette.highlightedText());
    } else {
        mark.format.setBackground(Tones::background(Tones::Tone::Warning, m_palette));
        mark.format.setFontUnderline(true);
    }
    return mark;
}

void LineRowLayout::draw(QPainter *painter, QPointF at) { m_layout.draw(painter, at, m_marks); }

qreal LineRowLayout::xOf(qsizetype offset) const { return m_line.cursorToX(int(columnOf(offset))); }

qsizetype LineRowLayout::offsetAt(qreal x) const
{
    const int column = m_line.xToCursor(x);
    if (column >= m_own)
        return m_row.bytes.end;
    const qsizetype before = QStringView(m_layout.text()).left(column).toUtf8().size();
    return qMin(m_row.bytes.end, m_row.bytes.begin + before);
}

qsizetype LineRowLayout::columnOf(qsizetype offset) const
{
    const qsizetype bytes = qBound<qsizetype>(0, offset - m_row.bytes.begin, m_bytes.size());
    return qMin(m_own, QString::fromUtf8(m_bytes.first(bytes)).size());
}

} // namespace McpUi
