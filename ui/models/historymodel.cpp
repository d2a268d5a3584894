// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/historymodel.h"

#include "models/format.h"
#include "models/subjectwords.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

HistoryModel::HistoryModel(QObject *parent)
    : LogModel(Order::NewestFirst,
               { u"Time"_s, u"Server"_s, u"Target"_s, u"Outcome"_s, u"Took"_s, u"Size"_s,
                 u"Arguments"_s },
               parent)
{}

void HistoryModel::setHistory(Mcp::History *history)
{
    if (history == m_history)
        return;
    if (m_history)
        disconnect(m_history, nullptr, this, nullptr);
    m_history = history;
    m_base = 1;
    restart();
    if (!m_history)
        return;
    connect(m_history, &Mcp::History::entryAdded, this, &HistoryModel::scheduleSync);
    connect(m_history, &Mcp::History::entriesRemoved, this, [this](int count) {
        m_base += quint64(count);
        scheduleSync();
    });
    connect(m_history, &Mcp::History::cleared, this, [this] {
        m_base = 1;
        restart();
    });
}

void HistoryModel::setServer(const QString &name)
{
    if (name == m_server)
        return;
    m_server = name;
    restart();
}

int HistoryModel::logCount() const { return m_history ? m_history->count() : 0; }

const Mcp::HistoryEntry *HistoryModel::entry(quint64 serial) const
{
    if (serial < m_base || serial >= m_base + quint64(logCount()))
        return nullptr;
    return &m_history->at(int(serial - m_base));
}

const Mcp::HistoryEntry *HistoryModel::entryAt(int row) const { return entry(serialAt(row)); }

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const Mcp::HistoryEntry *found = index.isValid() ? entryAt(index.row()) : nullptr;
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*found, index.column());
    case Qt::TextAlignmentRole:
        if (index.column() == Size || index.column() == Duration)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::ToolTipRole:
        if (index.column() == Outcome || index.column() == Arguments)
            return formatToolTip(text(*found, index.column()));
        return {};
    case GoodRole:
        return found->outcome == Mcp::HistoryEntry::Outcome::Success;
    default:
        return {};
    }
}

QString HistoryModel::text(const Mcp::HistoryEntry &entry, int column) const
{
    switch (column) {
    case Time:
        return formatTime(entry.time);
    case Server:
        return entry.server;
    case Target:
        return entry.subject.kind == Mcp::CallSubject::Kind::Prompt
                       ? u"%1 (%2)"_s.arg(displayLine(entry.subject.name, 200),
                                          SubjectWords::of(entry.subject.kind).one)
                       : displayLine(entry.subject.name, 200);
    case Outcome: {
        const QString outcome = Mcp::HistoryEntry::outcomeName(entry.outcome);
        return entry.message.isEmpty() ? outcome
                                       : outcome + u": "_s + displayLine(entry.message, 300);
    }
    case Duration:
        return formatDuration(entry.durationMs * 1000);
    case Size:
        return entry.resultSize > 0 ? formatSize(entry.resultSize) : QString(); // of an error: none
    case Arguments:
        return displayLine(entry.arguments.toByteArray(), 500);
    default:
        return {};
    }
}

QString HistoryModel::textOf(quint64 serial) const
{
    const Mcp::HistoryEntry *found = entry(serial);
    if (!found)
        return {};
    QStringList cells;
    for (int column = 0; column < Arguments; ++column)
        cells += text(*found, column);
    cells += QString::fromUtf8(found->arguments.toByteArray());
    return cells.join(u'\t');
}

bool HistoryModel::matches(quint64 serial, const QString &needle) const
{
    const Mcp::HistoryEntry *found = entry(serial);
    if (!found || (!m_server.isEmpty() && found->server != m_server))
        return false;
    for (int column = 0; column < ColumnCount; ++column) {
        if (text(*found, column).contains(needle, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace McpUi
