// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/taskspanel.h"

#include "views/icons.h"
#include "views/logtable.h"
#include "views/tonedelegate.h"

#include <QtGui/qaction.h>
#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Mcp::KnownTask;
using Tones::Tone;

namespace {

std::optional<Tone> taskTone(const QModelIndex &index)
{
    switch (index.data(TaskModel::ToneRole).toInt()) {
    case TaskModel::Muted:
        return Tone::Dim;
    case TaskModel::Waiting:
        return Tone::Warning;
    case TaskModel::Good:
        return Tone::Success;
    case TaskModel::Bad:
        return Tone::Error;
    default:
        return std::nullopt;
    }
}

} // namespace

TasksPanel::TasksPanel(QWidget *parent)
    : LogPanel(u"tasks"_s, new TaskModel, new LogTable, parent)
    , m_model(static_cast<TaskModel *>(logModel()))
    , m_table(static_cast<LogTable *>(view()))
    , m_menu(new QMenu(this))
    , m_all(new QToolButton(this))
{
    m_model->setParent(this);
    m_table->setAccessibleName(tr("Tasks"));
    m_table->setItemDelegate(new ToneDelegate(taskTone, m_table));
    m_table->setColumnWidths({ 20, 22, 18, 30, 13, 13, 38 }, TaskModel::Message);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_menu->setObjectName(u"taskMenu"_s);
    m_open = add(u"taskOpen"_s, tr("&Open the result"), {}, &TasksPanel::open);
    m_follow = add(u"taskFollow"_s, tr("&Follow it again"), u"Ctrl+R"_s, &TasksPanel::follow);
    m_cancel = add(u"taskCancel"_s, tr("Ca&ncel the task"), u"Ctrl+Del"_s, &TasksPanel::cancel);
    m_menu->addSeparator();
    m_copyId = add(u"taskCopyId"_s, tr("&Copy its id"), u"Ctrl+Shift+C"_s, &TasksPanel::copyId);
    m_forget = add(u"taskForget"_s, tr("Fo&rget it"), u"Del"_s, &TasksPanel::forget);
    buildToolBar();
    setEmptyState([this] {
        return std::pair(tr("No tasks yet"),
                         m_server.isEmpty() || m_all->isChecked()
                                 ? tr("Calls that a server works on in the background are listed "
                                      "here: those you run as task, and those it makes one of.")
                                 : tr("Calls that %1 works on in the background are listed here.")
                                           .arg(m_server));
    });
    connect(m_table, &QTreeView::activated, this, &TasksPanel::open);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        m_menu->popup(m_table->viewport()->mapToGlobal(position));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TasksPanel::updateActions);
    connect(m_model, &TaskModel::statesChanged, this, &TasksPanel::updateActions);
    connect(m_model, &TaskModel::statesChanged, this, &TasksPanel::runningCountChanged);
    connect(m_model, &LogModel::updated, this, &TasksPanel::updateActions);
    connect(this, &LogPanel::clearRequested, this, [this] {
        if (m_model->store())
            m_model->store()->forgetEnded();
    });
    updateActions();
}

void TasksPanel::buildToolBar()
{
    m_all->setObjectName(u"tasksAll"_s);
    m_all->setText(tr("All servers"));
    m_all->setAccessibleName(tr("Show the tasks of all servers"));
    m_all->setCheckable(true);
    m_all->setChecked(true); // one that runs is not to be lost from sight
    m_all->setAutoRaise(true);
    auto *more = new QToolButton(this);
    more->setObjectName(u"tasksMore"_s);
    more->setText(tr("Task"));
    more->setAccessibleName(tr("What can be done with the selected task"));
    more->setAutoRaise(true);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(m_menu);
    addToToolBar(more);
    addToToolBar(m_all);
    connect(m_all, &QToolButton::toggled, this,
            [this](bool all) { m_model->setServer(all ? QString() : m_server); });
    if (auto *clear = toolBar()->findChild<QToolButton *>(u"tasksClear"_s)) {
        clear->setToolTip(tr("Forget all that are over"));
        clear->setAccessibleName(clear->toolTip());
    }
}

QAction *TasksPanel::add(const QString &name, const QString &text, const QString &key,
                         void (TasksPanel::*slot)())
{
    auto *action = m_menu->addAction(text);
    action->setObjectName(name);
    if (!key.isEmpty())
        action->setShortcut(QKeySequence(key, QKeySequence::PortableText));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addAction(action); // in the filter, Del deletes a letter
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void TasksPanel::setServer(const QString &name)
{
    m_server = name;
    if (!m_all->isChecked())
        m_model->setServer(name);
}

QString TasksPanel::proposedFileName() const { return u"tasks.txt"_s; }

const KnownTask *TasksPanel::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model->taskAt(index.row()) : nullptr;
}

void TasksPanel::updateActions()
{
    const KnownTask *const task = current();
    const bool isFollowed = task && task->followers > 0;
    const bool isOver = task && task->task.isOver();
    m_open->setEnabled(task);
    m_follow->setText(isOver ? tr("&Fetch the result again") : tr("&Follow it again"));
    m_follow->setEnabled(task && !isFollowed);
    m_cancel->setEnabled(task && !isOver);
    m_copyId->setEnabled(task);
    m_forget->setEnabled(task && !isFollowed);
}

void TasksPanel::ask(void (TasksPanel::*signal)(const QString &, const QString &))
{
    if (const KnownTask *const task = current())
        emit(this->*signal)(QString(task->server), task->task.id());
}

void TasksPanel::open() { ask(&TasksPanel::openRequested); }

void TasksPanel::follow() { ask(&TasksPanel::followRequested); }

void TasksPanel::cancel() { ask(&TasksPanel::cancelRequested); }

void TasksPanel::copyId()
{
    if (const KnownTask *const task = current()) {
        QGuiApplication::clipboard()->setText(task->task.id());
        emit told(tr("Copied the id of the task."));
    }
}

void TasksPanel::forget()
{
    if (const KnownTask *const task = current())
        m_model->store()->forget(QString(task->server), task->task.id());
}

} // namespace McpUi
