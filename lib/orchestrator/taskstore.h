// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/task.h"

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>

namespace Mcp {

/// A task that a server works on, or has worked on, for us.
struct KnownTask
{
    QString server; ///< by its name here
    QString tool;
    qint64 time = 0; ///< ms since the epoch, when it was made
    Task task;       ///< as last heard of

    friend bool operator==(const KnownTask &, const KnownTask &) = default;
};

/*!
 * The tasks of all servers, newest first. Those that are not over are kept in the data folder, so
 * that they can be followed after the program was started anew; a server that keeps no tasks over
 * its own restart says so when it is asked. Owned by the Orchestrator.
 */
class TaskStore : public QObject
{
    Q_OBJECT

public:
    /// Older ones are forgotten.
    static constexpr qsizetype maxTasks = 1000;

    /// @p path empty: remembered for this run only.
    explicit TaskStore(const QString &path = {}, QObject *parent = nullptr);

    const QList<KnownTask> &tasks() const { return m_tasks; }
    QList<KnownTask> tasksOf(const QString &server) const;
    /// Another state of a task, or a new task.
    void update(const QString &server, const QString &tool, const Task &task);
    /// It need not be shown any more.
    void forget(const QString &server, const QString &taskId);
    void rename(const QString &from, const QString &to); ///< of a server
    /// A damaged file that was moved aside, as a sentence; empty when all was well.
    const QString &problem() const { return m_problem; }

signals:
    void changed();

private:
    void load();
    void save() const;

    QString m_path;
    QList<KnownTask> m_tasks;
    QString m_problem;
};

} // namespace Mcp
