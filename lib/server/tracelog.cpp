// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/tracelog.h"

#include "server/tracespill.h"
#include "server/tracestatus.h"
#include "server/violationlog.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qmetaobject.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr qsizetype keptBytes = 64 * 1024;
constexpr int latestEntries = 1000;

TraceEntry makeEntry(TraceEntry::Kind kind, TraceEntry::Direction direction, const QString &note,
                     Rule rule = Rule::None)
{
    TraceEntry entry;
    entry.rule = rule;
    entry.time = QDateTime::currentMSecsSinceEpoch();
    entry.kind = kind;
    entry.direction = direction;
    entry.note = note;
    return entry;
}

} // namespace

TraceLog::TraceLog(qint64 maxBytes, QObject *parent)
    : QObject(parent)
    , m_maxBytes(maxBytes)
{}

TraceLog::~TraceLog() = default;

void TraceLog::addMessage(TraceEntry::Direction direction, const Message &message, Framing framing,
                          const QString &note, quint64 conversation)
{
    TraceEntry entry = makeEntry(TraceEntry::Kind::Message, direction, note);
    entry.framing = framing;
    entry.message = message;
    entry.size = message.payload().size();
    entry.method = message.method();
    entry.conversation = conversation;
    push(std::move(entry));
}

void TraceLog::addInvalid(const Message &message, Framing framing)
{
    TraceEntry entry = makeEntry(TraceEntry::Kind::Violation, TraceEntry::Direction::Received,
                                 message.problem(), Rule::JsonRpc);
    entry.framing = framing;
    entry.message = message;
    entry.bytes = message.payload();
    entry.size = message.payload().size();
    push(std::move(entry));
}

quint64 TraceLog::addTooLong(const Message &beginning, Framing framing)
{
    TraceEntry entry = makeEntry(TraceEntry::Kind::Violation, TraceEntry::Direction::Received,
                                 beginning.problem());
    entry.framing = framing;
    entry.message = beginning;
    entry.bytes = beginning.payload();
    entry.size = beginning.payload().size();
    entry.isTooLong = true;
    push(std::move(entry));
    return m_nextSerial - 1;
}

void TraceLog::addId(quint64 serial, const Message &ending)
{
    TraceEntry *entry = findEntry(serial);
    if (!entry)
        return;
    entry->message = ending;
    pairUp(*entry);
    entry->outcome = TraceStatus::ofAnswer(*entry);
    if (entry->pair)
        emit entryUpdated(entry->pair);
    emit entryUpdated(serial);
    scheduleChanged();
}

void TraceLog::addFrame(TraceEntry::Kind kind, const Frame &frame, const QString &note)
{
    const Rule rule = kind == TraceEntry::Kind::Noise ? Rule::OnlyMessages : Rule::Delimiters;
    TraceEntry entry = makeEntry(kind, TraceEntry::Direction::Received, note, rule);
    entry.framing = frame.framing;
    entry.bytes = frame.bytes;
    entry.size = frame.bytes.size();
    push(std::move(entry));
}

void TraceLog::addEvent(const QString &note)
{
    push(makeEntry(TraceEntry::Kind::Event, TraceEntry::Direction::Sent, note));
}

/// One that was received a moment ago. Not found among the latest, there is none: a server that
/// breaks rules by the thousand must not make each of them a search of everything.
TraceEntry *TraceLog::findReceived(const Message &message)
{
    const int end = int(m_entries.size());
    for (int i = end - 1; i >= qMax(0, end - latestEntries); --i) {
        TraceEntry &known = m_entries[size_t(i)];
        if (known.kind == TraceEntry::Kind::Message
            && known.direction == TraceEntry::Direction::Received
            && (known.message.payload().constData() == message.payload().constData()
                || (known.truncated && known.message.id() == message.id()
                    && known.size == message.payload().size())))
            return &known;
    }
    return nullptr;
}

void TraceLog::addViolation(const Message &message, Rule rule, const QString &note)
{
    TraceEntry entry =
            makeEntry(TraceEntry::Kind::Violation, TraceEntry::Direction::Received, note, rule);
    if (const TraceEntry *const known = findReceived(message)) {
        entry.pair = known->serial;
        entry.framing = known->framing;
        entry.method = known->method;
        entry.conversation = known->conversation;
    }
    entry.message = message.truncated(0);
    entry.size = message.payload().size();
    push(std::move(entry));
}

void TraceLog::join(const Message &message, quint64 conversation)
{
    TraceEntry *const known = conversation > 0 ? findReceived(message) : nullptr;
    if (known && known->conversation == 0)
        known->conversation = conversation;
}

void TraceLog::adopt(QList<TraceEntry> entries)
{
    for (TraceEntry &entry : entries) {
        entry.memory = entry.cost();
        m_bytes += entry.memory;
        m_violations += entry.kind == TraceEntry::Kind::Violation ? 1 : 0;
        m_entries.push_back(std::move(entry));
    }
    m_nextSerial = m_firstSerial + m_entries.size();
    scheduleChanged();
}

void TraceLog::forgetPending()
{
    for (const quint64 serial : m_pending.takeAll())
        setEnding(serial, TraceEntry::Ending::Lost);
}

void TraceLog::clear()
{
    (void)m_pending.takeAll();
    m_pending.forgetFates();
    m_older.clear();
    m_entries.clear();
    m_bytes = 0;
    m_violations = 0;
    m_dropped = 0;
    if (m_spill)
        m_spill->clear();
    m_firstSerial = m_nextSerial;
    scheduleChanged();
}

void TraceLog::setMaxBytes(qint64 bytes)
{
    m_maxBytes = bytes;
    trim();
    scheduleChanged();
}

void TraceLog::setSpill(std::unique_ptr<TraceSpill> spill) { m_spill = std::move(spill); }

quint64 TraceLog::droppedCount() const { return m_dropped + (m_spill ? m_spill->lostCount() : 0); }

quint64 TraceLog::spilledCount() const
{
    const quint64 onDisk = m_spill ? m_spill->count() : 0;
    return onDisk - std::min<quint64>(onDisk, m_older.size()); // the disk may lose them first
}

const TraceEntry &TraceLog::at(int index) const
{
    const size_t older = m_older.size();
    return size_t(index) < older ? m_older[size_t(index)] : m_entries[size_t(index) - older];
}

const TraceEntry *TraceLog::find(quint64 serial) const
{
    // Serial numbers have no gaps: an entry's place follows from its number.
    if (serial < firstSerial() || serial - firstSerial() >= quint64(count()))
        return nullptr;
    return &at(int(serial - firstSerial()));
}

RecalledEntries::Piece TraceLog::olderPiece()
{
    if (m_spill && !m_older.isOn())
        m_older.start(*m_spill);
    return m_spill ? m_older.next(*m_spill) : RecalledEntries::Piece();
}

int TraceLog::addOlder(std::vector<RecalledEntries::Entry> older)
{
    for (RecalledEntries::Entry &each : older)
        m_pending.tell(each.entry);
    const int added = m_older.isOn() ? m_older.prepend(std::move(older), firstSerial()) : 0;
    if (added > 0)
        scheduleChanged();
    return added;
}

void TraceLog::forgetOlder()
{
    if (m_older.size() > 0)
        scheduleChanged();
    m_older.clear();
}

TraceEntry *TraceLog::findEntry(quint64 serial)
{
    return const_cast<TraceEntry *>(std::as_const(*this).find(serial));
}

void TraceLog::push(TraceEntry entry)
{
    entry.serial = m_nextSerial++;
    pairUp(entry);
    entry.readTarget();
    entry.outcome = TraceStatus::ofAnswer(entry);
    limitSize(entry);
    entry.memory = entry.cost();
    m_bytes += entry.memory;
    if (entry.kind == TraceEntry::Kind::Violation)
        ++m_violations;
    if (m_violationLog && entry.rule != Rule::None)
        m_violationLog->add(entry.rule, entry.note, entry.serial);
    const TraceEntry *request = find(entry.pair); // points back when this is the answer to it
    const quint64 answered = request && request->pair == entry.serial ? entry.pair : 0;
    m_entries.push_back(std::move(entry));
    static const QMetaMethod added = QMetaMethod::fromSignal(&TraceLog::entryAdded);
    if (isSignalConnected(added))
        emit entryAdded(TraceEntry(m_entries.back())); // a copy: a receiver may clear the log
    if (answered)
        emit entryUpdated(answered);
    trim();
    scheduleChanged();
}

/// Requests wait for their answer; an answer finds its request, in the other direction, by id.
void TraceLog::pairUp(TraceEntry &entry)
{
    if (entry.message.kind() == Message::Kind::Request && entry.kind == TraceEntry::Kind::Message) {
        if (entry.conversation == 0)
            entry.conversation = entry.serial;
        return m_pending.add(entry);
    }
    if (entry.kind == TraceEntry::Kind::Message && entry.method == "notifications/cancelled"_L1)
        return setEnding(m_pending.cancelledBy(entry), TraceEntry::Ending::Cancelled);
    const bool isAnswer =
            entry.message.isResponse()
            || (entry.kind == TraceEntry::Kind::Violation && !entry.message.isValid());
    if (!isAnswer || entry.pair || !entry.message.id().isValid())
        return;
    const quint64 asked = m_pending.take(entry);
    TraceEntry *const request = findEntry(asked);
    if (asked > 0 && !request) // on disk
        m_pending.setFate(asked, { entry.serial, entry.durationUs });
    if (!request)
        return;
    if (entry.note.isEmpty()) // what was asked as a probe is answered as one
        entry.note = request->note;
    request->pair = entry.serial;
    request->durationUs = entry.durationUs;
}

/// @p serial 0: of none.
void TraceLog::setEnding(quint64 serial, TraceEntry::Ending ending)
{
    TraceEntry *const request = findEntry(serial);
    if (serial > 0 && !request) // on disk, or soon forgotten
        m_pending.setEnding(serial, ending);
    if (!request || request->ending != TraceEntry::Ending::None)
        return;
    request->ending = ending;
    emit entryUpdated(serial);
}

void TraceLog::limitSize(TraceEntry &entry) const
{
    if (entry.size <= m_maxBytes / 4 || entry.size <= keptBytes)
        return;
    entry.truncated = true;
    entry.message = entry.message.truncated(keptBytes);
    entry.method.truncate(Message::maxNameLength);
    entry.method.squeeze();
    if (!entry.bytes.isEmpty())
        entry.bytes = QByteArray(entry.bytes.constData(), keptBytes); // not a view of all of it
}

void TraceLog::trim()
{
    while (m_bytes > m_maxBytes && m_entries.size() > 1) {
        m_pending.forget(m_entries.front(), m_spill != nullptr);
        m_bytes -= m_entries.front().memory;
        spillOldest();
        m_entries.pop_front();
        ++m_firstSerial;
    }
}

void TraceLog::spillOldest()
{
    const qint64 place = m_spill ? m_spill->end() : 0;
    if (m_spill && m_spill->append(m_entries.front())) {
        if (m_older.isOn())
            m_older.append(m_entries.front(), place);
        return;
    }
    ++m_dropped;
    m_older.clear(); // there is a gap now
    if (!m_spill)
        return;
    if (const QString problem = m_spill->takeProblem(); !problem.isEmpty())
        emit spillFailed(problem);
}

void TraceLog::connectNotify(const QMetaMethod &signal)
{
    m_watched = m_watched || signal == QMetaMethod::fromSignal(&TraceLog::changed);
}

void TraceLog::scheduleChanged()
{
    // An event costs two system calls; without views nobody waits for it.
    if (m_watched)
        m_change.schedule(this, [this] { emit changed(); });
}

} // namespace Mcp
