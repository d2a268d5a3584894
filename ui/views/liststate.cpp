// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/liststate.h"

#include "client/subscriptions.h"
#include "models/format.h"
#include "models/subjectwords.h"
#include "orchestrator/catalog.h"
#include "server/server.h"
#include "wire/errorcode.h"

#include <QtCore/qcoreapplication.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using State = Mcp::Server::State;
using Tones::Tone;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ListState", text); }

QByteArray capabilityOf(Mcp::CallSubject::Kind kind)
{
    switch (kind) {
    case Mcp::CallSubject::Kind::Tool:
        return "tools";
    case Mcp::CallSubject::Kind::Prompt:
        return "prompts";
    case Mcp::CallSubject::Kind::Resource:
    case Mcp::CallSubject::Kind::ResourceTemplate:
        break;
    }
    return "resources";
}

} // namespace

ListState::ListState(Mcp::CallSubject::Kind kind, const Mcp::Server *server,
                     const QList<Mcp::Catalog *> &catalogs, const Mcp::Subscriptions *subscriptions)
    : m_kind(kind)
    , m_server(server)
{
    for (const Mcp::Catalog *catalog : catalogs)
        take(*catalog, catalogs.size() == 1);
    // A server without templates need not know the method; what there is, is shown.
    if (m_listed && m_error.code == Mcp::ErrorCode::methodNotFound && catalogs.size() > 1)
        m_error = {};
    if (server && server->connection())
        m_declared = server->connection()->declares(capabilityOf(kind));
    if (server && subscriptions && isReady() && server->connection())
        take(*subscriptions);
}

/// Legacy servers tell of changes unasked, so there the state is always Off.
void ListState::take(const Mcp::Subscriptions &subscriptions)
{
    const Mcp::RawJson kind = m_server->connection()->capabilities().value(capabilityOf(m_kind));
    if (!kind.value("listChanged").toBool())
        return;
    const auto state = subscriptions.listState(capabilityOf(m_kind));
    if (state == Mcp::Subscriptions::State::Ended)
        m_unwatched = tr("The server has ended the subscription: it does not tell of changes of "
                         "the list any more.");
    else if (state == Mcp::Subscriptions::State::Refused)
        m_unwatched = tr("The server does not tell of changes of the list: %1")
                              .arg(displayLine(subscriptions.listError().describe(), 200));
}

void ListState::take(const Mcp::Catalog &catalog, bool isAlone)
{
    m_loading = m_loading || catalog.isLoading();
    m_listed = m_listed || (catalog.isListed() && (isAlone || !catalog.error()));
    m_stale = m_stale || catalog.isStale();
    m_skipped = m_skipped || catalog.isSkipped();
    m_problems += catalog.problems();
    if (catalog.error() && (!m_error || m_error.code == Mcp::ErrorCode::methodNotFound))
        m_error = catalog.error();
    if (catalog.freshUntil() && m_freshness.isEmpty()) {
        m_freshness = tr("The server says that the list will do until %1")
                              .arg(formatTime(catalog.freshUntil()->toMSecsSinceEpoch()));
        if (!catalog.cacheScope().isEmpty())
            m_freshness += u" (%1)"_s.arg(displayLine(catalog.cacheScope(), 40));
    }
}

bool ListState::isReady() const { return m_server && m_server->state() == State::Ready; }

ListState::Message ListState::whenEmpty() const
{
    if (!m_server)
        return { tr("No server selected"), tr("Pick one on the left."), {} };
    const QString name = m_server->name();
    const QString many = SubjectWords::of(m_kind).many;
    switch (m_server->state()) {
    case State::Stopped:
        return { tr("%1 is not running").arg(name),
                 tr("Start it to see its %1: press Enter on the server, or:").arg(many),
                 tr("Start") };
    case State::Starting:
    case State::Running:
        return { tr("Starting %1…").arg(name), m_server->step(), {} };
    case State::Stopping:
        return { tr("Stopping %1…").arg(name), {}, {} };
    case State::Failed:
        return { tr("%1 has failed").arg(name), tr("The reason stands on the right."),
                 tr("Try again") };
    case State::Ready:
        break;
    }
    return emptyOfReady();
}

ListState::Message ListState::emptyOfReady() const
{
    const QString many = SubjectWords::of(m_kind).many;
    if (!m_loading && m_error)
        return { tr("The %1 could not be listed").arg(many), displayLine(m_error.describe(), 500),
                 tr("Try again") };
    // Tools are asked for without us, others when they are looked at.
    const bool isTool = m_kind == Mcp::CallSubject::Kind::Tool;
    if (!m_loading && !m_listed && (isTool ? m_skipped : !m_declared))
        return { tr("No %1 declared").arg(many),
                 tr("%1 does not say that it has any, so it was not asked. Some have them all the "
                    "same.")
                         .arg(m_server->name()),
                 tr("Ask for %1").arg(many) };
    if (m_loading || !m_listed)
        return { tr("Loading %1…").arg(many), {}, {} };
    return { tr("No %1").arg(many), tr("This server offers no %1.").arg(many), tr("Ask again") };
}

ListState::Message ListState::notice() const
{
    if (!m_server)
        return {};
    const QString many = SubjectWords::of(m_kind).many;
    if (isReady() && m_error)
        return { {}, displayLine(m_error.describe(), 300), tr("Try again"), Tone::Error };
    if (isReady() && m_stale && !m_loading)
        return {
            {}, tr("The server says that its list has changed."), tr("Refresh"), Tone::Warning
        };
    if (!isReady() && !m_server->isRunning() && m_server->state() != State::Starting)
        return { {}, tr("Not running: the %1 it had.").arg(many), tr("Start"), Tone::Dim };
    if (isUnwatched())
        return { {}, m_unwatched, m_loading ? QString() : tr("Watch again"), Tone::Warning };
    if (m_problems.isEmpty())
        return {};
    return { {}, displayLine(m_problems.join(u' '), 300), {}, Tone::Warning };
}

} // namespace McpUi
