// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/taskoption.h"

#include "client/client.h"
#include "models/format.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/toolcatalog.h"
#include "views/callcontrols.h"
#include "views/callpage.h"
#include "views/callrunner.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

TaskOption::TaskOption(Mcp::Orchestrator *orchestrator, CallPage *page)
    : QCheckBox(tr("Run as &task"), page)
    , m_orchestrator(orchestrator)
    , m_page(page)
{
    setObjectName(u"runAsTask"_s);
    setAccessibleName(tr("Run as task"));
    hide();
    connect(page->runner(), &CallRunner::serverChanged, this, &TaskOption::attach);
    connect(this, &QCheckBox::clicked, this, [this](bool checked) {
        m_isWanted = checked;
        refresh();
        emit changed();
    });
    attach();
}

void TaskOption::placeIn(CallControls *controls)
{
    m_controls = controls;
    controls->addOption(this);
    refresh();
}

void TaskOption::setWanted(bool wanted)
{
    m_isWanted = wanted;
    refresh();
}

/// To the list that the tool stands in, of the server that there is now.
void TaskOption::attach()
{
    if (const Mcp::ToolCatalog *catalog = m_orchestrator->tools(m_page->serverName()))
        connect(catalog, &Mcp::Catalog::changed, this, &TaskOption::refresh, Qt::UniqueConnection);
    refresh();
}

void TaskOption::refresh()
{
    const QString server = m_page->serverName();
    const Mcp::ToolCatalog *catalog = m_orchestrator->tools(server);
    const Mcp::Client *client = m_orchestrator->defaultClient(server);
    const auto tool = catalog ? catalog->find(m_page->subject().name) : std::nullopt;
    m_choice = client ? TaskChoice::of(client->connection(), tool.value_or(Mcp::Tool()),
                                       client->declared().tasks)
                      : TaskChoice();
    using Kind = TaskChoice::Kind;
    if (m_choice.kind == Kind::Required)
        m_isWanted = true; // also on the next start, when the tool is not listed yet
    setVisible(m_choice.kind != Kind::None);
    setEnabled(m_choice.kind == Kind::Optional);
    setChecked(m_choice.kind == Kind::Required || (m_choice.kind == Kind::Optional && m_isWanted));
    setToolTip(formatToolTip(m_choice.why));
    setAccessibleDescription(m_choice.why);
    Mcp::CallOptions options = m_page->runner()->options();
    options.taskTtl.reset();
    const bool isListed = catalog && catalog->isListed();
    if (isChecked() || (m_isWanted && !isListed))
        options.taskTtl = 0; // kept as long as the server likes
    m_page->runner()->setOptions(options);
    if (m_controls)
        m_controls->setCallHint(m_choice.kind == Kind::None ? m_choice.why : QString());
}

} // namespace McpUi
