// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/toolcatalog.h"

#include "client/client.h"
#include "server/server.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

ToolCatalog::ToolCatalog(Client *client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(1000);
    connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
        if (m_stale && m_client->isInitialized())
            refresh();
    });
    connect(client, &Client::notificationReceived, this, &ToolCatalog::onNotification);
}

std::optional<Tool> ToolCatalog::find(const QString &name) const
{
    for (const Tool &tool : m_list.tools) {
        if (tool.name() == name)
            return tool;
    }
    return std::nullopt;
}

void ToolCatalog::setAutoRefresh(bool enabled)
{
    m_autoRefresh = enabled;
    if (enabled && m_stale && !m_refreshTimer.isActive())
        m_refreshTimer.start();
}

void ToolCatalog::refresh()
{
    if (m_call)
        return;
    m_stale = false; // what changes from now on makes the answer stale
    m_call = m_client->listTools();
    connect(m_call, &Call::finished, this, [this, call = m_call.data()] { onListed(*call); });
    emit changed();
}

void ToolCatalog::onListed(const Call &call)
{
    const auto outcome = call.outcome();
    m_call.clear();
    m_error = outcome.error();
    if (outcome) {
        const Server *server = m_client->server();
        const Limits limits = server ? server->spec().limits : Limits();
        m_list = ToolList::fromResult(*outcome, limits.listItems);
        m_problems = call.warnings() + m_list.problems;
        m_listed = true;
    }
    if (m_stale && m_autoRefresh)
        m_refreshTimer.start();
    emit changed();
}

void ToolCatalog::onNotification(const Message &message)
{
    if (message.method() != "notifications/tools/list_changed"_L1)
        return;
    const bool wasStale = std::exchange(m_stale, true);
    if (m_autoRefresh && !m_call && !m_refreshTimer.isActive())
        m_refreshTimer.start();
    if (!wasStale)
        emit changed();
}

} // namespace Mcp
