// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/logmodel.h"

#include <algorithm>

namespace McpUi {

namespace {
constexpr int syncIntervalMs = 40;
constexpr int syncBudgetMs = 8;
} // namespace

LogModel::LogModel(Order order, const QStringList &titles, QObject *parent)
    : QAbstractTableModel(parent)
    , m_order(order)
    , m_titles(titles)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LogModel::sync);
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_titles.value(section);
}

int LogModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : size(); }

int LogModel::size() const { return isFiltered() ? int(m_matching.size()) : int(m_end - m_first); }

bool LogModel::isFiltered() const { return !m_needle.isEmpty() || alwaysFilters(); }

void LogModel::setFilter(const QString &text)
{
    const QString problem = text == m_needle ? QString() : acceptFilter(text);
    if (problem != m_filterProblem) {
        m_filterProblem = problem;
        emit filterProblemChanged(problem);
    }
    if (text == m_needle || !problem.isEmpty())
        return;
    beginResetModel();
    m_needle = text;
    m_matching.clear();
    m_first = logFirst();
    m_end = isFiltered() ? m_first : m_first + quint64(logCount());
    endResetModel();
    sync();
}

quint64 LogModel::serialAt(int row) const
{
    const int position = m_order == Order::OldestFirst ? row : size() - 1 - row;
    if (position < 0 || position >= size())
        return 0;
    return isFiltered() ? m_matching[size_t(position)] : m_first + quint64(position);
}

int LogModel::rowOf(quint64 serial) const
{
    int position = -1;
    if (isFiltered()) {
        const auto it = std::lower_bound(m_matching.begin(), m_matching.end(), serial);
        if (it != m_matching.end() && *it == serial)
            position = int(it - m_matching.begin());
    } else if (serial >= m_first && serial < m_end) {
        position = int(serial - m_first);
    }
    if (position < 0)
        return -1;
    return m_order == Order::OldestFirst ? position : size() - 1 - position;
}

void LogModel::scheduleSync()
{
    if (m_timer.isActive())
        return;
    const qint64 passed = m_sinceSync.isValid() ? m_sinceSync.elapsed() : syncIntervalMs;
    m_timer.start(int(std::max<qint64>(0, syncIntervalMs - passed)));
}

void LogModel::restart()
{
    beginResetModel();
    m_matching.clear();
    m_first = logFirst();
    m_end = m_first;
    endResetModel();
    sync();
}

void LogModel::touch(quint64 serial)
{
    if (!m_needle.isEmpty() && serial >= m_first && serial < m_end)
        refilter(serial);
    const int row = rowOf(serial);
    if (row >= 0)
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

/// One that has changed may be wanted now, or no more.
void LogModel::refilter(quint64 serial)
{
    const auto place = std::lower_bound(m_matching.begin(), m_matching.end(), serial);
    const auto position = int(place - m_matching.begin());
    const bool isShown = place != m_matching.end() && *place == serial;
    if (isShown == matches(serial, m_needle))
        return;
    const int row =
            m_order == Order::OldestFirst ? position : size() - position - (isShown ? 1 : 0);
    if (isShown) {
        beginRemoveRows({}, row, row);
        m_matching.erase(place);
        endRemoveRows();
    } else {
        beginInsertRows({}, row, row);
        m_matching.insert(place, serial);
        endInsertRows();
    }
    scheduleSync(); // the counts are other ones
}

void LogModel::sync()
{
    m_timer.stop();
    m_sinceSync.start();
    const bool gathered = gather();
    const quint64 first = logFirst();
    const quint64 end = first + quint64(logCount());
    if (end < m_end) { // numbers began anew: another log behind the same face
        beginResetModel();
        m_matching.clear();
        m_first = first;
        m_end = first;
        endResetModel();
    }
    takeOlder(first);
    removeGone(takeGone());
    dropOlderThan(first);
    const bool complete = takeNewer(end);
    emit updated();
    if (!complete || !gathered)
        m_timer.start(0);
}

/// What the log has again in front of what it had; so few that they are filtered at once.
void LogModel::takeOlder(quint64 first)
{
    if (first >= m_first)
        return;
    std::vector<quint64> matching;
    for (quint64 serial = first; isFiltered() && serial < m_first; ++serial) {
        if (matches(serial, m_needle))
            matching.push_back(serial);
    }
    const int more = isFiltered() ? int(matching.size()) : int(m_first - first);
    const int top = m_order == Order::OldestFirst ? 0 : size();
    if (more > 0)
        beginInsertRows({}, top, top + more - 1);
    m_matching.insert(m_matching.begin(), matching.begin(), matching.end());
    m_first = first;
    if (more > 0)
        endInsertRows();
}

void LogModel::dropOlderThan(quint64 first)
{
    if (first <= m_first)
        return;
    const quint64 keepFrom = std::min(first, m_end);
    const auto firstKept = std::lower_bound(m_matching.begin(), m_matching.end(), first);
    const int gone = isFiltered() ? int(firstKept - m_matching.begin()) : int(keepFrom - m_first);
    const int top = m_order == Order::OldestFirst ? 0 : size() - gone;
    if (gone > 0)
        beginRemoveRows({}, top, top + gone - 1);
    m_matching.erase(m_matching.begin(), firstKept);
    m_first = first;
    m_end = std::max(m_end, first);
    if (gone > 0)
        endRemoveRows();
}

/// Rows in between, each run of them as one.
void LogModel::removeGone(const std::vector<quint64> &gone)
{
    for (auto last = gone.crbegin(); last != gone.crend();) {
        const auto place = [this](quint64 serial) {
            return std::lower_bound(m_matching.begin(), m_matching.end(), serial)
                   - m_matching.begin();
        };
        // From the end on, so that places before it stay what they are.
        auto end = place(*last);
        if (end == qsizetype(m_matching.size()) || m_matching[size_t(end)] != *last) {
            ++last;
            continue;
        }
        auto begin = end;
        ++end;
        for (++last; last != gone.crend() && begin > 0; ++last) {
            if (m_matching[size_t(begin - 1)] == *last)
                --begin;
            else if (m_matching[size_t(begin - 1)] > *last)
                break;
        }
        const int top = m_order == Order::OldestFirst ? int(begin) : size() - int(end);
        beginRemoveRows({}, top, top + int(end - begin) - 1);
        m_matching.erase(m_matching.begin() + begin, m_matching.begin() + end);
        endRemoveRows();
    }
}

bool LogModel::takeNewer(quint64 end)
{
    std::deque<quint64> matching;
    quint64 next = m_end;
    if (isFiltered()) {
        // Counted from here, and one at least: however long the views take over what was dropped,
        // the filter gets on.
        QElapsedTimer timer;
        timer.start();
        while (next < end && (next == m_end || timer.elapsed() < syncBudgetMs)) {
            next = following(next);
            if (next < end && matches(next, m_needle))
                matching.push_back(next);
            next = std::min(next + 1, end);
        }
    } else {
        next = end;
    }
    insert(matching, next);
    return next == end;
}

void LogModel::insert(const std::deque<quint64> &matching, quint64 end)
{
    const int more = isFiltered() ? int(matching.size()) : int(end - m_end);
    const int top = m_order == Order::OldestFirst ? size() : 0;
    if (more > 0)
        beginInsertRows({}, top, top + more - 1);
    m_matching.insert(m_matching.end(), matching.begin(), matching.end());
    m_end = end;
    if (more > 0)
        endInsertRows();
}

} // namespace McpUi
