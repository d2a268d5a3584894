// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/layoutkeeper.h"

#include <QtWidgets/qheaderview.h>
#include <QtWidgets/qsplitter.h>

namespace McpUi {

void LayoutKeeper::add(QSplitter *splitter)
{
    m_splitters.insert(splitter->objectName(), splitter);
    connect(splitter, &QSplitter::splitterMoved, this, &LayoutKeeper::changed);
}

void LayoutKeeper::add(QHeaderView *header, const QString &name)
{
    m_headers.insert(name, header);
    connect(header, &QHeaderView::sectionResized, this, &LayoutKeeper::changed);
}

QHash<QString, QByteArray> LayoutKeeper::save() const
{
    QHash<QString, QByteArray> parts;
    for (auto it = m_splitters.cbegin(); it != m_splitters.cend(); ++it)
        parts.insert(it.key(), it.value()->saveState());
    for (auto it = m_headers.cbegin(); it != m_headers.cend(); ++it)
        parts.insert(it.key(), it.value()->saveState());
    return parts;
}

void LayoutKeeper::restore(const QHash<QString, QByteArray> &parts)
{
    for (auto it = parts.cbegin(); it != parts.cend(); ++it) {
        if (QSplitter *splitter = m_splitters.value(it.key()))
            splitter->restoreState(it.value());
        else if (QHeaderView *header = m_headers.value(it.key()))
            header->restoreState(it.value());
    }
}

} // namespace McpUi
