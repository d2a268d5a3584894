// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/jsonpointer.h"
#include "json/jsonscanner.h"
#include "json/rawjson.h"

#include <QtCore/qabstractitemmodel.h>

#include <vector>

namespace McpUi {

/*!
 * A JSON value as a tree, read from its bytes as far as somebody looks: a node is a range of bytes,
 * children are found a batch at a time. Duplicate keys, key order and number text stay as received,
 * and any depth can be opened. GUI thread; owned by its view.
 */
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { KeyColumn, ValueColumn, TypeColumn, ColumnCount };
    enum Role {
        TypeRole = Qt::UserRole, ///< int(Mcp::JsonType)
        IsElementRole,           ///< the key is an index that the text does not have
    };

    explicit JsonTreeModel(QObject *parent = nullptr);
    ~JsonTreeModel() override;

    /// The members or elements of @p root become the top rows; a scalar is one row without key.
    void setRoot(const Mcp::RawJson &root);
    const Mcp::RawJson &root() const { return m_root; }

    /// The root for an invalid index.
    Mcp::RawJson value(const QModelIndex &index) const;
    Mcp::JsonPointer pointer(const QModelIndex &index) const;

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
        qsizetype key = -1; ///< where the key begins, -1 for elements
        qsizetype begin = 0;
        qsizetype end = 0;
        int container = -1; ///< in m_containers once children were asked for
    };
    /// A value whose children were asked for.
    struct Container
    {
        std::vector<Node> children;
        Mcp::JsonScanner scanner{ {} }; ///< behind the last child found
        int parent = -1;
        int row = 0; ///< in the parent's children
        bool isObject = false;
        bool isComplete = false;
    };

    const Node &node(const QModelIndex &index) const;
    const Container *container(const QModelIndex &index) const;
    int openContainer(const QModelIndex &index);
    int addContainer(const Mcp::RawJson &value, int parent, int row);
    /// Up to a batch of further children; empty at the end.
    std::vector<Node> readBatch(Container &container);
    QString keyText(const Container &container, const Node &node, int row) const;
    QString key(const Node &node) const;

    Mcp::RawJson m_root;
    std::vector<Container> m_containers; ///< the first is the root's
};

} // namespace McpUi
