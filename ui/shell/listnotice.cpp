// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/listnotice.h"

#include "orchestrator/orchestrator.h"
#include "orchestrator/serverstore.h"
#include "views/serverspanel.h"

namespace McpUi {

ListNotice::ListNotice(Mcp::Orchestrator *orchestrator, ServersPanel *panel, QObject *parent)
    : QObject(parent)
    , m_store(orchestrator->store())
    , m_panel(panel)
{
    if (!m_store)
        return;
    connect(m_store, &Mcp::ServerStore::changed, this, [this] { show({}); });
    connect(m_store, &Mcp::ServerStore::failed, this, &ListNotice::show);
    const QStringList problems = orchestrator->problems();
    show(problems.isEmpty() ? Mcp::Error() : Mcp::Error::usage(problems.join(u' ')));
}

void ListNotice::show(const Mcp::Error &error)
{
    QStringList problems = error ? QStringList{ error.message } : m_store->problems();
    for (const Mcp::RemoteServer &remote : m_store->remoteServers())
        problems += tr("%1 is a remote server; these are not supported yet.").arg(remote.name);
    m_panel->setProblem(problems.join(u' '));
}

} // namespace McpUi
