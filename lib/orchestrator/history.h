// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/result.h"
#include "json/rawjson.h"

#include <QtCore/qobject.h>

#include <deque>

namespace Mcp {

/// One call of a tool that was made.
struct HistoryEntry
{
    enum class Outcome { Success, ToolError, RemoteError, Failed, Cancelled };

    quint64 serial = 0;
    qint64 time = 0; ///< ms since the epoch, when it was made
    QString server;
    QString tool;
    RawJson arguments; ///< exact, secret values left out
    Outcome outcome = Outcome::Success;
    QString message; ///< of an error
    qint64 durationMs = 0;
    qint64 resultSize = 0; ///< bytes of the whole result
    QByteArray result;     ///< raw; first 64 KiB only when it was over 1 MiB
};

/*!
 * The calls made, newest last: bounded to 1,000 calls and 100 MiB on disk, appended as JSON lines
 * (mode 0600) so that a crash loses at most the last second. A damaged file is moved aside with a
 * message, never overwritten.
 */
class History : public QObject
{
    Q_OBJECT

public:
    /// @p path empty: kept in memory only.
    explicit History(const QString &path = {}, QObject *parent = nullptr);

    Error load();
    void add(HistoryEntry entry);
    void clear();

    int count() const { return int(m_entries.size()); }
    const HistoryEntry &at(int index) const { return m_entries[size_t(index)]; }
    /// The newest entry of @p tool on @p server, null if there is none: its last arguments.
    const HistoryEntry *latest(const QString &server, const QString &tool) const;

    static QString outcomeName(HistoryEntry::Outcome outcome);

signals:
    void entryAdded();
    void entriesRemoved(int count); ///< that many from the front
    void cleared();

private:
    void append(const HistoryEntry &entry);
    void rewrite();

    QString m_path;
    std::deque<HistoryEntry> m_entries;
    quint64 m_nextSerial = 1;
    qint64 m_bytes = 0;
};

} // namespace Mcp
