// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/jsonchildren.h"
#include "models/jsonmarks.h"
#include "json/jsonpointer.h"

#include <QtCore/qabstractitemmodel.h>

#include <vector>

namespace McpUi {

/*!
 * A JSON value as a tree, read from its bytes as far as somebody looks: a node is a range of bytes,
 * children are found a batch at a time, and a list of more than 10,000 children is shown as ranges
 * of 1,000 that can be opened. Duplicate keys, key order and number text stay as received, and any
 * depth can be opened. GUI thread; owned by its view.
 */
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { KeyColumn, ValueColumn, TypeColumn, ColumnCount };
    enum Role {
        TypeRole = Qt::UserRole, ///< int(Mcp::JsonType)
        IsElementRole,           ///< the key is an index or a range that the text does not have
        MarkRole,                ///< int(Mark)
    };
    enum class Mark { None, Below, Own }; ///< a problem with a row, or with one somewhere below it

    explicit JsonTreeModel(QObject *parent = nullptr);
    ~JsonTreeModel() override;

    /// The members or elements of @p root become the top rows; a scalar is one row without key.
    void setRoot(const Mcp::RawJson &root, const JsonIndex &index = {});
    const Mcp::RawJson &root() const { return m_root; }
    const JsonIndex &byteIndex() const { return m_index; }
    void setMarks(const JsonMarks &marks);

    /// The root for an invalid index, nothing for a range.
    Mcp::RawJson value(const QModelIndex &index) const;
    /// Of a range: the pointer of the list it is part of.
    Mcp::JsonPointer pointer(const QModelIndex &index) const;
    /// A member's key as it was received; empty for elements and ranges.
    QByteArrayView rawKey(const QModelIndex &index) const;
    /// The row that @p rows (as in JsonPlace) lead to, read up to there; as far as they lead.
    QModelIndex open(const QList<qsizetype> &rows);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    /// Up to 1,000 children, fewer when they are large.
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node
    {
        qsizetype key = -1; ///< where the key begins, -1 for elements, -2 for a range
        qsizetype begin = 0;
        qsizetype end = 0;
        int container = -1; ///< in m_containers once children were asked for
        bool isRange() const { return key == -2; }
    };
    /// A value, or a range of one, whose children were asked for.
    struct Container
    {
        std::vector<Node> children;
        JsonChildren reader; ///< behind the last child found
        qsizetype first = 0; ///< the number of the first child, in a range
        qsizetype limit = 0; ///< of children, 0: none
        int parent = -1;
        int row = 0; ///< in the parent's children
        bool isComplete = false;
    };

    const Node &node(const QModelIndex &index) const;
    const Container *container(const QModelIndex &index) const;
    int openContainer(const QModelIndex &index);
    int addContainer(const Mcp::RawJson &value, int parent, int row);
    int addRange(const Node &range, int parent, int row);
    std::vector<Node> ranges(const Mcp::RawJson &value) const;
    /// Up to a batch of further children; empty at the end.
    std::vector<Node> readBatch(Container &container);
    QModelIndex child(const QModelIndex &parent, qsizetype row);
    QVariant text(const QModelIndex &index) const;
    QString keyText(const QModelIndex &index) const;
    QString key(const Node &node) const;
    QString toolTip(const QModelIndex &index) const;
    Mark mark(const Node &node) const;

    Mcp::RawJson m_root;
    JsonIndex m_index;
    JsonMarks m_marks;
    std::vector<Container> m_containers; ///< the first is the root's
};

} // namespace McpUi
