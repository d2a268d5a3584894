// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/subscriptions.h"

#include "client/dialect.h"
#include "client/pendingcalls.h"
#include "client/session.h"
#include "client/violation.h"
#include "server/server.h"
#include "server/tracelog.h"
#include "json/jsonwriter.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr QLatin1StringView subscriptionKey = "io.modelcontextprotocol/subscriptionId"_L1;

struct ListKind
{
    QLatin1StringView capability;
    QLatin1StringView member; ///< of a filter
};

constexpr std::array lists{ ListKind{ "tools"_L1, "toolsListChanged"_L1 },
                            ListKind{ "prompts"_L1, "promptsListChanged"_L1 },
                            ListKind{ "resources"_L1, "resourcesListChanged"_L1 } };

MessageId subscriptionOf(const RawJson &params)
{
    return MessageId::fromRaw(params.value("_meta").value(subscriptionKey.data()));
}

} // namespace

Subscriptions::Subscriptions(Session *session)
    : QObject(session)
    , m_session(session)
{
    m_plan.setSingleShot(true);
    connect(&m_plan, &QTimer::timeout, this, &Subscriptions::listen);
    connect(session, &Session::opened, this, &Subscriptions::onOpened);
    connect(session, &Session::lost, this, &Subscriptions::onLost);
}

void Subscriptions::watch(const QString &uri)
{
    if (m_uris.contains(uri))
        return;
    m_uris.append(uri);
    if (m_session->isOpen())
        ask(uri, true);
    emit changed();
}

void Subscriptions::unwatch(const QString &uri)
{
    if (!m_uris.removeOne(uri))
        return;
    const State before = m_states.take(uri);
    m_errors.remove(uri);
    if (m_session->isOpen()
        && (before == State::Active || before == State::Asked
            || m_session->dialect().subscribesByListening()))
        ask(uri, false);
    emit changed();
}

void Subscriptions::setListChanges(bool wanted)
{
    if (std::exchange(m_wantsLists, wanted) == wanted)
        return;
    if (m_session->isOpen())
        planListen();
}

void Subscriptions::restart()
{
    if (!m_session->isOpen())
        return;
    m_now.filter.clear();
    onOpened();
}

void Subscriptions::onOpened()
{
    if (m_session->dialect().subscribesByListening())
        return planListen();
    for (const QString &uri : std::as_const(m_uris))
        ask(uri, true);
}

void Subscriptions::onLost()
{
    m_plan.stop();
    m_now = {};
    m_former = {};
    m_ids.clear();
    m_conversations.clear();
    setAll(State::Off);
}

// ---- Legacy: a request for each resource ----

void Subscriptions::ask(const QString &uri, bool wanted)
{
    if (m_session->dialect().subscribesByListening())
        return planListen();
    const QString method = wanted ? u"resources/subscribe"_s : u"resources/unsubscribe"_s;
    auto *const call = new Call(method, this);
    if (wanted) {
        m_states.insert(uri, State::Asked);
        connect(call, &Call::finished, this, [this, uri, call] { onAsked(uri, call->outcome()); });
    }
    call->setConversation(m_conversations.value(uri));
    m_session->send(call, method, JsonObjectWriter().add(u"uri", uri).toRawJson(), {});
    if (wanted)
        m_conversations.insert(uri, call->conversation());
    else
        m_conversations.remove(uri);
}

void Subscriptions::onAsked(const QString &uri, const Result<RawJson> &outcome)
{
    if (state(uri) != State::Asked) // it is not wanted any more
        return;
    m_states.insert(uri, outcome ? State::Active : State::Refused);
    m_errors.insert(uri, outcome.error());
    emit changed();
}

// ---- Modern: one request for everything, which is answered when it ends ----

void Subscriptions::planListen()
{
    if (m_session->dialect().subscribesByListening() && !m_plan.isActive())
        m_plan.start(0);
}

RawJson Subscriptions::wantedFilter() const
{
    JsonObjectWriter filter;
    const RawJson capabilities = m_session->connection()->capabilities();
    for (const ListKind &list : lists) {
        if (m_wantsLists
            && capabilities.value(list.capability.data()).value("listChanged").toBool())
            filter.addRaw(QString(list.member), "true");
    }
    if (!m_uris.isEmpty()) {
        QByteArray uris;
        for (const QString &uri : m_uris)
            uris += (uris.isEmpty() ? "[" : ",") + RawJson::fromString(uri).toByteArray();
        filter.addRaw(u"resourceSubscriptions", uris + ']');
    }
    return filter.toRawJson();
}

void Subscriptions::listen()
{
    if (!m_session->isOpen())
        return;
    const RawJson filter = wantedFilter();
    if (filter.toByteArray() == m_now.filter)
        return;
    // The new one first, so that nothing is missed in between.
    dropFormer();
    m_former = std::exchange(m_now, {});
    m_now.filter = filter.toByteArray();
    if (filter.count() == 0) {
        dropFormer();
        return setAll(State::Off);
    }
    setAll(State::Asked);
    const QString method = u"subscriptions/listen"_s;
    auto *const call = new Call(method, this);
    m_now.call = call;
    connect(call, &Call::finished, this, [this, call] { onListenEnded(*call); });
    // 2026-07-28, basic/patterns/subscriptions: it lasts, so it has no time limit
    CallOptions endless;
    endless.timeoutMs = endless.hardTimeoutMs = 0;
    m_now.id = m_session->exchange(
            call, method, JsonObjectWriter().add(u"notifications", filter).toRawJson(), endless,
            [self = QPointer(this), call = QPointer(call)](const Result<Reading> &reading) {
                if (self && call)
                    self->m_session->settle(call, reading ? Result<RawJson>(reading->result)
                                                          : reading.error());
            });
    if (m_now.id.isValid())
        m_ids.insert(m_now.id);
}

void Subscriptions::onListenEnded(const Call &call)
{
    if (&call != m_now.call)
        return;
    const Listening ended = std::exchange(m_now, {}); // what is wanted next is asked for anew
    if (!m_session->isOpen())
        return; // onLost() has seen to it
    const auto outcome = call.outcome();
    if (outcome)
        setAll(State::Ended);
    else if (ended.acknowledged.isAbsent() && m_former.call)
        goBack(outcome.error());
    else
        setAll(State::Refused, outcome.error());
}

/// A change was refused: what the subscription before it promises still holds.
void Subscriptions::goBack(const Error &error)
{
    m_now = std::exchange(m_former, {});
    if (m_now.acknowledged.isAbsent())
        setAll(State::Asked);
    else
        take(m_now.acknowledged);
    for (const QString &uri : std::as_const(m_uris)) {
        if (m_states.value(uri) != State::Refused)
            continue;
        m_errors.insert(uri, error);
    }
    emit changed();
}

void Subscriptions::dropFormer()
{
    if (m_former.call)
        m_former.call->cancel();
    m_former = {};
}

/// What a subscription brings is one conversation in the trace with the request for it.
void Subscriptions::join(const Message &notification)
{
    const QString method = notification.method();
    if (method == "notifications/message"_L1 || (!m_now.call && m_conversations.isEmpty()))
        return; // by the hundred thousand, and of no subscription
    if (method == "notifications/tasks"_L1)
        return; // of its task, see TaskFollower
    TraceLog *const trace = m_session->server()->trace();
    const RawJson params = notification.params();
    if (m_now.call && m_now.id.isValid() && subscriptionOf(params) == m_now.id)
        trace->join(notification, trace->conversationOf(m_now.id));
    else if (method == "notifications/resources/updated"_L1)
        trace->join(notification, m_conversations.value(params.value("uri").toString()));
}

void Subscriptions::take(const Message &notification)
{
    join(notification);
    if (!m_session->isOpen() || !m_session->dialect().subscribesByListening())
        return;
    const QString method = notification.method();
    if (method == "notifications/subscriptions/acknowledged"_L1) {
        if (isOurs(notification))
            acknowledge(notification);
    } else if (method == "notifications/resources/updated"_L1
               || method.endsWith("/list_changed"_L1)) {
        if (isOurs(notification))
            checkChange(notification);
    } else if (m_now.call && method == "notifications/cancelled"_L1) {
        // 2026-07-28, basic/patterns/cancellation: on stdio a server may end it so
        if (MessageId::fromRaw(notification.params().value("requestId")) == m_now.id) {
            Call *const ended = m_now.call;
            const MessageId id = m_now.id;
            m_now = {};
            m_session->forget(id);
            ended->settle(Error::cancelled());
            setAll(State::Ended);
        }
    }
}

void Subscriptions::violation(const Message &notification, const QString &what)
{
    reportViolation(m_session->server(), notification, Rule::Subscriptions,
                    u"%1 %2 (2026-07-28, basic/patterns/subscriptions)."_s.arg(
                            notification.method(), what));
}

/// Does it belong to the subscription there is? One that belongs to none breaks a rule; to one that
/// has ended a moment ago, or was made by hand, does not.
bool Subscriptions::isOurs(const Message &notification)
{
    MessageId id = subscriptionOf(notification.params());
    if (!id.isValid()) {
        violation(notification, u"came without the id of a subscription"_s);
        return false;
    }
    if (!m_ids.contains(id) && m_ids.contains(PendingCalls::asSent(id))) {
        violation(notification, u"names a subscription by an id of another type"_s);
        id = PendingCalls::asSent(id);
    }
    if (!m_ids.contains(id) && !m_session->isWaiting(id))
        violation(notification, u"names a subscription that was never made"_s);
    return m_now.call && m_now.id == id;
}

void Subscriptions::checkChange(const Message &notification)
{
    if (m_now.acknowledged.isAbsent())
        violation(notification, u"came before its subscription was acknowledged"_s);
    const RawJson wanted = RawJson::fromText(m_now.filter);
    if (notification.method() == "notifications/resources/updated"_L1) {
        if (!wanted.contains("resourceSubscriptions"))
            violation(notification, u"tells of what was not asked for"_s);
        return;
    }
    for (const ListKind &list : lists) {
        const QString told = u"notifications/%1/list_changed"_s.arg(list.capability);
        if (notification.method() == told && !wanted.contains(list.member.data()))
            violation(notification, u"tells of what was not asked for"_s);
    }
}

void Subscriptions::acknowledge(const Message &notification)
{
    if (!m_now.acknowledged.isAbsent())
        violation(notification, u"came a second time for one subscription"_s);
    const RawJson accepted = notification.params().value("notifications");
    const RawJson wanted = RawJson::fromText(m_now.filter);
    for (const ListKind &list : lists) {
        if (accepted.value(list.member.data()).toBool() && !wanted.contains(list.member.data()))
            violation(notification,
                      u"accepts %1, which was not asked for"_s.arg(QString(list.member)));
    }
    const bool hasUris = accepted.value("resourceSubscriptions").count() > 0;
    if (hasUris && !wanted.contains("resourceSubscriptions"))
        violation(notification, u"accepts resources, which were not asked for"_s);
    take(accepted);
}

/// Only what the server has accepted is promised.
void Subscriptions::take(const RawJson &accepted)
{
    m_now.acknowledged = accepted.isAbsent() ? RawJson::fromText("{}") : accepted;
    dropFormer();
    QSet<QString> uris;
    for (const RawJson &uri : accepted.value("resourceSubscriptions").elements())
        uris.insert(uri.toString());
    const Error left = Error::usage(u"The server has not accepted it."_s);
    for (const QString &uri : std::as_const(m_uris)) {
        m_states.insert(uri, uris.contains(uri) ? State::Active : State::Refused);
        m_errors.insert(uri, uris.contains(uri) ? Error() : left);
    }
    bool hasLists = true;
    const RawJson wanted = RawJson::fromText(m_now.filter);
    for (const ListKind &list : lists) {
        hasLists = hasLists
                   && (!wanted.contains(list.member.data())
                       || accepted.value(list.member.data()).toBool());
    }
    m_listState = hasLists ? State::Active : State::Refused;
    m_listError = hasLists ? Error() : left;
    emit changed();
}

Subscriptions::State Subscriptions::listState(QByteArrayView capability) const
{
    if (m_listState != State::Refused || m_now.acknowledged.isAbsent())
        return m_listState; // the same for all
    for (const ListKind &list : lists) {
        if (capability != list.capability)
            continue;
        if (m_now.acknowledged.value(list.member.data()).toBool())
            return State::Active;
        const RawJson wanted = RawJson::fromText(m_now.filter);
        return wanted.contains(list.member.data()) ? State::Refused : State::Off;
    }
    return State::Off;
}

void Subscriptions::setAll(State state, const Error &error)
{
    m_states.clear();
    m_errors.clear();
    for (const QString &uri : std::as_const(m_uris)) {
        m_states.insert(uri, state);
        m_errors.insert(uri, error);
    }
    m_listState = state;
    m_listError = error;
    emit changed();
}

} // namespace Mcp
