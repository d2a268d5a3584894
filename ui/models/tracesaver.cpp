// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/tracesaver.h"

#include "models/format.h"
#include "server/tracecodec.h"
#include "server/tracelog.h"
#include "server/tracespill.h"

#include <QtCore/qelapsedtimer.h>

namespace McpUi {

namespace {
constexpr int budgetMs = 8;
constexpr qint64 partBytes = 64 * 1024;
} // namespace

TraceSaver::TraceSaver(Mcp::TraceLog *log, const QString &path, Mask mask, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_file(path)
    , m_mask(std::move(mask))
{
    connect(&m_timer, &QTimer::timeout, this, &TraceSaver::writeSome);
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

void TraceSaver::writeSome()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < budgetMs) {
        if (!m_log)
            return fail(tr("the server was removed"));
        // What leaves memory meanwhile comes by way of the disk.
        if (m_log->spill() && m_offset < m_log->spill()->end()) {
            if (!writeSpilled())
                return;
            continue;
        }
        m_next = qMax(m_next, m_log->firstSerial());
        const Mcp::TraceEntry *const entry = m_next < m_end ? m_log->find(m_next) : nullptr;
        if (!entry)
            return finish();
        if (!write(*entry))
            return;
        ++m_next;
    }
}

/// One part of what is on disk; false when that is the end of it all.
bool TraceSaver::writeSpilled()
{
    Mcp::TraceSpill *const spill = m_log->spill();
    if (m_offset < spill->begin()) { // the bound was quicker
        m_offset = spill->begin();
        m_rest.clear();
    }
    const QByteArray part = spill->read(m_offset, partBytes);
    if (part.isEmpty()) {
        fail(tr("older messages cannot be read from the disk"));
        return false;
    }
    m_offset += part.size();
    m_rest += part;
    const qsizetype end = m_rest.lastIndexOf('\n') + 1;
    const QByteArray lines = m_rest.first(end);
    m_rest.remove(0, end);
    for (qsizetype begin = 0; begin < lines.size();) {
        const qsizetype stop = lines.indexOf('\n', begin);
        const auto entry =
                Mcp::TraceCodec::entry(QByteArrayView(lines).sliced(begin, stop - begin));
        begin = stop + 1;
        if (!entry || entry->serial < m_next || entry->serial >= m_end)
            continue; // written from memory already, or came since the start
        if (!write(*entry))
            return false;
        m_next = entry->serial + 1;
    }
    return true;
}

bool TraceSaver::write(const Mcp::TraceEntry &entry)
{
    ++m_count;
    if (!m_mask)
        return writeBytes(Mcp::TraceCodec::line(entry));
    const QByteArray shown = m_mask(entry);
    m_isMasked = m_isMasked || shown != entry.payload();
    return writeBytes(Mcp::TraceCodec::maskedLine(entry, shown));
}

bool TraceSaver::writeBytes(const QByteArray &bytes)
{
    if (m_file.write(bytes) == bytes.size())
        return true;
    fail(m_file.errorString());
    return false;
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
