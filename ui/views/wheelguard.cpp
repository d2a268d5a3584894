// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/wheelguard.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qabstractscrollarea.h>
#include <QtWidgets/qscrollbar.h>

namespace McpUi {

WheelGuard::WheelGuard(QAbstractScrollArea *view)
    : QObject(view)
    , m_view(view)
{
    view->viewport()->installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return QObject::eventFilter(watched, event);
    const auto *wheel = static_cast<QWheelEvent *>(event);
    if (wheel->modifiers() & Qt::ControlModifier)
        return false; // zooms, where the view can
    const QPoint turn = wheel->angleDelta();
    const bool sideways = qAbs(turn.x()) > qAbs(turn.y()) || wheel->modifiers() & Qt::AltModifier;
    const QScrollBar *bar = sideways ? m_view->horizontalScrollBar() : m_view->verticalScrollBar();
    const int by = sideways && turn.x() ? turn.x() : turn.y();
    const bool atEnd = by > 0 ? bar->value() == bar->minimum() : bar->value() == bar->maximum();
    if (!atEnd && (m_filling || sideways || m_view->hasFocus()))
        return false;
    event->ignore(); // goes on to the page
    return true;
}

} // namespace McpUi
