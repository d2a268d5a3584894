// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/managedserver.h"

#include "client/subscriptions.h"
#include "orchestrator/learnedstore.h"
#include "orchestrator/toolcatalog.h"
#include "orchestrator/variables.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

ManagedServer::ManagedServer(const ServerSpec &spec, bool adHoc, LearnedStore *learned,
                             QObject *parent)
    : QObject(parent)
    , m_learned(learned)
    , m_configured(spec)
    , m_server(new Server(spec, this))
    , m_adHoc(adHoc)
{
    // Placeholders are filled in for the process alone: views, files and the trace keep them.
    m_server->setTransportFactory([](const ServerSpec &configured) {
        return Server::makeTransport(substituteVariables(configured).valueOr(configured));
    });
    // Queued: whoever started the process may be about to open it by itself.
    connect(m_server, &Server::processStarted, this, &ManagedServer::reopen, Qt::QueuedConnection);
}

ManagedServer::~ManagedServer()
{
    // Clients before the server, so that no call of theirs meets a server half gone.
    const auto clients = findChildren<Client *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(clients);
}

void ManagedServer::setSpec(const ServerSpec &spec, bool approved)
{
    const bool otherRoots = m_configured.roots != spec.roots;
    m_configured = spec;
    ServerSpec now = effective();
    if (!approved && m_started && spec.launch != *m_started)
        now.autoRestart = false;
    m_server->setSpec(now);
    if (otherRoots)
        tellRootsChanged();
}

/// 2025-11-25, client/roots: whoever declares listChanged tells every change. The modern era has no
/// such notification.
void ManagedServer::tellRootsChanged()
{
    if (m_client && m_client->isInitialized() && m_client->declared().roots
        && m_client->connection()->era == Era::Legacy)
        m_client->notify(u"notifications/roots/list_changed"_s);
}

/// As configured, and declaring what somebody here answers.
ServerSpec ManagedServer::effective() const
{
    ServerSpec spec = m_configured;
    spec.capabilities = m_answered.without(spec.withheld);
    return spec;
}

void ManagedServer::setAnswered(const ClientCapabilities &capabilities)
{
    m_answered = capabilities;
    m_server->setSpec(effective());
}

Error ManagedServer::prepare()
{
    m_started = m_configured.launch;
    m_server->setSpec(effective());
    return substituteVariables(m_configured).error();
}

Error ManagedServer::start()
{
    if (const Error error = prepare())
        return error;
    m_server->start();
    return {};
}

void ManagedServer::stop()
{
    m_keepOpen = false;
    m_server->stop();
}

Error ManagedServer::restart()
{
    if (const Error error = prepare())
        return error;
    m_keepOpen = true;
    if (const QPointer<Call> opening = std::exchange(m_opening, nullptr))
        opening->cancel();
    m_server->restart();
    return {};
}

bool ManagedServer::isActive() const
{
    const Server::State state = m_server->state();
    return (state != Server::State::Stopped && state != Server::State::Failed)
           || m_server->processId() > 0;
}

Call *ManagedServer::connectClient(Client *client)
{
    if (const Error error = prepare()) {
        auto *const call = new Call(u"initialize"_s, client);
        call->settle(error);
        return call;
    }
    const HandshakeHints hints = m_learned->hints(m_configured);
    Call *const call = client->initialize(hints);
    connect(call, &Call::finished, this, [this, call, hints] { onConnected(*call, hints); });
    return call;
}

/// What was assumed and did not lead to a connection is not assumed again.
void ManagedServer::onConnected(const Call &call, const HandshakeHints &hints)
{
    const auto outcome = call.outcome();
    if (outcome && m_server->connection())
        m_learned->remember(m_server->spec(), *m_server->connection());
    else if ((hints.framing || hints.era) && outcome.error().kind != Error::Kind::Cancelled
             && m_server->launchCount() > 0)
        m_learned->forget(m_server->spec());
}

Call *ManagedServer::open()
{
    m_keepOpen = true;
    Call *const call = connectClient(defaultClient());
    m_opening = call;
    connect(call, &Call::finished, this, [this, call] {
        if (m_opening == call)
            m_opening.clear();
        if (!call->outcome())
            return;
        if (!m_logLevel.isEmpty())
            m_client->setLogLevel(m_logLevel);
        m_catalogs.onConnected(m_client);
    });
    return call;
}

/// The server has a new process that we did not start for open(): an automatic restart, or
/// restart() of the server itself.
void ManagedServer::reopen()
{
    if (m_keepOpen && !m_opening && m_server->isRunning() && !defaultClient()->isInitialized())
        open();
}

Client *ManagedServer::defaultClient()
{
    if (!m_client) {
        m_client = new Client(m_server, this);
        m_client->subscriptions()->setListChanges(true);
        connect(m_client, &Client::inputRequested, this, &ManagedServer::inputRequested);
        connect(m_client, &Client::notificationReceived, this, &ManagedServer::onNotification);
    }
    return m_client;
}

void ManagedServer::onNotification(const Message &message)
{
    if (message.method() == "notifications/elicitation/complete"_L1)
        emit elicitationCompleted(message.params().value("elicitationId").toString());
}

Call *ManagedServer::setLogLevel(const QString &level)
{
    m_logLevel = level;
    const auto connection = m_client ? m_client->connection() : std::nullopt;
    // No legacy revision has a way to say "as you like": the next connection begins so.
    if (!connection || (level.isEmpty() && connection->era == Era::Legacy))
        return nullptr;
    return m_client->setLogLevel(level);
}

void ManagedServer::setRefreshOnListChanged(bool enabled) { m_catalogs.setAutoRefresh(enabled); }

} // namespace Mcp
