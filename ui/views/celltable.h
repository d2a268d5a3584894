// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/clipboardjob.h"

#include <QtWidgets/qtableview.h>

namespace McpUi {

class GridModel;

/// A table of texts to read, sort and copy: the selected cells go to the clipboard as tab separated
/// values, which spreadsheets take.
class CellTable : public QTableView
{
    Q_OBJECT

public:
    /// @p model must outlive it.
    explicit CellTable(GridModel *model, QWidget *parent = nullptr);
    ~CellTable() override;

    /// Each column as wide as what is in sight needs, up to @p maxWidth.
    void fitColumns(int maxWidth);

public slots:
    void copy();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    GridModel *m_model;
    ClipboardJob m_copying;
};

} // namespace McpUi
