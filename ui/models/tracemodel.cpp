// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/tracemodel.h"

#include "models/format.h"
#include "models/tracecells.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {
constexpr int gatherBudgetMs = 8;
} // namespace

TraceModel::TraceModel(QObject *parent)
    : LogModel(Order::OldestFirst,
               { u"Time"_s, QString(), u"Server"_s, u"Method"_s, u"Target"_s, u"Id"_s, u"Took"_s,
                 u"Size"_s, u"Status"_s },
               parent)
{}

void TraceModel::setLog(Mcp::TraceLog *log, const QString &server)
{
    setSources(log ? QList<Source>{ { server, log } } : QList<Source>());
}

void TraceModel::setSources(const QList<Source> &sources)
{
    const bool isSame = std::equal(sources.begin(), sources.end(), m_sources.begin(),
                                   m_sources.end(), [](const Source &a, const Followed &b) {
                                       return a.log == b.log && a.server == b.server;
                                   });
    if (isSame)
        return;
    for (const Followed &source : m_sources) {
        if (source.log)
            disconnect(source.log, nullptr, this, nullptr);
    }
    m_merged.clear();
    m_sources.clear();
    for (const Source &source : sources)
        m_sources.push_back({ source.server, source.log, 0 });
    for (const Source &source : sources) {
        Mcp::TraceLog *const log = source.log;
        connect(log, &Mcp::TraceLog::changed, this, &TraceModel::scheduleSync);
        connect(log, &Mcp::TraceLog::entryUpdated, this,
                [this, log](quint64 serial) { touch(rowSerial(log, serial)); });
        connect(log, &QObject::destroyed, this, &TraceModel::scheduleSync);
    }
    restart();
}

// ---- Several logs ----

/// Entries of all logs by their time, as many as fit the time there is.
bool TraceModel::gather()
{
    if (!isMerged())
        return true;
    startAnewBeforeOlder();
    for (size_t i = 0; i < m_sources.size(); ++i) {
        Followed &source = m_sources[i];
        const Mcp::TraceLog *const log = source.log;
        m_merged.dropBefore(int(i), log ? log->firstSerial() : source.next);
        if (log)
            source.next = std::max(source.next, log->firstSerial());
    }
    return mergeUntil(gatherBudgetMs);
}

/// What a log has again in front of what it had stands between what others said at that time.
void TraceModel::startAnewBeforeOlder()
{
    bool hasOlder = false;
    for (size_t i = 0; i < m_sources.size(); ++i) {
        const Mcp::TraceLog *const log = m_sources[i].log;
        hasOlder = hasOlder || (log && m_merged.isAfter(int(i), log->firstSerial()));
    }
    if (!hasOlder)
        return;
    m_merged.clear(); // numbers go on, so all rows are other ones
    for (Followed &source : m_sources)
        source.next = 0;
}

bool TraceModel::mergeUntil(qint64 budgetMs)
{
    QElapsedTimer timer;
    timer.start();
    for (int taken = 0;; ++taken) {
        int next = -1;
        qint64 time = 0;
        for (size_t i = 0; i < m_sources.size(); ++i) {
            const Followed &source = m_sources[i];
            const Mcp::TraceEntry *const head =
                    source.log ? source.log->find(source.next) : nullptr;
            if (head && (next < 0 || head->time < time)) {
                next = int(i);
                time = head->time;
            }
        }
        if (next < 0)
            return true;
        m_merged.append(next, m_sources[size_t(next)].next++);
        if (taken % 64 == 63 && timer.elapsed() >= budgetMs)
            return false;
    }
}

quint64 TraceModel::following(quint64 serial) const
{
    return isMerged() ? m_merged.following(serial) : serial;
}

const TraceModel::Followed *TraceModel::followed(quint64 serial) const
{
    if (!isMerged())
        return m_sources.empty() ? nullptr : &m_sources.front();
    const MergedSequence::Place *const place = m_merged.find(serial);
    return place ? &m_sources[size_t(place->log)] : nullptr;
}

int TraceModel::indexOf(const Mcp::TraceLog *log) const
{
    const auto found = std::find_if(m_sources.begin(), m_sources.end(),
                                    [log](const Followed &source) { return source.log == log; });
    return found == m_sources.end() ? -1 : int(found - m_sources.begin());
}

const Mcp::TraceEntry *TraceModel::entry(quint64 serial) const
{
    const Followed *const source = serial ? followed(serial) : nullptr;
    if (!source || !source->log)
        return nullptr;
    return source->log->find(isMerged() ? m_merged.find(serial)->serial : serial);
}

TraceModel::Source TraceModel::sourceOf(quint64 serial) const
{
    const Followed *const source = followed(serial);
    return source ? Source{ source->server, source->log } : Source();
}

quint64 TraceModel::rowSerial(const Mcp::TraceLog *log, quint64 serial) const
{
    const int index = indexOf(log);
    if (index < 0 || serial == 0)
        return 0;
    return isMerged() ? m_merged.numberOf(index, serial) : serial;
}

const Mcp::TraceEntry *TraceModel::violationOf(quint64 serial) const
{
    constexpr quint64 near = 20; // it is added right behind its message
    const Mcp::TraceEntry *const message = entry(serial);
    const Mcp::TraceLog *const log = message ? sourceOf(serial).log : nullptr;
    for (quint64 next = 1; log && next <= near; ++next) {
        const Mcp::TraceEntry *const found = log->find(message->serial + next);
        if (found && found->kind == Mcp::TraceEntry::Kind::Violation
            && found->pair == message->serial && found->rule != Mcp::Rule::None)
            return found;
    }
    return nullptr;
}

// ---- Cells ----

QVariant TraceModel::data(const QModelIndex &index, int role) const
{
    const quint64 serial = index.isValid() ? serialAt(index.row()) : 0;
    const Mcp::TraceEntry *found = entry(serial);
    if (!found)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(serial, *found, column);
    case Qt::TextAlignmentRole:
        if (column == Size || column == Duration)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::AccessibleTextRole:
        return column == Direction ? TraceCells::directionWord(*found)
                                   : text(serial, *found, column);
    case Qt::ToolTipRole:
        if (column == Direction)
            return TraceCells::directionWord(*found);
        return column == Status || column == Method || column == Target
                       ? formatToolTip(text(serial, *found, column))
                       : QVariant();
    case SerialRole:
        return serial;
    case PairRole:
        return rowSerial(sourceOf(serial).log, found->pair);
    case ConversationRole: // by its first entry, whose number no other server has
        return isMerged() ? rowSerial(sourceOf(serial).log, found->conversation)
                          : found->conversation;
    case ToneRole:
        return TraceCells::tone(*found);
    default:
        return {};
    }
}

QString TraceModel::text(quint64 serial, const Mcp::TraceEntry &entry, int column) const
{
    switch (column) {
    case Time:
        return formatTime(entry.time);
    case Direction:
        return TraceCells::direction(entry);
    case Server:
        return displayLine(sourceOf(serial).server, 100);
    case Method:
        return TraceCells::method(entry);
    case Target: { // an answer is about what its request was
        const Mcp::TraceLog *const log = sourceOf(serial).log;
        const Mcp::TraceEntry *const asked =
                entry.message.isResponse() && log ? log->find(entry.pair) : nullptr;
        return displayLine(asked ? asked->target : entry.target, 200);
    }
    case Id:
        return displayLine(entry.message.id().toString(), 60);
    case Size:
        return entry.kind == Mcp::TraceEntry::Kind::Event ? QString() : formatSize(entry.size);
    case Duration:
        return entry.message.isResponse() ? formatDuration(entry.durationUs) : QString();
    case Status:
        return TraceCells::status(entry);
    default:
        return {};
    }
}

quint64 TraceModel::droppedCount() const
{
    quint64 count = 0;
    for (const Followed &source : m_sources)
        count += source.log ? source.log->droppedCount() : 0;
    return count;
}

quint64 TraceModel::spilledCount() const
{
    quint64 count = 0;
    for (const Followed &source : m_sources)
        count += source.log ? source.log->spilledCount() : 0;
    return count;
}

QString TraceModel::textOf(quint64 serial) const
{
    const Mcp::TraceEntry *found = entry(serial);
    if (!found)
        return {};
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column) {
        if (column != Server || isMerged())
            cells += text(serial, *found, column);
    }
    return cells.join(u'\t') + u'\n' + QString::fromUtf8(found->payload()) + u'\n';
}

// ---- What LogModel asks ----

quint64 TraceModel::logFirst() const
{
    if (isMerged())
        return m_merged.first();
    return m_sources.empty() || !m_sources.front().log ? 0 : m_sources.front().log->firstSerial();
}

int TraceModel::logCount() const
{
    if (isMerged())
        return int(m_merged.end() - m_merged.first());
    return m_sources.empty() || !m_sources.front().log ? 0 : m_sources.front().log->count();
}

QString TraceModel::acceptFilter(const QString &text)
{
    const auto filter = Mcp::TraceFilter::parse(text);
    if (!filter)
        return filter.error().message;
    m_filter = *filter;
    return {};
}

bool TraceModel::matches(quint64 serial, const QString &) const
{
    const Mcp::TraceEntry *found = entry(serial);
    return found && m_filter.matches(*found, sourceOf(serial).server);
}

} // namespace McpUi
