// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/jsontreeview.h"

#include "models/jsontreemodel.h"
#include "views/jsondelegate.h"

#include <QtCore/qelapsedtimer.h>
#include <QtGui/qevent.h>
#include <QtWidgets/qheaderview.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qscrollbar.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// Rows that are opened without being asked for, and how far down.
constexpr int kFirstRows = 40;
constexpr int kFirstDepth = 4;
/// "Expand all below" stops here.
constexpr int kExpandedRows = 2000;
/// As long as it may keep the window from doing anything else, in ms.
constexpr int kExpandSlice = 15;
/// A row further down is not shown, but the one that it is in: the view takes time for each level.
constexpr qsizetype kRevealedDepth = 500;

} // namespace

JsonTreeView::JsonTreeView(QWidget *parent)
    : QTreeView(parent)
    , m_model(new JsonTreeModel(this))
{
    setObjectName(u"jsonTree"_s);
    setAccessibleName(u"JSON as a tree"_s);
    setModel(m_model);
    setItemDelegate(new JsonDelegate(this));
    setUniformRowHeights(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideRight);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(JsonTreeModel::ValueColumn, QHeaderView::Stretch);
    m_expandTimer.setInterval(0);
    connect(&m_expandTimer, &QTimer::timeout, this, &JsonTreeView::expandSome);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &JsonTreeView::fetchVisible);
}

void JsonTreeView::setValue(const Mcp::RawJson &value, const JsonIndex &index)
{
    m_expandTimer.stop();
    m_expanding.clear();
    m_model->setRoot(value, index);
    if (m_model->canFetchMore({}))
        m_model->fetchMore({});
    expandFirstLevels();
    const int character = fontMetrics().averageCharWidth();
    resizeColumnToContents(JsonTreeModel::KeyColumn);
    setColumnWidth(JsonTreeModel::KeyColumn,
                   qBound(14 * character, columnWidth(JsonTreeModel::KeyColumn), 40 * character));
    setColumnWidth(JsonTreeModel::TypeColumn, 10 * character);
    setCurrentIndex(m_model->index(0, 0));
}

void JsonTreeView::setMarks(const JsonMarks &marks)
{
    m_model->setMarks(marks);
    viewport()->update();
}

void JsonTreeView::reveal(const QList<qsizetype> &rows)
{
    const QModelIndex index = m_model->open(rows.first(qMin(rows.size(), kRevealedDepth)));
    if (!index.isValid())
        return scrollToTop(); // the root has no row
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        expand(above);
    setCurrentIndex(index);
    scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void JsonTreeView::copyValue()
{
    const Mcp::RawJson value = m_model->value(currentIndex());
    if (!currentIndex().isValid() || value.isAbsent())
        return;
    m_copying.copy(value.size(), [value] {
        return value.isString() ? value.toString() : QString::fromUtf8(value.view());
    });
}

void JsonTreeView::copyPointer()
{
    if (currentIndex().isValid())
        m_copying.copy(m_model->pointer(currentIndex()).toString());
}

void JsonTreeView::copyRow()
{
    const Mcp::RawJson value = m_model->value(currentIndex());
    if (!currentIndex().isValid() || value.isAbsent())
        return;
    const QByteArray key = m_model->rawKey(currentIndex()).toByteArray();
    m_copying.copy(value.size(), [value, key] {
        return QString::fromUtf8(key.isEmpty() ? value.toByteArray()
                                               : key + ": " + value.toByteArray());
    });
}

void JsonTreeView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyValue();
    else if (event->key() == Qt::Key_Asterisk)
        expandBelow(); // the base class would not return before all of it was read
    else
        QTreeView::keyPressEvent(event);
}

void JsonTreeView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index =
            byKey ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"jsonTreeMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &name, const QString &text,
                                  void (JsonTreeView::*slot)()) {
        QAction *action = menu->addAction(text, this, slot);
        action->setObjectName(name);
        return action;
    };
    const bool isValue = !m_model->value(index).isAbsent();
    const bool isParent = m_model->hasChildren(currentRow());
    add(u"copyValue"_s, u"&Copy value\tCtrl+C"_s, &JsonTreeView::copyValue)->setEnabled(isValue);
    add(u"copyPointer"_s, u"Copy JSON &pointer"_s, &JsonTreeView::copyPointer);
    add(u"copyRow"_s, u"Copy &row as JSON"_s, &JsonTreeView::copyRow)->setEnabled(isValue);
    menu->addSeparator();
    add(u"expandBelow"_s, u"&Expand all below\t*"_s, &JsonTreeView::expandBelow)
            ->setEnabled(isParent);
    add(u"collapseBelow"_s, u"C&ollapse all below"_s, &JsonTreeView::collapseBelow)
            ->setEnabled(isParent);
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft())
                      : event->globalPos());
}

/// Level by level, as long as all of a level's children fit into a page.
void JsonTreeView::expandFirstLevels()
{
    QModelIndexList level;
    for (int row = 0; row < qMin(m_model->rowCount(), kFirstRows); ++row)
        level.append(m_model->index(row, 0));
    int rows = m_model->rowCount();
    for (int depth = 1; depth < kFirstDepth && rows <= kFirstRows; ++depth) {
        QModelIndexList next;
        for (const QModelIndex &index : std::as_const(level)) {
            // What is large is not looked into without need.
            if (!m_model->hasChildren(index) || m_model->value(index).size() > 1024 * 1024)
                continue;
            m_model->fetchMore(index);
            const int children = m_model->rowCount(index);
            if (rows + children > kFirstRows)
                continue;
            rows += children;
            expand(index);
            for (int row = 0; row < children; ++row)
                next.append(m_model->index(row, 0, index));
        }
        level = next;
    }
    if (m_model->rowCount() == 1)
        expand(m_model->index(0, 0)); // a single member hides everything otherwise
}

/// The base class asks for more rows of the root alone; here every list grows when its last row
/// comes into sight.
void JsonTreeView::fetchVisible()
{
    QModelIndex index = indexAt({ 1, viewport()->height() - 2 });
    if (!index.isValid() && m_model->rowCount() > 0)
        index = m_model->index(m_model->rowCount() - 1, 0);
    index = index.siblingAtColumn(0);
    for (; index.isValid(); index = index.parent()) {
        const QModelIndex parent = index.parent();
        // Soon enough that the last rows are not a wall.
        if (index.row() + 50 >= m_model->rowCount(parent) && m_model->canFetchMore(parent))
            m_model->fetchMore(parent);
    }
}

void JsonTreeView::expandBelow()
{
    m_expanding = { QPersistentModelIndex(currentRow()) };
    m_expanded = 0;
    m_expandTimer.start();
    expandSome();
}

void JsonTreeView::expandSome()
{
    QElapsedTimer clock;
    clock.start();
    while (!m_expanding.isEmpty() && m_expanded < kExpandedRows) {
        const QModelIndex at = m_expanding.takeFirst();
        if (!at.isValid() || !m_model->hasChildren(at))
            continue;
        if (m_model->rowCount(at) == 0)
            m_model->fetchMore(at);
        expand(at);
        const int children = m_model->rowCount(at);
        m_expanded += children;
        for (int row = 0; row < qMin(children, kExpandedRows); ++row)
            m_expanding.append(QPersistentModelIndex(m_model->index(row, 0, at)));
        if (clock.elapsed() > kExpandSlice)
            return;
    }
    m_expanding.clear();
    m_expandTimer.stop();
}

void JsonTreeView::collapseBelow()
{
    m_expandTimer.stop();
    QModelIndexList waiting{ currentRow() };
    while (!waiting.isEmpty()) {
        const QModelIndex at = waiting.takeLast();
        if (!isExpanded(at))
            continue;
        for (int row = 0; row < m_model->rowCount(at); ++row)
            waiting.append(m_model->index(row, 0, at));
        collapse(at);
    }
}

} // namespace McpUi
