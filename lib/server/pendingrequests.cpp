// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/pendingrequests.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {
/// A request outlives the memory of its trace seldom; so many do only where no one will look.
constexpr qsizetype maxFates = 10'000;
} // namespace

PendingRequests::Requests &PendingRequests::of(TraceEntry::Direction direction)
{
    return direction == TraceEntry::Direction::Sent ? m_sent : m_received;
}

const PendingRequests::Requests &PendingRequests::of(TraceEntry::Direction direction) const
{
    return direction == TraceEntry::Direction::Sent ? m_sent : m_received;
}

void PendingRequests::add(const TraceEntry &request)
{
    const MessageId &id = request.message.id();
    if (id.raw().size() > Message::maxNameLength)
        return; // it may be cut off, and nothing would be found by it
    of(request.direction)[id] = { request.serial, request.conversation, m_clock.nsecsElapsed(),
                                  request.method };
}

quint64 PendingRequests::take(TraceEntry &answer)
{
    const auto other = answer.direction == TraceEntry::Direction::Sent
                               ? TraceEntry::Direction::Received
                               : TraceEntry::Direction::Sent;
    const Request request = of(other).take(answer.message.id());
    if (request.serial == 0)
        return 0;
    answer.pair = request.serial;
    answer.method = request.method;
    answer.durationUs = (m_clock.nsecsElapsed() - request.startedNs) / 1000;
    answer.conversation = request.conversation;
    return request.serial;
}

quint64 PendingRequests::cancelledBy(const TraceEntry &entry) const
{
    const RawJson params = entry.message.params();
    const MessageId id = MessageId::fromRaw(params.value("requestId"));
    if (!id.isValid())
        return 0;
    if (const Request own = of(entry.direction).value(id); own.serial > 0)
        return own.serial;
    const Request ours = m_sent.value(id);
    return ours.method == "subscriptions/listen"_L1 ? ours.serial : 0;
}

void PendingRequests::forget(const TraceEntry &entry, bool isOnDisk)
{
    if (entry.pair || entry.message.kind() != Message::Kind::Request
        || (isOnDisk && entry.direction == TraceEntry::Direction::Sent))
        return; // the usual case: nothing waits for it
    Requests &waiting = of(entry.direction);
    const auto found = waiting.constFind(entry.message.id());
    if (found != waiting.constEnd() && found->serial == entry.serial)
        waiting.erase(found);
}

QList<quint64> PendingRequests::takeAll()
{
    QList<quint64> serials;
    for (Requests *const requests : { &m_sent, &m_received }) {
        for (const Request &request : std::as_const(*requests))
            serials.append(request.serial);
        requests->clear();
    }
    return serials;
}

void PendingRequests::setFate(quint64 serial, const Fate &fate)
{
    if (m_fates.size() < maxFates || m_fates.contains(serial))
        m_fates[serial] = fate;
}

void PendingRequests::setEnding(quint64 serial, TraceEntry::Ending ending)
{
    Fate fate = m_fates.value(serial);
    fate.ending = ending;
    setFate(serial, fate);
}

void PendingRequests::tell(TraceEntry &entry) const
{
    const auto found = m_fates.constFind(entry.serial);
    if (found == m_fates.constEnd())
        return;
    if (found->pair) {
        entry.pair = found->pair;
        entry.durationUs = found->durationUs;
    }
    if (found->ending != TraceEntry::Ending::None)
        entry.ending = found->ending;
}

} // namespace Mcp
