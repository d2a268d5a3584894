// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/linetextview.h"

#include "forms/tones.h"
#include "views/jsoncolours.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qevent.h>
#include <QtGui/qguiapplication.h>
#include <QtGui/qpainter.h>
#include <QtGui/qtextlayout.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qscrollbar.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kPadding = 6;

/// UTF-8 bytes in front of character @p column of @p text.
qsizetype bytesBefore(const QString &text, qsizetype column)
{
    return QStringView(text).left(column).toUtf8().size();
}

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

void LineTextView::setLines(const LineIndex &lines, bool json)
{
    m_lines = lines;
    m_json = json;
    select(0, 0);
    updateScrollBars();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    viewport()->update();
}

QByteArray LineTextView::selectedText() const
{
    const qsizetype begin = qMin(m_anchor, m_cursor);
    return m_lines.text().mid(begin, qMax(m_anchor, m_cursor) - begin);
}

void LineTextView::selectAll() { select(0, m_lines.text().size()); }

void LineTextView::copy()
{
    if (hasSelection())
        QGuiApplication::clipboard()->setText(QString::fromUtf8(selectedText()));
}

void LineTextView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setFont(font());
    const int height = lineHeight();
    const qsizetype first = verticalScrollBar()->value();
    const qsizetype visible = viewport()->height() / height + 2;
    const qsizetype end = qMin(m_lines.lineCount(), first + visible);
    const int gutter = gutterWidth();

    painter.setClipRect(gutter, 0, viewport()->width() - gutter, viewport()->height());
    for (qsizetype line = first; line < end; ++line)
        paintLine(painter, line, int(line - first) * height);

    painter.setClipping(false);
    painter.fillRect(0, 0, gutter - kPadding / 2, viewport()->height(),
                     palette().color(QPalette::Window));
    painter.setPen(Tones::text(Tones::Tone::Dim, palette()));
    for (qsizetype line = first; line < end; ++line) {
        const QRect area(0, int(line - first) * height, gutter - kPadding, height);
        painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, QString::number(line + 1));
    }
}

void LineTextView::paintLine(QPainter &painter, qsizetype line, int top)
{
    QString text = shownLine(line);
    const qsizetype own = text.size();
    const qsizetype hidden =
            m_lines.lineEnd(line) - m_lines.lineBegin(line) - bytesBefore(text, own);
    QList<QTextLayout::FormatRange> formats =
            m_json ? jsonColours(text, palette()) : QList<QTextLayout::FormatRange>();
    if (hidden > 0) {
        text += u" … (%1 more bytes in this line)"_s.arg(hidden);
        QTextLayout::FormatRange note{ int(own), int(text.size() - own), {} };
        note.format.setForeground(Tones::text(Tones::Tone::Warning, palette()));
        formats.append(note);
    }
    QTextLayout layout(text, font(), viewport());
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();

    const qsizetype begin = qMax(qMin(m_anchor, m_cursor), m_lines.lineBegin(line));
    const qsizetype selectionEnd = qMax(m_anchor, m_cursor);
    const qsizetype end = qMin(selectionEnd, m_lines.lineEnd(line));
    QList<QTextLayout::FormatRange> selection;
    if (hasSelection() && begin < end) {
        const auto column = [this, line, own](qsizetype offset) {
            const qsizetype from = m_lines.lineBegin(line);
            const QByteArrayView view(m_lines.text());
            return qMin(own, QString::fromUtf8(view.sliced(from, offset - from)).size());
        };
        const qsizetype shownEnd = m_lines.lineBegin(line) + kShownLineBytes;
        const qsizetype from = column(qMin(begin, shownEnd));
        const qsizetype to = end > shownEnd ? text.size() : column(end);
        QTextLayout::FormatRange range{ int(from), int(to - from), {} };
        range.format.setBackground(palette().highlight());
        range.format.setForeground(palette().highlightedText());
        selection.append(range);
    }
    layout.draw(&painter, QPointF(gutterWidth() - horizontalScrollBar()->value(), top), selection);
}

QString LineTextView::shownLine(qsizetype line) const
{
    QString text = m_lines.line(line, kShownLineBytes);
    text.replace(QChar::LineSeparator, u' ').replace(QChar::ParagraphSeparator, u' ');
    return text;
}

int LineTextView::lineHeight() const { return fontMetrics().lineSpacing(); }

int LineTextView::gutterWidth() const
{
    const auto digits = QString::number(m_lines.lineCount()).size();
    return int(qMax<qsizetype>(3, digits)) * fontMetrics().horizontalAdvance(u'9') + 2 * kPadding;
}

void LineTextView::updateScrollBars()
{
    const int page = qMax(1, viewport()->height() / lineHeight());
    const qsizetype lines = qMin<qsizetype>(m_lines.lineCount(), INT_MAX);
    verticalScrollBar()->setRange(0, int(qMax<qsizetype>(0, lines - page)));
    verticalScrollBar()->setPageStep(page);
    const qsizetype columns = qMin(m_lines.longestLine(), kShownLineBytes + 40);
    const int width =
            int(columns) * fontMetrics().horizontalAdvance(u'x') + gutterWidth() + kPadding;
    horizontalScrollBar()->setRange(0, qMax(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(fontMetrics().horizontalAdvance(u'x') * 4);
}

void LineTextView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void LineTextView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateScrollBars();
}

void LineTextView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::MoveToStartOfDocument) || event->key() == Qt::Key_Home)
        bar->setValue(bar->minimum());
    else if (event->matches(QKeySequence::MoveToEndOfDocument) || event->key() == Qt::Key_End)
        bar->setValue(bar->maximum());
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void LineTextView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const qsizetype offset = offsetAt(event->position().toPoint());
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
    const qsizetype line = m_lines.lineAt(offsetAt(event->position().toPoint()));
    select(m_lines.lineBegin(line), m_lines.lineEnd(line));
}

void LineTextView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(u"&Copy selection"_s, this, &LineTextView::copy)->setEnabled(hasSelection());
    menu->addAction(u"Select &all"_s, this, &LineTextView::selectAll);
    menu->popup(event->globalPos());
}

/// The byte offset of the character under @p position.
qsizetype LineTextView::offsetAt(QPoint position) const
{
    const qsizetype row =
            verticalScrollBar()->value() + qFloor(double(position.y()) / lineHeight());
    const qsizetype line = qBound<qsizetype>(0, row, m_lines.lineCount() - 1);
    if (row > line)
        return m_lines.text().size();
    const QString text = shownLine(line);
    QTextLayout layout(text, font(), viewport());
    layout.beginLayout();
    const QTextLine laid = layout.createLine();
    layout.endLayout();
    const int x = position.x() - gutterWidth() + horizontalScrollBar()->value();
    const int column = laid.isValid() ? laid.xToCursor(x) : 0;
    const qsizetype end = m_lines.lineEnd(line);
    if (column >= text.size())
        return end; // what is cut on the screen belongs to the line all the same
    return qMin(end, m_lines.lineBegin(line) + bytesBefore(text, column));
}

void LineTextView::select(qsizetype anchor, qsizetype cursor)
{
    m_anchor = anchor;
    m_cursor = cursor;
    viewport()->update();
    emit selectionChanged();
}

} // namespace McpUi
