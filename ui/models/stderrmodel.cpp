// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/stderrmodel.h"

#include "models/format.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

StderrModel::StderrModel(QObject *parent)
    : LogModel(Order::OldestFirst, { QString() }, parent)
{}

void StderrModel::setLog(Mcp::StderrLog *log)
{
    if (log == m_log)
        return;
    if (m_log)
        disconnect(m_log, nullptr, this, nullptr);
    m_log = log;
    m_measured = 0;
    m_longest = 0;
    if (m_log) {
        connect(m_log, &Mcp::StderrLog::changed, this, &StderrModel::scheduleSync);
        connect(m_log, &QObject::destroyed, this, &StderrModel::restart);
    }
    restart();
}

int StderrModel::longestLine() const
{
    const quint64 first = logFirst();
    const quint64 end = first + quint64(logCount());
    for (quint64 serial = qMax(first, m_measured); serial < end; ++serial)
        m_longest = qMax(m_longest,
                         int(qMin<qsizetype>(2000, m_log->at(int(serial - first)).text.size())));
    m_measured = end;
    return m_longest;
}

QVariant StderrModel::data(const QModelIndex &index, int role) const
{
    const quint64 serial = serialAt(index.row());
    const quint64 first = logFirst();
    if (!m_log || !index.isValid() || serial < first || serial >= first + quint64(logCount()))
        return {};
    const Mcp::StderrLog::Line &line = m_log->at(int(serial - first));
    switch (role) {
    case Qt::DisplayRole:
        return line.goesOn ? u"… "_s + displayLine(line.text) : displayLine(line.text);
    case Qt::ToolTipRole:
        return line.goesOn
                       ? tr("This goes on where the line above ends: a line is cut at the limit "
                            "stderrLineBytes of the server.")
                       : QVariant();
    case TimeRole:
        return formatTime(line.time);
    default:
        return {};
    }
}

quint64 StderrModel::droppedCount() const { return m_log ? m_log->droppedCount() : 0; }

QString StderrModel::textOf(quint64 serial) const
{
    const quint64 first = logFirst();
    if (!m_log || serial < first || serial >= first + quint64(logCount()))
        return {};
    return QString::fromUtf8(m_log->at(int(serial - first)).text);
}

quint64 StderrModel::logFirst() const { return m_log ? m_log->firstSerial() : 0; }

int StderrModel::logCount() const { return m_log ? m_log->count() : 0; }

bool StderrModel::matches(quint64 serial, const QString &needle) const
{
    return textOf(serial).contains(needle, Qt::CaseInsensitive);
}

} // namespace McpUi
