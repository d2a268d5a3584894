// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/history.h"

#include "orchestrator/datafile.h"

#include <QtCore/qfileinfo.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

History::History(const QString &path, QObject *parent)
    : History(path, Limits(), parent)
{}

History::History(const QString &path, Limits limits, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_limits(limits)
{}

Error History::load()
{
    if (m_path.isEmpty())
        return {};
    const auto bytes = DataFile::read(m_path);
    if (!bytes)
        return bytes.error();
    m_entries.clear();
    m_bytes = 0;
    m_fileLines = 0;
    int damaged = 0;
    for (qsizetype begin = 0; begin < bytes->size();) {
        qsizetype end = bytes->indexOf('\n', begin);
        const bool whole = end >= 0;
        end = whole ? end + 1 : bytes->size();
        auto entry = HistoryEntry::fromLine(bytes->sliced(begin, end - begin));
        if (entry && whole) {
            entry->serial = m_nextSerial++;
            m_entries.push_back({ *std::move(entry), end - begin });
            m_bytes += end - begin;
            ++m_fileLines;
        } else {
            ++damaged;
        }
        begin = end;
    }
    trim();
    if (damaged == 0)
        return {};
    const QString message = DataFile::moveAside(
            m_path, u"%1 of its lines are damaged; the others are kept"_s.arg(damaged));
    QByteArray good;
    for (const Kept &kept : m_entries)
        good += kept.entry.toLine();
    const Error error = DataFile::write(m_path, good);
    return error ? error : Error::usage(message);
}

void History::add(HistoryEntry entry)
{
    entry.serial = m_nextSerial++;
    if (entry.result.size() > m_limits.wholeResult)
        entry.result = kept(entry.result);
    const QByteArray line = entry.toLine();
    m_entries.push_back({ std::move(entry), line.size() });
    m_bytes += line.size();
    emit entryAdded();
    if (const int removed = trim(); removed > 0)
        emit entriesRemoved(removed);
    append(line);
}

QByteArray History::kept(QByteArrayView result) const
{
    const bool isWhole = result.size() <= m_limits.wholeResult;
    return (isWhole ? result : result.first(m_limits.cutResult)).toByteArray();
}

void History::clear()
{
    m_entries.clear();
    m_bytes = 0;
    m_fileLines = 0;
    if (!m_path.isEmpty())
        report(DataFile::write(m_path, {}));
    emit cleared();
}

const HistoryEntry *History::latest(const QString &server, const CallSubject &subject) const
{
    const auto found = std::find_if(m_entries.rbegin(), m_entries.rend(), [&](const Kept &kept) {
        return kept.entry.subject == subject && kept.entry.server == server;
    });
    return found == m_entries.rend() ? nullptr : &found->entry;
}

QString History::outcomeName(HistoryEntry::Outcome outcome)
{
    return HistoryEntry::outcomeName(outcome);
}

/// Drops the oldest until the bounds hold; returns how many.
int History::trim()
{
    int removed = 0;
    while (!m_entries.empty() && (m_bytes > m_limits.bytes || count() > m_limits.calls)) {
        m_bytes -= m_entries.front().bytes;
        m_entries.pop_front();
        ++removed;
    }
    return removed;
}

void History::append(const QByteArray &line)
{
    if (m_path.isEmpty())
        return;
    Error error = DataFile::append(m_path, line);
    ++m_fileLines;
    // Some slack, so that not every call past the bounds writes the file anew.
    if (!error
        && (QFileInfo(m_path).size() > m_limits.bytes || m_fileLines > m_limits.calls * 5 / 4))
        error = shortenFile();
    report(error);
}

/// Keeps the newest lines of the file, whoever wrote them.
Error History::shortenFile()
{
    const auto bytes = DataFile::read(m_path);
    if (!bytes)
        return bytes.error();
    qsizetype begin = bytes->size();
    m_fileLines = 0;
    while (begin > 0 && m_fileLines < m_limits.calls) {
        const qsizetype previous = begin < 2 ? 0 : bytes->lastIndexOf('\n', begin - 2) + 1;
        if (bytes->size() - previous > m_limits.bytes * 3 / 4)
            break;
        begin = previous;
        ++m_fileLines;
    }
    return DataFile::write(m_path, QByteArrayView(*bytes).sliced(begin));
}

/// Once is enough: a full disk would be told with every call.
void History::report(const Error &error)
{
    if (error && !m_writeFailed)
        emit failed(error);
    m_writeFailed = bool(error);
}

} // namespace Mcp
