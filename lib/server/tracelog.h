// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/chunkedqueue.h"
#include "server/onceaturn.h"
#include "server/pendingrequests.h"
#include "server/recalledentries.h"

#include <QtCore/qobject.h>

#include <memory>

namespace Mcp {

class TraceSpill;
class ViolationLog;

/*!
 * Every message of a server, both ways, with time, size and pairing: bounded by bytes, oldest out
 * first, to disk where there is a TraceSpill; a message larger than a quarter of the bound keeps
 * its envelope, size and first 64 KiB. Owned by its Server, survives restarts. Views are told once
 * per event loop turn.
 */
class TraceLog : public QObject
{
    Q_OBJECT

public:
    explicit TraceLog(qint64 maxBytes = 64LL * 1024 * 1024, QObject *parent = nullptr);
    ~TraceLog() override;

    /// @p conversation: 0: a request begins its own, an answer is a part of its request's.
    void addMessage(TraceEntry::Direction direction, const Message &message, Framing framing,
                    const QString &note = {}, quint64 conversation = 0);
    void addFrame(TraceEntry::Kind kind, const Frame &frame, const QString &note);
    void addEvent(const QString &note);
    /// A frame that is no valid message; its note says what is wrong. Pairs up where it has an id.
    void addInvalid(const Message &message, Framing framing);
    /// A frame that is longer than we take: no rule is broken, its bytes are @p beginning's. Pairs
    /// up as addInvalid() does. Returns its serial.
    quint64 addTooLong(const Message &beginning, Framing framing);
    /// The id of the one with @p serial was found behind what was skipped: pairs it up now.
    void addId(quint64 serial, const Message &ending);
    /// Concerns a message received before: an entry of its own with its envelope, and it as pair.
    void addViolation(const Message &message, Rule rule, const QString &note);
    /// @p message was received a moment ago and is a part of @p conversation.
    void join(const Message &message, quint64 conversation);
    /// Entries as they were read from a file, numbered from 1 without gaps; into an empty log.
    void adopt(QList<TraceEntry> entries);
    void forgetPending(); ///< the process has ended: no more answers
    void clear();
    void setMaxBytes(qint64 bytes);
    void setSpill(std::unique_ptr<TraceSpill> spill); ///< where pushed out entries go
    TraceSpill *spill() const { return m_spill.get(); }
    void setViolationLog(ViolationLog *violations) { m_violationLog = violations; } ///< outlives it

    /// Older lines from the disk, to be parsed (in any thread) for addOlder(); empty: no more.
    RecalledEntries::Piece olderPiece();
    int addOlder(std::vector<RecalledEntries::Entry> older); ///< as many as fit without a gap
    void forgetOlder();                                      ///< again on disk only
    const RecalledEntries &older() const { return m_older; }
    int count() const { return int(m_older.size() + m_entries.size()); }
    const TraceEntry &at(int index) const;
    quint64 firstSerial() const { return m_firstSerial - m_older.size(); } ///< serial of at(0)
    const TraceEntry *find(quint64 serial) const; ///< null when it is not in memory
    quint64 droppedCount() const; ///< since the last clear(): neither here nor on disk
    quint64 spilledCount() const; ///< older ones that are on disk only
    /// That of the request of ours with this id, which waits for its answer; 0 if there is none.
    quint64 conversationOf(const MessageId &id) const { return m_pending.conversationOf(id); }
    qint64 totalBytes() const { return m_bytes + m_older.bytes(); } ///< in memory
    quint64 violationCount() const { return m_violations; }

signals:
    void changed(); ///< entries were appended, dropped, cleared, recalled
    /// Each entry as it is added, for --trace files. Not for views: see changed().
    void entryAdded(const Mcp::TraceEntry &entry);
    void entryUpdated(quint64 serial);    ///< an older entry got its pair, duration or ending
    void spillFailed(const QString &why); ///< older entries cannot be kept on disk; told once

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    void push(TraceEntry entry);
    void pairUp(TraceEntry &entry);
    void setEnding(quint64 serial, TraceEntry::Ending ending);
    void limitSize(TraceEntry &entry) const;
    TraceEntry *findEntry(quint64 serial);
    TraceEntry *findReceived(const Message &message);
    void spillOldest();
    void trim();
    void scheduleChanged();
    RecalledEntries m_older; ///< right before m_entries
    ChunkedQueue<TraceEntry> m_entries;
    PendingRequests m_pending;
    quint64 m_nextSerial = 1;
    quint64 m_firstSerial = 1; ///< of m_entries
    quint64 m_dropped = 0;
    quint64 m_violations = 0;
    qint64 m_bytes = 0;
    qint64 m_maxBytes;
    OnceATurn m_change;
    std::unique_ptr<TraceSpill> m_spill;
    ViolationLog *m_violationLog = nullptr;
    bool m_watched = false; ///< somebody has connected to changed()
};

} // namespace Mcp
