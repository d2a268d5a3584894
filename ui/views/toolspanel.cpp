// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/toolspanel.h"

#include "forms/tones.h"
#include "models/format.h"
#include "models/toolmodel.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/toolcatalog.h"
#include "views/emptystate.h"
#include "views/icons.h"
#include "views/noticebar.h"
#include "views/tooldelegate.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qtimer.h>
#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistview.h>
#include <QtWidgets/qstackedwidget.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Tones::Tone;

using State = Mcp::Server::State;

namespace {

constexpr int kLongList = 10'000; ///< of tools: filtering takes longer than between two keys

} // namespace

ToolsPanel::ToolsPanel(Mcp::Orchestrator *orchestrator, QWidget *parent)
    : QWidget(parent)
    , m_orchestrator(orchestrator)
    , m_model(new ToolModel(this))
    , m_filter(new QLineEdit(this))
    , m_refresh(new QToolButton(this))
    , m_count(new QLabel(this))
    , m_notice(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_empty(new EmptyState(this))
    , m_filterDelay(new QTimer(this))
{
    setObjectName(u"toolsPanel"_s);
    buildLayout();
    connectWidgets();
    updateState();
}

void ToolsPanel::buildLayout()
{
    m_filter->setObjectName(u"toolFilter"_s);
    m_filter->setAccessibleName(tr("Filter tools"));
    m_filter->setPlaceholderText(tr("Filter tools"));
    m_filter->setClearButtonEnabled(true);
    m_refresh->setObjectName(u"refreshToolsButton"_s);
    m_refresh->setAccessibleName(tr("Refresh the list of tools"));
    m_refresh->setToolTip(tr("Ask the server for its tools again (F5)"));
    m_refresh->setIcon(icon(u"refresh"_s));
    m_refresh->setAutoRaise(true);
    m_count->setObjectName(u"toolCount"_s);
    Tones::apply(m_count, Tones::Tone::Dim);
    m_notice->setObjectName(u"toolNotice"_s);
    m_list->setObjectName(u"toolList"_s);
    m_list->setAccessibleName(tr("Tools"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ToolDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    auto *top = new QHBoxLayout;
    top->setSpacing(4);
    top->addWidget(m_filter, 1);
    top->addWidget(m_count);
    top->addWidget(m_refresh);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addLayout(top);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
}

void ToolsPanel::connectWidgets()
{
    m_filter->installEventFilter(this);
    m_filterDelay->setSingleShot(true);
    // Only a list that takes its time waits for the next key.
    connect(m_filter, &QLineEdit::textChanged, this,
            [this] { m_filterDelay->start(m_model->totalCount() > kLongList ? 60 : 0); });
    connect(m_filterDelay, &QTimer::timeout, this, [this] {
        if (!m_model->isPrepared())
            return m_filterDelay->start(10);
        const QString kept = currentTool();
        m_model->setFilter(m_filter->text().trimmed());
        m_list->setCurrentIndex(m_model->index(qMax(0, m_model->rowOf(kept))));
        updateState();
    });
    connect(m_list, &QListView::activated, this, &ToolsPanel::activate);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    emit currentToolChanged(index.data(ToolModel::NameRole).toString());
            });
    connect(m_refresh, &QToolButton::clicked, this, [this] {
        if (m_catalog)
            m_catalog->refresh();
    });
    connect(m_model, &ToolModel::modelReset, this, &ToolsPanel::selectWanted);
    connect(m_empty, &EmptyState::triggered, this, &ToolsPanel::onTriggered);
    connect(m_notice, &NoticeBar::triggered, this, &ToolsPanel::onTriggered);
}

void ToolsPanel::setServer(const QString &name)
{
    Mcp::Server *server = m_orchestrator->server(name);
    if (server == m_server && (server || m_catalog.isNull()))
        return updateState();
    if (m_server)
        disconnect(m_server, nullptr, this, nullptr);
    if (m_catalog)
        disconnect(m_catalog, nullptr, this, nullptr);
    m_server = server;
    m_catalog = server ? m_orchestrator->tools(name) : nullptr;
    m_wanted.clear();
    m_model->setCatalog(m_catalog);
    if (m_server) {
        connect(m_server, &Mcp::Server::stateChanged, this, &ToolsPanel::updateState);
        connect(m_server, &Mcp::Server::stepChanged, this, &ToolsPanel::updateState);
        connect(m_server, &QObject::destroyed, this, [this] { setServer({}); });
    }
    if (m_catalog)
        connect(m_catalog, &Mcp::ToolCatalog::changed, this, &ToolsPanel::updateState);
    updateState();
}

QString ToolsPanel::currentTool() const
{
    return m_list->currentIndex().data(ToolModel::NameRole).toString();
}

void ToolsPanel::setCurrentTool(const QString &name)
{
    m_wanted = name;
    selectWanted();
}

void ToolsPanel::selectWanted()
{
    const int row = m_wanted.isEmpty() ? -1 : m_model->rowOf(m_wanted);
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_model->index(row));
}

void ToolsPanel::focusList()
{
    if (m_stack->currentWidget() == m_list)
        m_list->setFocus(Qt::ShortcutFocusReason);
    else
        m_filter->setFocus(Qt::ShortcutFocusReason);
}

void ToolsPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool ToolsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            // Walk the list while the filter keeps the focus.
            return QCoreApplication::sendEvent(m_list, event);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            activate(m_list->currentIndex());
            return true;
        case Qt::Key_Escape:
            m_filter->clear();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ToolsPanel::activate(const QModelIndex &index)
{
    if (m_server && index.isValid())
        emit activated(m_server->name(), index.data(ToolModel::NameRole).toString());
}

void ToolsPanel::onTriggered()
{
    if (!m_server)
        return;
    if (m_model->totalCount() > 0 && m_model->rowCount() == 0)
        m_filter->clear();
    else if (m_server->state() == State::Ready && m_catalog)
        m_catalog->refresh();
    else
        emit startRequested(m_server->name());
}

void ToolsPanel::updateState()
{
    const bool hasRows = m_model->rowCount() > 0;
    m_stack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_list) : m_empty);
    m_refresh->setEnabled(m_server && m_server->state() == State::Ready && m_catalog
                          && !m_catalog->isLoading());
    if (!m_server)
        m_empty->setMessage(tr("No server selected"), tr("Pick one on the left."));
    else if (!hasRows)
        showMessageFor(*m_server);
    updateCount();
    updateNotice();
}

void ToolsPanel::showMessageFor(const Mcp::Server &server)
{
    if (m_model->totalCount() > 0) {
        m_empty->setMessage(tr("No tool matches"),
                            tr("Nothing in names, titles and descriptions contains “%1”.")
                                    .arg(m_model->filter()),
                            tr("Clear the filter"));
        return;
    }
    switch (server.state()) {
    case State::Stopped:
        return m_empty->setMessage(tr("%1 is not running").arg(server.name()),
                                   tr("Start it to see its tools: press Enter on the server, or:"),
                                   tr("Start"));
    case State::Starting:
    case State::Running:
        return m_empty->setMessage(tr("Starting %1…").arg(server.name()), server.step());
    case State::Stopping:
        return m_empty->setMessage(tr("Stopping %1…").arg(server.name()), {});
    case State::Failed:
        return m_empty->setMessage(tr("%1 has failed").arg(server.name()),
                                   tr("The reason stands on the right."), tr("Try again"));
    case State::Ready:
        break;
    }
    const bool known =
            m_catalog && !m_catalog->isLoading() && (m_catalog->error() || m_catalog->isListed());
    if (!known)
        m_empty->setMessage(tr("Loading tools…"), {});
    else if (m_catalog->error())
        m_empty->setMessage(tr("The tools could not be listed"),
                            displayLine(m_catalog->error().describe(), 500), tr("Try again"));
    else
        m_empty->setMessage(tr("No tools"), tr("This server offers no tools."), tr("Ask again"));
}

void ToolsPanel::updateCount()
{
    if (m_model->totalCount() == 0)
        m_count->clear();
    else if (m_model->filter().isEmpty())
        m_count->setText(formatNumber(m_model->totalCount()));
    else
        m_count->setText(tr("%1 of %2")
                                 .arg(formatNumber(m_model->rowCount()),
                                      formatNumber(m_model->totalCount())));
    m_count->setToolTip(tr("Tools shown"));
}

void ToolsPanel::updateNotice()
{
    if (!m_server || !m_catalog || m_model->totalCount() == 0)
        return m_notice->setNotice(Tone::Dim, {});
    const bool ready = m_server->state() == State::Ready;
    if (ready && m_catalog->error())
        return m_notice->setNotice(Tone::Error, displayLine(m_catalog->error().describe(), 300),
                                   tr("Try again"));
    if (ready && m_catalog->isStale() && !m_catalog->isLoading())
        return m_notice->setNotice(Tone::Warning, tr("The server says that its list has changed."),
                                   tr("Refresh"));
    if (!ready && !m_server->isRunning() && m_server->state() != State::Starting)
        return m_notice->setNotice(Tone::Dim, tr("Not running: the tools it had."), tr("Start"));
    const QStringList &problems = m_catalog->problems();
    if (problems.isEmpty())
        return m_notice->setNotice(Tone::Dim, {});
    m_notice->setNotice(Tone::Warning, displayLine(problems.join(u' '), 300));
    m_notice->setToolTip(formatToolTip(problems.join(u'\n')));
}

} // namespace McpUi
