// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/pendingcalls.h"

namespace Mcp {

class Session;

/*!
 * Giving up tasks that nobody waits for any more. Servers of 2025-11-25 that do not declare that
 * tasks can be cancelled are not asked to (basic/utilities/tasks): there a task goes on, which the
 * user is told. Made where it is needed, kept nowhere.
 */
class TaskCancelling
{
public:
    explicit TaskCancelling(Session *session)
        : m_session(session)
    {}

    bool isPossible() const;
    /// Why the task of a call that was given up goes on; empty where it can be cancelled.
    QString obstacle() const;
    /// Sends tasks/cancel where that is possible; what the server makes of it is not waited for.
    void cancel(const QString &id, quint64 conversation) const;
    /// Sees to it that the task is given up if @p request , which was sent with @p params , becomes
    /// one when nobody waits for it any more, and that it is said if that is not possible.
    void prepare(PendingCalls::Request *request, const RawJson &params) const;

private:
    QString onLateAnswer(const QString &method, const Message &answer, quint64 conversation) const;

    Session *m_session;
};

} // namespace Mcp
