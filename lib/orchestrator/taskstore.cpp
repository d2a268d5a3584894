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

namespace {

/// Of a task's state what is worth keeping: neither results nor questions.
RawJson essence(const Task &task)
{
    JsonObjectWriter writer;
    writer.add(u"taskId", task.id());
    for (const QStringView name : { u"status", u"createdAt", u"lastUpdatedAt", u"ttl", u"ttlMs" }) {
        const RawJson value = task.raw().value(name);
        constexpr qsizetype longest = 1000;
        if (value.size() <= longest)
            writer.add(name, value);
    }
    return writer.toRawJson();
}

} // namespace

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
                 [&](const KnownTask &known) { return known.server == server; });
    return found;
}

void TaskStore::update(const QString &server, const QString &tool, const Task &task)
{
    const auto known = std::find_if(m_tasks.begin(), m_tasks.end(), [&](const KnownTask &other) {
        return other.server == server && other.task.id() == task.id();
    });
    bool isKept = true; // in the file, as it is now
    if (known == m_tasks.end()) {
        m_tasks.prepend({ server, tool, QDateTime::currentMSecsSinceEpoch(), task });
        m_tasks.resize(std::min(m_tasks.size(), maxTasks));
        isKept = task.isOver();
    } else {
        isKept = known->task.isOver() == task.isOver();
        known->task = task;
        if (known->tool.isEmpty())
            known->tool = tool;
    }
    if (!isKept)
        save();
    emit changed();
}

void TaskStore::forget(const QString &server, const QString &taskId)
{
    const auto count = m_tasks.removeIf([&](const KnownTask &known) {
        return known.server == server && known.task.id() == taskId;
    });
    if (count == 0)
        return;
    save();
    emit changed();
}

void TaskStore::rename(const QString &from, const QString &to)
{
    bool isAny = false;
    for (KnownTask &known : m_tasks) {
        isAny = isAny || known.server == from;
        if (known.server == from)
            known.server = to;
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
        const KnownTask known{ entry.value("server").toString(), entry.value("tool").toString(),
                               entry.value("time").toInteger().value_or(0),
                               Task(RawJson::fromText(entry.value("task").toByteArray())) };
        if (known.task.isValid() && m_tasks.size() < maxTasks)
            m_tasks.append(known);
    }
}

void TaskStore::save() const
{
    if (m_path.isEmpty())
        return;
    QByteArray entries;
    for (const KnownTask &known : m_tasks) {
        if (known.task.isOver())
            continue;
        JsonObjectWriter entry;
        entry.add(u"server", known.server).add(u"tool", known.tool).add(u"time", known.time);
        entry.add(u"task", essence(known.task));
        entries += (entries.isEmpty() ? "[" : ",") + entry.toByteArray();
    }
    JsonObjectWriter document;
    document.addRaw(u"tasks", entries.isEmpty() ? "[]" : entries + ']');
    // What cannot be saved is lost with the program; nothing of the user's is.
    const Error ignored = DataFile::write(m_path, JsonText::pretty(document.toByteArray()) + '\n');
    Q_UNUSED(ignored)
}

} // namespace Mcp
