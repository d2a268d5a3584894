// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "tasks.h"
#include "json.h"
#include "process.h"

namespace Fake {

namespace {

constexpr auto extension = "io.modelcontextprotocol/tasks";
constexpr auto question = R"({"message":"How many?","requestedSchema":{"type":"object",)"
                          R"("properties":{"n":{"type":"integer"}},"required":["n"]}})";

} // namespace

std::string Tasks::kind() const
{
    const std::string argument = m_options.argument("task");
    return argument.substr(0, argument.find(':'));
}

bool Tasks::isDeclared(const Message &request) const
{
    const std::string_view capabilities =
            request.meta("io.modelcontextprotocol/clientCapabilities");
    return !Json::member(Json::member(capabilities, "extensions"), extension).empty();
}

bool Tasks::isOver(const Task &task)
{
    return task.status == "completed" || task.status == "failed" || task.status == "cancelled";
}

void Tasks::call(const Message &request, bool mustBeTask, long long ms)
{
    const bool modern = request.isModern();
    const bool wanted = modern ? isDeclared(request) || kind() == "undeclared"
                               : !Json::member(request.params, "task").empty();
    if (mustBeTask && !wanted)
        return m_replies.error(request, -32601, "This tool runs as a task only");
    if (!wanted) {
        m_timers.after(ms, [this, request] {
            m_replies.toolResult(request,
                                 '{' + Replies::modernMembers(request)
                                         + R"("content":[{"type":"text","text":"worked"}]})");
        });
        return;
    }
    const std::string id = make(request, ms).id;
    plan(id);
    const std::string argument = m_options.argument("task");
    if (kind() == "late")
        m_timers.after(std::stoll(argument.substr(5)), [this, id] { tellOf(id); });
    else
        tellOf(id);
}

/// Answers the call that became the task.
void Tasks::tellOf(const std::string &id)
{
    const Task &task = m_tasks[id];
    const Message &request = task.call;
    if (request.isModern())
        m_replies.rawResult(request,
                            '{' + Replies::modernMembers(request, "task") + members(task) + '}');
    else
        m_replies.result(request, R"("task":{)" + members(task) + '}');
}

void Tasks::answerWithTask(const Message &request)
{
    m_replies.rawResult(request, '{' + Replies::modernMembers(request, "task")
                                         + members(make(request, 0)) + '}');
}

Tasks::Task &Tasks::make(const Message &request, long long ms)
{
    const std::string id = "task-" + std::to_string(m_tasks.size() + 1);
    Task &task = m_tasks[id];
    task.id = id;
    task.call = request;
    task.ms = ms;
    return task;
}

/// What both eras tell of a task, without braces.
std::string Tasks::members(const Task &task) const
{
    const bool modern = task.call.isModern();
    const std::string argument = m_options.argument("task");
    const size_t colon = argument.find(':');
    const bool isInterval = colon != std::string::npos && kind() != "late";
    const std::string poll = isInterval ? argument.substr(colon + 1) : "100";
    const std::string id = kind() == "no-id" ? "" : R"("taskId":)" + Json::quote(task.id) + ',';
    return id + R"("status":)" + Json::quote(task.status)
           + R"(,"createdAt":"2026-07-28T00:00:00Z","lastUpdatedAt":"2026-07-28T00:00:01Z",)"
           + (modern ? R"("ttlMs":60000,"pollIntervalMs":)" : R"("ttl":60000,"pollInterval":)")
           + poll;
}

/// The same with what the extension puts beside it, by status.
std::string Tasks::state(const Task &task) const
{
    std::string all = members(task);
    if (!task.call.isModern())
        return all;
    if (task.status == "input_required")
        all += R"(,"inputRequests":{"how-many":{"method":"elicitation/create","params":)"
               + std::string(question) + "}}";
    else if (task.status == "completed")
        all += R"(,"result":)" + outcome(task);
    else if (task.status == "failed")
        all += R"(,"error":{"code":-32603,"message":"the work went wrong"})";
    return all;
}

std::string Tasks::outcome(const Task &task) const
{
    const std::string text = task.answer.empty() ? "worked" : task.answer;
    const std::string related = task.call.isModern()
                                        ? R"(,"resultType":"complete")"
                                        : R"(,"_meta":{"io.modelcontextprotocol/related-task":)"
                                          R"({"taskId":)"
                                                  + Json::quote(task.id) + "}}";
    return R"({"content":[{"type":"text","text":)" + Json::quote(text) + "}]"
           + (kind() == "tool-error" ? R"(,"isError":true)" : "") + related + '}';
}

// ---- The work ----

void Tasks::plan(const std::string &id)
{
    if (kind() != "stuck" && kind() != "no-cancel")
        m_timers.after(m_tasks[id].ms, [this, id] { advance(id); });
}

void Tasks::advance(const std::string &id)
{
    Task &task = m_tasks[id];
    const std::string is = kind();
    if (isOver(task))
        return;
    if (is == "input" && task.answer.empty())
        return setStatus(task, "input_required");
    const bool fails = is == "failed" || (is == "tool-error" && !task.call.isModern());
    setStatus(task, fails ? "failed" : is == "cancelled" ? "cancelled" : "completed");
}

void Tasks::setStatus(Task &task, const std::string &status)
{
    task.status = status;
    if (!task.call.isModern())
        m_replies.notification("notifications/tasks/status", '{' + members(task) + '}');
    if (isOver(task) && !task.waiting.id.empty())
        sendResult(task);
}

// ---- Requests about tasks ----

Tasks::Task *Tasks::find(const Message &request)
{
    const auto found = m_tasks.find(Json::text(Json::member(request.params, "taskId")));
    if (found != m_tasks.end() && kind() != "expired")
        return &found->second;
    if (kind() == "kept") { // as if this were the process that made it
        Task &task = m_tasks[Json::text(Json::member(request.params, "taskId"))];
        task.id = Json::text(Json::member(request.params, "taskId"));
        task.call = request;
        task.status = "completed";
        return &task;
    }
    m_replies.error(request, -32602, "Failed to retrieve task: it is unknown or has expired");
    return nullptr;
}

bool Tasks::serve(const Message &request)
{
    const bool modern = request.isModern();
    const std::string &method = request.method;
    if (method == "tasks/list" && !modern) {
        std::string all;
        for (const auto &[id, task] : m_tasks)
            all += (all.empty() ? "{" : ",{") + members(task) + '}';
        m_replies.result(request, R"("tasks":[)" + all + ']');
        return true;
    }
    void (Tasks::*const handler)(const Message &, Task &) =
            method == "tasks/get"                 ? &Tasks::get
            : method == "tasks/cancel"            ? &Tasks::cancel
            : method == "tasks/result" && !modern ? &Tasks::result
            : method == "tasks/update" && modern  ? &Tasks::update
                                                  : nullptr;
    if (!handler)
        return false;
    if (modern && !isDeclared(request)) {
        m_replies.error(request, -32021, "The tasks extension is not declared",
                        R"({"requiredCapabilities":{"extensions":)"
                        R"({"io.modelcontextprotocol/tasks":{}}}})");
    } else if (Task *const task = find(request)) {
        (this->*handler)(request, *task);
    }
    return true;
}

void Tasks::get(const Message &request, Task &task)
{
    const std::string is = kind();
    if (is == "silent")
        return;
    Task told = task;
    if (is == "other-id")
        told.id = "task-of-somebody-else";
    m_replies.result(request, state(told));
}

void Tasks::result(const Message &request, Task &task)
{
    task.waiting = request;
    if (isOver(task))
        return sendResult(task);
    if (task.status != "input_required" || task.hasAsked)
        return;
    task.hasAsked = true;
    const std::string params = std::string(question);
    m_replies.raw(R"({"jsonrpc":"2.0","id":"ask-)" + task.id
                  + R"(","method":"elicitation/create","params":)"
                  + params.substr(0, params.size() - 1)
                  + R"(,"_meta":{"io.modelcontextprotocol/related-task":{"taskId":)"
                  + Json::quote(task.id) + "}}}}");
}

void Tasks::sendResult(const Task &task)
{
    if (task.status == "cancelled")
        m_replies.error(task.waiting, -32603, "The task was cancelled");
    else if (kind() == "failed")
        m_replies.error(task.waiting, -32603, "the work went wrong");
    else
        m_replies.rawResult(task.waiting, outcome(task));
}

bool Tasks::takeAnswer(const Message &answer)
{
    for (auto &[id, task] : m_tasks) {
        if (answer.id != "\"ask-" + id + '"')
            continue;
        task.answer = answer.result.empty() ? answer.error : answer.result;
        if (!isOver(task))
            setStatus(task, "completed");
        return true;
    }
    return false;
}

void Tasks::update(const Message &request, Task &task)
{
    const std::string_view responses = Json::member(request.params, "inputResponses");
    if (Json::member(responses, "how-many").empty())
        Process::say("protocol: tasks/update answers nothing that was asked");
    if (!task.answer.empty())
        Process::say("protocol: tasks/update answers twice");
    task.answer = responses;
    m_replies.result(request, {});
    // Not at once: the acknowledgement promises nothing about the state.
    const std::string id = task.id;
    m_timers.after(250, [this, id] { advance(id); });
}

void Tasks::cancel(const Message &request, Task &task)
{
    if (kind() == "no-cancel") {
        Process::say("protocol: tasks/cancel was never declared");
        return m_replies.error(request, -32601, "Method not found: tasks/cancel");
    }
    if (kind() == "refuse-cancel" || isOver(task))
        return m_replies.error(request, -32602, "Cannot cancel task: it is over");
    Process::say("task cancelled: " + task.id);
    setStatus(task, "cancelled");
    m_replies.result(request, task.call.isModern() ? std::string() : members(task));
}

} // namespace Fake
