// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/recalledentries.h"

#include "server/tracecodec.h"
#include "server/tracespill.h"

#include <algorithm>

namespace Mcp {

namespace {

constexpr qint64 pieceBytes = 256 * 1024;

QByteArray readRange(TraceSpill &spill, qint64 begin, qint64 end)
{
    QByteArray bytes;
    while (begin + bytes.size() < end) {
        const QByteArray part = spill.read(begin + bytes.size(), end - begin - bytes.size());
        if (part.isEmpty())
            return {};
        bytes += part;
    }
    return bytes;
}

} // namespace

void RecalledEntries::start(const TraceSpill &spill)
{
    m_isOn = true;
    m_front = spill.end();
}

void RecalledEntries::clear()
{
    m_entries.clear();
    m_bytes = 0;
    m_isOn = false;
}

RecalledEntries::Piece RecalledEntries::next(TraceSpill &spill) const
{
    for (qint64 size = pieceBytes; m_front > spill.begin(); size *= 2) {
        const qint64 begin = qMax(spill.begin(), m_front - size);
        QByteArray bytes = readRange(spill, begin, m_front);
        // The first line is whole only where the stream begins.
        const qsizetype start = begin == spill.begin() ? 0 : bytes.indexOf('\n') + 1;
        if (bytes.isEmpty() || start < bytes.size())
            return { bytes.sliced(start), begin + start };
    }
    return {};
}

std::vector<RecalledEntries::Entry> RecalledEntries::parse(const Piece &piece)
{
    std::vector<Entry> entries;
    const QByteArrayView lines = piece.lines;
    for (qsizetype begin = 0; begin < lines.size();) {
        const qsizetype found = lines.indexOf('\n', begin);
        const qsizetype end = found < 0 ? lines.size() : found;
        if (const auto entry = TraceCodec::entry(lines.sliced(begin, end - begin)))
            entries.push_back({ *entry, piece.begin + begin });
        begin = end + 1;
    }
    return entries;
}

int RecalledEntries::prepend(std::vector<Entry> older, quint64 serial)
{
    int count = 0;
    while (!older.empty() && older.back().entry.serial + 1 == serial && !isFull()) {
        Entry &next = older.back();
        serial = next.entry.serial;
        next.entry.memory = next.entry.cost();
        m_bytes += next.entry.memory;
        m_front = next.begin;
        m_entries.push_front(std::move(next));
        older.pop_back();
        ++count;
    }
    return count;
}

void RecalledEntries::append(TraceEntry entry, qint64 begin)
{
    m_bytes += entry.memory;
    m_entries.push_back({ std::move(entry), begin });
    while (m_bytes > maxBytes && m_entries.size() > 1) {
        m_bytes -= m_entries.front().entry.memory;
        m_entries.pop_front();
    }
    m_front = m_entries.front().begin;
}

} // namespace Mcp
