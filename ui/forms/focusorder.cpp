// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/focusorder.h"

#include <QtWidgets/qlayout.h>
#include <QtWidgets/qwidget.h>

namespace McpUi {

namespace {

bool takesTab(const QWidget *widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled() && widget->isVisible()
           && !widget->focusProxy();
}

void collect(QLayout *layout, QList<QWidget *> &found)
{
    for (int i = 0; layout && i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (QWidget *widget = item->widget()) {
            if (takesTab(widget))
                found.append(widget);
            collect(widget->layout(), found);
        } else {
            collect(item->layout(), found);
        }
    }
}

} // namespace

QWidget *nextFocus(QWidget *root, QWidget *current, bool next)
{
    QList<QWidget *> widgets;
    collect(root->layout(), widgets);
    if (widgets.isEmpty())
        return nullptr;
    const qsizetype at = widgets.indexOf(current);
    if (at < 0)
        return next ? widgets.constFirst() : widgets.constLast();
    return widgets.value(next ? at + 1 : at - 1, nullptr);
}

QWidget *focusOutside(QWidget *area, bool next)
{
    QWidget *widget = area;
    do {
        widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain();
        if (!area->isAncestorOf(widget) && widget != area && !widget->isWindow()
            && takesTab(widget))
            return widget;
    } while (widget != area);
    return nullptr;
}

} // namespace McpUi
