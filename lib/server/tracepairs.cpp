// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/tracepairs.h"

namespace Mcp {

void TracePairs::add(const TraceEntry &request)
{
    const MessageId &id = request.message.id();
    if (id.raw().size() > Message::maxNameLength)
        return; // it may be cut off, and nothing would be found by it
    // Should the id be used again, the earlier request gets no answer.
    waiting(request.direction)[id] = { request.serial, request.conversation, m_clock.nsecsElapsed(),
                                       request.method };
}

quint64 TracePairs::take(TraceEntry &answer)
{
    const auto other = answer.direction == TraceEntry::Direction::Sent
                               ? TraceEntry::Direction::Received
                               : TraceEntry::Direction::Sent;
    const Request request = waiting(other).take(answer.message.id());
    if (request.serial == 0)
        return 0;
    answer.pair = request.serial;
    answer.method = request.method;
    answer.durationUs = (m_clock.nsecsElapsed() - request.startedNs) / 1000;
    answer.conversation = request.conversation;
    return request.serial;
}

void TracePairs::forget(const TraceEntry &entry, bool isOnDisk)
{
    if (entry.pair || entry.message.kind() != Message::Kind::Request
        || (isOnDisk && entry.direction == TraceEntry::Direction::Sent))
        return; // the usual case: nothing waits for it
    QHash<MessageId, Request> &requests = waiting(entry.direction);
    const auto found = requests.constFind(entry.message.id());
    if (found != requests.constEnd() && found->serial == entry.serial)
        requests.erase(found);
}

void TracePairs::clear()
{
    m_sent.clear();
    m_received.clear();
}

QHash<MessageId, TracePairs::Request> &TracePairs::waiting(TraceEntry::Direction direction)
{
    return direction == TraceEntry::Direction::Sent ? m_sent : m_received;
}

} // namespace Mcp
