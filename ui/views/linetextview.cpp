// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/linetextview.h"

#include "forms/tones.h"
#include "views/linerowlayout.h"
#include "views/linetextkeys.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qevent.h>
#include <QtGui/qguiapplication.h>
#include <QtGui/qpainter.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qscrollbar.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kPadding = 6;
constexpr qsizetype kFewestColumns = 20;

} // namespace

LineTextView::LineTextView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFont(Tones::fixedFont());
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
}

void LineTextView::setText(const RawText &text, bool isJson)
{
    m_text = text;
    m_isJson = isJson;
    m_matches.clear();
    m_rows.setLines(text.lines);
    select(0, 0);
    updateRows();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
}

void LineTextView::setWrapped(bool wrapped)
{
    m_isWrapped = wrapped;
    updateRows();
    ensureVisible(m_cursor, false);
}

/// Long lines end where the view does; what was at the top stays there.
void LineTextView::updateRows()
{
    const int room = viewport()->width() - gutterWidth() - kPadding;
    const auto columns = qsizetype(room / qMax(1.0, QFontMetricsF(font()).horizontalAdvance(u'x')));
    const qsizetype bytes =
            m_isWrapped ? qMin(kRowBytes, qMax(kFewestColumns, columns)) : kRowBytes;
    if (bytes != m_rows.rowBytes()) {
        const qsizetype top = m_rows.row(rowAt(0)).bytes.begin;
        m_rows.setRowBytes(bytes);
        updateScrollBars();
        verticalScrollBar()->setValue(int(m_rows.rowOf(top)));
    }
    updateScrollBars();
    viewport()->update();
}

QByteArray LineTextView::selectedText() const
{
    return lines().text().mid(selection().begin, selection().size());
}

void LineTextView::selectAll() { select(0, lines().text().size()); }

void LineTextView::copy()
{
    if (hasSelection())
        QGuiApplication::clipboard()->setText(QString::fromUtf8(selectedText()));
}

void LineTextView::reveal(Mcp::JsonRange range)
{
    if (m_rows.unfoldAround(lines().lineAt(range.begin)))
        foldsChanged();
    select(range.end, range.begin); // the cursor at the beginning: a range may be very long
    ensureVisible(range.begin, true);
}

void LineTextView::setMatches(const QList<Mcp::JsonRange> &matches)
{
    m_matches = matches;
    viewport()->update();
}

void LineTextView::fold()
{
    const qsizetype line = m_isJson ? m_text.foldAround(m_cursor) : -1;
    if (line < 0)
        return;
    m_rows.fold(line, m_text.foldEnd(line));
    select(lines().lineEnd(line), lines().lineEnd(line));
    foldsChanged();
    ensureVisible(m_cursor, false);
}

void LineTextView::unfold()
{
    if (m_rows.unfold(lines().lineAt(m_cursor)))
        foldsChanged();
}

void LineTextView::unfoldAll()
{
    m_rows.unfoldAll();
    foldsChanged();
    ensureVisible(m_cursor, false);
}

void LineTextView::toggleFold(qsizetype line)
{
    if (!m_rows.unfold(line)) {
        const qsizetype last = m_text.foldEnd(line);
        if (last < 0)
            return;
        m_rows.fold(line, last);
    }
    foldsChanged();
}

void LineTextView::foldsChanged()
{
    updateScrollBars();
    viewport()->update();
}

void LineTextView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setFont(font());
    const qsizetype first = verticalScrollBar()->value();
    const qsizetype end = qMin(m_rows.rowCount(), first + viewport()->height() / lineHeight() + 2);
    const int gutter = gutterWidth();
    painter.setClipRect(gutter, 0, viewport()->width() - gutter, viewport()->height());
    paintRows(painter, first, end);
    painter.setClipping(false);
    paintGutter(painter, first, end);
}

void LineTextView::paintRows(QPainter &painter, qsizetype first, qsizetype end)
{
    const qsizetype cursorRow = m_rows.rowOf(m_cursor);
    const int left = gutterWidth() - horizontalScrollBar()->value();
    for (qsizetype i = first; i < end; ++i) {
        const int top = int(i - first) * lineHeight();
        const LineRows::Row row = m_rows.row(i);
        LineRowLayout layout = layoutOf(row);
        auto match = std::lower_bound(
                m_matches.cbegin(), m_matches.cend(), row.bytes.begin,
                [](Mcp::JsonRange range, qsizetype begin) { return range.end <= begin; });
        for (; match != m_matches.cend() && match->begin < row.bytes.end; ++match)
            layout.addMatch(*match);
        layout.setSelection(selection());
        if (i == cursorRow)
            painter.fillRect(0, top, viewport()->width(), lineHeight(),
                             Tones::background(Tones::Tone::Dim, palette()));
        layout.draw(&painter, QPointF(left, top));
        if (i == cursorRow && hasFocus())
            painter.fillRect(QRectF(left + layout.xOf(m_cursor), top, 1, lineHeight()),
                             palette().color(QPalette::Text));
    }
}

void LineTextView::paintGutter(QPainter &painter, qsizetype first, qsizetype end)
{
    const int gutter = gutterWidth();
    painter.fillRect(0, 0, gutter - kPadding / 2, viewport()->height(),
                     palette().color(QPalette::Window));
    const qsizetype current = lines().lineAt(m_cursor);
    painter.setRenderHint(QPainter::Antialiasing);
    for (qsizetype i = first; i < end; ++i) {
        const LineRows::Row row = m_rows.row(i);
        if (!row.isFirst)
            continue;
        const QRect area(0, int(i - first) * lineHeight(), gutter - kPadding - arrowWidth(),
                         lineHeight());
        const auto tone = row.line == current ? Tones::Tone::Normal : Tones::Tone::Dim;
        painter.setPen(Tones::text(tone, palette()));
        painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, QString::number(row.line + 1));
        if (!m_isJson || (row.foldedTo < 0 && m_text.foldEnd(row.line) < 0))
            continue;
        const QPointF centre(area.right() + arrowWidth() * 0.55, area.center().y() + 1);
        const qreal side = arrowWidth() * 0.24;
        const QPolygonF arrow = row.foldedTo >= 0
                                        ? QPolygonF({ centre + QPointF(-side * 0.6, -side),
                                                      centre + QPointF(side * 0.8, 0),
                                                      centre + QPointF(-side * 0.6, side) })
                                        : QPolygonF({ centre + QPointF(-side, -side * 0.6),
                                                      centre + QPointF(side, -side * 0.6),
                                                      centre + QPointF(0, side * 0.8) });
        painter.setPen(Qt::NoPen);
        painter.setBrush(
                Tones::text(row.foldedTo >= 0 ? Tones::Tone::Key : Tones::Tone::Dim, palette()));
        painter.drawPolygon(arrow);
    }
}

LineRowLayout LineTextView::layoutOf(const LineRows::Row &row) const
{
    return LineRowLayout(m_text, row, font(), palette(), m_isJson);
}

int LineTextView::lineHeight() const { return fontMetrics().lineSpacing(); }

int LineTextView::arrowWidth() const { return m_isJson ? fontMetrics().ascent() + 2 : 0; }

int LineTextView::gutterWidth() const
{
    const auto digits = QString::number(lines().lineCount()).size();
    return int(qMax<qsizetype>(3, digits)) * fontMetrics().horizontalAdvance(u'9') + 2 * kPadding
           + arrowWidth();
}

void LineTextView::updateScrollBars()
{
    const int page = qMax(1, viewport()->height() / lineHeight());
    const qsizetype rows = qMin<qsizetype>(m_rows.rowCount(), INT_MAX);
    verticalScrollBar()->setRange(0, int(qMax<qsizetype>(0, rows - page)));
    verticalScrollBar()->setPageStep(page);
    // What stands for a fold needs some room, too.
    const qsizetype columns = qMin(lines().longestLine(), m_rows.rowBytes())
                              + (m_rows.hasFolds() && !m_isWrapped ? 40 : 0);
    const auto text = int(double(columns) * QFontMetricsF(font()).horizontalAdvance(u'x'));
    const int width = text + gutterWidth() + (m_isWrapped ? 0 : kPadding);
    horizontalScrollBar()->setRange(0, qMax(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(fontMetrics().horizontalAdvance(u'x') * 4);
}

void LineTextView::ensureVisible(qsizetype offset, bool centre)
{
    const auto row = int(qMin<qsizetype>(m_rows.rowOf(offset), INT_MAX));
    QScrollBar *down = verticalScrollBar();
    const int page = down->pageStep();
    if (row < down->value() || row >= down->value() + page)
        down->setValue(centre ? row - page / 3 : row < down->value() ? row : row - page + 1);
    QScrollBar *right = horizontalScrollBar();
    const int x = int(xOf(offset));
    const int room = viewport()->width() - gutterWidth();
    if (x < right->value() || x > right->value() + room - 2 * kPadding)
        right->setValue(x < room / 2 ? 0 : x - room / 2);
    viewport()->update();
}

qreal LineTextView::xOf(qsizetype offset) const
{
    return layoutOf(m_rows.row(m_rows.rowOf(offset))).xOf(offset);
}

void LineTextView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateRows();
}

void LineTextView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateRows();
}

void LineTextView::keyPressEvent(QKeyEvent *event)
{
    if (!LineTextKeys(this).press(*event))
        QAbstractScrollArea::keyPressEvent(event);
}

void LineTextView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint position = event->position().toPoint();
    const qsizetype row = rowAt(position.y());
    const int arrows = gutterWidth() - kPadding - arrowWidth();
    if (position.x() >= arrows && position.x() < arrows + arrowWidth() && row < m_rows.rowCount()) {
        toggleFold(m_rows.row(row).line);
        return;
    }
    const qsizetype offset = offsetAt(position);
    select(event->modifiers() & Qt::ShiftModifier ? m_anchor : offset, offset);
}

void LineTextView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const int y = int(event->position().y());
    if (y < 0 || y > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + (y < 0 ? -2 : 2));
    select(m_anchor, offsetAt(event->position().toPoint()));
}

/// The line: in JSON that is mostly the value.
void LineTextView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Mcp::JsonRange line =
            lines().lineRange(lines().lineAt(offsetAt(event->position().toPoint())));
    select(line.begin, line.end);
}

void LineTextView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse && !hasSelection()) {
        const qsizetype offset = offsetAt(viewport()->mapFromGlobal(event->globalPos()));
        select(offset, offset); // what is folded is what was clicked
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(u"rawMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(u"&Copy selection\tCtrl+C"_s, this, &LineTextView::copy)
            ->setEnabled(hasSelection());
    menu->addAction(u"Select &all\tCtrl+A"_s, this, &LineTextView::selectAll);
    if (m_isJson) {
        menu->addSeparator();
        const bool isFolded = m_rows.foldedTo(lines().lineAt(m_cursor)) >= 0;
        menu->addAction(u"&Fold\t-"_s, this, &LineTextView::fold)->setEnabled(!isFolded);
        menu->addAction(u"&Unfold\t+"_s, this, &LineTextView::unfold)->setEnabled(isFolded);
        menu->addAction(u"Unfold a&ll\t*"_s, this, &LineTextView::unfoldAll)
                ->setEnabled(m_rows.hasFolds());
    }
    menu->popup(event->globalPos());
}

qsizetype LineTextView::rowAt(int y) const
{
    return qMax<qsizetype>(0, verticalScrollBar()->value() + qFloor(double(y) / lineHeight()));
}

/// The byte offset of the character under @p position.
qsizetype LineTextView::offsetAt(QPoint position) const
{
    const qsizetype row = rowAt(position.y());
    if (row >= m_rows.rowCount())
        return lines().text().size();
    return layoutOf(m_rows.row(row))
            .offsetAt(position.x() - gutterWidth() + horizontalScrollBar()->value());
}

void LineTextView::select(qsizetype anchor, qsizetype cursor)
{
    m_anchor = anchor;
    m_cursor = cursor;
    viewport()->update();
    emit selectionChanged();
}

} // namespace McpUi
