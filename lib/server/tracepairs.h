// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/traceentry.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qhash.h>

namespace Mcp {

/*!
 * The requests of a trace, both ways, that wait for their answer, by id: what turns two messages
 * into a pair with a duration. Member of its TraceLog, in its thread.
 */
class TracePairs
{
public:
    TracePairs() { m_clock.start(); }

    /// @p request was sent or received now.
    void add(const TraceEntry &request);
    /// The serial of what @p answer answers, whose pair, method, duration and conversation it gets;
    /// 0: nothing. It waits no more.
    quint64 take(TraceEntry &answer);
    /// @p entry leaves memory: no answer is to find it, unless it is ours (not any number) and
    /// @p isOnDisk.
    void forget(const TraceEntry &entry, bool isOnDisk);
    /// That of the request of ours with this id, which waits for its answer; 0 if there is none.
    quint64 conversationOf(const MessageId &id) const { return m_sent.value(id).conversation; }
    void clear();

private:
    struct Request
    {
        quint64 serial = 0, conversation = 0;
        qint64 startedNs = 0;
        QString method;
    };

    QHash<MessageId, Request> &waiting(TraceEntry::Direction direction);

    QHash<MessageId, Request> m_sent, m_received;
    QElapsedTimer m_clock;
};

} // namespace Mcp
