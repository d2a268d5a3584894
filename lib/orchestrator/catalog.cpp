// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/catalog.h"

#include "client/client.h"
#include "protocol/caching.h"
#include "server/server.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr int refreshMs = 1000;

} // namespace

Catalog::Catalog(Client *client, const QString &notification, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_notification(notification)
{
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(refreshMs);
    connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
        if (m_stale && m_client->isInitialized())
            refresh();
    });
    connect(client, &Client::notificationReceived, this, &Catalog::onNotification);
}

bool Catalog::isExpired() const
{
    return m_listed && m_freshUntil && QDateTime::currentDateTimeUtc() >= *m_freshUntil;
}

void Catalog::setAutoRefresh(bool enabled)
{
    m_autoRefresh = enabled;
    if (enabled && m_stale && !m_refreshTimer.isActive())
        m_refreshTimer.start();
}

void Catalog::refresh()
{
    if (m_call)
        return;
    m_skipped = false;
    m_stale = false; // what changes from now on makes the answer stale
    m_call = list();
    connect(m_call, &Call::finished, this, [this, call = m_call.data()] { onListed(*call); });
    emit changed();
}

void Catalog::refreshOnce()
{
    if (!m_listed && !m_error && !m_skipped && m_client->isInitialized())
        refresh();
}

void Catalog::skip()
{
    m_skipped = true;
    emit changed();
}

void Catalog::onListed(const Call &call)
{
    const auto outcome = call.outcome();
    m_call.clear();
    m_error = outcome.error();
    if (outcome) {
        const Server *server = m_client->server();
        const Limits limits = server ? server->spec().limits : Limits();
        m_problems = call.warnings() + take(*outcome, limits.listItems);
        takeCaching(*outcome);
        m_listed = true;
    }
    if (m_stale && m_autoRefresh)
        m_refreshTimer.start();
    emit changed();
}

void Catalog::takeCaching(const RawJson &result)
{
    const Caching caching = Caching::fromResult(result);
    m_freshUntil.reset();
    m_cacheScope = caching.scope;
    if (caching.isStated)
        m_freshUntil = QDateTime::currentDateTimeUtc().addMSecs(caching.ttlMs);
}

void Catalog::onNotification(const Message &message)
{
    if (message.method() != m_notification)
        return;
    const bool wasStale = std::exchange(m_stale, true);
    if (m_autoRefresh && !m_call && !m_refreshTimer.isActive())
        m_refreshTimer.start();
    if (!wasStale)
        emit changed();
}

} // namespace Mcp
