// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/traceentry.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qhash.h>
#include <QtCore/qlist.h>

namespace Mcp {

/*!
 * The requests of a trace, both ways, that wait for their answer, by id: what turns two messages
 * into a pair with a duration. Also what became of those that had left memory before it came.
 * Member of its TraceLog, in its thread.
 */
class PendingRequests
{
public:
    /// What a request learns after it was written down.
    struct Fate
    {
        quint64 pair = 0;
        qint64 durationUs = -1;
        TraceEntry::Ending ending = TraceEntry::Ending::None;
    };

    PendingRequests() { m_clock.start(); }

    /// @p request was sent or received now. Should the id be used again, the earlier request gets
    /// no answer.
    void add(const TraceEntry &request);
    /// The serial of what @p answer answers, whose pair, method, duration and conversation it gets;
    /// 0: nothing. It waits no more.
    quint64 take(TraceEntry &answer);
    /// That of the request of ours with this id, which waits for its answer; 0 if there is none.
    quint64 conversationOf(const MessageId &id) const { return m_sent.value(id).conversation; }
    /// The serial of the request that @p entry, a notifications/cancelled, is about; 0: none that
    /// waits. A server may cancel only a subscription of ours (2026-07-28,
    /// basic/patterns/cancellation).
    quint64 cancelledBy(const TraceEntry &entry) const;
    /// @p entry leaves memory: no answer is to find it, unless it is ours (not any number) and
    /// @p isOnDisk.
    void forget(const TraceEntry &entry, bool isOnDisk);
    QList<quint64> takeAll(); ///< serials

    void setFate(quint64 serial, const Fate &fate);
    void setEnding(quint64 serial, TraceEntry::Ending ending);
    /// Tells @p entry, which is in memory again, what it missed.
    void tell(TraceEntry &entry) const;
    void forgetFates() { m_fates.clear(); }

private:
    struct Request
    {
        quint64 serial = 0, conversation = 0;
        qint64 startedNs = 0;
        QString method;
    };
    using Requests = QHash<MessageId, Request>;
    Requests &of(TraceEntry::Direction direction);
    const Requests &of(TraceEntry::Direction direction) const;

    Requests m_sent, m_received;
    QHash<quint64, Fate> m_fates; ///< by serial, of those that are on disk
    QElapsedTimer m_clock;
};

} // namespace Mcp
