// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/taskcancelling.h"

#include "client/dialect.h"
#include "client/session.h"
#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

bool TaskCancelling::isPossible() const
{
    const auto &connection = m_session->connection();
    return connection && m_session->dialect().cancelsTasks(connection->capabilities());
}

QString TaskCancelling::obstacle() const
{
    if (isPossible())
        return {};
    return u"The task goes on at the server, which does not declare that tasks can be cancelled "
           "(tasks.cancel)."_s;
}

void TaskCancelling::cancel(const QString &id, quint64 conversation) const
{
    if (!isPossible())
        return;
    const QString method = u"tasks/cancel"_s;
    auto *const call = new Call(method, m_session);
    call->setConversation(conversation);
    m_session->send(call, method, JsonObjectWriter().add(u"taskId", id).toRawJson(), {});
}

void TaskCancelling::prepare(PendingCalls::Request *request, const RawJson &params) const
{
    const Dialect &dialect = m_session->dialect();
    if (!request->call || !dialect.mayBecomeTask(request->method, params))
        return;
    request->isTask = dialect.cancelsByTaskOnly();
    if (request->isTask)
        request->obstacle = obstacle();
    request->late = [session = m_session, method = request->method,
                     conversation = request->call->conversation()](const Message &answer) {
        return TaskCancelling(session).onLateAnswer(method, answer, conversation);
    };
}

/// If @p answer tells of a task, that is given up as well; says so, or nothing.
QString TaskCancelling::onLateAnswer(const QString &method, const Message &answer,
                                     quint64 conversation) const
{
    if (answer.kind() != Message::Kind::Response || !m_session->isOpen())
        return {};
    QList<Violation> ignored;
    const Result<Reading> reading = m_session->dialect().read(method, answer.result(), &ignored);
    if (!reading || reading->kind != Reading::Kind::Task)
        return {};
    const Task task = m_session->dialect().taskOf(reading->result);
    if (!task.isValid() || task.isOver())
        return {};
    cancel(task.id(), conversation);
    return isPossible() ? u"the task that it became was given up"_s : obstacle();
}

} // namespace Mcp
