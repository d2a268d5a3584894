// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "models/delimitedtext.h"

#include <QtCore/qabstractitemmodel.h>

namespace McpUi {

/*!
 * Delimited text as a table that can be sorted: numbers by value, words as the locale orders them,
 * empty cells last. The order of many rows is found off the GUI thread; until then the old one
 * stays. The first row may be the header.
 */
class GridModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The whole text of a cell.
    static constexpr int TextRole = Qt::UserRole;

    explicit GridModel(QObject *parent = nullptr);
    ~GridModel() override;

    void setText(const DelimitedText &text, bool headerRow);
    const DelimitedText &text() const { return m_text; }
    void setHeaderRow(bool headerRow);
    /// The row of the text that is shown in @p row.
    qsizetype textRow(int row) const { return m_order.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Column -1: the order of the text.
    void sort(int column, Qt::SortOrder order) override;

signals:
    void sorted();

private:
    void applyOrder(const QList<qsizetype> &order);
    void resetOrder();

    DelimitedText m_text;
    bool m_headerRow = false;
    QList<qsizetype> m_order; ///< row of the text for each row shown
    BackgroundJob<QList<qsizetype>> m_sorting;
};

} // namespace McpUi
