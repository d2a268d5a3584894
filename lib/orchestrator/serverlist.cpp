// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/serverlist.h"

#include "orchestrator/launchpolicy.h"
#include "orchestrator/managedserver.h"

#include <algorithm>

namespace Mcp {

ServerList::ServerList(LearnedStore *learned, LaunchPolicy *policy, QObject *parent)
    : QObject(parent)
    , m_learned(learned)
    , m_policy(policy)
{}

ServerList::~ServerList()
{
    // Each ends its process group at once.
    qDeleteAll(std::exchange(m_servers, {}));
    qDeleteAll(std::exchange(m_leaving, {}));
}

ManagedServer *ServerList::find(const QString &name) const
{
    for (ManagedServer *managed : m_servers) {
        if (managed->name() == name)
            return managed;
    }
    return nullptr;
}

QStringList ServerList::names() const
{
    QStringList names;
    for (const ManagedServer *managed : m_servers)
        names.append(managed->name());
    return names;
}

bool ServerList::hasActive() const
{
    const auto active = [](const ManagedServer *managed) { return managed->isActive(); };
    return std::any_of(m_servers.begin(), m_servers.end(), active)
           || std::any_of(m_leaving.begin(), m_leaving.end(), active);
}

ManagedServer *ServerList::insert(const ServerSpec &spec, bool adHoc)
{
    auto *const managed = new ManagedServer(spec, adHoc, m_learned, this);
    managed->setRefreshOnListChanged(m_refreshOnListChanged);
    managed->setAnswered(m_answered);
    // Queued: the process itself may outlive the change of state by a moment.
    connect(managed->server(), &Server::stateChanged, this, &ServerList::onStateChanged,
            Qt::QueuedConnection);
    connect(managed, &ManagedServer::inputRequested, this,
            [this, managed](InputRequest *request) { emit asked(managed, request); });
    connect(managed, &ManagedServer::elicitationCompleted, this,
            [this, managed](const QString &id) { emit elicitationCompleted(managed, id); });
    connect(managed->server(), &Server::specChanged, this,
            [this, managed] { emit specChanged(managed); });
    m_servers.append(managed);
    return managed;
}

ManagedServer *ServerList::add(const ServerSpec &spec, bool adHoc)
{
    ManagedServer *const managed = insert(spec, adHoc);
    emit added(spec.name);
    return managed;
}

void ServerList::remove(ManagedServer *managed)
{
    m_servers.removeOne(managed);
    m_leaving.append(managed);
    managed->stop();
    emit removed(managed->name(), managed);
    QMetaObject::invokeMethod(this, &ServerList::onStateChanged, Qt::QueuedConnection);
}

void ServerList::onStateChanged()
{
    m_leaving.removeIf([](ManagedServer *managed) {
        if (!managed->isActive())
            managed->deleteLater();
        return !managed->isActive();
    });
    if (m_stoppingAll && !hasActive()) {
        m_stoppingAll = false;
        emit allStopped();
    }
}

void ServerList::stopAll()
{
    m_stoppingAll = true;
    for (ManagedServer *managed : std::as_const(m_servers))
        managed->stop();
    QMetaObject::invokeMethod(this, &ServerList::onStateChanged, Qt::QueuedConnection);
}

void ServerList::setRefreshOnListChanged(bool enabled)
{
    m_refreshOnListChanged = enabled;
    for (ManagedServer *managed : std::as_const(m_servers))
        managed->setRefreshOnListChanged(enabled);
}

void ServerList::setAnswered(const ClientCapabilities &capabilities)
{
    m_answered = capabilities;
    for (ManagedServer *managed : std::as_const(m_servers))
        managed->setAnswered(capabilities);
}

void ServerList::rename(const QString &from, const QString &to)
{
    ManagedServer *const managed = find(from);
    if (!managed || managed->isAdHoc() || find(to))
        return;
    ServerSpec spec = managed->server()->spec();
    spec.name = to;
    update(managed, spec);
    emit renamed(from, to);
}

void ServerList::update(ManagedServer *managed, const ServerSpec &spec)
{
    managed->setSpec(spec, m_policy->isApproved(spec));
}

void ServerList::sync(const QList<ServerSpec> &specs)
{
    const QList<ManagedServer *> before = m_servers;
    for (ManagedServer *managed : before) {
        const bool listed = std::any_of(specs.begin(), specs.end(), [&](const ServerSpec &spec) {
            return spec.name == managed->name();
        });
        if (!listed && !managed->isAdHoc())
            remove(managed);
    }
    const QList<ManagedServer *> kept = m_servers;
    QList<ManagedServer *> ordered;
    QStringList fresh;
    for (const ServerSpec &spec : specs) {
        ManagedServer *managed = find(spec.name);
        if (managed) {
            update(managed, spec);
            managed->setAdHoc(false); // an ad hoc server of that name has been kept for good
        } else {
            managed = insert(spec, false);
            fresh.append(spec.name);
        }
        ordered.append(managed);
    }
    for (ManagedServer *managed : kept) {
        if (managed->isAdHoc())
            ordered.append(managed);
    }
    m_servers = ordered;
    QList<ManagedServer *> stayed = ordered;
    stayed.removeIf([&](ManagedServer *managed) { return !kept.contains(managed); });
    for (const QString &name : std::as_const(fresh))
        emit added(name);
    // Not "!=": QList compares pointers by memcmp, of a null pointer when it is empty.
    if (!std::ranges::equal(stayed, kept))
        emit orderChanged();
}

} // namespace Mcp
