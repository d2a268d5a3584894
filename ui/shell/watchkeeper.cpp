// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/watchkeeper.h"

#include "client/client.h"
#include "client/subscriptions.h"
#include "orchestrator/orchestrator.h"

namespace McpUi {

namespace {

Mcp::Subscriptions *subscriptionsOf(Mcp::Orchestrator *orchestrator, const QString &server)
{
    const Mcp::Client *const client = orchestrator->defaultClient(server);
    return client ? client->subscriptions() : nullptr;
}

} // namespace

WatchKeeper::WatchKeeper(Mcp::Orchestrator *orchestrator, QObject *parent)
    : QObject(parent)
    , m_orchestrator(orchestrator)
{
    connect(orchestrator, &Mcp::Orchestrator::serverAdded, this, &WatchKeeper::listenTo);
    connect(orchestrator, &Mcp::Orchestrator::serverRenamed, this, &WatchKeeper::changed);
    for (const QString &server : orchestrator->serverNames())
        listenTo(server);
}

void WatchKeeper::listenTo(const QString &server)
{
    if (const auto *subscriptions = subscriptionsOf(m_orchestrator, server))
        connect(subscriptions, &Mcp::Subscriptions::changed, this, &WatchKeeper::changed);
}

void WatchKeeper::restore(const QHash<QString, QStringList> &watched)
{
    for (auto server = watched.cbegin(); server != watched.cend(); ++server) {
        auto *const subscriptions = subscriptionsOf(m_orchestrator, server.key());
        if (!subscriptions)
            continue;
        for (const QString &uri : server.value())
            subscriptions->watch(uri);
    }
}

QHash<QString, QStringList> WatchKeeper::watched() const
{
    QHash<QString, QStringList> all;
    for (const QString &server : m_orchestrator->serverNames()) {
        const auto *subscriptions = subscriptionsOf(m_orchestrator, server);
        if (subscriptions && !subscriptions->watched().isEmpty())
            all.insert(server, subscriptions->watched());
    }
    return all;
}

} // namespace McpUi
