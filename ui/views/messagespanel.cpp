// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/messagespanel.h"

#include "models/format.h"
#include "models/tracerecalls.h"
#include "orchestrator/orchestrator.h"
#include "views/filtercompleter.h"
#include "views/logtable.h"
#include "views/noticebar.h"
#include "views/traceactions.h"
#include "views/tracedelegate.h"
#include "views/tracepair.h"

#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qscrollbar.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

MessagesPanel::MessagesPanel(Mcp::Orchestrator *orchestrator, QWidget *parent)
    : LogPanel(u"messages"_s, new TraceModel, new LogTable, parent)
    , m_orchestrator(orchestrator)
    , m_model(static_cast<TraceModel *>(logModel()))
    , m_table(static_cast<LogTable *>(view()))
    , m_pair(new TracePair(this))
    , m_actions(new TraceActions(orchestrator, m_model, this))
    , m_recall(new TraceRecalls(this))
    , m_older(new NoticeBar(this))
{
    m_model->setParent(this);
    m_table->setAccessibleName(tr("Messages"));
    m_table->setItemDelegate(new TraceDelegate(m_table));
    m_table->setColumnWidths({ 13, 3, 14, 28, 17, 5, 7, 7, 26 }, TraceModel::Status);
    m_table->setColumnShown(TraceModel::Server, false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    addDetail(m_pair);
    m_older->setObjectName(u"messagesOlder"_s);
    addAbove(m_older);
    setEmptyState([this] {
        return m_server.isEmpty()
                       ? std::pair(tr("No server selected"), QString())
                       : std::pair(tr("No messages yet"),
                                   tr("Start %1 to see every message both ways.").arg(m_server));
    });
    setDroppedText(tr("older message"), tr("older messages"),
                   tr("The limits traceBytes and traceDiskBytes of the server are reached: Server, "
                      "Edit, More options."));
    buildToolBar();
    connectActions();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MessagesPanel::showCurrent);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &MessagesPanel::showCurrent);
    connect(this, &LogPanel::clearRequested, this, &MessagesPanel::clear);
}

void MessagesPanel::buildToolBar()
{
    filterField()->setMaximumWidth(420);
    filterField()->setPlaceholderText(tr("Filter: words, method:tools/call status:error …"));
    filterField()->setToolTip(tr(
            "Words that have to occur, and conditions: method:tools/call status:error "
            "duration:>500ms size:>1mb server:files dir:in. A - in front turns one around. "
            "Letters with a colon are a condition; in quotes, and as in file:///x or 10:30, they "
            "are text. Down proposes."));
    new FilterCompleter(filterField(), [this](const QString &text, qsizetype cursor) {
        return proposals(text, cursor);
    });
    auto *more = new QToolButton(this);
    more->setObjectName(u"messagesMore"_s);
    more->setText(tr("Message"));
    more->setAccessibleName(tr("What can be done with the selected message"));
    more->setAutoRaise(true);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(m_actions->menu());
    addToToolBar(more);
    if (!m_orchestrator)
        return;
    m_all = new QToolButton(this);
    m_all->setObjectName(u"messagesAll"_s);
    m_all->setText(tr("All servers"));
    m_all->setAccessibleName(tr("Show the messages of all servers"));
    m_all->setCheckable(true);
    m_all->setAutoRaise(true);
    addToToolBar(m_all);
    connect(m_all, &QToolButton::toggled, this, &MessagesPanel::applySources);
    connect(m_orchestrator, &Mcp::Orchestrator::serverAdded, this, &MessagesPanel::applySources);
    connect(m_orchestrator, &Mcp::Orchestrator::serverRemoved, this, &MessagesPanel::applySources);
    connect(m_orchestrator, &Mcp::Orchestrator::serverRenamed, this, &MessagesPanel::applySources);
}

void MessagesPanel::connectActions()
{
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        m_actions->menu()->popup(m_table->viewport()->mapToGlobal(position));
    });
    connect(m_older, &NoticeBar::triggered, this, &MessagesPanel::showOlder);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0 && !isFollowing() && !m_model->isMerged())
            m_recall->load(); // whoever scrolls up that far reads on
    });
    connect(m_recall, &TraceRecalls::loaded, this, &MessagesPanel::onOlder);
    connect(this, &LogPanel::followingChanged, this, &MessagesPanel::forgetOlder);
    connect(m_model, &LogModel::updated, this, &MessagesPanel::forgetOlder);
    connect(m_model, &LogModel::updated, this, &MessagesPanel::revealWanted);
    connect(m_actions, &TraceActions::repeatRequested, this, &MessagesPanel::repeatRequested);
    connect(m_actions, &TraceActions::composeRequested, this, &MessagesPanel::composeRequested);
    connect(m_actions, &TraceActions::told, this, &MessagesPanel::told);
    connect(m_actions, &TraceActions::filterRequested, this, &LogPanel::setFilterText);
}

QStringList MessagesPanel::proposals(const QString &text, qsizetype cursor) const
{
    QStringList words = Mcp::TraceFilter::completions(text, cursor);
    const QString before = text.first(cursor);
    const QString word = before.sliced(before.lastIndexOf(u' ') + 1);
    if (!m_orchestrator || !word.startsWith("server:"_L1))
        return words;
    for (const QString &name : m_orchestrator->serverNames()) {
        const QString whole = u"server:"_s + (name.contains(u' ') ? u'"' + name + u'"' : name);
        if (whole.startsWith(word, Qt::CaseInsensitive))
            words.append(whole);
    }
    return words;
}

void MessagesPanel::setServer(const QString &name, Mcp::TraceLog *log)
{
    m_server = name;
    m_log = log;
    m_wanted = 0;
    applySources();
    if (!m_all || !m_all->isChecked()) {
        showNothing();
        setFollowing(true);
    }
}

void MessagesPanel::applySources()
{
    QList<TraceModel::Source> sources;
    if (m_all && m_all->isChecked()) {
        for (const QString &name : m_orchestrator->serverNames())
            sources.append({ name, m_orchestrator->server(name)->trace() });
    } else if (m_log) {
        sources.append({ m_server, m_log });
    }
    QList<Mcp::TraceLog *> logs;
    for (const TraceModel::Source &source : std::as_const(sources))
        logs.append(source.log);
    m_recall->setLogs(logs);
    const bool wasMerged = m_model->isMerged();
    m_model->setSources(sources);
    m_table->setColumnShown(TraceModel::Server, m_model->isMerged());
    if (wasMerged != m_model->isMerged())
        showNothing();
}

void MessagesPanel::reveal(const Mcp::TraceLog *log, quint64 serial)
{
    clearFilter();
    m_model->setFilter({});
    setFollowing(false);
    m_wantedLog = log;
    m_wanted = serial;
    revealWanted();
}

/// The model takes over what the log has a moment later, and what is on disk comes in pieces.
void MessagesPanel::revealWanted()
{
    if (!m_wantedLog || !m_model->filter().isEmpty())
        m_wanted = 0; // somebody looks for something else by now
    if (m_wanted == 0)
        return;
    const int row = m_model->rowOf(m_model->rowSerial(m_wantedLog, m_wanted));
    if (row < 0 && m_wantedLog->find(m_wanted))
        return;
    const bool isOlder = m_wantedLog && m_wanted < m_wantedLog->firstSerial();
    if (row < 0 && isOlder && m_recall->canLoad())
        return m_recall->load();
    m_wanted = 0;
    if (row < 0)
        return emit told(tr("The trace has not kept that message."));
    m_table->setCurrentIndex(m_model->index(row, 0));
    m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
}

void MessagesPanel::showOlder()
{
    setFollowing(false);
    m_table->scrollToTop();
    m_recall->load();
}

/// Not while a filter shows some of them, few enough to be at the end as well.
void MessagesPanel::forgetOlder()
{
    if (isFollowing() && m_wanted == 0 && m_model->filter().isEmpty())
        m_recall->forget();
}

void MessagesPanel::onOlder(int count)
{
    updateDropped();
    if (count == 0)
        revealWanted(); // no update follows
}

QString MessagesPanel::proposedFileName() const
{
    return formatFileName(m_server) + u"-messages.txt"_s;
}

void MessagesPanel::updateDropped()
{
    LogPanel::updateDropped();
    const auto spilled = qint64(m_model->spilledCount());
    if (spilled == 0)
        return m_older->setNotice(Tones::Tone::Dim, {});
    const QString count = formatCount(spilled, tr("older message is"), tr("older messages are"));
    if (m_recall->isBusy() || m_recall->canLoad())
        m_older->setNotice(Tones::Tone::Dim, tr("%1 on disk.").arg(count), tr("Show more"));
    else
        m_older->setNotice(Tones::Tone::Dim,
                           tr("%1 on disk; Save trace… writes all of them.").arg(count));
}

void MessagesPanel::clear()
{
    for (const QString &name :
         m_all && m_all->isChecked() ? m_orchestrator->serverNames() : QStringList()) {
        m_orchestrator->server(name)->trace()->clear();
    }
    if (m_log)
        m_log->clear();
    showNothing();
}

void MessagesPanel::showNothing()
{
    m_shown = 0;
    m_pair->clear();
    m_actions->setCurrent(0);
}

quint64 MessagesPanel::currentSerial() const
{
    return m_table->currentIndex().data(TraceModel::SerialRole).toULongLong();
}

void MessagesPanel::showCurrent()
{
    const quint64 serial = currentSerial();
    const Mcp::TraceEntry *const entry = m_model->entry(serial);
    if (!entry || (serial == m_shown && entry->pair == m_shownPair))
        return; // what was read stays, even when the log has dropped it
    m_shown = serial;
    m_shownPair = entry->pair;
    m_pair->setEntry(*m_model, serial);
    m_actions->setCurrent(serial);
    m_table->viewport()->update(); // its conversation is marked
}

} // namespace McpUi
