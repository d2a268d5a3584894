// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "asking.h"
#include "task.h"

namespace McpDemo {

/*!
 * Serves the methods tasks/… in both forms: of 2025-11-25, where the client asks for a task, and of
 * the extension (SEP-2663), where the server makes one. Owns the tasks until their time is over.
 */
class TaskDesk : public QObject
{
    Q_OBJECT

public:
    TaskDesk(const Responder &responder, Asking *asking, QObject *parent = nullptr);

    /// Answers the request of @p exchange with a task, then runs it.
    void start(Exchange *exchange);

    /// Why @p request, one of tasks/…, cannot be served in its revision and with its capabilities.
    static std::optional<Refusal> refusal(const Request &request);
    void get(const Request &request);
    void result(const Request &request);
    void cancel(const Request &request);
    void list(const Request &request);
    void update(const Request &request);

    Task *find(const QString &id) const { return m_tasks.value(id); }
    /// Is the request still waiting for the result of its task?
    bool isWaiting(const Mcp::MessageId &id) const { return m_waiting.contains(id); }
    /// Lets it wait no longer; the task goes on. False if unknown.
    bool stopWaiting(const Mcp::MessageId &id) { return m_waiting.remove(id) > 0; }

signals:
    void changed(const McpDemo::Task &task);

private:
    Task *findOrRefuse(const Request &request);
    void onChanged(Task *task);
    void askIfWaitedFor(Task *task);
    void sendOutcome(const Request &request, const Task &task);
    void forget(Task *task);

    Responder m_responder;
    Asking *m_asking;
    QHash<QString, Task *> m_tasks;
    QStringList m_order;                      ///< ids, oldest first
    QHash<Mcp::MessageId, Request> m_waiting; ///< tasks/result
};

} // namespace McpDemo
