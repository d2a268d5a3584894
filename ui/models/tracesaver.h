// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "orchestrator/tracemask.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qsavefile.h>
#include <QtCore/qtimer.h>

#include <optional>

namespace Mcp {
class TraceLog;
}

namespace McpUi {

/*!
 * Writes a trace as lines of JSON (Mcp::TraceCodec), what is on disk first, as a whole or not at
 * all, readable by its owner alone. Entries are taken some at a time; their lines are made off the
 * GUI thread, because one can have megabytes. Ends with the entry that is the last one at the
 * start. Deletes itself when done.
 */
class TraceSaver : public QObject
{
    Q_OBJECT

public:
    /// @p mask: what takes the secrets out; nothing writes all as it is.
    TraceSaver(Mcp::TraceLog *log, const QString &path, std::optional<Mcp::TraceMask> mask,
               QObject *parent);
    void start();

signals:
    /// One sentence for people, success or not.
    void finished(const QString &sentence, bool isSaved);

private:
    using Mask = std::optional<Mcp::TraceMask>;
    /// What one job makes into lines: lines from the disk, or entries.
    struct Batch
    {
        QByteArray spilled;
        QList<Mcp::TraceEntry> entries;
        quint64 next = 0; ///< serials of @c spilled that count
        quint64 end = 0;
        Mask mask;
    };
    struct Lines
    {
        QByteArray text;
        quint64 next = 0; ///< serial behind the last one
        quint64 count = 0;
        bool isMasked = false; ///< something was taken out
        Mask mask;             ///< as it is now
    };

    void takeSome();
    bool takeSpilled(Batch &batch);
    void takeFromMemory(Batch &batch);
    static Lines lines(Batch batch);
    static void add(Lines &lines, const Mcp::TraceEntry &entry);
    void write(const Lines &lines);
    void finish();
    void fail(const QString &why);

    QPointer<Mcp::TraceLog> m_log;
    QSaveFile m_file;
    Mask m_mask;
    QTimer m_timer;
    BackgroundJob<Lines> m_making;
    quint64 m_end = 0;   ///< serial behind the last one to write
    quint64 m_next = 0;  ///< serial that comes next
    qint64 m_offset = 0; ///< in what is on disk
    QByteArray m_rest;   ///< of a line that goes on in the next part
    quint64 m_count = 0;
    bool m_isMasked = false; ///< something was taken out
};

} // namespace McpUi
