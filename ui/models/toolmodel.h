// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/toolcatalog.h"

#include <QtCore/qabstractitemmodel.h>
#include <QtCore/qcache.h>
#include <QtCore/qpointer.h>
#include <QtCore/qset.h>
#include <QtCore/qtimer.h>

#include <vector>

namespace McpUi {

/*!
 * The tools of one server in its order, duplicates included, filtered by name, title and
 * description, of which it knows the beginnings (searchedLength). Filters itself by an index over
 * lower-case keys, which are made in the background: a proxy would ask for every cell of 100,000
 * rows at each keystroke.
 */
class ToolModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ToolRole = Qt::UserRole, ///< Mcp::Tool
        NameRole,
        TitleRole,       ///< display name where it is not the name, else empty
        DescriptionRole, ///< one line
        BadgesRole,      ///< QStringList, e.g. "read-only", "destructive", "no schema"
        ProblemsRole,    ///< QStringList: what is wrong with the definition
        DuplicateRole,   ///< bool: the server has listed this name more than once
    };

    /// Characters of a name, and bytes of a title and of a description, in which the filter
    /// searches: it finds nothing further on.
    static constexpr qsizetype searchedLength = 4096;

    explicit ToolModel(QObject *parent = nullptr);

    /// Null shows nothing. Follows the catalog's changes.
    void setCatalog(Mcp::ToolCatalog *catalog);
    Mcp::ToolCatalog *catalog() const { return m_catalog; }
    /// The list itself, for those who have no catalog.
    void setTools(const QList<Mcp::Tool> &tools);

    void setFilter(const QString &text);
    QString filter() const { return m_filter; }
    /// False for a moment after a very long list has come: a filter set now would have to make all
    /// keys at once.
    bool isPrepared() const;
    int totalCount() const { return int(m_tools.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QString nameAt(int row) const;
    int rowOf(const QString &name) const; ///< the first row of that name, -1 if it is not shown

    /// What is worth a badge: only what the server said itself, and what is wrong.
    static QStringList badges(const Mcp::Tool &tool);

private:
    void takeList();
    void applyFilter();
    void makeKeys(int count);
    void makeMoreKeys();
    QStringList badgesAt(int position) const;

    QPointer<Mcp::ToolCatalog> m_catalog;
    QList<Mcp::Tool> m_tools;
    QSet<QString> m_duplicates;
    mutable QCache<int, QStringList> m_badges; ///< by place in m_tools: painted again and again
    std::vector<QString> m_keys;               ///< of the first tools, as far as made
    std::vector<int> m_rows;                   ///< tools shown, while filtered
    QString m_filter;
    QTimer m_keyTimer;
};

} // namespace McpUi
