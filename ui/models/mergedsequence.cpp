// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/mergedsequence.h"

#include <algorithm>
#include <utility>

namespace McpUi {

namespace {
/// So many holes are worth the moving of what stands between them.
constexpr qsizetype manyDead = 4096;
} // namespace

void MergedSequence::clear()
{
    m_places.clear();
    m_logs.clear();
    m_gone.clear();
    m_dead = 0;
}

quint64 MergedSequence::append(int log, quint64 serial)
{
    if (size_t(log) >= m_logs.size())
        m_logs.resize(size_t(log) + 1);
    Log &own = m_logs[size_t(log)];
    if (own.numbers.empty())
        own.first = serial;
    own.numbers.push_back(m_next);
    m_places.push_back({ m_next, serial, log });
    return m_next++;
}

void MergedSequence::dropBefore(int log, quint64 serial)
{
    if (size_t(log) >= m_logs.size())
        return;
    Log &own = m_logs[size_t(log)];
    while (!own.numbers.empty() && own.first < serial) {
        kill(own.numbers.front());
        own.numbers.pop_front();
        ++own.first;
    }
    compact();
}

void MergedSequence::kill(quint64 number)
{
    const auto found = lowerBound(number);
    m_places[size_t(found - m_places.begin())].log = -1;
    ++m_dead;
    m_gone.push_back(number);
}

void MergedSequence::compact()
{
    while (!m_places.empty() && m_places.front().log < 0) {
        m_places.pop_front();
        --m_dead;
    }
    if (m_dead > manyDead && m_dead > qsizetype(m_places.size()) / 2) {
        std::erase_if(m_places, [](const Place &place) { return place.log < 0; });
        m_dead = 0;
    }
}

std::vector<quint64> MergedSequence::takeGone()
{
    std::sort(m_gone.begin(), m_gone.end());
    return std::exchange(m_gone, {});
}

std::deque<MergedSequence::Place>::const_iterator MergedSequence::lowerBound(quint64 number) const
{
    return std::lower_bound(m_places.begin(), m_places.end(), number,
                            [](const Place &place, quint64 n) { return place.number < n; });
}

const MergedSequence::Place *MergedSequence::find(quint64 number) const
{
    const auto found = lowerBound(number);
    return found != m_places.end() && found->number == number && found->log >= 0 ? &*found
                                                                                 : nullptr;
}

quint64 MergedSequence::following(quint64 number) const
{
    auto found = lowerBound(number);
    while (found != m_places.end() && found->log < 0)
        ++found;
    return found == m_places.end() ? m_next : found->number;
}

quint64 MergedSequence::numberOf(int log, quint64 serial) const
{
    if (log < 0 || size_t(log) >= m_logs.size())
        return 0;
    const Log &own = m_logs[size_t(log)];
    const bool isKept = serial >= own.first && serial - own.first < own.numbers.size();
    return isKept ? own.numbers[size_t(serial - own.first)] : 0;
}

bool MergedSequence::isAfter(int log, quint64 firstSerial) const
{
    return log >= 0 && size_t(log) < m_logs.size() && !m_logs[size_t(log)].numbers.empty()
           && firstSerial < m_logs[size_t(log)].first;
}

quint64 MergedSequence::nextSerial(int log) const
{
    if (size_t(log) >= m_logs.size())
        return 0;
    const Log &own = m_logs[size_t(log)];
    return own.first + own.numbers.size();
}

} // namespace McpUi
