// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtWidgets/qtreeview.h>

namespace McpUi {

class JsonTreeModel;

/*!
 * A JSON value as a tree with keys, values and types. Opens as many levels at the start as fit into
 * a page; long lists come in as one scrolls. Ctrl+C and the context menu copy the value or the JSON
 * pointer of a row.
 */
class JsonTreeView : public QTreeView
{
    Q_OBJECT

public:
    explicit JsonTreeView(QWidget *parent = nullptr);

    void setValue(const Mcp::RawJson &value);
    JsonTreeModel *jsonModel() const { return m_model; }

public slots:
    /// A string as its text, anything else as the JSON that was received.
    void copyValue();
    void copyPointer();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void expandFirstLevels();
    void fetchVisible();
    void expandBelow(const QModelIndex &index);

    JsonTreeModel *m_model;
};

} // namespace McpUi
