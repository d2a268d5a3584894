// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/callrunner.h"

#include "orchestrator/orchestrator.h"
#include "views/calloutcome.h"
#include "json/jsontext.h"

namespace McpUi {

using Mcp::Server;

CallRunner::CallRunner(Mcp::Orchestrator *orchestrator, const QString &serverName,
                       const Mcp::CallSubject &subject, QObject *parent)
    : QObject(parent)
    , m_orchestrator(orchestrator)
    , m_serverName(serverName)
    , m_subject(subject)
{
    connectOrchestrator();
    attach();
}

CallRunner::~CallRunner()
{
    if (!m_call)
        return;
    m_call->disconnect(this);
    // Nobody will see the answer: the server need not work for it. Tasks are looked after by the
    // Orchestrator and are to be found in its list.
    if (!isTask())
        m_call->cancel();
}

void CallRunner::connectOrchestrator()
{
    connect(m_orchestrator, &Mcp::Orchestrator::serverAdded, this, [this](const QString &name) {
        if (name != m_serverName)
            return;
        attach();
        onServerState();
    });
    connect(m_orchestrator, &Mcp::Orchestrator::serverRemoved, this, [this](const QString &name) {
        if (name == m_serverName)
            onServerState();
    });
    connect(m_orchestrator, &Mcp::Orchestrator::serverRenamed, this,
            [this](const QString &from, const QString &to) {
                if (from != m_serverName)
                    return;
                m_serverName = to;
                attach();
                emit renamed();
                onServerState();
            });
}

void CallRunner::attach()
{
    const Server *known = server();
    if (!known)
        return;
    // A rename attaches to the same server again.
    connect(known, &Server::stateChanged, this, &CallRunner::onServerState, Qt::UniqueConnection);
    connect(known, &Server::stepChanged, this, &CallRunner::onServerState, Qt::UniqueConnection);
}

Server *CallRunner::server() const { return m_orchestrator->server(m_serverName); }

bool CallRunner::isServerReady() const
{
    const Server *known = server();
    return known && known->state() == Server::State::Ready;
}

bool CallRunner::isServerIdle() const
{
    const Server *known = server();
    return known
           && (known->state() == Server::State::Stopped || known->state() == Server::State::Failed);
}

void CallRunner::onServerState()
{
    emit serverChanged();
    if (!m_waiting)
        return;
    const Server *known = server();
    if (isServerReady()) {
        m_waiting = false;
        start();
    } else if (!known || known->state() == Server::State::Failed) {
        giveUpWaiting(); // the page says why
    } else if (known->state() == Server::State::Stopped) {
        // That of a restart goes on right after this signal.
        QMetaObject::invokeMethod(
                this,
                [this] {
                    if (!server() || server()->state() == Server::State::Stopped)
                        giveUpWaiting();
                },
                Qt::QueuedConnection);
    }
}

void CallRunner::call(const std::function<Mcp::RawJson()> &source)
{
    if (isRunning() || !server())
        return;
    m_isByItself = false;
    m_source = source;
    if (isServerReady())
        return start();
    m_waiting = true;
    emit waiting();
}

void CallRunner::callByItself(const std::function<Mcp::RawJson()> &source)
{
    if (isRunning() || !isServerReady())
        return;
    m_isByItself = true;
    m_source = source;
    start();
}

void CallRunner::start()
{
    // Line breaks between values are the user's layout; a line-framed message must not have them.
    const Mcp::RawJson sent = Mcp::RawJson::fromText(Mcp::JsonText::compact(m_source().view()));
    using Recorded = Mcp::Orchestrator::Recorded;
    m_call = m_orchestrator->callSubject(m_serverName, m_subject, sent, m_options,
                                         m_isByItself ? Recorded::No : Recorded::Yes);
    connect(m_call, &Mcp::Call::progressed, this, &CallRunner::progressed);
    connect(m_call, &Mcp::Call::taskChanged, this, &CallRunner::taskChanged);
    connect(m_call, &Mcp::Call::finished, this, &CallRunner::onFinished);
    emit started();
}

void CallRunner::onFinished()
{
    CallOutcome outcome{ m_call->outcome(), m_call->elapsed(), m_call->warnings(), m_subject.name };
    outcome.kind = m_subject.kind;
    outcome.hasRounds = m_call->hasRounds();
    m_call = nullptr;
    emit finished(outcome);
}

void CallRunner::cancel()
{
    if (m_call)
        m_call->cancel();
    else
        giveUpWaiting();
}

void CallRunner::giveUpWaiting()
{
    if (std::exchange(m_waiting, false))
        emit gaveUp();
}

} // namespace McpUi
