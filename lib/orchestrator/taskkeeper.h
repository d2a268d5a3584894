// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/call.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>

namespace Mcp {

class Client;
class TaskStore;

/*!
 * Tells the store what becomes of the task that a server makes of one call, and looks after it once
 * more where the call ends before the task does: cancelled here, or answered while its last state
 * was another one. Child of the client; gone when there is nothing more to tell.
 */
class TaskKeeper : public QObject
{
    Q_OBJECT

public:
    /// @p store must outlive @p client.
    TaskKeeper(TaskStore *store, Client *client);
    ~TaskKeeper() override;

    /// A call of @p tool that may become a task.
    void follow(Call *call, const QString &tool);
    /// One that follows the task @p id, which is known.
    void followKnown(Call *call, const QString &id);
    /// Asks the server to give up the task @p id; what it makes of that is told to the store. The
    /// server's answer.
    Call *cancel(const QString &id);

private:
    QString serverName();
    bool isKnown();
    void onState(const Task &task);
    void onFinished(const Call &call);
    void countFollower(int by);
    void setProblem(const Error &error);
    void look();
    void onLooked(const Call &call);

    TaskStore *m_store;
    QPointer<Client> m_client; ///< null while it takes its children with it
    QString m_server;
    QString m_tool;
    QString m_id;
    Task m_task;
    QTimer m_again;
    int m_looks = 0;
    bool m_isFollower = false; ///< counted as one
    bool m_isTold = false;     ///< the server has told of the task in this call
};

} // namespace Mcp
