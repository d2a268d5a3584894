// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qabstractitemmodel.h>
#include <QtCore/qstringlist.h>

namespace McpTest {

/// A model as text, one row a string, cells parted by " | ": what a person would read.
inline QStringList printed(const QAbstractItemModel &model, const QList<int> &columns = { 0 },
                           int role = Qt::DisplayRole)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells += model.index(row, column).data(role).toString();
        rows += cells.join(QStringLiteral(" | "));
    }
    return rows;
}

} // namespace McpTest
