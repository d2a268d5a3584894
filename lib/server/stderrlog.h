// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/limits.h"
#include "server/onceaturn.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qobject.h>

#include <deque>

namespace Mcp {

/*!
 * What a server wrote to stderr: a bounded ring of lines with arrival time. Cut at LF on bytes and
 * decoded line by line, so a character split between two chunks is never broken. Lives with its
 * Server and survives restarts. Views are told once per event loop turn, not per line. Memory is
 * taken as lines come; besides the number of lines their bytes are bounded.
 */
class StderrLog : public QObject
{
    Q_OBJECT

public:
    struct Line
    {
        qint64 time = 0; ///< ms since the epoch
        /// UTF-8 as received, without line end; QString::fromUtf8() to show. A longer line than
        /// the limit goes on in the next entry, cut between two characters.
        QByteArray text;
        bool goesOn = false; ///< of the entry before, which was too long
    };

    explicit StderrLog(int capacity = 10'000, QObject *parent = nullptr);

    void append(const QByteArray &chunk);
    /// The process has ended: what is left without LF becomes a line.
    void flush();
    void clear();
    void setCapacity(int lines); ///< at least 1
    int capacity() const { return m_capacity; }
    /// Of stderrLineBytes and stderrBytes; for what comes from now on.
    void setLimits(const Limits &limits);

    int count() const { return int(m_lines.size()); }
    const Line &at(int index) const { return m_lines[size_t(index)]; }
    /// Serial number of at(0); grows as older lines are dropped. Lines dropped by the bound since
    /// the last clear() are droppedCount().
    quint64 firstSerial() const { return m_firstSerial; }
    quint64 droppedCount() const { return m_dropped; }
    /// The last @p lines lines, oldest first, the unfinished one included, for failure reports.
    QStringList tail(int lines) const;
    /// Something came after the last LF.
    bool hasPartialLine() const { return !m_partial.isEmpty(); }
    /// Serial number the next line will get.
    quint64 nextSerial() const { return m_firstSerial + m_lines.size(); }

signals:
    /// Something was appended, dropped or cleared since the last time.
    void changed();
    /// Each chunk as it came, for those who pass it on. Not for views: see changed().
    void appended(const QByteArray &chunk);

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    void push(QByteArray line);
    void keepFirst(QByteArray &line); ///< as much as the limit allows; the rest stays
    void keep(QByteArray line);
    void trim();
    void scheduleChanged();

    std::deque<Line> m_lines;
    QByteArray m_partial;
    bool m_goesOn = false; ///< the next entry
    quint64 m_firstSerial = 0;
    quint64 m_dropped = 0;
    qint64 m_bytes = 0;
    int m_capacity;
    qsizetype m_maxLineBytes = Limits().stderrLineBytes;
    qint64 m_maxBytes = Limits().stderrBytes;
    OnceATurn m_change;
    bool m_watched = false; ///< somebody has connected to changed()
};

} // namespace Mcp
