// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

#include <deque>
#include <vector>

namespace McpUi {

/*!
 * The entries of several bounded logs as one sequence with numbers of its own, in the order they
 * are appended. Each log drops its oldest by itself, so the sequence gets holes: what a quiet log
 * said long ago stays while a chatty one goes on. Plain value, a member of its model.
 */
class MergedSequence
{
public:
    /// Where an entry is: in which log, under which of its serial numbers.
    struct Place
    {
        quint64 number = 0; ///< in the sequence, from 1
        quint64 serial = 0;
        int log = -1; ///< -1: dropped
    };

    void clear();
    /// The next entry of @p log; serials of one log have no gaps. Gives its number.
    quint64 append(int log, quint64 serial);
    /// The entries of @p log below @p serial are no more.
    void dropBefore(int log, quint64 serial);
    /// The numbers that dropBefore() has made holes since the last time, ascending.
    std::vector<quint64> takeGone();

    quint64 first() const { return m_places.empty() ? m_next : m_places.front().number; }
    quint64 end() const { return m_next; } ///< the number that the next one gets
    qsizetype count() const { return qsizetype(m_places.size()) - m_dead; }
    /// Null for a hole.
    const Place *find(quint64 number) const;
    /// The first number from @p number on that is no hole; end() if there is none.
    quint64 following(quint64 number) const;
    /// 0 if it is not in the sequence.
    quint64 numberOf(int log, quint64 serial) const;
    /// Does @p log begin before what is here of it?
    bool isAfter(int log, quint64 firstSerial) const;
    /// The serial of @p log that is to be appended next, 0 if it may be any.
    quint64 nextSerial(int log) const;

private:
    struct Log
    {
        quint64 first = 0; ///< serial of numbers.front()
        std::deque<quint64> numbers;
    };

    std::deque<Place>::const_iterator lowerBound(quint64 number) const;
    void kill(quint64 number);
    void compact();

    std::deque<Place> m_places; ///< numbers ascending
    std::vector<Log> m_logs;
    std::vector<quint64> m_gone;
    qsizetype m_dead = 0;
    quint64 m_next = 1;
};

} // namespace McpUi
