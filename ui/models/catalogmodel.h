// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/callsubject.h"

#include <QtCore/qabstractitemmodel.h>
#include <QtCore/qcache.h>
#include <QtCore/qset.h>
#include <QtCore/qtimer.h>

#include <vector>

namespace Mcp {
class Catalog;
}

namespace McpUi {

/*!
 * What the lists of a server's tools, resources and prompts have in common: the server's order,
 * duplicates included, filtered by name, title and description, of which it knows the beginnings
 * (searchedLength). Filters itself by an index over lower-case keys, which are made in the
 * background: a proxy would ask for every cell of 100,000 rows at each keystroke.
 */
class CatalogModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        SubjectRole = Qt::UserRole, ///< Mcp::CallSubject
        NameRole,
        TitleRole,       ///< what is worth saying besides the name, else empty; one line
        DescriptionRole, ///< one line
        BadgesRole,      ///< QStringList, e.g. "read-only", "destructive", "no schema"
        ProblemsRole,    ///< QStringList: what is wrong with the definition
        DuplicateRole,   ///< bool: the server has listed this name more than once
    };

    /// Characters of a name, and bytes of a title and of a description, in which the filter
    /// searches: it finds nothing further on.
    static constexpr qsizetype searchedLength = 4096;

    void setFilter(const QString &text);
    QString filter() const { return m_filter; }
    /// False for a moment after a very long list has come: a filter set now would have to make all
    /// keys at once.
    bool isPrepared() const;
    virtual int totalCount() const = 0;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QString nameAt(int row) const;
    int rowOf(const QString &name) const; ///< the first row of that name, -1 if it is not shown

protected:
    /// Bytes of a text of which a line is shown, and which are looked at for that.
    static constexpr qsizetype shownBytes = 4096;
    static constexpr int shownName = 300; ///< characters

    explicit CatalogModel(QObject *parent);

    /// takeList() is called when @p catalog changes or goes, and no more for @p former; either may
    /// be null.
    void follow(Mcp::Catalog *former, Mcp::Catalog *catalog);
    virtual void takeList() = 0;
    /// A catalog may have changed something else: loading, stale.
    template <typename Entry>
    static bool isSameList(const QList<Entry> &a, const QList<Entry> &b)
    {
        return a.constData() == b.constData() && a.size() == b.size();
    }
    /// Around every change of the list.
    void beginList() { beginResetModel(); }
    void endList();
    /// The badges of some are others now.
    void touchBadges();

    /// \name Of the entry at @p position of the whole list
    /// @{
    virtual Mcp::CallSubject subjectAt(int position) const = 0;
    virtual QString headingAt(int position) const; ///< its name, as one line
    virtual QString titleAt(int position) const = 0;
    /// Text that @p bytes make, as a server may have put megabytes into each.
    virtual QString descriptionAt(int position, qsizetype bytes) const = 0;
    virtual QStringList badgesAt(int position) const = 0;
    virtual QStringList problemsAt(int position) const = 0;
    /// What the filter searches, each part cut to searchedLength.
    virtual QString keyAt(int position) const = 0;
    /// @}

private:
    void applyFilter();
    void makeKeys(int count);
    void makeMoreKeys();
    int positionOf(int row) const { return m_filter.isEmpty() ? row : m_rows[size_t(row)]; }
    QStringList shownBadges(int position) const;
    QString toolTip(int position) const;

    QSet<QString> m_duplicates;
    mutable QCache<int, QStringList> m_badges; ///< by position: painted again and again
    std::vector<QString> m_keys;               ///< of the first entries, as far as made
    std::vector<int> m_rows;                   ///< positions shown, while filtered
    QString m_filter;
    QTimer m_keyTimer;
};

} // namespace McpUi
