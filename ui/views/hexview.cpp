// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/hexview.h"

#include "forms/tones.h"

#include <QtGui/qevent.h>
#include <QtGui/qpainter.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qscrollbar.h>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kWidth = 16; ///< bytes a line
constexpr int kPadding = 6;

QChar asciiOf(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x20 && code < 0x7f ? QChar(char16_t(code)) : QChar(u'.');
}

} // namespace

HexView::HexView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFont(Tones::fixedFont());
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
}

HexView::~HexView() = default;

void HexView::setBytes(const QByteArray &bytes)
{
    m_bytes = bytes;
    m_anchor = m_cursor = 0;
    m_selected = false;
    updateScrollBars();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

qsizetype HexView::lineCount() const { return (m_bytes.size() + kWidth - 1) / kWidth; }

QByteArray HexView::selectedBytes() const
{
    if (!m_selected)
        return {};
    const qsizetype begin = qMin(m_anchor, m_cursor);
    return m_bytes.mid(begin, qMax(m_anchor, m_cursor) - begin + 1);
}

void HexView::selectAll()
{
    m_anchor = 0;
    m_cursor = qMax<qsizetype>(0, m_bytes.size() - 1);
    m_selected = !m_bytes.isEmpty();
    viewport()->update();
}

void HexView::copy(const std::function<QString(const QByteArray &)> &make)
{
    const QByteArray bytes = selectedBytes().left(kMaxCopied);
    if (bytes.isEmpty())
        return;
    m_copying.copy(bytes.size(), [bytes, make] { return make(bytes); });
}

void HexView::copyHex()
{
    copy([](const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex(' ')); });
}

void HexView::copyText()
{
    copy([](const QByteArray &bytes) {
        QString text(bytes.size(), Qt::Uninitialized);
        std::transform(bytes.cbegin(), bytes.cend(), text.begin(), asciiOf);
        return text;
    });
}

int HexView::charWidth() const { return fontMetrics().horizontalAdvance(u'0'); }

int HexView::offsetDigits() const
{
    return qMax(4, int(QString::number(qMax<qsizetype>(0, m_bytes.size() - 1), 16).size()));
}

int HexView::hexColumn(int column) const
{
    return offsetDigits() + 2 + column * 3 + (column >= kWidth / 2 ? 1 : 0);
}

int HexView::asciiColumn(int column) const { return hexColumn(kWidth) + 1 + column; }

bool HexView::isSelected(qsizetype at) const
{
    return m_selected && at >= qMin(m_anchor, m_cursor) && at <= qMax(m_anchor, m_cursor);
}

void HexView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setFont(font());
    const qsizetype first = verticalScrollBar()->value();
    const qsizetype end = qMin(lineCount(), first + viewport()->height() / lineHeight() + 2);
    painter.translate(kPadding - horizontalScrollBar()->value(), 0);
    for (qsizetype line = first; line < end; ++line)
        paintLine(painter, line, int(line - first) * lineHeight());
}

void HexView::paintLine(QPainter &painter, qsizetype line, int top) const
{
    const QString offset = QString::number(line * kWidth, 16).rightJustified(offsetDigits(), u'0');
    painter.setPen(Tones::text(Tones::Tone::Dim, palette()));
    painter.drawText(0, top + fontMetrics().ascent(), offset);
    const qsizetype end = qMin(m_bytes.size(), (line + 1) * kWidth);
    for (qsizetype at = line * kWidth; at < end; ++at)
        paintByte(painter, at, top);
}

void HexView::paintByte(QPainter &painter, qsizetype at, int top) const
{
    const int column = int(at % kWidth);
    const int hex = hexColumn(column) * charWidth();
    const int ascii = asciiColumn(column) * charWidth();
    const char byte = m_bytes.at(at);
    const bool selected = isSelected(at);
    if (selected) {
        const bool goesOn = column + 1 < kWidth && isSelected(at + 1);
        const int width = goesOn ? (hexColumn(column + 1) - hexColumn(column)) * charWidth()
                                 : 2 * charWidth();
        painter.fillRect(hex, top, width, lineHeight(), palette().highlight());
        painter.fillRect(ascii, top, charWidth(), lineHeight(), palette().highlight());
    }
    const QChar shown = asciiOf(byte);
    const bool isText = shown != u'.' || byte == '.';
    const QColor plain = palette().color(QPalette::Text);
    painter.setPen(selected ? palette().color(QPalette::HighlightedText)
                   : byte   ? plain
                            : Tones::text(Tones::Tone::Dim, palette()));
    painter.drawText(hex, top + fontMetrics().ascent(),
                     QString::fromLatin1(QByteArray(1, byte).toHex()));
    if (!selected)
        painter.setPen(isText ? Tones::text(Tones::Tone::String, palette())
                              : Tones::text(Tones::Tone::Dim, palette()));
    painter.drawText(ascii, top + fontMetrics().ascent(), shown);
}

qsizetype HexView::byteAt(QPoint position) const
{
    const qsizetype line =
            verticalScrollBar()->value() + qFloor(double(position.y()) / lineHeight());
    const int x = position.x() - kPadding + horizontalScrollBar()->value();
    const int character = qFloor(double(x) / charWidth());
    int column = 0;
    if (character >= asciiColumn(0)) {
        column = character - asciiColumn(0);
    } else {
        while (column + 1 < kWidth && hexColumn(column + 1) <= character)
            ++column;
    }
    const qsizetype at =
            qBound<qsizetype>(0, line, lineCount() - 1) * kWidth + qBound(0, column, kWidth - 1);
    return qBound<qsizetype>(0, at, m_bytes.size() - 1);
}

void HexView::moveTo(qsizetype at, bool select)
{
    if (m_bytes.isEmpty())
        return;
    m_cursor = qBound<qsizetype>(0, at, m_bytes.size() - 1);
    if (!select)
        m_anchor = m_cursor;
    m_selected = true;
    const int line = int(m_cursor / kWidth);
    QScrollBar *bar = verticalScrollBar();
    const int page = qMax(1, viewport()->height() / lineHeight());
    if (line < bar->value())
        bar->setValue(line);
    else if (line >= bar->value() + page)
        bar->setValue(line - page + 1);
    viewport()->update();
}

void HexView::keyPressEvent(QKeyEvent *event)
{
    const bool select = event->modifiers() & Qt::ShiftModifier;
    const bool control = event->modifiers() & Qt::ControlModifier;
    const qsizetype page = qsizetype(qMax(1, viewport()->height() / lineHeight())) * kWidth;
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    if (event->matches(QKeySequence::Copy))
        return copyHex();
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(m_cursor - 1, select);
    case Qt::Key_Right:
        return moveTo(m_cursor + 1, select);
    case Qt::Key_Up:
        return moveTo(m_cursor - kWidth, select);
    case Qt::Key_Down:
        return moveTo(m_cursor + kWidth, select);
    case Qt::Key_PageUp:
        return moveTo(m_cursor - page, select);
    case Qt::Key_PageDown:
        return moveTo(m_cursor + page, select);
    case Qt::Key_Home:
        return moveTo(control ? 0 : m_cursor / kWidth * kWidth, select);
    case Qt::Key_End:
        return moveTo(control ? m_bytes.size() : m_cursor / kWidth * kWidth + kWidth - 1, select);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void HexView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        moveTo(byteAt(event->position().toPoint()), event->modifiers() & Qt::ShiftModifier);
}

void HexView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        moveTo(byteAt(event->position().toPoint()), true);
}

void HexView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"hexMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(u"Copy as &hexadecimal"_s, this, &HexView::copyHex)->setEnabled(m_selected);
    menu->addAction(u"Copy as &text"_s, this, &HexView::copyText)->setEnabled(m_selected);
    menu->addAction(u"Select &all"_s, this, &HexView::selectAll);
    menu->popup(event->globalPos());
}

void HexView::updateScrollBars()
{
    const int page = qMax(1, viewport()->height() / lineHeight());
    verticalScrollBar()->setRange(0, int(qMin(qMax<qsizetype>(0, lineCount() - page),
                                              qsizetype(std::numeric_limits<int>::max()))));
    verticalScrollBar()->setPageStep(page);
    const int width = asciiColumn(kWidth) * charWidth() + 2 * kPadding;
    horizontalScrollBar()->setRange(0, qMax(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(4 * charWidth());
}

void HexView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void HexView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateScrollBars();
}

} // namespace McpUi
