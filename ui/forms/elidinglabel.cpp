// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/elidinglabel.h"

#include "models/format.h"

#include <QtGui/qevent.h>
#include <QtGui/qpainter.h>
#include <QtWidgets/qtooltip.h>

namespace McpUi {

namespace {

/// Measuring costs by the length, of accents upon accents by its square; no line shows more.
constexpr qsizetype kMeasured = 1000;

QString line(const QString &text)
{
    return text.size() <= kMeasured ? text : text.first(kMeasured) + u'…';
}

} // namespace

ElidingLabel::ElidingLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidingLabel::setWholeOnly(bool wholeOnly)
{
    m_isWholeOnly = wholeOnly;
    updateGeometry();
    update();
}

QSize ElidingLabel::minimumSizeHint() const
{
    const QSize natural = sizeHint();
    if (m_isWholeOnly)
        return { 0, natural.height() };
    return { qMin(natural.width(), fontMetrics().horizontalAdvance(QStringLiteral("xxxx…"))),
             natural.height() };
}

QSize ElidingLabel::sizeHint() const
{
    // One more pixel than the text needs: the layout may round the width down on scaled screens.
    return { fontMetrics().horizontalAdvance(line(text())) + 1, fontMetrics().height() };
}

void ElidingLabel::paintEvent(QPaintEvent *)
{
    if (m_isWholeOnly && fontMetrics().horizontalAdvance(line(text())) > width())
        return;
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled,
                                   QPalette::WindowText));
    painter.drawText(rect(), int(alignment()) | Qt::TextSingleLine,
                     fontMetrics().elidedText(line(text()), m_mode, width()));
}

bool ElidingLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        if (fontMetrics().horizontalAdvance(line(text())) > width()) {
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), formatToolTip(text()),
                               this);
        }
        return true;
    }
    return QLabel::event(event);
}

} // namespace McpUi
