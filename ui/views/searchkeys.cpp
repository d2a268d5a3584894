// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/searchkeys.h"

#include "views/findbar.h"
#include "views/pointerbar.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qwidget.h>

namespace McpUi {

SearchKeys::SearchKeys(FindBar *find, PointerBar *pointer, QWidget *view)
    : QObject(view)
    , m_find(find)
    , m_pointer(pointer)
{
    view->installEventFilter(this);
}

bool SearchKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const Wish wanted = wish(*static_cast<QKeyEvent *>(event));
    if (wanted == Wish::None)
        return false;
    event->accept(); // so that it comes here as a key, not to the window as a shortcut
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    switch (wanted) {
    case Wish::Find:
        emit findRequested();
        break;
    case Wish::GoTo:
        m_pointer->open();
        break;
    case Wish::Next:
    case Wish::Previous:
        if (m_find->isVisible())
            m_find->move(wanted == Wish::Next ? 1 : -1);
        else
            emit findRequested();
        break;
    case Wish::None:
        break;
    }
    return true;
}

SearchKeys::Wish SearchKeys::wish(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_F)
        return Wish::Find;
    if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_G)
        return Wish::GoTo;
    if (event.key() != Qt::Key_F3)
        return Wish::None;
    return modifiers == Qt::NoModifier      ? Wish::Next
           : modifiers == Qt::ShiftModifier ? Wish::Previous
                                            : Wish::None;
}

} // namespace McpUi
