// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/taskmodel.h"

#include "models/format.h"
#include "models/taskwords.h"

#include <QtCore/qdatetime.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

using Mcp::KnownTask;

namespace {

constexpr int longestCell = 300;

/// The server's own time here, or what it says instead of one.
QString formatIso(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? formatTime(time.toMSecsSinceEpoch()) : displayLine(text, 40);
}

bool looksTheSame(const KnownTask &one, const KnownTask &other)
{
    return one.server == other.server && one.tool == other.tool && one.task == other.task
           && one.isRunning() == other.isRunning() && one.problem == other.problem
           && one.isUnknown == other.isUnknown
           && one.outcome.has_value() == other.outcome.has_value();
}

} // namespace

TaskModel::TaskModel(QObject *parent)
    : LogModel(Order::NewestFirst,
               { tr("Server"), tr("Tool"), tr("Status"), tr("Message"), tr("Created"),
                 tr("Updated"), tr("Id") },
               parent)
{}

void TaskModel::setStore(Mcp::TaskStore *store)
{
    if (store == m_store)
        return;
    if (m_store)
        disconnect(m_store, nullptr, this, nullptr);
    m_store = store;
    m_shown = store ? store->tasks() : QList<KnownTask>();
    m_serials.clear();
    restart();
    if (store)
        connect(store, &Mcp::TaskStore::changed, this, &TaskModel::onChanged);
    emit statesChanged();
}

void TaskModel::setServer(const QString &name)
{
    if (name == m_server)
        return;
    m_server = name;
    restart();
}

const KnownTask *TaskModel::task(quint64 serial) const
{
    const auto found = std::lower_bound(
            m_shown.begin(), m_shown.end(), serial,
            [](const KnownTask &task, quint64 wanted) { return task.serial > wanted; });
    return found != m_shown.end() && found->serial == serial ? &*found : nullptr;
}

int TaskModel::runningCount() const
{
    return int(std::count_if(m_shown.begin(), m_shown.end(),
                             [](const KnownTask &task) { return task.isRunning(); }));
}

void TaskModel::onChanged()
{
    const QList<KnownTask> before = std::exchange(m_shown, m_store->tasks());
    scheduleSync();
    bool isOther = false; // the filter makes of one that is known something else now
    for (const KnownTask &old : before) {
        const KnownTask *const now = task(old.serial);
        if (!now || looksTheSame(old, *now))
            continue;
        touch(old.serial);
        isOther = isOther || (rowOf(old.serial) >= 0) != matches(old.serial, filter());
    }
    if (isOther && !filter().isEmpty())
        restart();
    emit statesChanged();
}

quint64 TaskModel::logFirst() const
{
    if (!m_shown.isEmpty())
        return m_shown.last().serial;
    return m_store ? m_store->lastSerial() + 1 : 1;
}

int TaskModel::logCount() const
{
    return m_store ? int(m_store->lastSerial() + 1 - logFirst()) : 0;
}

std::vector<quint64> TaskModel::takeGone()
{
    std::vector<quint64> now;
    now.reserve(size_t(m_shown.size()));
    std::transform(m_shown.rbegin(), m_shown.rend(), std::back_inserter(now),
                   [](const KnownTask &task) { return task.serial; });
    std::vector<quint64> gone;
    std::set_difference(m_serials.begin(), m_serials.end(), now.begin(), now.end(),
                        std::back_inserter(gone));
    m_serials = std::move(now);
    return gone;
}

quint64 TaskModel::following(quint64 serial) const
{
    const auto next = std::lower_bound(m_serials.begin(), m_serials.end(), serial);
    return next == m_serials.end() ? logFirst() + quint64(logCount()) : *next;
}

TaskModel::Tone TaskModel::toneOf(const KnownTask &task, int column)
{
    if (column == Created || column == Updated || column == Id)
        return Muted;
    if (column == Message)
        return task.problem.isEmpty() ? Normal : Bad;
    if (column != Status)
        return Normal;
    switch (task.task.status()) {
    case Mcp::Task::Status::Completed:
        return Good;
    case Mcp::Task::Status::Failed:
        return Bad;
    case Mcp::Task::Status::Cancelled:
        return Muted;
    case Mcp::Task::Status::InputRequired:
        return task.isRunning() ? Waiting : Muted;
    case Mcp::Task::Status::Working:
    case Mcp::Task::Status::Unknown:
        break;
    }
    return task.isRunning() ? Normal : Muted;
}

QVariant TaskModel::data(const QModelIndex &index, int role) const
{
    const KnownTask *const found = index.isValid() ? taskAt(index.row()) : nullptr;
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*found, index.column());
    case Qt::ToolTipRole:
        return formatToolTip(text(*found, index.column()));
    case ToneRole:
        return toneOf(*found, index.column());
    default:
        return {};
    }
}

QString TaskModel::text(const KnownTask &task, int column)
{
    switch (column) {
    case Server:
        return task.server;
    case Tool:
        return displayLine(task.tool, longestCell);
    case Status:
        return TaskWords::status(task);
    case Message:
        return task.problem.isEmpty() ? displayLine(task.task.statusMessage(), longestCell)
                                      : u"✗ "_s + displayLine(task.problem, longestCell);
    case Created:
        return task.task.createdAt().isEmpty() ? formatTime(task.time)
                                               : formatIso(task.task.createdAt());
    case Updated:
        return formatIso(task.task.lastUpdatedAt());
    case Id:
        return displayLine(task.task.id(), longestCell);
    default:
        return {};
    }
}

QString TaskModel::textOf(quint64 serial) const
{
    const KnownTask *const found = task(serial);
    if (!found)
        return {};
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells += text(*found, column);
    return cells.join(u'\t');
}

bool TaskModel::matches(quint64 serial, const QString &needle) const
{
    const KnownTask *const found = task(serial);
    if (!found || (!m_server.isEmpty() && found->server != m_server))
        return false;
    for (int column = 0; column < ColumnCount; ++column) {
        if (text(*found, column).contains(needle, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace McpUi
