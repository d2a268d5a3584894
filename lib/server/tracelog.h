// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/chunkedqueue.h"
#include "server/traceentry.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qhash.h>
#include <QtCore/qobject.h>

namespace Mcp {

/*!
 * Every message of a server, both ways, with time, size and pairing: bounded by bytes, oldest out
 * first; a message larger than a quarter of the bound keeps its envelope, size and first 64 KiB.
 * Owned by its Server, survives restarts. Views are told once per event loop turn.
 */
class TraceLog : public QObject
{
    Q_OBJECT

public:
    explicit TraceLog(qint64 maxBytes = 64LL * 1024 * 1024, QObject *parent = nullptr);

    void addMessage(TraceEntry::Direction direction, const Message &message, Framing framing,
                    const QString &note = {});
    void addFrame(TraceEntry::Kind kind, const Frame &frame, const QString &note);
    void addEvent(const QString &note);
    /// A frame that is no valid message, with what is wrong as its note. Pairs up all the same when
    /// it names the id of a request.
    void addInvalid(const Message &message, Framing framing);
    /// A frame that is longer than we take: no rule is broken, its bytes are @p beginning's. Pairs
    /// up as addInvalid() does. Returns its serial.
    quint64 addTooLong(const Message &beginning, Framing framing);
    /// The id of the one with @p serial was found behind what was skipped: pairs it up now.
    void addId(quint64 serial, const Message &ending);
    /// A violation that concerns a message received before: an entry of its own beside it, with its
    /// envelope but not its bytes, and its serial as pair.
    void addViolation(const Message &message, const QString &note);
    /// Requests still without an answer will get none: the process has ended.
    void forgetPending();
    void clear();
    void setMaxBytes(qint64 bytes);

    int count() const { return int(m_entries.size()); }
    const TraceEntry &at(int index) const { return m_entries[size_t(index)]; }
    quint64 firstSerial() const { return m_firstSerial; } ///< serial of at(0)
    const TraceEntry *find(quint64 serial) const;         ///< null when it was dropped
    quint64 droppedCount() const { return m_dropped; }    ///< by the bound since the last clear()
    /// Memory taken, entries' own size included.
    qint64 totalBytes() const { return m_bytes; }
    quint64 violationCount() const { return m_violations; }

signals:
    /// Entries were appended, dropped or cleared since the last time.
    void changed();
    /// Each entry as it is added, for --trace files. Not for views: see changed().
    void entryAdded(const Mcp::TraceEntry &entry);
    /// An older entry got its pair or duration.
    void entryUpdated(quint64 serial);

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    void push(TraceEntry entry);
    void pairUp(TraceEntry &entry);
    void remember(const TraceEntry &entry);
    void forget(const TraceEntry &entry);
    void limitSize(TraceEntry &entry) const;
    TraceEntry *findEntry(quint64 serial);
    /// A request without an answer yet.
    struct Pending
    {
        quint64 serial = 0;
        qint64 startedNs = 0;
    };

    QHash<MessageId, Pending> &pending(TraceEntry::Direction direction);
    void trim();
    void scheduleChanged();
    static qint64 cost(const TraceEntry &entry);

    ChunkedQueue<TraceEntry> m_entries;
    QHash<MessageId, Pending> m_sentPending;
    QHash<MessageId, Pending> m_receivedPending;
    quint64 m_nextSerial = 1;
    quint64 m_firstSerial = 1;
    quint64 m_dropped = 0;
    quint64 m_violations = 0;
    qint64 m_bytes = 0;
    qint64 m_maxBytes;
    QElapsedTimer m_clock;
    bool m_changePending = false;
    bool m_watched = false; ///< somebody has connected to changed()
};

} // namespace Mcp
