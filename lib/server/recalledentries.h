// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/traceentry.h"

#include <QtCore/qlist.h>

#include <deque>
#include <vector>

namespace Mcp {

class TraceSpill;

/*!
 * The older entries of a trace that somebody wants to see again: those that stand on disk right in
 * front of what memory holds, read piece by piece, bounded by bytes, the oldest out first (the disk
 * has them still). Member of its TraceLog, in its thread; only parse() may run in any.
 */
class RecalledEntries
{
public:
    /// Whole lines from the disk.
    struct Piece
    {
        QByteArray lines;
        qint64 begin = 0; ///< in the stream of the TraceSpill
    };
    struct Entry
    {
        TraceEntry entry;
        qint64 begin = 0; ///< of its line in the stream
    };

    static constexpr qint64 maxBytes = 64LL * 1024 * 1024;

    bool isOn() const { return m_isOn; }
    /// From now on what leaves memory for the disk comes here as well.
    void start(const TraceSpill &spill);
    void clear();

    /// The lines before the first one here, about 256 KiB or one that is longer. Empty at the
    /// start, and where they cannot be read.
    Piece next(TraceSpill &spill) const;
    /// Lines that are none are left out.
    static std::vector<Entry> parse(const Piece &piece);
    /// Those that stand without a gap before @p serial, which is the first one's here or in memory;
    /// tells how many these were.
    int prepend(std::vector<Entry> older, quint64 serial);
    /// @p begin: of its line in the stream.
    void append(TraceEntry entry, qint64 begin);

    size_t size() const { return m_entries.size(); }
    TraceEntry &operator[](size_t index) { return m_entries[index].entry; }
    const TraceEntry &operator[](size_t index) const { return m_entries[index].entry; }
    qint64 bytes() const { return m_bytes; }
    bool isFull() const { return m_bytes >= maxBytes; }

private:
    std::deque<Entry> m_entries;
    qint64 m_bytes = 0;
    qint64 m_front = 0; ///< place in the stream of the first one's line
    bool m_isOn = false;
};

} // namespace Mcp
