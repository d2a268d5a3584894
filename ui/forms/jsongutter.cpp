// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsongutter.h"

#include "forms/jsontextedit.h"
#include "forms/tones.h"
#include "models/format.h"

#include <QtCore/qcoreapplication.h>
#include <QtGui/qevent.h>
#include <QtGui/qpainter.h>
#include <QtGui/qpainterpath.h>
#include <QtWidgets/qtooltip.h>

namespace McpUi {

namespace {

constexpr int kPadding = 4;

} // namespace

JsonGutter::JsonGutter(JsonTextEdit *edit)
    : QWidget(edit)
    , m_edit(edit)
{}

QSize JsonGutter::sizeHint() const
{
    const QFontMetrics metrics = m_edit->fontMetrics();
    const auto digits = std::max<qsizetype>(2, QString::number(m_edit->blockCount()).size());
    const int sign = metrics.height() * 2 / 3;
    return { sign + int(digits) * metrics.horizontalAdvance(u'9') + 3 * kPadding, 0 };
}

bool JsonGutter::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString problems = m_edit->problemsInRow(rowAt(help->pos().y()));
    if (problems.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), formatToolTip(problems), this);
    return true;
}

void JsonGutter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_edit->font());
    painter.fillRect(rect(), palette().color(QPalette::Window));
    const int current = m_edit->textCursor().blockNumber();
    const QPen dim = Tones::text(Tones::Tone::Dim, palette());
    const QPen strong = palette().color(QPalette::WindowText);
    for (const JsonTextEdit::Row &row : m_edit->visibleRows()) {
        const JsonTextEdit::RowMark mark = m_edit->rowMark(row.number);
        if (mark != JsonTextEdit::RowMark::None)
            paintSign(painter, row.top, row.height, mark == JsonTextEdit::RowMark::Syntax);
        QFont font = m_edit->font();
        font.setBold(row.number == current);
        painter.setFont(font);
        painter.setPen(row.number == current ? strong : dim);
        painter.drawText(QRect(0, row.top, width() - kPadding, row.height),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(row.number + 1));
    }
    painter.setPen(Tones::line(palette()));
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

void JsonGutter::paintSign(QPainter &painter, int top, int height, bool isSyntax) const
{
    const double size = height * 0.55;
    const QRectF area(kPadding, top + (height - size) / 2, size, size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Tones::text(isSyntax ? Tones::Tone::Error : Tones::Tone::Warning, palette()));
    if (isSyntax) {
        painter.drawEllipse(area);
    } else {
        const QPointF corners[] = { { area.center().x(), area.top() },
                                    area.bottomRight(),
                                    area.bottomLeft() };
        painter.drawPolygon(corners, 3);
    }
    painter.restore();
}

void JsonGutter::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(int(event->position().y()));
    if (event->button() != Qt::LeftButton || row < 0)
        return;
    m_edit->goToRow(row);
    m_edit->setFocus(Qt::MouseFocusReason);
}

void JsonGutter::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_edit->viewport(), event);
}

int JsonGutter::rowAt(int y) const
{
    int found = -1;
    for (const JsonTextEdit::Row &row : m_edit->visibleRows()) {
        if (row.top <= y)
            found = row.number;
    }
    return found;
}

} // namespace McpUi
