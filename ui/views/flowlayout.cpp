// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/flowlayout.h"

#include <QtWidgets/qwidget.h>

namespace McpUi {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins({});
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::setWrapping(bool wrapping)
{
    if (wrapping == m_wrapping)
        return;
    m_wrapping = wrapping;
    invalidate();
}

void FlowLayout::addItem(QLayoutItem *item) { m_items.emplace_back(item); }

int FlowLayout::count() const { return int(m_items.size()); }

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize wanted = item->sizeHint();
        size = { size.width() + (size.isEmpty() ? 0 : spacing()) + wanted.width(),
                 qMax(size.height(), wanted.height()) };
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    if (!m_wrapping)
        return sizeHint();
    QSize size;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

int FlowLayout::arrange(const QRect &area, bool place) const
{
    int first = 0;
    int width = 0;
    int height = 0;
    int top = area.y();
    const auto endRow = [&](int end) {
        if (place)
            placeRow(area, first, end, top, height);
        top += height;
        first = end;
        width = height = 0;
    };
    for (int i = 0; i < count(); ++i) {
        const QLayoutItem &item = *m_items[size_t(i)];
        if (item.isEmpty())
            continue;
        const QSize wanted = item.sizeHint();
        if (m_wrapping && width > 0 && width + spacing() + wanted.width() > area.width())
            endRow(i);
        width += (width > 0 ? spacing() : 0) + wanted.width();
        height = qMax(height, wanted.height());
    }
    endRow(count());
    return top - area.y();
}

void FlowLayout::placeRow(const QRect &area, int first, int end, int top, int height) const
{
    int right = area.right() + 1;
    for (int i = end - 1; i >= first; --i) {
        QLayoutItem &item = *m_items[size_t(i)];
        if (item.isEmpty())
            continue;
        const QSize size = item.sizeHint();
        right -= size.width();
        item.setGeometry({ QPoint(right, top + (height - size.height()) / 2), size });
        right -= spacing();
    }
}

} // namespace McpUi
