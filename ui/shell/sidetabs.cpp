// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/sidetabs.h"

#include "models/format.h"
#include "orchestrator/orchestrator.h"
#include "views/infopanel.h"
#include "views/promptspanel.h"
#include "views/resourcespanel.h"
#include "views/toolspanel.h"

#include <QtWidgets/qtabbar.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr int kLong = 10'000; ///< of more the tab says the thousands: its tool tip has the rest

} // namespace

SideTabs::SideTabs(Mcp::Orchestrator *orchestrator, QWidget *parent)
    : QTabWidget(parent)
    , m_orchestrator(orchestrator)
    , m_tools(new ToolsPanel(orchestrator, this))
    , m_resources(new ResourcesPanel(orchestrator, this))
    , m_prompts(new PromptsPanel(orchestrator, this))
    , m_info(new InfoPanel(orchestrator, this))
{
    setObjectName(u"sideTabs"_s);
    setAccessibleName(tr("What the server offers"));
    setDocumentMode(true);
    // All four stay in sight in a narrow panel.
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideRight);
    tabBar()->setObjectName(u"sideTabBar"_s);
    tabBar()->setAccessibleName(accessibleName());
    tabBar()->setExpanding(false);
    addList(m_tools, u"tools"_s, tr("Tools"));
    addList(m_resources, u"resources"_s, tr("Resources"));
    addList(m_prompts, u"prompts"_s, tr("Prompts"));
    addTab(m_info, tr("Info"));
    m_names += u"info"_s;
}

void SideTabs::addList(CatalogPanel *panel, const QString &name, const QString &title)
{
    m_names += name;
    m_titles += title;
    addTab(panel, title);
    connect(panel, &CatalogPanel::activated, this, &SideTabs::activated);
    connect(panel, &CatalogPanel::startRequested, this, &SideTabs::startRequested);
    connect(panel, &CatalogPanel::summaryChanged, this, &SideTabs::updateTitles);
}

QList<CatalogPanel *> SideTabs::lists() const { return { m_tools, m_resources, m_prompts }; }

CatalogPanel *SideTabs::currentList() const
{
    return qobject_cast<CatalogPanel *>(currentWidget());
}

void SideTabs::setServer(const QString &name)
{
    for (CatalogPanel *panel : lists())
        panel->setServer(name);
    m_info->setServer(m_orchestrator->server(name));
}

void SideTabs::refresh()
{
    CatalogPanel *panel = currentList() ? currentList() : m_tools;
    if (panel->canRefresh())
        panel->refresh();
}

void SideTabs::updateTitles()
{
    for (int i = 0; i < m_titles.size(); ++i) {
        const CatalogPanel *panel = lists().at(i);
        const int total = panel->totalCount();
        QString title = m_titles.at(i);
        QString tip;
        if (total >= 0) {
            title += u' ' + (total < kLong ? formatNumber(total) : u"%1k"_s.arg(total / 1000));
            tip = u"%1: %2"_s.arg(m_titles.at(i), formatNumber(total));
        }
        if (panel->isStale()) {
            title += u" •"_s;
            tip += tr("; the server says that the list has changed");
        }
        if (tabText(i) != title) {
            setTabText(i, title);
            setTabToolTip(i, tip);
        }
    }
}

QString SideTabs::currentName() const { return m_names.value(currentIndex()); }

QString SideTabs::nameOf(const QWidget *panel) const
{
    return m_names.value(indexOf(const_cast<QWidget *>(panel)));
}

void SideTabs::setCurrentName(const QString &name)
{
    if (const qsizetype index = m_names.indexOf(name); index >= 0)
        setCurrentIndex(int(index));
}

} // namespace McpUi
