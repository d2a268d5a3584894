// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/bottomtabs.h"

#include "models/format.h"
#include "orchestrator/orchestrator.h"
#include "shell/toolbarstack.h"
#include "views/historypanel.h"
#include "views/messagespanel.h"
#include "views/notificationspanel.h"
#include "views/stderrpanel.h"
#include "views/taskspanel.h"

#include <QtCore/qlocale.h>
#include <QtWidgets/qtabbar.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

BottomTabs::BottomTabs(Mcp::Orchestrator *orchestrator, QWidget *parent)
    : QTabWidget(parent)
    , m_stderr(new StderrPanel(this))
    , m_messages(new MessagesPanel(orchestrator, this))
    , m_history(new HistoryPanel(this))
    , m_notifications(new NotificationsPanel(orchestrator, this))
    , m_tasks(new TasksPanel(this))
    , m_toolBars(new ToolBarStack(this))
{
    setObjectName(u"bottomTabs"_s);
    setAccessibleName(tr("Logs"));
    setDocumentMode(true);
    tabBar()->setObjectName(u"bottomTabBar"_s);
    tabBar()->setAccessibleName(tr("Logs"));
    tabBar()->setExpanding(false);
    // All of them stay in sight in a narrow window.
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideRight);
    setCornerWidget(m_toolBars, Qt::TopRightCorner);
    addPanel(m_stderr, tr("Stderr"));
    addPanel(m_messages, tr("Messages"));
    addPanel(m_history, tr("History"));
    addPanel(m_notifications, tr("Notifications"));
    addPanel(m_tasks, tr("Tasks"));
    connect(m_tasks, &TasksPanel::runningCountChanged, this, &BottomTabs::updateTitles);
    connect(this, &QTabWidget::currentChanged, this, [this](int index) {
        m_toolBars->setCurrentIndex(index);
        fitToolBar();
    });
    updateTitles();
}

void BottomTabs::addPanel(LogPanel *panel, const QString &title)
{
    m_titles += title;
    addTab(panel, title);
    panel->setMinimumHeight(2 * fontMetrics().lineSpacing()); // a low window has room for little
    m_toolBars->addWidget(panel->toolBar());
    connect(panel->logModel(), &LogModel::updated, this, &BottomTabs::updateTitles);
}

/// As wide as it likes where there is room beside the tabs.
void BottomTabs::fitToolBar()
{
    const LogPanel *const panel = currentPanel();
    const int room = width() - tabBar()->sizeHint().width();
    m_toolBars->setWidth(
            qBound(panel->toolBar()->minimumSizeHint().width(), room, panel->toolBarWidth()));
}

void BottomTabs::resizeEvent(QResizeEvent *event)
{
    fitToolBar();
    QTabWidget::resizeEvent(event);
}

void BottomTabs::setServer(Mcp::Server *server)
{
    const QString name = server ? server->name() : QString();
    m_stderr->setServer(name, server ? server->stderrLog() : nullptr);
    m_messages->setServer(name, server ? server->trace() : nullptr);
    m_history->setServer(name);
    m_notifications->setServer(name);
    m_tasks->setServer(name);
}

LogPanel *BottomTabs::currentPanel() const { return static_cast<LogPanel *>(currentWidget()); }

QList<LogPanel *> BottomTabs::panels() const
{
    return { m_stderr, m_messages, m_history, m_notifications, m_tasks };
}

void BottomTabs::updateTitles()
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    for (int i = 0; i < count(); ++i) {
        const int rows = panels().at(i)->logModel()->shownCount();
        const int running = panels().at(i) == m_tasks ? m_tasks->runningCount() : 0;
        const QString count = running > 0 ? tr("%1 running").arg(running) : english.toString(rows);
        const QString title = rows == 0 && running == 0 ? m_titles.at(i)
                                                        : u"%1 (%2)"_s.arg(m_titles.at(i), count);
        if (tabText(i) != title)
            setTabText(i, title);
    }
    fitToolBar();
}

} // namespace McpUi
