// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/fittedscrollarea.h"

#include <QtGui/qevent.h>

namespace McpUi {

FittedScrollArea::FittedScrollArea(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // what it holds is wrapped
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setWidget(content);
    // The colour behind it is that of the surroundings.
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

QSize FittedScrollArea::sizeHint() const
{
    const QSize hint = widget()->sizeHint();
    return { hint.width(), widget()->hasHeightForWidth()
                                   ? widget()->heightForWidth(viewport()->width())
                                   : hint.height() };
}

QSize FittedScrollArea::minimumSizeHint() const
{
    const int least = kLeastLines * fontMetrics().lineSpacing();
    return { widget()->minimumSizeHint().width(), qMin(least, sizeHint().height()) };
}

void FittedScrollArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

bool FittedScrollArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace McpUi
