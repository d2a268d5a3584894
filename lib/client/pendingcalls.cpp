// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/pendingcalls.h"

#include "server/server.h"
#include "server/tracelog.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr qsizetype maxStrayChars = 1000; ///< quoted of an error that names no request

QString duration(qint64 ms)
{
    return ms % 60'000 == 0 ? u"%1 min"_s.arg(ms / 60'000) : u"%1 s"_s.arg(double(ms) / 1000);
}

} // namespace

PendingCalls::PendingCalls(Server *server, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PendingCalls::expire);
}

PendingCalls::~PendingCalls() = default;

MessageId PendingCalls::asSent(const MessageId &id)
{
    const RawJson raw = RawJson::fromText(id.raw());
    bool isNumber = false;
    const qint64 number = raw.toString().toLongLong(&isNumber);
    return raw.isString() && isNumber ? MessageId(number) : id;
}

void PendingCalls::add(Request request)
{
    Waiting waiting;
    const qint64 now = m_clock.elapsed();
    waiting.start = now;
    if (request.timeoutMs > 0)
        waiting.idleEnd = now + request.timeoutMs;
    if (request.hardTimeoutMs > 0)
        waiting.hardEnd = now + request.hardTimeoutMs;
    if (request.progressToken.isValid() && !(request.progressToken == request.id))
        m_tokens.insert(request.progressToken, request.id);
    m_logging += request.wantsLogs;
    const MessageId id = request.id;
    waiting.request = std::move(request);
    arm(waiting);
    m_pending.emplace(id, std::move(waiting));
}

std::optional<PendingCalls::Waiting> PendingCalls::remove(const MessageId &id)
{
    const auto found = m_pending.find(id);
    if (found == m_pending.end())
        return std::nullopt;
    Waiting waiting = std::move(found.value());
    m_pending.erase(found);
    if (!m_tokens.isEmpty() && m_tokens.remove(waiting.request.progressToken))
        m_ended.addToken(waiting.request.progressToken);
    m_logging -= waiting.request.wantsLogs;
    return waiting;
}

std::optional<PendingCalls::Waiting> PendingCalls::remove(const MessageId &id,
                                                          const QString &lateNote)
{
    std::optional<Waiting> waiting = remove(id);
    if (!waiting)
        return waiting;
    m_ended.add(id, lateNote, waiting->request.late);
    if (waiting->request.wantsLogs)
        m_ended.addLogging(id, m_server->upcomingRequestId());
    return waiting;
}

bool PendingCalls::wasUsed(const MessageId &id) const
{
    const std::optional<qint64> number = id.toInteger();
    return number && *number > 0 && *number < m_server->upcomingRequestId();
}

void PendingCalls::takeAnswer(const Message &message)
{
    MessageId id = message.id();
    if (!m_pending.contains(id) && m_pending.contains(asSent(id))) {
        const QString note = u"answers request %1 with an id of another type (%2)"_s.arg(
                asSent(id).toString(), QString::fromUtf8(id.raw()));
        TraceLog *const trace = m_server->trace();
        trace->join(message, trace->conversationOf(asSent(id)));
        trace->addViolation(message, Rule::AnswerId, note);
        m_server->addWarning(
                u"It answers with ids of another type than they were sent with, such as "
                "\"7\" for 7."_s);
        id = asSent(id);
    }
    // Removed before it is run: the handler may well make the next request.
    const std::optional<Waiting> waiting = remove(id);
    if (!waiting)
        return reportStray(message);
    m_ended.onAnswered(id);
    waiting->request.handler(message);
}

void PendingCalls::reportStray(const Message &message)
{
    TraceLog *const trace = m_server->trace();
    const MessageId &id = message.id();
    if (!message.isResponse())
        return; // the server has reported an invalid message already
    if (!id.isValid()) {
        m_strayError = Error::remote(message.error()).describe().left(maxStrayChars);
        m_strayTime = m_clock.elapsed();
        trace->addViolation(message, Rule::AnswerId, u"answers no request: it has no id"_s);
        m_server->addWarning(
                u"It sent an answer without an id, which answers nothing: %1"_s.arg(m_strayError));
        return;
    }
    if (m_ended.contains(id)) {
        if (const QString note = m_ended.take(message); !note.isEmpty())
            trace->addViolation(message, Rule::None, note);
    } else if (wasUsed(id)) {
        trace->addViolation(message, Rule::AnswerOnce, u"second answer to a request"_s);
        m_server->addWarning(u"It answered a request twice."_s);
    } else {
        trace->addViolation(message, Rule::AnswerId, u"answer to an unknown request id"_s);
        m_server->addWarning(u"It answered a request that was never made."_s);
    }
}

bool PendingCalls::usesToken(const MessageId &token) const
{
    return m_tokens.contains(token) || m_pending.contains(token) || m_tasks.contains(token);
}

void PendingCalls::keepToken(const MessageId &token, Call *call)
{
    if (!token.isValid() || m_tasks.contains(token))
        return;
    m_tasks.insert(token, { call, call->progress() ? std::optional(call->progress()->progress)
                                                   : std::nullopt });
    const auto forget = [this, token] {
        if (m_tasks.remove(token) && !wasUsed(token))
            m_ended.addToken(token);
    };
    connect(call, &Call::finished, this, forget);
    connect(call, &QObject::destroyed, this, forget);
}

void PendingCalls::takeProgress(const Message &notification)
{
    MessageId token = MessageId::fromRaw(notification.params().value("progressToken"));
    if (!usesToken(token))
        token = asSent(token);
    // 2025-11-25, basic/utilities/progress: that of a task stays valid until the task is over.
    if (const auto task = m_tasks.find(token); task != m_tasks.end())
        return heed(notification, task->call ? task->call->conversation() : 0, task->call,
                    &task->lastProgress);
    const auto found = m_pending.find(m_tokens.value(token, token));
    if (found == m_pending.end()) {
        // Late progress is no fault; our own tokens are request ids.
        if (!m_ended.contains(token) && !m_ended.knowsToken(token) && !wasUsed(token)) {
            m_server->trace()->addViolation(notification, Rule::ProgressToken,
                                            u"progress with an unknown token"_s);
            m_server->addWarning(u"It sent progress with a token that was never given."_s);
        }
        return;
    }
    if (found->idleEnd > 0)
        found->idleEnd = m_clock.elapsed() + found->request.timeoutMs;
    heed(notification, m_server->trace()->conversationOf(found->request.id), found->request.call,
         &found->lastProgress);
}

void PendingCalls::heed(const Message &notification, quint64 conversation, Call *call,
                        std::optional<double> *last)
{
    const Progress progress = Progress::fromParams(notification.params());
    const bool increases = !*last || progress.progress > **last;
    *last = progress.progress;
    const QPointer<Call> alive(call);
    m_server->trace()->join(notification, conversation);
    // 2025-11-25, basic/utilities/progress: the value must increase. Whoever hears of the warning
    // may end this very request.
    if (!increases) {
        m_server->trace()->addViolation(notification, Rule::ProgressIncreases,
                                        u"progress that does not increase"_s);
        m_server->addWarning(u"It sent progress that does not increase."_s);
    }
    if (alive)
        alive->report(progress);
}

std::optional<PendingCalls::Request> PendingCalls::abandon(const MessageId &id)
{
    std::optional<Waiting> waiting = remove(id, u"late answer to a cancelled call"_s);
    return waiting ? std::optional(std::move(waiting->request)) : std::nullopt;
}

void PendingCalls::expectLate(const MessageId &id, const QString &note) { m_ended.add(id, note); }

void PendingCalls::failAll(const Error &error)
{
    m_timer.stop();
    const QHash<MessageId, Waiting> all = std::exchange(m_pending, {});
    m_tokens.clear();
    m_logging = 0;
    m_ended.forgetLogging();
    QList<MessageId> ids = all.keys();
    for (const MessageId &id : std::as_const(ids))
        m_ended.add(id, {}); // a server that is being stopped may still answer
    std::sort(ids.begin(), ids.end(), [](const MessageId &a, const MessageId &b) {
        return a.toInteger().value_or(0) < b.toInteger().value_or(0);
    });
    const QPointer<PendingCalls> self(this);
    for (const MessageId &id : std::as_const(ids)) {
        all.value(id).request.handler(error);
        if (!self)
            return;
    }
}

void PendingCalls::setPaused(bool paused)
{
    const qint64 now = m_clock.elapsed();
    if (paused == (m_pausedSince >= 0))
        return;
    if (paused) {
        m_pausedSince = now;
        m_timer.stop();
        return;
    }
    const qint64 since = std::exchange(m_pausedSince, -1);
    for (Waiting &waiting : m_pending) {
        const qint64 pause = now - std::max(since, waiting.start);
        for (qint64 *end : { &waiting.idleEnd, &waiting.hardEnd })
            *end += *end > 0 ? pause : 0;
    }
    schedule();
}

Error PendingCalls::timeoutError(const Waiting &waiting, bool hard) const
{
    const Request &request = waiting.request;
    QString text =
            hard ? u"%1 was not finished within %2, the hard limit that holds whatever progress is "
                   "reported. It can be raised in the server's settings (0 = none)."_s.arg(
                           request.method, duration(request.hardTimeoutMs))
                 : u"No answer to %1 within %2, nor progress. The request timeout can be raised in "
                   u"the "
                   "server's settings (0 = none)."_s.arg(request.method,
                                                         duration(request.timeoutMs));
    // Some servers answer what they cannot read like that: it may well have been meant for this.
    if (!m_strayError.isEmpty() && m_strayTime >= waiting.start)
        text += u" Meanwhile the server sent an error that names no request: %1."_s.arg(
                m_strayError);
    if (!request.obstacle.isEmpty())
        text += u' ' + request.obstacle;
    return Error::timeout(text);
}

void PendingCalls::expire()
{
    const qint64 now = m_clock.elapsed();
    QList<std::pair<MessageId, bool>> expired;
    for (const Waiting &waiting : std::as_const(m_pending)) {
        const bool hard = waiting.hardEnd > 0 && waiting.hardEnd <= now;
        if (hard || (waiting.idleEnd > 0 && waiting.idleEnd <= now))
            expired.append({ waiting.request.id, hard });
    }
    const QPointer<PendingCalls> self(this);
    for (const auto &[id, hard] : std::as_const(expired)) {
        const auto waiting = remove(id, u"late answer to a call that timed out"_s);
        if (!waiting)
            continue;
        emit timedOut(waiting->request);
        waiting->request.handler(timeoutError(*waiting, hard));
        if (!self)
            return;
    }
    schedule();
}

void PendingCalls::schedule()
{
    m_timer.stop();
    for (const Waiting &waiting : std::as_const(m_pending))
        arm(waiting);
}

/// Limits that move (progress) make the timer fire early, which is cheaper than moving it.
void PendingCalls::arm(const Waiting &waiting)
{
    if (m_pausedSince >= 0)
        return;
    for (const qint64 end : { waiting.idleEnd, waiting.hardEnd }) {
        if (end > 0 && (!m_timer.isActive() || end < m_timerEnd)) {
            m_timerEnd = end;
            m_timer.start(int(std::max<qint64>(1, end - m_clock.elapsed())));
        }
    }
}

} // namespace Mcp
