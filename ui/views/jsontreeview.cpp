// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/jsontreeview.h"

#include "forms/tones.h"
#include "models/jsontreemodel.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qevent.h>
#include <QtGui/qguiapplication.h>
#include <QtWidgets/qheaderview.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qscrollbar.h>
#include <QtWidgets/qstyleditemdelegate.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// Rows that are opened without being asked for, and how far down.
constexpr int kFirstRows = 40;
constexpr int kFirstDepth = 4;
/// "Expand all below" stops here.
constexpr int kExpandedRows = 2000;

/// Colours by type; the words in the type column say the same.
class JsonDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideRight;
        if (option->state & QStyle::State_Selected)
            return;
        const QColor colour = Tones::text(tone(index), option->palette);
        option->palette.setColor(QPalette::Text, colour);
    }

private:
    static Tones::Tone tone(const QModelIndex &index)
    {
        using enum Mcp::JsonType;
        const auto type = Mcp::JsonType(index.data(JsonTreeModel::TypeRole).toInt());
        if (index.column() == JsonTreeModel::KeyColumn) {
            return index.data(JsonTreeModel::IsElementRole).toBool() ? Tones::Tone::Dim
                                                                     : Tones::Tone::Key;
        }
        if (index.column() == JsonTreeModel::TypeColumn || type == Object || type == Array)
            return Tones::Tone::Dim;
        return type == String   ? Tones::Tone::String
               : type == Number ? Tones::Tone::Number
                                : Tones::Tone::Word;
    }
};

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
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &JsonTreeView::fetchVisible);
}

void JsonTreeView::setValue(const Mcp::RawJson &value)
{
    m_model->setRoot(value);
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

void JsonTreeView::copyValue()
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    const Mcp::RawJson value = m_model->value(index);
    QGuiApplication::clipboard()->setText(value.isString() ? value.toString()
                                                           : QString::fromUtf8(value.view()));
}

void JsonTreeView::copyPointer()
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_model->pointer(currentIndex()).toString());
}

void JsonTreeView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyValue();
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
    menu->addAction(u"&Copy value"_s, this, &JsonTreeView::copyValue)
            ->setObjectName(u"copyValue"_s);
    menu->addAction(u"Copy JSON &pointer"_s, this, &JsonTreeView::copyPointer)
            ->setObjectName(u"copyPointer"_s);
    menu->addSeparator();
    const QPersistentModelIndex at(index.siblingAtColumn(0));
    QAction *expand =
            menu->addAction(u"&Expand all below"_s, this, [this, at] { expandBelow(at); });
    expand->setEnabled(m_model->hasChildren(at));
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

void JsonTreeView::expandBelow(const QModelIndex &index)
{
    int rows = 0;
    QModelIndexList waiting{ index };
    while (!waiting.isEmpty() && rows < kExpandedRows) {
        const QModelIndex at = waiting.takeFirst();
        if (!m_model->hasChildren(at))
            continue;
        if (m_model->rowCount(at) == 0)
            m_model->fetchMore(at);
        expand(at);
        const int children = m_model->rowCount(at);
        rows += children;
        for (int row = 0; row < children; ++row)
            waiting.append(m_model->index(row, 0, at));
    }
}

} // namespace McpUi
