// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qstring.h>

#include <deque>
#include <memory>

class QTemporaryFile;

namespace Mcp {

struct TraceEntry;

/*!
 * Where older entries of a trace go that memory has no room for: lines of JSON (TraceCodec) in
 * files that only their owner can read and that go with the program, however it ends. Bounded; the
 * oldest file goes first. Owned by its TraceLog, in its thread; a write is as quick as the system's
 * cache of the disk.
 */
class TraceSpill
{
public:
    static constexpr qint64 defaultMaxBytes = 256LL * 1024 * 1024;

    /// @p folder is made when the first entry comes.
    explicit TraceSpill(const QString &folder, qint64 maxBytes = defaultMaxBytes);
    ~TraceSpill();
    Q_DISABLE_COPY_MOVE(TraceSpill)

    /// False when it could not be kept: see takeProblem(). What was kept before stays.
    bool append(const TraceEntry &entry);
    void clear();
    void setMaxBytes(qint64 bytes) { m_maxBytes = bytes; }

    quint64 count() const { return m_count; }
    quint64 lostCount() const { return m_lost; } ///< kept once, and pushed out by the bound
    /// \name Its bytes as one stream, which loses its beginning to the bound
    /// @{
    qint64 begin() const;
    qint64 end() const;
    /// At most @p most bytes from @p offset on; empty at the end, and where they cannot be read
    /// (then there is a problem to take).
    QByteArray read(qint64 offset, qint64 most);
    /// @}
    /// What went wrong, once; empty when nothing (new) did.
    QString takeProblem();

private:
    struct Segment
    {
        std::unique_ptr<QTemporaryFile> file;
        qint64 begin = 0; ///< in the stream
        qint64 size = 0;
        quint64 count = 0;
    };

    bool flush();
    bool addSegment();
    bool fail(const QString &what, const QString &why);
    void dropOldest();

    QString m_folder;
    qint64 m_maxBytes;
    std::deque<Segment> m_segments;
    QByteArray m_buffer; ///< behind the last segment
    quint64 m_buffered = 0;
    quint64 m_count = 0;
    quint64 m_lost = 0;
    QString m_problem;
    bool m_isTold = false;
    QElapsedTimer m_sinceFailure;
};

} // namespace Mcp
