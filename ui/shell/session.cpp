// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/session.h"

#include "models/viewchoices.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/serverstore.h"
#include "shell/actions.h"
#include "shell/bottomtabs.h"
#include "shell/layoutkeeper.h"
#include "shell/pagetabs.h"
#include "shell/sidetabs.h"
#include "shell/watchkeeper.h"
#include "views/callpage.h"
#include "views/catalogpanel.h"
#include "views/serverspanel.h"

#include <QtWidgets/qheaderview.h>
#include <QtWidgets/qsplitter.h>
#include <QtWidgets/qtreeview.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

QString listKey(const Mcp::Orchestrator &orchestrator)
{
    return orchestrator.store() ? orchestrator.store()->path() : QString();
}

} // namespace

Session::Session(const QString &path, Mcp::Orchestrator *orchestrator, const Panels &panels,
                 const Actions &actions, QWidget *window)
    : QObject(window)
    , m_panels(panels)
    , m_actions(actions)
    , m_window(window)
    , m_state(new WindowState(path, listKey(*orchestrator), this))
    , m_layout(new LayoutKeeper(this))
    , m_watches(new WatchKeeper(orchestrator, this))
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
    m_selected = kept.selected;
    m_watches->restore(kept.watched);
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
    connect(m_watches, &WatchKeeper::changed, m_state, &WindowState::touch);
    for (CatalogPanel *list : m_panels.side->lists()) {
        connect(list, &CatalogPanel::currentChanged, this, [this, list](const QString &name) {
            const QString server = m_panels.servers->currentServer();
            m_selected[m_panels.side->nameOf(list)].insert(server, name);
            touch();
        });
    }
    connect(m_panels.bottom, &QTabWidget::currentChanged, m_state, &WindowState::touch);
    connect(m_actions[Actions::ToggleBottom], &QAction::toggled, m_state, &WindowState::touch);
}

void Session::resetLayout()
{
    m_actions[Actions::ToggleBottom]->setChecked(true);
    m_layout->reset();
    touch();
}

void Session::selectLast(const QString &server)
{
    for (CatalogPanel *list : m_panels.side->lists())
        list->setCurrent(m_selected.value(m_panels.side->nameOf(list)).value(server));
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
    content.selected = m_selected;
    content.watched = m_watches->watched();
    for (int i = 0; i < m_panels.pages->count(); ++i) {
        const CallPage *page = m_panels.pages->pageAt(i);
        content.pages.append({ page->serverName(), page->subject(), page->saveState() });
    }
    content.currentPage = m_panels.pages->currentIndex();
    content.views = m_panels.pages->viewChoices()->toJson();
    return content;
}

} // namespace McpUi
