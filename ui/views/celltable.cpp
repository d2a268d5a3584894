// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/celltable.h"

#include "models/gridmodel.h"

#include <QtGui/qevent.h>
#include <QtWidgets/qheaderview.h>
#include <QtWidgets/qmenu.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// More text than this is for a file.
constexpr qsizetype kMaxCopied = 16 * 1024 * 1024;
constexpr qsizetype kCopiedAtOnce = 5000; ///< cells
constexpr int kMeasuredColumns = 64;      ///< the others keep the usual width

/// Quoted where a spreadsheet would split it.
QString asField(QString text)
{
    if (!text.contains(u'\t') && !text.contains(u'\n') && !text.contains(u'\r')
        && !text.startsWith(u'"'))
        return text;
    return u'"' + text.replace(u'"', "\"\""_L1) + u'"';
}

QString asTabSeparated(const DelimitedText &text, const QList<qsizetype> &rows, int left, int right)
{
    QString copied;
    for (const qsizetype row : rows) {
        for (int column = left; column <= right; ++column) {
            copied += asField(text.cell(row, column));
            copied += column < right ? u'\t' : u'\n';
        }
        if (copied.size() > kMaxCopied)
            break;
    }
    copied.chop(1);
    return copied;
}

} // namespace

CellTable::CellTable(GridModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(model);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ContiguousSelection);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leads on
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setResizeContentsPrecision(30);
    setSortingEnabled(true);
}

CellTable::~CellTable() = default;

void CellTable::fitColumns(int maxWidth)
{
    const int columns = qMin(model()->columnCount(), kMeasuredColumns);
    for (int column = 0; column < columns; ++column) {
        const int wanted =
                qMax(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + 8;
        setColumnWidth(column, qMin(wanted, maxWidth));
    }
}

void CellTable::copy()
{
    const QItemSelection selection = selectionModel()->selection();
    if (selection.isEmpty())
        return;
    const QItemSelectionRange &range = selection.constFirst();
    QList<qsizetype> rows;
    for (int row = range.top(); row <= range.bottom(); ++row)
        rows.append(m_model->textRow(row));
    const auto make = [text = m_model->text(), rows, left = range.left(), right = range.right()] {
        return asTabSeparated(text, rows, left, right);
    };
    if (qsizetype(range.width()) * range.height() <= kCopiedAtOnce)
        m_copying.copy(make());
    else
        m_copying.copyLater(make);
}

void CellTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTableView::keyPressEvent(event);
}

void CellTable::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"cellTableMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(u"&Copy cells"_s, this, &CellTable::copy)
            ->setEnabled(!selectionModel()->selection().isEmpty());
    menu->addAction(u"Select &all"_s, this, &QTableView::selectAll);
    menu->popup(event->globalPos());
}

} // namespace McpUi
