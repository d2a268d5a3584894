// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/tracereader.h"

#include "server/pendingrequests.h"

#include <QtCore/qhash.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// Numbers the entries anew: a file may be a part, several ones, or written by hand.
void renumber(QList<TraceEntry> &entries)
{
    QHash<quint64, quint64> numbers;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (entries[i].serial > 0)
            numbers.insert(entries[i].serial, quint64(i + 1));
    }
    for (qsizetype i = 0; i < entries.size(); ++i) {
        TraceEntry &entry = entries[i];
        entry.serial = quint64(i + 1);
        entry.pair = numbers.value(entry.pair);
        entry.conversation = numbers.value(entry.conversation);
    }
    // A line that was written when its message came does not know its answer yet, nor its end.
    PendingRequests pending;
    for (const TraceEntry &entry : std::as_const(entries)) {
        if (entry.message.kind() == Message::Kind::Request && entry.pair == 0)
            pending.add(entry);
        if (entry.kind == TraceEntry::Kind::Message
            && entry.method == "notifications/cancelled"_L1) {
            if (const quint64 serial = pending.cancelledBy(entry))
                entries[qsizetype(serial - 1)].ending = TraceEntry::Ending::Cancelled;
        }
        if (entry.pair == 0 || entry.pair == entry.serial || !entry.message.isResponse())
            continue;
        TraceEntry &request = entries[qsizetype(entry.pair - 1)];
        if (request.pair == 0) {
            request.pair = entry.serial;
            request.durationUs = entry.durationUs;
        }
    }
}

} // namespace

bool TraceReader::add(QByteArrayView bytes)
{
    qsizetype begin = 0;
    for (qsizetype end = 0; !m_isFull && (end = bytes.indexOf('\n', begin)) >= 0; begin = end + 1) {
        const QByteArrayView part = bytes.sliced(begin, end - begin);
        m_rest += m_rest.isEmpty() ? QByteArrayView() : part;
        const QByteArray whole = std::exchange(m_rest, {});
        addLine(whole.isEmpty() ? part : QByteArrayView(whole));
        ++m_taken; // the line's end
    }
    if (m_isFull)
        return false;
    m_rest += bytes.sliced(begin);
    m_isFull = m_rest.size() > m_bounds.memory; // no place for that line
    return !m_isFull;
}

TraceCodec::File TraceReader::finish()
{
    if (!m_isFull && !m_rest.isEmpty())
        addLine(std::exchange(m_rest, {}));
    renumber(m_file.entries);
    return std::exchange(m_file, {});
}

void TraceReader::addLine(QByteArrayView line)
{
    ++m_lines;
    m_taken += line.size();
    if (line.trimmed().isEmpty())
        return;
    const Result<TraceEntry> read = TraceCodec::entry(line);
    if (!read) {
        if (m_file.badLines++ == 0)
            m_file.firstProblem = u"line %1: %2"_s.arg(m_lines).arg(read.error().message);
        return;
    }
    m_file.entries.append(*read);
    TraceEntry &entry = m_file.entries.last();
    entry.memory = entry.cost();
    m_memory += entry.memory;
    m_isFull = m_memory >= m_bounds.memory || m_file.entries.size() >= m_bounds.entries;
}

} // namespace Mcp
