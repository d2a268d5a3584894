// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/task.h"
#include "wire/result.h"

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>

#include <optional>

namespace Mcp {

/// A task that a server works on, or has worked on, for us.
struct KnownTask
{
    QString server; ///< by its name here
    QString tool;
    qint64 time = 0; ///< ms since the epoch, when it was made
    Task task;       ///< as last heard of, its essence()

    quint64 serial = 0;     ///< unique in this run, higher for newer ones
    int followers = 0;      ///< calls that ask how it is
    QString problem = {};   ///< why nothing more is known of it; empty: it was never asked in vain
    bool isUnknown = false; ///< the server itself has said that it knows no such task
    /// What came of it, in this run; nothing while it goes on and where it was too much to keep.
    std::optional<Result<RawJson>> outcome = {};
    qint64 elapsedMs = 0; ///< until then

    /// It goes on as far as anybody knows.
    bool isRunning() const { return followers > 0 && !task.isOver(); }
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
    /// Of older tasks no outcome is kept.
    static constexpr qint64 maxOutcomeBytes = 64LL * 1024 * 1024;

    /// @p path empty: remembered for this run only.
    explicit TaskStore(const QString &path = {}, QObject *parent = nullptr);

    const QList<KnownTask> &tasks() const { return m_tasks; }
    QList<KnownTask> tasksOf(const QString &server) const;
    /// Null if it is not known (any more).
    const KnownTask *find(const QString &server, const QString &taskId) const;
    quint64 lastSerial() const { return m_lastSerial; }
    /// Another state of a task, or a new task.
    void update(const QString &server, const QString &tool, const Task &task);
    /// One more call asks how it is (+1), or one less (-1).
    void countFollower(const QString &server, const QString &taskId, int by);
    /// It was asked for in vain; @p isUnknown: the server knows no such task.
    void setProblem(const QString &server, const QString &taskId, const QString &problem,
                    bool isUnknown = false);
    void setOutcome(const QString &server, const QString &taskId, const Result<RawJson> &outcome,
                    qint64 elapsedMs);
    /// It need not be shown any more.
    void forget(const QString &server, const QString &taskId);
    /// All that are over, or of which nothing can be learned.
    void forgetEnded();
    void rename(const QString &from, const QString &to); ///< of a server
    /// A damaged file that was moved aside, as a sentence; empty when all was well.
    const QString &problem() const { return m_problem; }

signals:
    void changed();

private:
    KnownTask *known(const QString &server, const QString &taskId);
    void dropOldOutcomes();
    void load();
    void save() const;

    QString m_path;
    QList<KnownTask> m_tasks;
    quint64 m_lastSerial = 0;
    QString m_problem;
};

} // namespace Mcp
