// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "taskdesk.h"

#include "errorcode.h"
#include "paging.h"

#include <QtCore/qtimer.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

constexpr qsizetype pageSize = 5;
constexpr qint64 usualTtl = 10 * 60 * 1000;
constexpr qint64 shortestTtl = 1000;
constexpr qint64 longestTtl = 60 * 60 * 1000;

QString idOf(const Request &request) { return request.params.value("taskId").toString(); }

} // namespace

TaskDesk::TaskDesk(const Responder &responder, Asking *asking, QObject *parent)
    : QObject(parent)
    , m_responder(responder)
    , m_asking(asking)
{}

std::optional<Refusal> TaskDesk::refusal(const Request &request)
{
    if (!request.modern && request.revision != Revision::november2025)
        return Refusal{ ErrorCode::methodNotFound,
                        u"Tasks do not exist in revision %1"_s.arg(request.revision),
                        {} };
    if (!request.modern || request.declaresTasks())
        return std::nullopt;
    return Refusal{ ErrorCode::missingCapability,
                    u"This needs the client capability extensions[\"io.modelcontextprotocol/"
                    "tasks\"]"_s,
                    Mcp::RawJson::fromText(R"({"requiredCapabilities":{"extensions":)"
                                           R"({"io.modelcontextprotocol/tasks":{}}}})") };
}

void TaskDesk::start(Exchange *exchange)
{
    const Request request = exchange->request();
    const qint64 wanted = request.params.value("task").value("ttl").toInteger().value_or(usualTtl);
    auto *task = new Task(exchange, qBound(shortestTtl, wanted, longestTtl), this);
    m_tasks.insert(task->id(), task);
    m_order.append(task->id());
    if (request.modern) {
        m_responder.sendResult(request, task->toRawJson(), u"task");
    } else {
        Mcp::JsonObjectWriter result;
        result.add(u"task", task->toRawJson());
        m_responder.sendResult(request, result.toRawJson());
    }
    connect(task, &Task::changed, this, [this, task] { onChanged(task); });
    connect(task, &Task::questionsWaiting, this, [this, task] { askIfWaitedFor(task); });
    QTimer::singleShot(int(task->ttl()), task, [this, task] { forget(task); });
    task->run();
}

void TaskDesk::forget(Task *task)
{
    if (!task->isOver())
        task->cancel();
    m_tasks.remove(task->id());
    m_order.removeAll(task->id());
    task->deleteLater();
}

Task *TaskDesk::findOrRefuse(const Request &request)
{
    Task *const task = find(idOf(request));
    if (!task)
        m_responder.sendError(
                request, { ErrorCode::invalidParams,
                           u"No task has the id \"%1\", or its time is over"_s.arg(idOf(request)),
                           {} });
    return task;
}

void TaskDesk::get(const Request &request)
{
    if (const Task *task = findOrRefuse(request))
        m_responder.sendResult(request, request.modern ? task->detailed() : task->toRawJson());
}

void TaskDesk::result(const Request &request)
{
    Task *const task = findOrRefuse(request);
    if (!task)
        return;
    if (task->isOver())
        return sendOutcome(request, *task);
    m_waiting.insert(request.id, request);
    askIfWaitedFor(task);
}

/// The questions of a task go to who waits for its result (2025-11-25, basic/utilities/tasks).
void TaskDesk::askIfWaitedFor(Task *task)
{
    if (task->isModern() || task->status() != Task::Status::InputRequired)
        return;
    for (const Request &request : std::as_const(m_waiting)) {
        if (idOf(request) != task->id())
            continue;
        const QList<Question> questions = task->takeQuestions();
        if (!questions.isEmpty())
            m_asking->ask(task->exchange(), questions);
        return;
    }
}

void TaskDesk::sendOutcome(const Request &request, const Task &task)
{
    if (task.error())
        return m_responder.sendError(request, *task.error());
    if (task.status() == Task::Status::Cancelled)
        return m_responder.sendError(request,
                                     { ErrorCode::internalError, u"The task was cancelled"_s, {} });
    Mcp::JsonObjectWriter result;
    result.addMembers(task.result()).add(u"_meta", task.relatedMeta());
    m_responder.sendResult(request, result.toRawJson());
}

void TaskDesk::onChanged(Task *task)
{
    if (!task->isModern()) {
        m_responder.notify(u"notifications/tasks/status", task->toRawJson());
        if (task->isOver()) {
            const auto waiting = m_waiting; // what is done with one may change it
            for (const Request &request : waiting) {
                if (idOf(request) == task->id()) {
                    m_waiting.remove(request.id);
                    sendOutcome(request, *task);
                }
            }
        }
    }
    emit changed(*task);
}

void TaskDesk::cancel(const Request &request)
{
    Task *const task = findOrRefuse(request);
    if (!task)
        return;
    if (task->isOver() && !request.modern) {
        m_responder.sendError(request,
                              { ErrorCode::invalidParams, u"The task has ended already"_s, {} });
        return;
    }
    if (task->exchange())
        m_asking->drop(task->exchange(), u"The task that asked was cancelled"_s);
    task->cancel();
    m_responder.sendResult(request, request.modern ? Mcp::RawJson() : task->toRawJson());
}

void TaskDesk::list(const Request &request)
{
    QList<Mcp::RawJson> tasks;
    for (const QString &id : std::as_const(m_order))
        tasks.append(m_tasks.value(id)->toRawJson());
    Paging::answer(m_responder, request, u"tasks", tasks, pageSize);
}

void TaskDesk::update(const Request &request)
{
    Task *const task = findOrRefuse(request);
    if (!task)
        return;
    m_responder.sendResult(request, {});
    task->update(request.params.value("inputResponses"));
}

} // namespace McpDemo
