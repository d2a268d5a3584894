// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/taskfollower.h"

#include "client/inputdesk.h"
#include "client/pendingcalls.h"
#include "client/session.h"
#include "client/taskcancelling.h"
#include "client/violation.h"
#include "server/server.h"
#include "server/tracelog.h"
#include "json/jsonwriter.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr int mostSilences = 3;
/// Since it was asked last, before it is asked for what it tells unasked: it may tell a lot.
constexpr qint64 shortestGapMs = 1000;
constexpr qsizetype mostQuestions = 1000;      ///< of one task
constexpr qsizetype mostKeyChars = 256 * 1024; ///< of their keys together

RawJson idParams(const QString &id) { return JsonObjectWriter().add(u"taskId", id).toRawJson(); }

} // namespace

TaskFollower::TaskFollower(Session *session, InputDesk *desk, PendingCalls *pending, Call *call)
    : QObject(call)
    , m_session(session)
    , m_desk(desk)
    , m_pending(pending)
    , m_call(call)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TaskFollower::poll);
    connect(session, &Session::notificationReceived, this, &TaskFollower::hear);
    connect(session, &Session::lost, this, &TaskFollower::end); // not only at the next poll
}

TaskFollower::~TaskFollower()
{
    if (m_desk)
        m_desk->removeTask(m_id, m_call);
    for (const QPointer<InputRequest> &request : std::as_const(m_open)) {
        if (request)
            request->withdraw(u"The task that asked has ended."_s);
    }
}

void TaskFollower::follow(const Task &task)
{
    m_id = task.id();
    if (m_desk)
        m_desk->addTask(m_id, m_call);
    if (m_pending)
        m_pending->keepToken(m_call->progressToken(), m_call);
    show(task);
    takeCancelling();
    if (task.status() == Task::Status::Unknown && task.statusName().isEmpty())
        return poll();
    m_timer.start(task.isOver() ? 0 : task.pollInterval());
}

/// What the server tells of the task unasked belongs to its conversation in the trace. It is not
/// believed (2025-11-25, basic/utilities/tasks: nobody may rely on these), but a reason to ask now
/// and not when the interval is over, which may last an hour.
void TaskFollower::hear(const Message &notification)
{
    const QString method = notification.method();
    const bool isStatus =
            method == "notifications/tasks/status"_L1 || method == "notifications/tasks"_L1;
    if (!isStatus || !m_session || notification.params().value("taskId").toString() != m_id)
        return;
    m_session->server()->trace()->join(notification, m_call->conversation());
    const Task told(notification.params());
    if (told.status() == m_task.status() && told.status() != Task::Status::InputRequired)
        return;
    m_isToldOfChange = true;
    if (m_timer.isActive()) // else the answer that is waited for may be older
        wait(m_timer.remainingTime());
}

/// Until it is asked again: @p interval , in ms, or less if there is a reason.
void TaskFollower::wait(int interval)
{
    if (m_isToldOfChange) {
        const qint64 gap = m_sincePoll.isValid()
                                   ? std::max<qint64>(shortestGapMs - m_sincePoll.elapsed(), 0)
                                   : 0;
        interval = int(std::min<qint64>(interval, gap));
    }
    m_timer.start(interval);
}

void TaskFollower::show(const Task &task)
{
    if (task == m_task)
        return;
    m_task = task;
    m_call->setTask(task);
}

/// One request of ours about the task, which cancelling the call takes back with the task.
void TaskFollower::request(const QString &method, int timeoutMs,
                           const std::function<void(const Result<Reading> &)> &answered)
{
    if (!m_session)
        return m_call->settle(Error::transport(u"The server was removed."_s));
    CallOptions options;
    options.timeoutMs = options.hardTimeoutMs = timeoutMs;
    const QPointer<TaskFollower> self(this);
    const MessageId id = m_session->exchange(m_call, method, idParams(m_id), options,
                                             [self, answered](const Result<Reading> &reading) {
                                                 if (!self)
                                                     return;
                                                 self->m_inFlight = {};
                                                 answered(reading);
                                             });
    if (!self || m_call->isFinished() || !id.isValid())
        return;
    m_inFlight = id;
    takeCancelling();
}

/// SEP-2663 and 2025-11-25, basic/utilities/tasks: no notifications/cancelled for tasks.
void TaskFollower::takeCancelling()
{
    const auto canceller = [self = QPointer(this)](const QString &) {
        if (self)
            self->cancelTask();
    };
    m_call->setCanceller(canceller, m_session ? TaskCancelling(m_session).obstacle() : QString());
}

void TaskFollower::poll()
{
    if (m_inFlight.isValid() || m_isFetching)
        return;
    m_isToldOfChange = false;
    m_sincePoll.start();
    request(u"tasks/get"_s, timeout(),
            [this](const Result<Reading> &reading) { onState(reading); });
}

void TaskFollower::onState(const Result<Reading> &reading)
{
    if (!reading) {
        const Error error = reading.error();
        if (error.kind != Error::Kind::Timeout || ++m_silences >= mostSilences)
            return end(error);
        return wait(m_task.pollInterval());
    }
    m_silences = 0;
    const Task task(reading->result);
    if (task.id() != m_id) {
        const QString what = u"The answer to tasks/get is not the task that was asked for."_s;
        reportViolation(m_session->server(), reading->result, Rule::Tasks, what);
        return end(Error::protocol(what, reading->result));
    }
    show(task);
    if (const auto outcome = m_session->dialect().taskOutcome(task))
        return end(*outcome);
    if (task.isOver() || m_session->dialect().asksByTaskResult(task))
        return fetch();
    if (task.status() == Task::Status::InputRequired)
        ask(task.raw().value("inputRequests"));
    if (!m_call->isFinished())
        wait(task.pollInterval());
}

int TaskFollower::timeout() const
{
    return m_session && m_session->server() ? m_session->server()->spec().timeouts.request : 0;
}

/// tasks/result waits until the task is over, and meanwhile lets the server ask.
void TaskFollower::fetch()
{
    m_isFetching = true;
    const int limit = m_task.isOver() ? timeout() : 0;
    request(u"tasks/result"_s, limit,
            [this](const Result<Reading> &reading) { onResult(reading); });
}

void TaskFollower::onResult(const Result<Reading> &reading)
{
    if (reading)
        return end(reading->result);
    if (m_task.status() == Task::Status::Cancelled) // which is why there is none
        return end(Error::cancelled(u"The server has cancelled the task."_s));
    end(reading.error());
}

/// Questions inside of the state; the server repeats them until it has the answers.
void TaskFollower::ask(const RawJson &requests)
{
    QList<QPointer<InputRequest>> asked;
    const QList<RawJsonMember> members = requests.members();
    for (const RawJsonMember &member : members) {
        if (m_seen.contains(member.key) || !m_desk)
            continue;
        if (m_seen.size() >= mostQuestions || m_keyChars + member.key.size() > mostKeyChars) {
            m_session->server()->addWarning(
                    u"A task of it asks more than is kept; the rest is not shown."_s);
            continue;
        }
        const auto kind = InputRequest::kindOf(member.value.value("method").toString());
        const RawJson params = member.value.value("params");
        if (!kind || InputRequest::objection(*kind, params, m_session->capabilities())) {
            const QString what =
                    u"A task of it asks \"%1\", which was not declared or is no question of the "
                    "specification."_s.arg(member.key.left(100));
            reportViolation(m_session->server(), requests, Rule::DeclaredQuestions, what);
            cancelTask(); // it would wait for ever
            return end(Error::protocol(what, requests));
        }
        InputRequest *const request = m_desk->add(
                *kind, params, m_call,
                [self = QPointer(this), key = member.key](const Result<RawJson> &answer) {
                    if (self)
                        self->onAnswer(key, answer);
                });
        if (!request)
            continue; // too many wait already: when it is asked again
        m_seen.insert(member.key);
        m_keyChars += member.key.size();
        m_open.append(request);
        asked.append(request);
    }
    const QPointer<TaskFollower> self(this);
    for (const QPointer<InputRequest> &request : asked) {
        if (!self || !m_desk || !request || !request->isOpen())
            continue;
        emit m_call->inputRequested(request);
        if (self && m_desk && request && request->isOpen())
            m_desk->announce(request);
    }
}

void TaskFollower::onAnswer(const QString &key, const Result<RawJson> &answer)
{
    m_open.removeIf([](const QPointer<InputRequest> &open) { return !open || !open->isOpen(); });
    if (!answer) { // there is no form of an answer for a refusal: the task is dropped
        const QString goesOn = m_session ? TaskCancelling(m_session).obstacle() : QString();
        cancelTask();
        return end(Error::cancelled(u"%1 was ended: the answer its task waits for was refused. %2"_s
                                            .arg(m_call->method(), goesOn)
                                            .trimmed()));
    }
    m_answers.insert(key, *answer);
    sendAnswers();
}

void TaskFollower::sendAnswers()
{
    if (m_isSending || m_answers.isEmpty() || !m_session)
        return;
    m_isSending = true;
    const QHash<QString, RawJson> answers = std::exchange(m_answers, {});
    JsonObjectWriter responses;
    for (auto answer = answers.constBegin(); answer != answers.constEnd(); ++answer)
        responses.add(answer.key(), answer.value());
    const QString method = u"tasks/update"_s;
    JsonObjectWriter params;
    params.add(u"taskId", m_id).add(u"inputResponses", responses.toRawJson());
    auto *const update = new Call(method, this);
    connect(update, &Call::finished, this, [this, update] {
        m_isSending = false;
        if (const Error error = update->outcome().error())
            return end(error);
        sendAnswers();
    });
    update->setConversation(m_call->conversation());
    m_session->send(update, method, params.toRawJson(), {});
}

/// The server hears of it; what it makes of it is not waited for.
void TaskFollower::cancelTask()
{
    m_timer.stop();
    if (!m_session || !m_session->isOpen() || m_task.isOver())
        return;
    if (m_inFlight.isValid())
        m_session->forget(m_inFlight);
    TaskCancelling(m_session).cancel(m_id, m_call->conversation());
}

void TaskFollower::end(const Result<RawJson> &outcome)
{
    m_timer.stop();
    if (m_session)
        m_session->settle(m_call, outcome);
    else
        m_call->settle(outcome);
}

} // namespace Mcp
