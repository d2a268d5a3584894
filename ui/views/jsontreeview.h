// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/jsonindex.h"
#include "views/clipboardjob.h"

#include <QtCore/qtimer.h>
#include <QtWidgets/qtreeview.h>

namespace McpUi {

class JsonMarks;
class JsonTreeModel;

/*!
 * A JSON value as a tree with keys, values and types. Opens as many levels at the start as fit into
 * a page; long lists come in as one scrolls. Ctrl+C and the context menu copy the value, the JSON
 * pointer or the row as JSON.
 */
class JsonTreeView : public QTreeView
{
    Q_OBJECT

public:
    explicit JsonTreeView(QWidget *parent = nullptr);

    /// @p index is the one of @p value; without it a large value is slow to walk in.
    void setValue(const Mcp::RawJson &value, const JsonIndex &index = {});
    void setMarks(const JsonMarks &marks);
    JsonTreeModel *jsonModel() const { return m_model; }
    /// Opens what is above the row that @p rows (as in JsonPlace) lead to, and selects it.
    void reveal(const QList<qsizetype> &rows);

public slots:
    /// A string as its text, anything else as the JSON that was received.
    void copyValue();
    void copyPointer();
    /// A member with its key, as received; of elements the value.
    void copyRow();
    /// Up to 2,000 rows, a few at a time.
    void expandBelow();
    void collapseBelow();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QModelIndex currentRow() const { return currentIndex().siblingAtColumn(0); }
    void expandFirstLevels();
    void fetchVisible();
    void expandSome();

    JsonTreeModel *m_model;
    ClipboardJob m_copying;
    QList<QPersistentModelIndex> m_expanding; ///< what "expand all below" has yet to open
    int m_expanded = 0;
    QTimer m_expandTimer;
};

} // namespace McpUi
