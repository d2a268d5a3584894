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
#include <utility>

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
    connect(m_responders.get(), &SamplingResponders::failed, this,
            [this](Server *server, InputRequest *request, const QString &why) {
                add(server, request, why);
            });
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

QuestionGist Questions::gistOf(const InputRequest *request) const
{
    const Entry *const entry = find(request);
    return entry ? entry->gist : QuestionGist();
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

/// At once, and of all that follows in this turn in the next one: a hundred questions may come in
/// one read.
void Questions::tellChanged()
{
    m_isAgain = m_isTold;
    m_change.schedule(this, [this] {
        m_isTold = false;
        if (std::exchange(m_isAgain, false))
            tellChanged();
    });
    if (!std::exchange(m_isTold, true))
        emit changed();
}

void Questions::add(Server *server, InputRequest *request, const QString &note, Origin origin)
{
    if (const auto known =
                std::find_if(m_open.begin(), m_open.end(),
                             [request](const Entry &entry) { return entry.request == request; });
        known != m_open.end()) {
        known->note = note;
        return tellChanged();
    }
    if (m_open.size() >= maxOpen)
        return turnAway(request);
    m_open.append({ request, server, note, QuestionGist::of(request->kind(), request->params()),
                    origin == Origin::Offered });
    connect(request, &InputRequest::answered, this, [this, request] { drop(request, {}); });
    connect(request, &InputRequest::withdrawn, this,
            [this, request](const QString &reason) { drop(request, reason); });
    // Its call or connection may go without a word.
    connect(request, &QObject::destroyed, this, [this, request] {
        if (m_open.removeIf([request](const Entry &entry) { return entry.request == request; }) > 0)
            tellChanged();
    });
    emit asked(request);
    tellChanged();
}

void Questions::drop(InputRequest *request, const QString &reason)
{
    const QString server = serverOf(request);
    if (reason.isEmpty())
        keepVisit(request);
    if (m_open.removeIf([request](const Entry &entry) { return entry.request == request; }) == 0)
        return;
    emit ended(request, server, reason);
    tellChanged();
}

/// The server may say later that it is done.
void Questions::keepVisit(const InputRequest *request)
{
    const Entry *const entry = find(request);
    if (!entry || entry->gist.mode != Elicitation::Mode::Url || entry->gist.id.isEmpty())
        return;
    m_visits.append({ entry->server, entry->gist.id, QUrl(entry->gist.url).host() });
    if (m_visits.size() > keptVisits)
        m_visits.removeFirst();
}

qsizetype Questions::offer(const QString &server, const QList<RawJson> &required)
{
    ManagedServer *const managed = m_servers->find(server);
    if (!managed)
        return 0;
    const auto isOpen = [&](const QString &id) {
        return std::any_of(m_open.begin(), m_open.end(), [&](const Entry &entry) {
            return entry.server == managed->server() && entry.gist.id == id;
        });
    };
    qsizetype shown = 0;
    for (const RawJson &params : required) {
        ++shown;
        const QuestionGist gist = QuestionGist::of(InputRequest::Kind::Elicitation, params);
        if (!gist.id.isEmpty() && isOpen(gist.id))
            continue;
        // Nobody waits for the answer: it is for the person alone.
        auto *const request = new InputRequest(
                InputRequest::Kind::Elicitation, params, nullptr, [](const auto &) {},
                managed->server());
        connect(managed->server(), &Server::processEnded, request,
                [request] { request->withdraw(u"The server has ended."_s); });
        add(managed->server(), request, {}, Origin::Offered);
    }
    return shown;
}

/// A visit is looked for among the open questions and among those that were answered lately.
void Questions::onCompleted(ManagedServer *managed, const QString &id)
{
    if (id.isEmpty())
        return;
    const auto isIt = [&](const Entry &entry) {
        return entry.server == managed->server() && entry.gist.id == id;
    };
    const auto found = std::find_if(m_open.begin(), m_open.end(), isIt);
    if (found != m_open.end()) {
        const QString host = QUrl(found->gist.url).host();
        if (found->isOffered)
            found->request->withdraw(u"The server says that it is done."_s);
        // Else the server waits for the answer all the same, which is the user's to give.
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

Error Questions::letRespond(InputRequest *request, const SamplingResponder &agreed)
{
    ManagedServer *const managed = managedOf(request);
    if (!managed)
        return Error::usage(u"The server is gone."_s);
    if (managed->configured().responder != agreed)
        return Error::usage(u"The program has just been changed."_s);
    m_policy->letRespond(managed->configured());
    QString note;
    const QPointer<InputRequest> open(request);
    if (!answerByItself(managed, request, &note)) {
        add(managed->server(), request, note);
        return Error::usage(note.isEmpty() ? u"No program is set."_s : note);
    }
    if (open && open->isOpen())
        tellChanged(); // a program is at work on it now
    return {};
}

bool Questions::isResponding(const InputRequest *request) const
{
    return m_responders->isRunning(request);
}

void Questions::stopResponding(InputRequest *request)
{
    const Entry *const entry = find(request);
    if (entry && m_responders->stop(request))
        add(entry->server, request, u"You have stopped the program."_s);
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
