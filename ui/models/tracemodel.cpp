// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/tracemodel.h"

#include "models/format.h"
#include "wire/error.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

// Filters look at this much of a message; the rest of a huge one would cost more than it tells.
constexpr qsizetype searchedBytes = 64 * 1024;

QString directionText(const Mcp::TraceEntry &entry)
{
    if (entry.kind == Mcp::TraceEntry::Kind::Event)
        return u"•"_s;
    return entry.direction == Mcp::TraceEntry::Direction::Sent ? u"→"_s : u"←"_s;
}

QString directionWord(const Mcp::TraceEntry &entry)
{
    if (entry.kind == Mcp::TraceEntry::Kind::Event)
        return u"a step of ours"_s;
    return entry.direction == Mcp::TraceEntry::Direction::Sent ? u"sent"_s : u"received"_s;
}

QString methodText(const Mcp::TraceEntry &entry)
{
    switch (entry.kind) {
    case Mcp::TraceEntry::Kind::Message:
        return displayLine(entry.method, 200);
    case Mcp::TraceEntry::Kind::Noise:
        return displayLine(entry.bytes, 200);
    case Mcp::TraceEntry::Kind::Violation:
        if (entry.isTooLong)
            return entry.method.isEmpty() ? u"too long"_s : displayLine(entry.method, 200);
        return u"broken rule"_s;
    case Mcp::TraceEntry::Kind::Event:
        break;
    }
    return u"step"_s;
}

QString messageStatus(const Mcp::TraceEntry &entry)
{
    const Mcp::Message &message = entry.message;
    switch (message.kind()) {
    case Mcp::Message::Kind::ErrorResponse:
        return displayLine(Mcp::Error::remote(message.error()).describe(), 300);
    case Mcp::Message::Kind::Response:
        return u"result"_s;
    case Mcp::Message::Kind::Request:
        return entry.pair ? u"answered"_s : u"no answer yet"_s;
    case Mcp::Message::Kind::Notification:
        return u"notification"_s;
    case Mcp::Message::Kind::Batch:
        return u"batch"_s;
    case Mcp::Message::Kind::Invalid:
        break;
    }
    return u"not a JSON-RPC message"_s;
}

QString statusText(const Mcp::TraceEntry &entry)
{
    QStringList parts;
    if (entry.kind == Mcp::TraceEntry::Kind::Message)
        parts += messageStatus(entry);
    else if (entry.kind == Mcp::TraceEntry::Kind::Noise)
        parts += u"text on stdout that is no message"_s;
    if (!entry.note.isEmpty())
        parts += displayLine(entry.note, 400);
    if (entry.truncated)
        parts += u"first 64 KiB kept"_s;
    return parts.join(u" · "_s);
}

TraceModel::Tone toneOf(const Mcp::TraceEntry &entry)
{
    switch (entry.kind) {
    case Mcp::TraceEntry::Kind::Violation:
    case Mcp::TraceEntry::Kind::Noise:
        return TraceModel::Warning;
    case Mcp::TraceEntry::Kind::Event:
        return TraceModel::Muted;
    case Mcp::TraceEntry::Kind::Message:
        break;
    }
    const bool bad = entry.message.kind() == Mcp::Message::Kind::ErrorResponse
                     || entry.message.kind() == Mcp::Message::Kind::Invalid;
    return bad ? TraceModel::Bad : TraceModel::Normal;
}

} // namespace

TraceModel::TraceModel(QObject *parent)
    : LogModel(Order::OldestFirst,
               { u"Time"_s, QString(), u"Method"_s, u"Status"_s, u"Id"_s, u"Size"_s, u"Took"_s },
               parent)
{}

void TraceModel::setLog(Mcp::TraceLog *log)
{
    if (log == m_log)
        return;
    if (m_log)
        disconnect(m_log, nullptr, this, nullptr);
    m_log = log;
    if (m_log) {
        connect(m_log, &Mcp::TraceLog::changed, this, &TraceModel::scheduleSync);
        connect(m_log, &Mcp::TraceLog::entryUpdated, this, &TraceModel::touch);
        connect(m_log, &QObject::destroyed, this, &TraceModel::restart);
    }
    restart();
}

const Mcp::TraceEntry *TraceModel::entry(quint64 serial) const
{
    return m_log && serial ? m_log->find(serial) : nullptr;
}

QVariant TraceModel::data(const QModelIndex &index, int role) const
{
    const Mcp::TraceEntry *found = index.isValid() ? entry(serialAt(index.row())) : nullptr;
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*found, index.column());
    case Qt::TextAlignmentRole:
        if (index.column() == Size || index.column() == Duration)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::AccessibleTextRole:
        return index.column() == Direction ? directionWord(*found) : text(*found, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Direction)
            return directionWord(*found);
        return index.column() == Status || index.column() == Method
                       ? formatToolTip(text(*found, index.column()))
                       : QVariant();
    case SerialRole:
        return found->serial;
    case PairRole:
        return found->pair;
    case ToneRole:
        return toneOf(*found);
    default:
        return {};
    }
}

QString TraceModel::text(const Mcp::TraceEntry &entry, int column) const
{
    switch (column) {
    case Time:
        return formatTime(entry.time);
    case Direction:
        return directionText(entry);
    case Method:
        return methodText(entry);
    case Id:
        return displayLine(entry.message.id().toString(), 60);
    case Size:
        return entry.kind == Mcp::TraceEntry::Kind::Event ? QString() : formatSize(entry.size);
    case Duration:
        return entry.message.isResponse() ? formatDuration(entry.durationUs) : QString();
    case Status:
        return statusText(entry);
    default:
        return {};
    }
}

quint64 TraceModel::droppedCount() const { return m_log ? m_log->droppedCount() : 0; }

QString TraceModel::textOf(quint64 serial) const
{
    const Mcp::TraceEntry *found = entry(serial);
    if (!found)
        return {};
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells += text(*found, column);
    const QByteArray &payload = found->bytes.isEmpty() ? found->message.payload() : found->bytes;
    return cells.join(u'\t') + u'\n' + QString::fromUtf8(payload) + u'\n';
}

quint64 TraceModel::logFirst() const { return m_log ? m_log->firstSerial() : 0; }

int TraceModel::logCount() const { return m_log ? m_log->count() : 0; }

bool TraceModel::matches(quint64 serial, const QString &needle) const
{
    const Mcp::TraceEntry *found = entry(serial);
    if (!found)
        return false;
    for (const int column : { Method, Status, Id }) {
        if (text(*found, column).contains(needle, Qt::CaseInsensitive))
            return true;
    }
    const QByteArray &payload = found->message.payload();
    const auto start = payload.constData();
    return QString::fromUtf8(start, qMin(payload.size(), searchedBytes))
            .contains(needle, Qt::CaseInsensitive);
}

} // namespace McpUi
