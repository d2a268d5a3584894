// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/stderrlog.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qmetaobject.h>

#include <algorithm>

namespace Mcp {

namespace {

/// Where to cut @p text so that the first part has at most @p limit bytes and no character is
/// broken; bytes that are no UTF-8 are cut anywhere.
qsizetype cutPosition(QByteArrayView text, qsizetype limit)
{
    const auto isContinuation = [&](qsizetype at) { return (uchar(text[at]) & 0xC0) == 0x80; };
    for (qsizetype at = limit; at > limit - 4; --at) {
        if (!isContinuation(at))
            return at;
    }
    return limit;
}

} // namespace

StderrLog::StderrLog(int capacity, QObject *parent)
    : QObject(parent)
    , m_capacity(std::max(1, capacity))
{}

void StderrLog::append(const QByteArray &chunk)
{
    qsizetype begin = 0;
    for (qsizetype end = 0; (end = chunk.indexOf('\n', begin)) >= 0; begin = end + 1) {
        const QByteArrayView piece = QByteArrayView(chunk).sliced(begin, end - begin);
        if (m_partial.isEmpty()) {
            push(piece.toByteArray());
        } else {
            m_partial += piece;
            push(std::exchange(m_partial, {}));
        }
    }
    m_partial += QByteArrayView(chunk).sliced(begin);
    while (m_partial.size() > m_maxLineBytes)
        keepFirst(m_partial);
    if (chunk.isEmpty())
        return;
    scheduleChanged();
    emit appended(chunk);
}

void StderrLog::flush()
{
    if (m_partial.isEmpty())
        return;
    push(std::exchange(m_partial, {}));
    scheduleChanged();
}

void StderrLog::clear()
{
    m_firstSerial += m_lines.size();
    m_lines.clear();
    m_bytes = 0;
    m_dropped = 0;
    m_partial.clear();
    m_goesOn = false;
    scheduleChanged();
}

void StderrLog::setCapacity(int lines)
{
    m_capacity = std::max(1, lines);
    trim();
    scheduleChanged();
}

void StderrLog::setLimits(const Limits &limits)
{
    // A limit of a few bytes would make a line of each character.
    m_maxLineBytes = std::max(80, limits.stderrLineBytes);
    m_maxBytes = limits.stderrBytes;
    trim();
    scheduleChanged();
}

QStringList StderrLog::tail(int lines) const
{
    QStringList result;
    const int whole = std::min(count(), m_partial.isEmpty() ? lines : lines - 1);
    for (int i = count() - whole; i < count(); ++i)
        result.append(QString::fromUtf8(at(i).text));
    if (!m_partial.isEmpty() && lines > 0)
        result.append(QString::fromUtf8(m_partial));
    return result;
}

void StderrLog::push(QByteArray line)
{
    if (line.endsWith('\r'))
        line.chop(1);
    while (line.size() > m_maxLineBytes) // came in one piece
        keepFirst(line);
    keep(std::move(line));
    m_goesOn = false;
}

void StderrLog::keepFirst(QByteArray &line)
{
    const qsizetype cut = cutPosition(line, m_maxLineBytes);
    QByteArray rest = line.sliced(cut);
    line.truncate(cut);
    keep(std::exchange(line, std::move(rest)));
    m_goesOn = true;
}

void StderrLog::keep(QByteArray line)
{
    line.squeeze(); // a line that grew in pieces holds twice its size
    m_bytes += line.size();
    m_lines.push_back({ QDateTime::currentMSecsSinceEpoch(), std::move(line), m_goesOn });
    trim();
}

void StderrLog::trim()
{
    while (count() > m_capacity || (m_bytes > m_maxBytes && count() > 1)) {
        m_bytes -= m_lines.front().text.size();
        m_lines.pop_front();
        ++m_firstSerial;
        ++m_dropped;
    }
}

void StderrLog::connectNotify(const QMetaMethod &signal)
{
    m_watched = m_watched || signal == QMetaMethod::fromSignal(&StderrLog::changed);
}

void StderrLog::scheduleChanged()
{
    // An event costs two system calls; without views nobody waits for it.
    if (m_watched)
        m_change.schedule(this, [this] { emit changed(); });
}

} // namespace Mcp
