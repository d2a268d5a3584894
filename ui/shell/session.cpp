// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/session.h"

#include "models/viewchoices.h"
#include "shell/actions.h"
#include "shell/bottomtabs.h"
#include "shell/layoutkeeper.h"
#include "shell/pagetabs.h"
#include "shell/sidetabs.h"
#include "views/callpage.h"
#include "views/serverspanel.h"

#include <QtWidgets/qheaderview.h>
#include <QtWidgets/qsplitter.h>
#include <QtWidgets/qtreeview.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

Session::Session(const QString &path, const QString &list, const Panels &panels,
                 const Actions &actions, QWidget *window)
    : QObject(window)
    , m_panels(panels)
    , m_actions(actions)
    , m_window(window)
    , m_state(new WindowState(path, list, this))
    , m_layout(new LayoutKeeper(this))
{}

QString Session::restore()
{
    // Call pages come later: they keep their own borders.
    for (QSplitter *splitter : m_window->findChildren<QSplitter *>())
        m_layout->add(splitter);
    for (QTreeView *table : m_panels.bottom->findChildren<QTreeView *>())
        m_layout->add(table->header(), table->objectName() + u"Columns"_s);
    m_layout->rememberInitial();

    const WindowContent kept = m_state->load();
    m_window->restoreGeometry(kept.geometry);
    m_layout->restore(kept.parts);
    m_panels.side->setCurrentName(kept.sideTab);
    m_panels.bottom->setCurrentIndex(kept.bottomTab);
    m_actions[Actions::ToggleBottom]->setChecked(kept.bottomVisible);
    m_lastTools = kept.tools;
    m_panels.pages->viewChoices()->restore(kept.views); // pages read theirs
    for (const WindowContent::Page &page : kept.pages)
        m_panels.pages->restore(page.server, page.subject, page.state);
    m_panels.pages->setCurrentIndex(kept.currentPage);
    watch();
    return kept.server;
}

void Session::watch()
{
    m_state->setSource([this] { return content(); });
    connect(m_layout, &LayoutKeeper::changed, m_state, &WindowState::touch);
    connect(m_panels.servers, &ServersPanel::currentServerChanged, m_state, &WindowState::touch);
    connect(m_panels.pages, &PageTabs::pagesChanged, m_state, &WindowState::touch);
    connect(m_panels.pages->viewChoices(), &ViewChoices::changed, m_state, &WindowState::touch);
    connect(m_panels.side, &QTabWidget::currentChanged, m_state, &WindowState::touch);
    connect(m_panels.bottom, &QTabWidget::currentChanged, m_state, &WindowState::touch);
    connect(m_actions[Actions::ToggleBottom], &QAction::toggled, m_state, &WindowState::touch);
}

void Session::resetLayout()
{
    m_actions[Actions::ToggleBottom]->setChecked(true);
    m_layout->reset();
    touch();
}

void Session::setLastTool(const QString &server, const QString &tool)
{
    m_lastTools.insert(server, tool);
    touch();
}

WindowContent Session::content() const
{
    WindowContent content;
    content.geometry = m_window->saveGeometry();
    content.parts = m_layout->save();
    content.sideTab = m_panels.side->currentName();
    content.bottomTab = m_panels.bottom->currentIndex();
    content.bottomVisible = m_actions[Actions::ToggleBottom]->isChecked();
    content.server = m_panels.servers->currentServer();
    content.tools = m_lastTools;
    for (int i = 0; i < m_panels.pages->count(); ++i) {
        const CallPage *page = m_panels.pages->pageAt(i);
        content.pages.append({ page->serverName(), page->subject(), page->saveState() });
    }
    content.currentPage = m_panels.pages->currentIndex();
    content.views = m_panels.pages->viewChoices()->toJson();
    return content;
}

} // namespace McpUi
