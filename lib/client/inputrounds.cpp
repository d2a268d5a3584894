// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/inputrounds.h"

#include "client/inputdesk.h"
#include "client/session.h"
#include "client/violation.h"
#include "json/jsonwriter.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr int firstPauseMs = 250; ///< doubled each round

} // namespace

InputRounds::InputRounds(Session *session, InputDesk *desk, Call *call, const Asked &asked)
    : QObject(call)
    , m_session(session)
    , m_desk(desk)
    , m_call(call)
    , m_asked(asked)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &InputRounds::retry);
    // While the user answers no request is in flight that would fail with the connection.
    connect(session, &Session::lost, this, &InputRounds::fail);
}

InputRounds::~InputRounds() { withdraw(u"The call that asked has ended."_s); }

void InputRounds::ask(const RawJson &result)
{
    if (++m_rounds > maxRounds) // which no rule forbids
        return fail(Error::protocol(
                u"The server asked for input %1 times without answering %2."_s.arg(maxRounds).arg(
                        m_asked.method),
                result));
    const Result<QList<Question>> questions = read(result);
    if (!questions) {
        if (m_session)
            reportViolation(m_session->server(), result, Rule::Rounds, questions.error().message);
        return fail(questions.error());
    }
    m_call->setHasRounds();
    m_state = result.value("requestState");
    m_keys.clear();
    m_answers.clear();
    m_call->setCanceller([self = QPointer(this)](const QString &) {
        if (self)
            self->withdraw(u"The call that asked was cancelled."_s);
    });
    if (questions->isEmpty()) { // the server only wants to be asked again later
        m_pause.start(firstPauseMs << (m_rounds - 1));
        return;
    }
    for (const Question &question : *questions)
        m_keys.append(question.key);
    QList<QPointer<InputRequest>> asked;
    for (const Question &question : *questions) {
        InputRequest *const request =
                m_desk ? m_desk->add(
                        question.kind, question.params, m_call,
                        [self = QPointer(this), key = question.key](const Result<RawJson> &answer) {
                            if (self)
                                self->onAnswer(key, answer);
                        })
                       : nullptr;
        if (!request)
            return fail(Error::protocol(
                    u"The server asks more questions than can wait for an answer."_s, result));
        m_open.append(request);
        asked.append(request);
    }
    const QPointer<InputRounds> self(this);
    for (const QPointer<InputRequest> &request : asked) {
        if (!self || !m_desk) // a receiver may have answered, cancelled, deleted …
            return;
        if (request && request->isOpen()) {
            emit m_call->inputRequested(request);
            if (self && m_desk && request && request->isOpen())
                m_desk->announce(request);
        }
    }
}

/// What is asked, or why it cannot be answered: then the whole call cannot go on.
Result<QList<InputRounds::Question>> InputRounds::read(const RawJson &result) const
{
    const RawJson requests = result.value("inputRequests");
    const auto fault = [&](const QString &what) {
        return Error::protocol(u"The server wants input before it answers %1, but %2 "
                               "(2026-07-28, basic/patterns/mrtr)."_s.arg(m_asked.method, what),
                               result);
    };
    if (requests.isAbsent() && result.value("requestState").isAbsent())
        return fault(u"its result has neither inputRequests nor requestState"_s);
    if (!requests.isAbsent() && !requests.isObject())
        return fault(u"inputRequests is not an object"_s);
    QList<Question> questions;
    const RawJson state = result.value("requestState");
    if (!state.isAbsent() && !state.isString())
        return fault(u"requestState is not a string"_s);
    for (const RawJsonMember &member : requests.members()) {
        const QString method = member.value.value("method").toString();
        const auto kind = InputRequest::kindOf(method);
        if (!kind)
            return fault(u"\"%1\" asks with %2, which is no question of the specification"_s.arg(
                    member.key.left(100), method.isEmpty() ? u"no method"_s : method.left(100)));
        const RawJson params = member.value.value("params");
        if (const Error error = InputRequest::objection(*kind, params, m_session->capabilities()))
            return fault(u"\"%1\" asks for %2, which was not declared or cannot be answered: "
                         "%3"_s.arg(member.key.left(100), method, error.message));
        const auto isSame = [&](const Question &other) { return other.key == member.key; };
        if (std::any_of(questions.cbegin(), questions.cend(), isSame))
            return fault(u"it asks \"%1\" twice"_s.arg(member.key.left(100)));
        questions.append({ member.key, *kind, params });
        if (questions.size() > InputDesk::maxOpen)
            return fault(u"there are more than %1 questions"_s.arg(InputDesk::maxOpen));
    }
    return questions;
}

void InputRounds::onAnswer(const QString &key, const Result<RawJson> &answer)
{
    if (!answer) // there is no form of an answer for a refusal: the call is dropped
        return fail(Error::cancelled(
                u"%1 was ended: the answer it waits for was refused."_s.arg(m_asked.method)));
    m_answers.insert(key, *answer);
    if (m_answers.size() == m_keys.size())
        retry();
}

/// The params of the first request with what this round has brought, and nothing of earlier ones.
RawJson InputRounds::nextParams() const
{
    JsonObjectWriter params;
    for (const RawJsonMember &member : m_asked.params.members()) {
        if (member.key != "inputResponses"_L1 && member.key != "requestState"_L1) // sent by hand
            params.add(member.key, member.value);
    }
    if (!m_keys.isEmpty()) {
        JsonObjectWriter answers;
        for (const QString &key : m_keys)
            answers.add(key, m_answers.value(key));
        params.add(u"inputResponses", answers.toRawJson());
    }
    if (!m_state.isAbsent())
        params.add(u"requestState", m_state);
    return params.toRawJson();
}

void InputRounds::retry()
{
    m_open.clear();
    if (!m_session)
        return m_call->settle(Error::transport(u"The server was removed."_s));
    m_session->exchange(m_call, m_asked.method, nextParams(), m_asked.options,
                        [self = QPointer(this)](const Result<Reading> &reading) {
                            if (self)
                                self->onReading(reading);
                        });
}

void InputRounds::onReading(const Result<Reading> &reading)
{
    if (reading && reading->kind == Reading::Kind::InputRequired)
        return ask(reading->result);
    if (m_session)
        m_session->settleWith(m_call, m_asked, reading);
    else
        m_call->settle(reading.error());
}

void InputRounds::fail(const Error &error)
{
    withdraw(error.message);
    if (m_session)
        m_session->settle(m_call, error);
    else
        m_call->settle(error);
}

void InputRounds::withdraw(const QString &reason)
{
    m_pause.stop();
    const QList<QPointer<InputRequest>> open = std::exchange(m_open, {});
    for (const QPointer<InputRequest> &request : open) {
        if (request)
            request->withdraw(reason);
    }
}

} // namespace Mcp
