// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "message.h"
#include "options.h"
#include "replies.h"
#include "timers.h"

#include <map>
#include <string>

namespace Fake {

/// Calls that go on in the background: the tasks of 2025-11-25 and those of the extension
/// (SEP-2663), with their faults.
class Tasks
{
public:
    Tasks(const Options &options, Replies &replies, Timers &timers)
        : m_options(options)
        , m_replies(replies)
        , m_timers(timers)
    {}

    /// Serves a tools/call of "work" or "work-only". A task is made of it where the era's rules say
    /// so, else it answers after @p ms.
    void call(const Message &request, bool mustBeTask, long long ms);
    /// tasks/get, tasks/result, tasks/update, tasks/cancel, tasks/list; false for any other method.
    bool serve(const Message &request);
    /// The answer to a question of a legacy task; false if it is not one.
    bool takeAnswer(const Message &answer);
    /// Answers any request with a task: allowed to tools/call only.
    void answerWithTask(const Message &request);

private:
    struct Task
    {
        std::string id;
        std::string status = "working";
        Message call;
        long long ms = 0;
        std::string answer; ///< of the client to the task's question, raw
        Message waiting;    ///< the tasks/result that waits for the end; without id if none
        bool hasAsked = false;
    };

    Task &make(const Message &request, long long ms);
    void tellOf(const std::string &id);
    Task *find(const Message &request);
    std::string members(const Task &task) const;
    std::string state(const Task &task) const;
    std::string outcome(const Task &task) const;
    void plan(const std::string &id);
    void advance(const std::string &id);
    void setStatus(Task &task, const std::string &status);
    void get(const Message &request, Task &task);
    void result(const Message &request, Task &task);
    void sendResult(const Task &task);
    void update(const Message &request, Task &task);
    void cancel(const Message &request, Task &task);
    bool isDeclared(const Message &request) const;
    static bool isOver(const Task &task);
    std::string kind() const;

    const Options &m_options;
    Replies &m_replies;
    Timers &m_timers;
    std::map<std::string, Task> m_tasks; ///< by id
};

} // namespace Fake
