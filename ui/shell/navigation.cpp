// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/navigation.h"

#include "orchestrator/settings.h"
#include "shell/actions.h"
#include "shell/bottomtabs.h"
#include "shell/pagetabs.h"
#include "shell/sidetabs.h"
#include "views/callpage.h"
#include "views/historypanel.h"
#include "views/infopanel.h"
#include "views/messagespanel.h"
#include "views/notificationspanel.h"
#include "views/promptspanel.h"
#include "views/resourcespanel.h"
#include "views/serverspanel.h"
#include "views/stderrpanel.h"
#include "views/taskspanel.h"
#include "views/toolspanel.h"

#include <QtWidgets/qapplication.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

Navigation::Navigation(const Actions &actions, const Panels &panels, Mcp::Settings *settings,
                       QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_panels(panels)
{
    connectFocus(actions);
    connectPanels(actions);
    connectSchemes(actions, settings);
}

void Navigation::connectFocus(const Actions &actions)
{
    connect(actions[Actions::Find], &QAction::triggered, this, &Navigation::focusFilter);
    connect(actions[Actions::FocusServers], &QAction::triggered, m_panels.servers,
            &ServersPanel::focusList);
    connect(actions[Actions::FocusTools], &QAction::triggered, this, [this] {
        if (!m_panels.side->currentList())
            m_panels.side->setCurrentWidget(m_panels.side->tools());
        m_panels.side->currentList()->focusList();
    });
    connect(actions[Actions::FocusPage], &QAction::triggered, this, &Navigation::focusPage);
    connect(m_panels.pages, &PageTabs::focusLost, this, [this] {
        if (CallPage *page = m_panels.pages->currentPage())
            page->focusArguments();
        else
            m_actions[Actions::FocusTools]->trigger();
    });
    connect(actions[Actions::FocusBottom], &QAction::triggered, this,
            [this] { showBottom(m_panels.bottom->currentPanel()); });
}

void Navigation::connectPanels(const Actions &actions)
{
    SideTabs *side = m_panels.side;
    const auto showsList = [this, &actions, side](Actions::Id id, CatalogPanel *panel) {
        connect(actions[id], &QAction::triggered, this, [side, panel] {
            side->setCurrentWidget(panel);
            panel->focusFilter();
        });
    };
    showsList(Actions::ShowTools, side->tools());
    showsList(Actions::ShowResources, side->resources());
    showsList(Actions::ShowPrompts, side->prompts());
    connect(actions[Actions::ShowInfo], &QAction::triggered, this, [side] {
        side->setCurrentWidget(side->info());
        side->info()->setFocus(Qt::ShortcutFocusReason);
    });
    connect(actions[Actions::RefreshTools], &QAction::triggered, side, &SideTabs::refresh);
    const auto shows = [this, &actions](Actions::Id id, QWidget *panel) {
        connect(actions[id], &QAction::triggered, this, [this, panel] { showBottom(panel); });
    };
    shows(Actions::ShowStderr, m_panels.bottom->stderrPanel());
    shows(Actions::ShowMessages, m_panels.bottom->messagesPanel());
    shows(Actions::ShowHistory, m_panels.bottom->historyPanel());
    shows(Actions::ShowNotifications, m_panels.bottom->notificationsPanel());
    shows(Actions::ShowTasks, m_panels.bottom->tasksPanel());
    connect(actions[Actions::ToggleBottom], &QAction::toggled, m_panels.bottom,
            &QWidget::setVisible);
}

void Navigation::connectSchemes(const Actions &actions, Mcp::Settings *settings)
{
    const std::pair<Actions::Id, QString> schemes[] = { { Actions::SchemeSystem, u"system"_s },
                                                        { Actions::SchemeLight, u"light"_s },
                                                        { Actions::SchemeDark, u"dark"_s } };
    const QString current = settings->get(Mcp::Settings::Key::ColorScheme).toString();
    for (const auto &[id, name] : schemes) {
        actions[id]->setChecked(name == current);
        connect(actions[id], &QAction::triggered, settings,
                [settings, name = name] { settings->set(Mcp::Settings::Key::ColorScheme, name); });
    }
}

void Navigation::showBottom(QWidget *panel)
{
    m_actions[Actions::ToggleBottom]->setChecked(true);
    m_panels.bottom->setCurrentWidget(panel);
    m_panels.bottom->currentPanel()->focusView();
}

void Navigation::focusPage()
{
    CallPage *page = m_panels.pages->currentPage();
    if (!page)
        return;
    // Back to where it was on that page, else to its first field.
    QWidget *inside = page->focusWidget();
    if (inside && page->isAncestorOf(inside))
        inside->setFocus(Qt::ShortcutFocusReason);
    else
        page->focusArguments();
}

void Navigation::focusFilter()
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus && m_panels.bottom->isAncestorOf(focus))
        m_panels.bottom->currentPanel()->focusFilter();
    else if (focus && m_panels.servers->isAncestorOf(focus))
        m_panels.servers->focusFilter();
    else {
        if (!m_panels.side->currentList())
            m_panels.side->setCurrentWidget(m_panels.side->tools());
        m_panels.side->currentList()->focusFilter();
    }
}

} // namespace McpUi
