// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qtreeview.h>

namespace McpUi {

/// The table of the log panels: uniform rows, no tree, columns the user may resize; one of them
/// takes what is left, so that there is nothing to scroll sideways; in a narrow one wide columns
/// give room.
class LogTable : public QTreeView
{
    Q_OBJECT

public:
    explicit LogTable(QWidget *parent = nullptr);
    /// Widths in average characters, one a column; @p stretched takes what is left.
    void setColumnWidths(const QList<int> &characters, int stretched);
    /// The others take its room, or give it.
    void setColumnShown(int column, bool shown);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();

    QList<int> m_characters;
    int m_stretched = -1;
    bool m_isFitting = false;
    bool m_isSetByHand = false; ///< by whoever pulled at the header
};

} // namespace McpUi
