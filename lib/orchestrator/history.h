// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/callsubject.h"
#include "wire/result.h"
#include "json/rawjson.h"

#include <QtCore/qobject.h>

#include <deque>
#include <optional>

namespace Mcp {

/// One call that was made: of a tool, a prompt, a resource.
struct HistoryEntry
{
    enum class Outcome { Success, ToolError, RemoteError, Failed, Cancelled };

    quint64 serial = 0; ///< given by History; unique in this run
    qint64 time = 0;    ///< ms since the epoch, when it was made
    QString server;
    CallSubject subject;
    RawJson arguments; ///< exact, secret values left out
    Outcome outcome = Outcome::Success;
    QString message; ///< of an error
    qint64 durationMs = 0;
    qint64 resultSize = 0; ///< bytes of the whole result
    QByteArray result;     ///< raw; first 64 KiB only when it was over 1 MiB

    bool isResultCut() const { return result.size() < resultSize; }

    static QString outcomeName(Outcome outcome); ///< "success", "tool-error" …
    /// One line of the history file, with its line end.
    QByteArray toLine() const;
    /// Nothing when the line is damaged.
    static std::optional<HistoryEntry> fromLine(const QByteArray &line);
};

/*!
 * The calls made, newest last: bounded to 1,000 calls and 100 MiB on disk, appended as JSON lines
 * (mode 0600) so that a crash loses nothing that was finished. A file with damaged lines is moved
 * aside with a message and what can be read is kept.
 */
class History : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        int calls = 1000;
        qint64 bytes = 100LL * 1024 * 1024;
        qint64 wholeResult = 1024 * 1024; ///< larger ones keep their first cutResult bytes
        qint64 cutResult = 64 * 1024;
    };

    /// @p path empty: kept in memory only.
    explicit History(const QString &path = {}, QObject *parent = nullptr);
    History(const QString &path, Limits limits, QObject *parent = nullptr);

    /// Reads the file. An error says what was damaged and where it was put; the history works on.
    Error load();
    void add(HistoryEntry entry);
    /// What the history keeps of @p result, see Limits.
    QByteArray kept(QByteArrayView result) const;
    void clear();

    int count() const { return int(m_entries.size()); }
    const HistoryEntry &at(int index) const { return m_entries[size_t(index)].entry; }
    /// The newest entry of @p subject on @p server, null if there is none: its last arguments.
    const HistoryEntry *latest(const QString &server, const CallSubject &subject) const;

    static QString outcomeName(HistoryEntry::Outcome outcome);

signals:
    void entryAdded();
    void entriesRemoved(int count); ///< that many from the front
    void cleared();
    /// The file could not be written; the history goes on in memory.
    void failed(const Mcp::Error &error);

private:
    struct Kept
    {
        HistoryEntry entry;
        qint64 bytes = 0; ///< of its line in the file
    };
    int trim();
    void append(const QByteArray &line);
    Error shortenFile();
    void report(const Error &error);

    QString m_path;
    Limits m_limits;
    std::deque<Kept> m_entries;
    quint64 m_nextSerial = 1;
    qint64 m_bytes = 0;  ///< of the entries
    int m_fileLines = 0; ///< about; another instance of the program may write too
    bool m_writeFailed = false;
};

} // namespace Mcp
