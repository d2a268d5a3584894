// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/session.h"

#include "client/answerreader.h"
#include "client/dialect.h"
#include "client/handshake.h"
#include "client/inputdesk.h"
#include "client/inputrounds.h"
#include "client/latedeleter.h"
#include "client/pagedlist.h"
#include "client/pendingcalls.h"
#include "client/subscriptions.h"
#include "client/taskcancelling.h"
#include "client/taskfollower.h"
#include "client/violation.h"
#include "server/server.h"
#include "server/tracelog.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

Error notConnected() { return Error::usage(u"The server is not connected: initialize first."_s); }

} // namespace

Session *Session::of(Server *server)
{
    if (auto *const session = server->findChild<Session *>(QString(), Qt::FindDirectChildrenOnly))
        return session;
    return new Session(server);
}

Session::Session(Server *server)
    : QObject(server)
    , m_server(server)
    , m_dialect(Dialect::assumed(server->spec().era, server->spec().capabilities))
    , m_pending(std::make_unique<PendingCalls>(server))
    , m_desk(std::make_unique<InputDesk>(server))
    , m_deleter(new LateDeleter(this))
    , m_subscriptions(new Subscriptions(this))
{
    connect(server, &Server::messageReceived, this, &Session::onMessage);
    connect(server, &Server::processStarted, this, &Session::onProcessStarted);
    connect(server, &Server::processEnded, this, &Session::onLost);
    connect(m_pending.get(), &PendingCalls::timedOut, this,
            [this](const PendingCalls::Request &request) { tellGivenUp(request, u"timeout"_s); });
    connect(m_desk.get(), &InputDesk::asked, this, &Session::inputRequested);
    connect(m_desk.get(), &InputDesk::waitingChanged, m_pending.get(), &PendingCalls::setPaused);
}

Session::~Session()
{
    m_server = nullptr; // it is being destroyed: nothing of it may be touched
    const Error error = Error::transport(u"The server was removed."_s);
    m_handshake.reset();
    onLost(error);
    onOpenFailed(error);
}

// ---- The connection's life ----

void Session::open(Call *call, const HandshakeHints &hints)
{
    if (!m_server)
        return call->settle(Error::transport(u"The server was removed."_s));
    // One that ended a moment ago is still here while its end is being told.
    if (m_connection && m_server->state() == Server::State::Ready)
        return call->settle(m_connection->result);
    m_openers.append(call);
    call->setCanceller([self = QPointer(this), call](const QString &) {
        if (self)
            self->withdraw(call);
    });
    if (m_handshake)
        return;
    m_dialect = Dialect::assumed(m_server->spec().era, m_server->spec().capabilities);
    m_handshake = std::make_unique<Handshake>(m_server, hints);
    connect(m_handshake.get(), &Handshake::succeeded, this, &Session::onOpened);
    connect(m_handshake.get(), &Handshake::failed, this, [this](const Error &error) {
        dropHandshake();
        onOpenFailed(error);
    });
    m_handshake->start();
}

void Session::withdraw(Call *opener)
{
    m_openers.removeAll(opener);
    m_openers.removeAll(nullptr);
    if (!m_openers.isEmpty() || !m_handshake)
        return;
    // Half a handshake cannot be taken back (2025-11-25, basic/utilities/cancellation: initialize
    // must not be cancelled), so the process goes with it.
    m_handshake->abort();
    dropHandshake();
    m_server->stop();
}

void Session::dropHandshake()
{
    if (m_handshake)
        m_handshake.release()->deleteLater(); // it may be the one that called
}

void Session::onOpened(const ConnectionInfo &connection)
{
    m_connection = connection;
    m_dialect = Dialect::create(connection.revision, m_server->spec().capabilities);
    const QList<MessageId> unanswered = m_handshake->unanswered();
    for (const MessageId &id : unanswered)
        m_pending->expectLate(id, u"late answer to a request of the handshake"_s);
    dropHandshake();
    m_server->setReady(connection);
    const QList<QPointer<Call>> openers = std::exchange(m_openers, {});
    for (const QPointer<Call> &call : openers) {
        if (call)
            call->settle(connection.result);
    }
    emit opened(connection);
}

void Session::onOpenFailed(const Error &error)
{
    const QList<QPointer<Call>> openers = std::exchange(m_openers, {});
    for (const QPointer<Call> &call : openers) {
        if (call)
            call->settle(error);
    }
}

void Session::onProcessStarted()
{
    // Of the process before, which may have ended in the middle of the handshake.
    m_desk->withdrawAll(u"The server was started anew."_s);
    if (!m_handshake)
        onLost(Error::transport(u"The server was started anew."_s));
}

void Session::onLost(const Error &error)
{
    const bool wasOpen = m_connection.has_value();
    m_connection.reset();
    m_desk->withdrawAll(u"The server has ended."_s);
    m_pending->failAll(error);
    if (wasOpen)
        emit lost(error);
}

// ---- Requests ----

CallOptions Session::withDefaults(CallOptions options) const
{
    const Timeouts &timeouts = m_server->spec().timeouts;
    if (options.timeoutMs < 0)
        options.timeoutMs = timeouts.request;
    if (options.hardTimeoutMs < 0)
        options.hardTimeoutMs = timeouts.requestHard;
    return options;
}

void Session::send(Call *call, const QString &method, const RawJson &params,
                   const CallOptions &options)
{
    if (!isOpen())
        return call->settle(notConnected());
    exchange(call, method, params, withDefaults(options),
             [this, call = QPointer(call), asked = Asked{ method, params, withDefaults(options) }](
                     const Result<Reading> &reading) {
                 if (call)
                     settleWith(call, asked, reading);
             });
}

void Session::settleWith(Call *call, const Asked &asked, const Result<Reading> &reading)
{
    if (!reading)
        return settle(call, reading.error());
    switch (reading->kind) {
    case Reading::Kind::Complete:
        return settle(call, reading->result);
    case Reading::Kind::InputRequired:
        return (new InputRounds(this, m_desk.get(), call, asked))->ask(reading->result);
    case Reading::Kind::Task:
        return follow(call, m_dialect->taskOf(reading->result), reading->result);
    }
}

void Session::follow(Call *call, const Task &task, const RawJson &answer)
{
    if (!task.isValid()) {
        const QString what =
                u"The task that the server made of %1 has no taskId."_s.arg(call->method());
        reportViolation(m_server, answer, Rule::Tasks, what);
        return settle(call, Error::protocol(what, answer));
    }
    (new TaskFollower(this, m_desk.get(), m_pending.get(), call))->follow(task);
}

const ClientCapabilities &Session::capabilities() const { return m_dialect->capabilities(); }

void Session::forget(const MessageId &id) { m_pending->abandon(id); }

bool Session::isWaiting(const MessageId &id) const { return m_pending->contains(id); }

const QList<InputRequest *> &Session::inputRequests() const { return m_desk->open(); }

void Session::settle(Call *call, const Result<RawJson> &result)
{
    if (!m_answering || m_sending > 0)
        return call->settle(result);
    const QPointer<Session> self(this);
    if (!call->deliver(result))
        return;
    if (self)
        m_deleter->add(call);
    else
        call->deleteLater();
}

void Session::sendList(Call *call, const QString &member, const CallOptions &options)
{
    if (!isOpen())
        return call->settle(notConnected());
    (new PagedList(this, call, member, withDefaults(options)))->fetch();
}

MessageId Session::exchange(Call *call, const QString &method, const RawJson &params,
                            const CallOptions &options, Answered answered)
{
    // Whoever asks inside a slot of finished() has no call in hand yet.
    const auto refuse = [this, &answered](const Error &error) {
        ++m_sending;
        answered(error);
        --m_sending;
        return MessageId();
    };
    if (!isOpen())
        return refuse(notConnected());
    if (const int most = m_server->spec().limits.pendingRequests; m_pending->count() >= most) {
        return refuse(Error::usage(
                u"%1 requests wait for an answer of this server already: the limit pendingRequests "
                "is reached."_s.arg(most)));
    }
    PendingCalls::Request request;
    request.id = MessageId(m_server->nextRequestId());
    request.method = method;
    request.call = call;
    request.timeoutMs = options.timeoutMs;
    request.hardTimeoutMs = options.hardTimeoutMs;
    request.progressToken = tokenFor(request.id, options.meta);
    call->setProgressToken(request.progressToken);
    request.handler = [this, call = QPointer(call), method,
                       answered = std::move(answered)](const Result<Message> &answer) {
        const Result<Reading> reading =
                AnswerReader(m_server, *m_dialect).read(call, method, answer);
        const QPointer<Session> self(this);
        const bool before = std::exchange(m_answering, bool(answer));
        answered(reading);
        if (self)
            m_answering = before;
    };
    const Message message = messageFor(request.id, method, params, options.meta);
    request.wantsLogs = m_dialect->wantsLogs(message.params());
    // A transport may answer from inside send(): whoever asks has no call in hand yet.
    ++m_sending;
    const bool sent = m_server->sendMessage(message, {}, call->conversation());
    --m_sending;
    if (!sent) {
        request.handler(Error::transport(
                u"%1 could not be sent: the server does not read its input."_s.arg(method)));
        return {};
    }
    const MessageId id = request.id;
    if (call->conversation() == 0)
        call->setConversation(m_server->trace()->conversationOf(id));
    TaskCancelling(this).prepare(&request, message.params());
    call->setCanceller(
            [self = QPointer(this), id](const QString &reason) {
                if (self)
                    self->cancelRequest(id, reason);
            },
            request.obstacle);
    m_pending->add(std::move(request));
    return id;
}

/// The id is as unique as a token must be. A token of the user's own is kept if it is free.
MessageId Session::tokenFor(const MessageId &id, const RawJson &meta) const
{
    const MessageId own = MessageId::fromRaw(meta.value("progressToken"));
    return own.isValid() && !m_pending->usesToken(own) ? own : id;
}

Message Session::messageFor(const MessageId &id, const QString &method, const RawJson &params,
                            const RawJson &meta) const
{
    return Message::request(id, method, m_dialect->decorate(params, meta, tokenFor(id, meta)));
}

Message Session::preview(const QString &method, const RawJson &params,
                         const CallOptions &options) const
{
    return messageFor(MessageId(m_server->upcomingRequestId()), method, params, options.meta);
}

void Session::cancelRequest(const MessageId &id, const QString &reason)
{
    if (!m_server)
        return;
    if (const auto request = m_pending->abandon(id))
        tellGivenUp(*request, reason);
}

/// What was sent as a task can be cancelled when the server has told of the task.
void Session::tellGivenUp(const PendingCalls::Request &request, const QString &reason)
{
    if (!request.isTask)
        m_server->sendMessage(m_dialect->cancellation(request.id, reason), {},
                              m_server->trace()->conversationOf(request.id));
}

bool Session::notify(const QString &method, const RawJson &params)
{
    return isOpen() && m_server->sendMessage(Message::notification(method, params));
}

Error Session::refusal(const QString &method) const
{
    return isOpen() ? m_dialect->refusal(method) : Error();
}

// ---- What the server sends ----

void Session::onMessage(const Message &message)
{
    if (m_handshake && m_handshake->take(message))
        return;
    switch (message.kind()) {
    case Message::Kind::Response:
    case Message::Kind::ErrorResponse:
    case Message::Kind::Invalid:
        return m_pending->takeAnswer(message);
    case Message::Kind::Request:
        return onRequest(message);
    case Message::Kind::Notification:
        return onNotification(message);
    case Message::Kind::Batch: // the server takes them apart
        return;
    }
}

void Session::onNotification(const Message &notification)
{
    const QString method = notification.method();
    if (method == "notifications/progress"_L1)
        return m_pending->takeProgress(notification);
    if (method == "notifications/message"_L1) {
        if (isOpen() && !m_dialect->logsUnasked() && !m_pending->wantsLogs())
            reportFlood(m_server, notification, Rule::LogLevel,
                        u"It sent a log message though no request that it works on has asked "
                        "for any (2026-07-28, server/utilities/logging)."_s);
    } else {
        if (method == "notifications/cancelled"_L1)
            m_desk->takeBack(notification);
        m_subscriptions->take(notification);
    }
    emit notificationReceived(notification);
}

void Session::onRequest(const Message &message)
{
    if (!message.id().isValid())
        return; // there is nothing to answer to, and the server has reported it
    const auto kind = InputRequest::kindOf(message.method());
    if (kind && m_dialect->takesRequests()) {
        const Error objection = InputRequest::objection(*kind, message.params(), capabilities());
        if (!objection)
            return m_desk->take(message, *kind);
        reportFlood(
                m_server, message, Rule::DeclaredQuestions,
                u"It asked %1, which was refused: %2."_s.arg(message.method(), objection.message));
        m_server->sendMessage(
                Message::errorResponse(message.id(), objection.code, objection.message));
        return;
    }
    if (const auto answer = m_dialect->answerTo(message)) {
        m_server->sendMessage(*answer);
        return;
    }
    reportFlood(m_server, message, Rule::NoServerRequests,
                u"It sent a request, which revision %1 does not allow."_s.arg(
                        toString(m_dialect->revision())));
}

} // namespace Mcp
