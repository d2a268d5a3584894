// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/tracespill.h"

#include "server/ownfolder.h"
#include "server/tracecodec.h"
#include "server/traceentry.h"

#include <QtCore/qdir.h>
#include <QtCore/qtemporaryfile.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr qsizetype bufferBytes = 64 * 1024;
/// The bound pushes out one of so many parts at a time.
constexpr qint64 parts = 8;
/// A disk that is full may have room again later.
constexpr qint64 retryMs = 5000;

} // namespace

TraceSpill::TraceSpill(const QString &folder, qint64 maxBytes)
    : m_folder(folder)
    , m_maxBytes(maxBytes)
{}

TraceSpill::~TraceSpill() = default;

bool TraceSpill::append(const TraceEntry &entry)
{
    if (m_maxBytes <= 0)
        return false;
    if (m_buffer.size() >= bufferBytes && !flush())
        return false;
    m_buffer += TraceCodec::line(entry);
    ++m_buffered;
    ++m_count;
    return true;
}

/// Without a name from the start, or named and removed with the object: nothing is left behind.
bool TraceSpill::addSegment()
{
    if (!makeOwnFolder(m_folder))
        return fail(m_folder, u"the folder cannot be made"_s);
    Segment segment;
    segment.file = std::make_unique<QTemporaryFile>(m_folder + u"/trace-XXXXXX.jsonl"_s);
    if (!segment.file->open())
        return fail(m_folder, segment.file->errorString());
    segment.begin = m_segments.empty() ? 0 : m_segments.back().begin + m_segments.back().size;
    m_segments.push_back(std::move(segment));
    return true;
}

bool TraceSpill::flush()
{
    if (m_sinceFailure.isValid() && m_sinceFailure.elapsed() < retryMs)
        return false;
    const bool isFull = m_segments.empty() || m_segments.back().size >= m_maxBytes / parts;
    if (isFull && !addSegment())
        return false;
    Segment &last = m_segments.back();
    QTemporaryFile &file = *last.file;
    if (!file.seek(last.size) || file.write(m_buffer) != m_buffer.size() || !file.flush()) {
        const QString why = file.errorString();
        file.resize(last.size); // no half of a line
        file.unsetError();
        return fail(m_folder, why);
    }
    m_sinceFailure.invalidate();
    last.size += m_buffer.size();
    last.count += std::exchange(m_buffered, 0);
    m_buffer.resize(0);
    while (m_segments.size() > 1 && end() - begin() > m_maxBytes)
        dropOldest();
    return true;
}

void TraceSpill::dropOldest()
{
    m_lost += m_segments.front().count;
    m_count -= m_segments.front().count;
    m_segments.pop_front();
}

bool TraceSpill::fail(const QString &what, const QString &why)
{
    m_sinceFailure.start();
    m_problem =
            u"Older messages cannot be kept in “%1”: %2"_s.arg(QDir::toNativeSeparators(what), why);
    return false;
}

QString TraceSpill::takeProblem()
{
    const QString problem = std::exchange(m_problem, {});
    return problem.isEmpty() || std::exchange(m_isTold, true) ? QString() : problem;
}

void TraceSpill::clear()
{
    m_segments.clear();
    m_buffer.clear();
    m_buffered = m_count = m_lost = 0;
    m_isTold = false;
    m_sinceFailure.invalidate();
}

qint64 TraceSpill::begin() const { return m_segments.empty() ? 0 : m_segments.front().begin; }

qint64 TraceSpill::end() const
{
    const qint64 written =
            m_segments.empty() ? 0 : m_segments.back().begin + m_segments.back().size;
    return written + m_buffer.size();
}

QByteArray TraceSpill::read(qint64 offset, qint64 most)
{
    for (Segment &segment : m_segments) {
        const qint64 inside = offset - segment.begin;
        if (inside < 0 || inside >= segment.size)
            continue;
        QByteArray bytes;
        if (segment.file->seek(inside))
            bytes = segment.file->read(qMin(most, segment.size - inside));
        if (bytes.isEmpty())
            fail(m_folder, segment.file->errorString());
        return bytes;
    }
    const qint64 inBuffer = offset - (end() - m_buffer.size());
    return inBuffer >= 0 ? m_buffer.mid(inBuffer, most) : QByteArray();
}

} // namespace Mcp
