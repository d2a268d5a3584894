// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/taskstore.h"

#include "orchestrator/datafile.h"

#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtCore/qdatetime.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

TaskStore::TaskStore(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    load();
}

QList<KnownTask> TaskStore::tasksOf(const QString &server) const
{
    QList<KnownTask> found;
    std::copy_if(m_tasks.begin(), m_tasks.end(), std::back_inserter(found),
                 [&](const KnownTask &task) { return task.server == server; });
    return found;
}

KnownTask *TaskStore::known(const QString &server, const QString &taskId)
{
    const auto found = std::find_if(m_tasks.begin(), m_tasks.end(), [&](const KnownTask &other) {
        return other.server == server && other.task.id() == taskId;
    });
    return found == m_tasks.end() ? nullptr : &*found;
}

const KnownTask *TaskStore::find(const QString &server, const QString &taskId) const
{
    return const_cast<TaskStore *>(this)->known(server, taskId);
}

void TaskStore::update(const QString &server, const QString &tool, const Task &task)
{
    bool isKept = true; // in the file, as it is now
    if (KnownTask *const old = known(server, task.id())) {
        isKept = old->task.isOver() == task.isOver();
        old->task = task.essence();
        old->problem.clear();
        old->isUnknown = false;
        if (old->tool.isEmpty())
            old->tool = tool;
    } else {
        KnownTask fresh{ server, tool, QDateTime::currentMSecsSinceEpoch(), task.essence() };
        fresh.serial = ++m_lastSerial;
        m_tasks.prepend(fresh);
        m_tasks.resize(std::min(m_tasks.size(), maxTasks));
        isKept = task.isOver();
    }
    if (!isKept)
        save();
    emit changed();
}

void TaskStore::countFollower(const QString &server, const QString &taskId, int by)
{
    KnownTask *const task = known(server, taskId);
    if (!task)
        return;
    task->followers = std::max(0, task->followers + by);
    if (by > 0) {
        task->problem.clear();
        task->isUnknown = false;
    }
    emit changed();
}

void TaskStore::setProblem(const QString &server, const QString &taskId, const QString &problem,
                           bool isUnknown)
{
    KnownTask *const task = known(server, taskId);
    if (!task || (task->problem == problem && task->isUnknown == isUnknown))
        return;
    task->problem = problem;
    task->isUnknown = isUnknown;
    emit changed();
}

void TaskStore::setOutcome(const QString &server, const QString &taskId,
                           const Result<RawJson> &outcome, qint64 elapsedMs)
{
    KnownTask *const task = known(server, taskId);
    if (!task)
        return;
    task->outcome = outcome;
    task->elapsedMs = elapsedMs;
    dropOldOutcomes();
    emit changed();
}

void TaskStore::dropOldOutcomes()
{
    qint64 bytes = 0;
    for (KnownTask &task : m_tasks) {
        if (task.outcome && *task.outcome)
            bytes += (*task.outcome)->size();
        if (bytes > maxOutcomeBytes)
            task.outcome.reset();
    }
}

void TaskStore::forget(const QString &server, const QString &taskId)
{
    const auto count = m_tasks.removeIf([&](const KnownTask &task) {
        return task.server == server && task.task.id() == taskId;
    });
    if (count == 0)
        return;
    save();
    emit changed();
}

void TaskStore::forgetEnded()
{
    const auto count = m_tasks.removeIf([](const KnownTask &task) {
        return task.followers == 0 && (task.task.isOver() || !task.problem.isEmpty());
    });
    if (count == 0)
        return;
    save();
    emit changed();
}

void TaskStore::rename(const QString &from, const QString &to)
{
    bool isAny = false;
    for (KnownTask &task : m_tasks) {
        isAny = isAny || task.server == from;
        if (task.server == from)
            task.server = to;
    }
    if (!isAny)
        return;
    save();
    emit changed();
}

void TaskStore::load()
{
    if (m_path.isEmpty())
        return;
    const RawJson document = DataFile::readObject(m_path, "tasks", JsonType::Array, &m_problem);
    const QList<RawJson> entries = document.value("tasks").elements();
    for (const RawJson &entry : entries) {
        const KnownTask kept{ entry.value("server").toString(), entry.value("tool").toString(),
                              entry.value("time").toInteger().value_or(0),
                              Task(entry.value("task")).essence() };
        if (kept.task.isValid() && m_tasks.size() < maxTasks)
            m_tasks.append(kept);
    }
    for (qsizetype i = m_tasks.size() - 1; i >= 0; --i) // the newest stands first
        m_tasks[i].serial = ++m_lastSerial;
}

void TaskStore::save() const
{
    if (m_path.isEmpty())
        return;
    QByteArray entries;
    for (const KnownTask &task : m_tasks) {
        if (task.task.isOver())
            continue;
        JsonObjectWriter entry;
        entry.add(u"server", task.server).add(u"tool", task.tool).add(u"time", task.time);
        entry.add(u"task", task.task.raw());
        entries += (entries.isEmpty() ? "[" : ",") + entry.toByteArray();
    }
    JsonObjectWriter document;
    document.addRaw(u"tasks", entries.isEmpty() ? "[]" : entries + ']');
    // What cannot be saved is lost with the program; nothing of the user's is.
    const Error ignored = DataFile::write(m_path, JsonText::pretty(document.toByteArray()) + '\n');
    Q_UNUSED(ignored)
}

} // namespace Mcp
