// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/jsondiff.h"

#include <QtCore/qabstractitemmodel.h>
#include <QtCore/qset.h>

namespace McpUi {

/// The differences of two results as rows, by kind as wanted. GUI thread; owned by its view.
class DiffModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PathColumn, KindColumn, OldColumn, NewColumn, ColumnCount };
    enum Role { KindRole = Qt::UserRole }; ///< int(JsonDifference::Kind)

    explicit DiffModel(QObject *parent = nullptr);

    void setDiff(const JsonDiff &diff);
    const JsonDiff &diff() const { return m_diff; }
    void setKindShown(JsonDifference::Kind kind, bool shown);
    const JsonDifference &difference(int row) const
    {
        return m_diff.differences.at(m_rows.at(row));
    }

    /// "changed", "added" … "other spelling" (the same value), "other order" (the same members).
    static QString kindText(JsonDifference::Kind kind);
    /// A line of text for each of @p rows: what, where, from what to what.
    QString text(const QList<int> &rows) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void filter();

    JsonDiff m_diff;
    QSet<int> m_hiddenKinds;
    QList<qsizetype> m_rows; ///< of m_diff.differences
};

} // namespace McpUi
