// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/gridmodel.h"

#include "models/format.h"

#include <QtCore/qcollator.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace McpUi {

namespace {

constexpr qsizetype kShownCellBytes = 400;
constexpr qsizetype kSortedAtOnce = 2000;

/// What a row is sorted by: numbers before words before nothing.
struct Key
{
    enum Kind { Number, Word, Nothing };

    Kind kind = Nothing;
    double number = 0;
    QCollatorSortKey word;
    qsizetype row = 0;
};

int compare(const Key &a, const Key &b)
{
    if (a.kind != b.kind)
        return a.kind < b.kind ? -1 : 1;
    if (a.kind == Key::Number)
        return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
    return a.kind == Key::Word ? a.word.compare(b.word) : 0;
}

QList<qsizetype> sortedRows(const DelimitedText &text, QList<qsizetype> rows, int column,
                            Qt::SortOrder order)
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<Key> keys;
    keys.reserve(size_t(rows.size()));
    for (const qsizetype row : std::as_const(rows)) {
        const QString cell = text.cell(row, column, kShownCellBytes).trimmed();
        bool isNumber = false;
        const double number = cell.toDouble(&isNumber);
        isNumber = isNumber && !qIsNaN(number); // which is neither before nor behind another
        const Key::Kind kind = cell.isEmpty() ? Key::Nothing : isNumber ? Key::Number : Key::Word;
        keys.push_back(
                { kind, number, collator.sortKey(kind == Key::Word ? cell : QString()), row });
    }
    std::stable_sort(keys.begin(), keys.end(), [order](const Key &a, const Key &b) {
        // Nothing stays last either way.
        if (a.kind == Key::Nothing || b.kind == Key::Nothing)
            return a.kind < b.kind;
        return order == Qt::AscendingOrder ? compare(a, b) < 0 : compare(b, a) < 0;
    });
    std::transform(keys.cbegin(), keys.cend(), rows.begin(),
                   [](const Key &key) { return key.row; });
    return rows;
}

} // namespace

GridModel::GridModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

GridModel::~GridModel() = default;

void GridModel::setText(const DelimitedText &text, bool headerRow)
{
    beginResetModel();
    m_sorting.cancel();
    m_text = text;
    m_headerRow = headerRow && text.rowCount() > 0;
    resetOrder();
    endResetModel();
}

void GridModel::setHeaderRow(bool headerRow) { setText(m_text, headerRow); }

void GridModel::resetOrder()
{
    m_order.resize(m_text.rowCount() - (m_headerRow ? 1 : 0));
    std::iota(m_order.begin(), m_order.end(), m_headerRow ? 1 : 0);
}

int GridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int GridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_text.columnCount());
}

QVariant GridModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const qsizetype row = m_order.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayLine(m_text.cell(row, index.column(), kShownCellBytes), 200);
    case Qt::ToolTipRole: {
        const QString text = m_text.cell(row, index.column(), 3000);
        const bool cut = text.size() > 20;
        return cut ? formatToolTip(text) : QVariant();
    }
    case Qt::TextAlignmentRole: {
        bool isNumber = false;
        m_text.cell(row, index.column(), 50).trimmed().toDouble(&isNumber);
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter)
                                   | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    case TextRole:
        return m_text.cell(row, index.column());
    default:
        return {};
    }
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Horizontal)
        return m_headerRow ? displayLine(m_text.cell(0, section, kShownCellBytes), 100)
                           : QString::number(section + 1);
    // Numbers of the text's rows, so that a sorted table still says where a row was.
    return section < m_order.size() ? formatNumber(m_order.at(section) + (m_headerRow ? 0 : 1))
                                    : QString();
}

void GridModel::sort(int column, Qt::SortOrder order)
{
    m_sorting.cancel();
    QList<qsizetype> rows(m_order.size());
    std::iota(rows.begin(), rows.end(), m_headerRow ? 1 : 0);
    if (column < 0 || column >= columnCount())
        return applyOrder(rows);
    if (rows.size() <= kSortedAtOnce)
        return applyOrder(sortedRows(m_text, rows, column, order));
    m_sorting.start(
            [text = m_text, rows, column, order] { return sortedRows(text, rows, column, order); },
            [this](const QList<qsizetype> &sortedOrder) { applyOrder(sortedOrder); });
}

void GridModel::applyOrder(const QList<qsizetype> &order)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    if (!before.isEmpty()) {
        QList<int> places(m_text.rowCount());
        for (int place = 0; place < order.size(); ++place)
            places[order.at(place)] = place;
        for (const QModelIndex &index : before)
            after.append(createIndex(places.at(m_order.at(index.row())), index.column()));
    }
    m_order = order;
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
    emit sorted();
}

} // namespace McpUi
