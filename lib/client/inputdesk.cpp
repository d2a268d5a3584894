// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/inputdesk.h"

#include "server/server.h"
#include "server/tracelog.h"
#include "wire/errorcode.h"
#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr QLatin1StringView taskKey = "io.modelcontextprotocol/related-task"_L1;

/// 2025-11-25, basic/utilities/tasks: what belongs to a task says so in its _meta, answers too.
RawJson withTask(const RawJson &answer, const RawJson &task)
{
    if (task.isAbsent() || !answer.isObject())
        return answer;
    JsonObjectWriter meta;
    meta.addMembers(answer.value("_meta")).add(QString(taskKey), task);
    JsonObjectWriter object;
    const QList<RawJsonMember> members = answer.members();
    for (const RawJsonMember &member : members) {
        if (member.key != "_meta"_L1)
            object.add(member.key, member.value);
    }
    return object.add(u"_meta", meta.toRawJson()).toRawJson();
}

Message answerTo(const MessageId &id, const Result<RawJson> &answer, const RawJson &task)
{
    if (answer)
        return Message::response(id, withTask(*answer, task));
    return Message::errorResponse(id, answer.error().code, answer.error().message);
}

/// What a legacy server is told whose question nobody is going to answer any more.
Result<RawJson> noAnswer(InputRequest::Kind kind)
{
    if (kind == InputRequest::Kind::Elicitation)
        return JsonObjectWriter().add(u"action", u"cancel").toRawJson();
    Error error;
    error.kind = Error::Kind::Remote;
    error.code = kind == InputRequest::Kind::Sampling ? ErrorCode::userRejected
                                                      : ErrorCode::internalError;
    error.message = u"The call whose task has asked has ended"_s;
    return error;
}

} // namespace

InputDesk::InputDesk(Server *server)
    : m_server(server)
{}

void InputDesk::take(const Message &request, InputRequest::Kind kind)
{
    const MessageId &id = request.id();
    if (m_byId.contains(id)) {
        m_server->trace()->addViolation(request, Rule::RequestId,
                                        u"a request with the id of one that is not answered yet "
                                        "(2025-11-25, basic/index)"_s);
        m_server->addWarning(u"It asks twice with the same id."_s);
        return;
    }
    const RawJson task = request.params().value("_meta").value(taskKey);
    const auto reply = [this, id, task](const Result<RawJson> &answer) {
        if (m_server->isRunning())
            m_server->sendMessage(answerTo(id, answer, task));
    };
    Call *const call = m_tasks.value(task.value("taskId").toString());
    InputRequest *const question = add(kind, request.params(), call, reply);
    if (!question) {
        m_server->sendMessage(Message::errorResponse(
                id, ErrorCode::internalError, u"Too many questions wait for an answer already"_s));
        return;
    }
    m_byId.insert(id, question);
    if (call)
        endWith(call, question, id, task);
    const QPointer<InputRequest> alive(question);
    const QPointer<Call> asking(call);
    if (m_byId.size() == 1)
        emit waitingChanged(true);
    if (alive && asking)
        emit asking->inputRequested(question);
    if (alive && alive->isOpen())
        announce(question);
}

void InputDesk::removeTask(const QString &id, const Call *call)
{
    // The same task may have been followed anew meanwhile.
    if (const Call *const known = m_tasks.value(id); !known || known == call)
        m_tasks.remove(id);
}

/// The server has sent a request and is to get an answer, whatever has become of the call.
void InputDesk::endWith(Call *call, InputRequest *question, const MessageId &id,
                        const RawJson &task)
{
    connect(call, &Call::finished, question, [this, question, id, task] {
        if (!question->isOpen())
            return;
        const Message answer = answerTo(id, noAnswer(question->kind()), task);
        question->withdraw(u"The task that asked has ended."_s);
        if (m_server->isRunning())
            m_server->sendMessage(answer);
    });
}

InputRequest *InputDesk::add(InputRequest::Kind kind, const RawJson &params, Call *call,
                             InputRequest::Reply reply)
{
    if (const QString why = objection(params.size()); !why.isEmpty()) {
        m_server->addWarning(why);
        return nullptr;
    }
    auto *const request = new InputRequest(kind, params, call, std::move(reply), this);
    connect(request, &InputRequest::answered, this, [this, request] { forget(request); });
    connect(request, &InputRequest::withdrawn, this, [this, request] { forget(request); });
    m_open.append(request);
    return request;
}

/// Why nothing of that size can be added; empty when it can.
QString InputDesk::objection(qint64 bytes) const
{
    if (m_open.size() >= maxOpen)
        return u"It asks more than %1 questions at one time; the rest is refused."_s.arg(maxOpen);
    for (const InputRequest *request : m_open)
        bytes += request->params().size();
    return bytes <= maxOpenBytes
                   ? QString()
                   : u"Its open questions have more than %1 MiB; the rest is refused."_s.arg(
                           maxOpenBytes / (1024 * 1024));
}

bool InputDesk::takeBack(const Message &notification)
{
    const RawJson params = notification.params();
    const auto found = m_byId.constFind(MessageId::fromRaw(params.value("requestId")));
    if (found == m_byId.constEnd())
        return false;
    const QString reason = params.value("reason").textStart(1000);
    (*found)->withdraw(reason.isEmpty()
                               ? u"The server has taken the question back."_s
                               : u"The server has taken the question back: %1"_s.arg(reason));
    return true;
}

void InputDesk::withdrawAll(const QString &reason)
{
    const QList<InputRequest *> all = m_open;
    for (InputRequest *request : all) {
        if (m_open.contains(request))
            request->withdraw(reason);
    }
}

void InputDesk::forget(InputRequest *request)
{
    m_open.removeOne(request);
    const auto count =
            m_byId.removeIf([request](const auto &entry) { return entry.value() == request; });
    if (count > 0 && m_byId.isEmpty())
        emit waitingChanged(false);
}

} // namespace Mcp
