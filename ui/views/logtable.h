// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qtreeview.h>

namespace McpUi {

/// The table of the log panels: uniform rows, no tree, columns the user may resize; the last one
/// takes what is left.
class LogTable : public QTreeView
{
    Q_OBJECT

public:
    explicit LogTable(QWidget *parent = nullptr);
    /// Widths in average characters, one a column.
    void setColumnWidths(const QList<int> &characters);
};

} // namespace McpUi
