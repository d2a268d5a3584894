// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/tracesaver.h"

#include "models/format.h"
#include "server/tracecodec.h"
#include "server/tracelog.h"
#include "server/tracespill.h"

#include <utility>

namespace McpUi {

namespace {
constexpr qint64 partBytes = 256 * 1024;
/// Of one job: more of them would be in memory twice.
constexpr qint64 batchBytes = 1024 * 1024;
constexpr qsizetype batchEntries = 1000;
} // namespace

TraceSaver::TraceSaver(Mcp::TraceLog *log, const QString &path, Mask mask, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_file(path)
    , m_mask(std::move(mask))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TraceSaver::takeSome);
}

void TraceSaver::start()
{
    if (!m_file.open(QIODevice::WriteOnly))
        return fail(m_file.errorString());
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    m_end = m_log->firstSerial() + quint64(m_log->count());
    m_offset = m_log->spill() ? m_log->spill()->begin() : 0;
    m_timer.start(0);
}

void TraceSaver::takeSome()
{
    if (!m_log)
        return fail(tr("the server was removed"));
    if (m_next >= m_end)
        return finish(); // what came since then may never end
    Batch batch;
    // What leaves memory meanwhile comes by way of the disk.
    if (m_log->spill() && m_offset < m_log->spill()->end()) {
        if (!takeSpilled(batch))
            return fail(tr("older messages cannot be read from the disk"));
    } else {
        takeFromMemory(batch);
        if (batch.entries.isEmpty())
            return finish();
    }
    batch.next = m_next;
    batch.end = m_end;
    batch.mask = m_mask;
    m_making.start([batch = std::move(batch)] { return lines(batch); },
                   [this](const Lines &lines) { write(lines); });
}

/// One part of what is on disk, the whole lines of it; false where it cannot be read.
bool TraceSaver::takeSpilled(Batch &batch)
{
    Mcp::TraceSpill *const spill = m_log->spill();
    if (m_offset < spill->begin()) { // the bound was quicker
        m_offset = spill->begin();
        m_rest.clear();
    }
    const QByteArray part = spill->read(m_offset, partBytes);
    if (part.isEmpty())
        return false;
    m_offset += part.size();
    const qsizetype end = part.lastIndexOf('\n') + 1;
    if (end > 0) {
        batch.spilled = std::exchange(m_rest, {}) + part.first(end);
        m_rest = part.sliced(end);
    } else {
        m_rest += part;
    }
    return true;
}

void TraceSaver::takeFromMemory(Batch &batch)
{
    qint64 bytes = 0;
    m_next = qMax(m_next, m_log->firstSerial());
    for (quint64 next = m_next; next < m_end && bytes < batchBytes; ++next) {
        const Mcp::TraceEntry *const entry = m_log->find(next);
        if (!entry || batch.entries.size() >= batchEntries)
            return;
        bytes += entry->payload().size();
        batch.entries.append(*entry);
    }
}

TraceSaver::Lines TraceSaver::lines(Batch batch)
{
    Lines lines;
    lines.next = batch.next;
    lines.mask = std::move(batch.mask);
    for (qsizetype begin = 0; begin < batch.spilled.size();) {
        const qsizetype stop = batch.spilled.indexOf('\n', begin);
        const auto entry =
                Mcp::TraceCodec::entry(QByteArrayView(batch.spilled).sliced(begin, stop - begin));
        begin = stop + 1;
        // Others were written from memory already, or came since the start.
        if (entry && entry->serial >= lines.next && entry->serial < batch.end)
            add(lines, *entry);
    }
    for (const Mcp::TraceEntry &entry : std::as_const(batch.entries))
        add(lines, entry);
    return lines;
}

void TraceSaver::add(Lines &lines, const Mcp::TraceEntry &entry)
{
    ++lines.count;
    lines.next = entry.serial + 1;
    if (!lines.mask) {
        lines.text += Mcp::TraceCodec::line(entry);
        return;
    }
    const Mcp::TraceMask::Masked masked = lines.mask->masked(entry);
    lines.isMasked = lines.isMasked || masked.isChanged;
    lines.text += Mcp::TraceCodec::maskedLine(entry, masked.payload, masked.note);
}

void TraceSaver::write(const Lines &lines)
{
    if (m_file.write(lines.text) != lines.text.size())
        return fail(m_file.errorString());
    m_next = lines.next;
    m_count += lines.count;
    m_isMasked = m_isMasked || lines.isMasked;
    m_mask = lines.mask;
    m_timer.start(0);
}

void TraceSaver::finish()
{
    m_timer.stop();
    if (!m_file.commit())
        return fail(m_file.errorString());
    const QString count = formatCount(qint64(m_count), tr("entry"), tr("entries"));
    emit finished(m_isMasked ? tr("Saved %1 to %2, secrets masked").arg(count, m_file.fileName())
                             : tr("Saved %1 to %2").arg(count, m_file.fileName()),
                  true);
    deleteLater();
}

void TraceSaver::fail(const QString &why)
{
    m_timer.stop();
    m_file.cancelWriting();
    emit finished(tr("Not saved: %1: %2").arg(m_file.fileName(), why), false);
    deleteLater();
}

} // namespace McpUi
