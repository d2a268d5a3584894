// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/questions.h"

#include "orchestrator/answerpolicy.h"
#include "orchestrator/managedserver.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/samplingresponders.h"
#include "orchestrator/serverlist.h"
#include "protocol/elicitation.h"
#include "wire/errorcode.h"

#include <QtCore/qurl.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr qsizetype keptVisits = 100;

/// A modern server knows no refusal of an elicitation but an answer.
void turnAway(InputRequest *request)
{
    if (request->kind() == InputRequest::Kind::Elicitation)
        request->answer(Elicitation::cancelled());
    else
        request->refuse(ErrorCode::internalError,
                        u"Too many questions wait for an answer already"_s);
}

QString countOf(const QList<Root> &roots)
{
    if (roots.isEmpty())
        return u"with no folders"_s;
    return roots.size() == 1 ? u"with 1 folder"_s : u"with %1 folders"_s.arg(roots.size());
}

} // namespace

Questions::Questions(Orchestrator *orchestrator, ServerList *servers, AnswerPolicy *policy)
    : m_orchestrator(orchestrator)
    , m_servers(servers)
    , m_policy(policy)
    , m_responders(std::make_unique<SamplingResponders>())
{
    connect(servers, &ServerList::asked, this, &Questions::take);
    connect(servers, &ServerList::elicitationCompleted, this, &Questions::onCompleted);
    connect(servers, &ServerList::specChanged, this, &Questions::reconsider);
    connect(m_responders.get(), &SamplingResponders::answered, this,
            [this](const Server *server, const QString &how) {
                emit answeredByItself(server->name(),
                                      InputRequest::methodOf(InputRequest::Kind::Sampling), how);
            });
    connect(m_responders.get(), &SamplingResponders::failed, this, &Questions::add);
}

Questions::~Questions() = default;

QList<InputRequest *> Questions::open() const
{
    QList<InputRequest *> open;
    for (const Entry &entry : m_open)
        open += entry.request;
    return open;
}

QList<InputRequest *> Questions::openOf(const QString &server) const
{
    QList<InputRequest *> open;
    for (const Entry &entry : m_open) {
        if (entry.server && entry.server->name() == server)
            open += entry.request;
    }
    return open;
}

const Questions::Entry *Questions::find(const InputRequest *request) const
{
    const auto found = std::find_if(m_open.begin(), m_open.end(), [request](const Entry &entry) {
        return entry.request == request;
    });
    return found == m_open.end() ? nullptr : &*found;
}

QString Questions::serverOf(const InputRequest *request) const
{
    const Entry *const entry = find(request);
    return entry && entry->server ? entry->server->name() : QString();
}

QString Questions::noteOf(const InputRequest *request) const
{
    const Entry *const entry = find(request);
    return entry ? entry->note : QString();
}

ManagedServer *Questions::managedOf(const InputRequest *request) const
{
    return m_servers->find(serverOf(request));
}

void Questions::take(ManagedServer *managed, InputRequest *request)
{
    QString note;
    if (!request->isOpen() || answerByItself(managed, request, &note))
        return;
    add(managed->server(), request, note);
}

bool Questions::answerByItself(ManagedServer *managed, InputRequest *request, QString *note)
{
    const ServerSpec &spec = managed->configured();
    if (request->kind() == InputRequest::Kind::Roots && m_policy->mayKnowRoots(spec)) {
        request->answer(Root::listResult(spec.roots));
        emit answeredByItself(spec.name, InputRequest::methodOf(InputRequest::Kind::Roots),
                              countOf(spec.roots));
        return true;
    }
    if (request->kind() != InputRequest::Kind::Sampling || !m_policy->mayRespond(spec))
        return false;
    *note = m_responders->respond(managed->server(), request, spec.responder);
    return note->isEmpty();
}

void Questions::add(Server *server, InputRequest *request, const QString &note)
{
    if (const auto known =
                std::find_if(m_open.begin(), m_open.end(),
                             [request](const Entry &entry) { return entry.request == request; });
        known != m_open.end()) {
        known->note = note;
        return emit changed();
    }
    if (m_open.size() >= maxOpen)
        return turnAway(request);
    m_open.append({ request, server, note });
    connect(request, &InputRequest::answered, this, [this, request] { drop(request, {}); });
    connect(request, &InputRequest::withdrawn, this,
            [this, request](const QString &reason) { drop(request, reason); });
    // Its call or connection may go without a word.
    connect(request, &QObject::destroyed, this, [this, request] {
        if (m_open.removeIf([request](const Entry &entry) { return entry.request == request; }) > 0)
            emit changed();
    });
    emit asked(request);
    emit changed();
}

void Questions::drop(InputRequest *request, const QString &reason)
{
    const QString server = serverOf(request);
    if (reason.isEmpty())
        keepVisit(request);
    if (m_open.removeIf([request](const Entry &entry) { return entry.request == request; }) == 0)
        return;
    emit ended(request, server, reason);
    emit changed();
}

/// The server may say later that it is done.
void Questions::keepVisit(const InputRequest *request)
{
    const Entry *const entry = find(request);
    const Elicitation elicitation(request->params());
    if (!entry || request->kind() != InputRequest::Kind::Elicitation
        || elicitation.mode() != Elicitation::Mode::Url || elicitation.id().isEmpty())
        return;
    m_visits.append({ entry->server, elicitation.id(), QUrl(elicitation.url()).host() });
    if (m_visits.size() > keptVisits)
        m_visits.removeFirst();
}

qsizetype Questions::offer(const QString &server, const QList<RawJson> &required)
{
    ManagedServer *const managed = m_servers->find(server);
    if (!managed)
        return 0;
    const auto isOpen = [&](const QString &id) {
        const QList<InputRequest *> open = openOf(server);
        return std::any_of(open.begin(), open.end(), [&](const InputRequest *request) {
            return Elicitation(request->params()).id() == id;
        });
    };
    qsizetype shown = 0;
    for (const RawJson &params : required) {
        ++shown;
        if (const QString id = Elicitation(params).id(); !id.isEmpty() && isOpen(id))
            continue;
        // Nobody waits for the answer: it is for the person alone.
        auto *const request = new InputRequest(
                InputRequest::Kind::Elicitation, params, nullptr, [](const auto &) {},
                managed->server());
        connect(managed->server(), &Server::processEnded, request,
                [request] { request->withdraw(u"The server has ended."_s); });
        add(managed->server(), request, {});
        if (!m_open.isEmpty() && m_open.constLast().request == request)
            m_open.last().isOffered = true;
    }
    return shown;
}

/// A visit is looked for among the open questions and among those that were answered lately.
void Questions::onCompleted(ManagedServer *managed, const QString &id)
{
    if (id.isEmpty())
        return;
    const auto isIt = [&](const Entry &entry) {
        return entry.server == managed->server() && Elicitation(entry.request->params()).id() == id;
    };
    const auto found = std::find_if(m_open.begin(), m_open.end(), isIt);
    if (found != m_open.end()) {
        if (found->isOffered)
            return found->request->withdraw(u"The server says that it is done."_s);
        // The server waits for the answer all the same, which is the user's to give.
        const QString host = QUrl(Elicitation(found->request->params()).url()).host();
        return emit visitCompleted(managed->name(), host);
    }
    const auto visit = std::find_if(m_visits.begin(), m_visits.end(), [&](const Visit &known) {
        return known.server == managed->server() && known.id == id;
    });
    if (visit == m_visits.end())
        return; // 2025-11-25, client/elicitation: unknown ids are ignored
    const QString host = visit->host;
    m_visits.erase(visit);
    emit visitCompleted(managed->name(), host);
}

Error Questions::shareRoots(InputRequest *request, const QList<Root> &roots)
{
    ManagedServer *const managed = managedOf(request);
    if (!managed)
        return Error::usage(u"The server is gone."_s);
    ServerSpec spec = managed->configured();
    const bool isChange = spec.roots != roots;
    spec.roots = roots;
    m_policy->letKnowRoots(spec);
    request->answer(Root::listResult(roots));
    if (isChange)
        return m_orchestrator->updateServer(spec.name, spec);
    reconsider(managed); // it may have asked twice
    return {};
}

void Questions::letRespond(InputRequest *request)
{
    ManagedServer *const managed = managedOf(request);
    if (!managed)
        return;
    m_policy->letRespond(managed->configured());
    QString note;
    if (!answerByItself(managed, request, &note))
        add(managed->server(), request, note);
}

/// The definition of the server is another one, or more is agreed to: its folders may be known now.
void Questions::reconsider(ManagedServer *managed)
{
    const QList<InputRequest *> waiting = openOf(managed->name());
    for (InputRequest *request : waiting) {
        QString note;
        if (find(request) && request->kind() == InputRequest::Kind::Roots)
            answerByItself(managed, request, &note);
    }
}

} // namespace Mcp
