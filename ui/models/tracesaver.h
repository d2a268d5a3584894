// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/traceentry.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qsavefile.h>
#include <QtCore/qtimer.h>

#include <functional>

namespace Mcp {
class TraceLog;
}

namespace McpUi {

/*!
 * Writes a trace as lines of JSON (Mcp::TraceCodec), what is on disk first, some milliseconds at a
 * time, as a whole or not at all, readable by its owner alone. Ends with the entry that is the last
 * one at the start. Deletes itself when done.
 */
class TraceSaver : public QObject
{
    Q_OBJECT

public:
    /// The bytes of an entry without what must not be told.
    using Mask = std::function<QByteArray(const Mcp::TraceEntry &entry)>;

    /// @p mask: none writes all as it is.
    TraceSaver(Mcp::TraceLog *log, const QString &path, Mask mask, QObject *parent);
    void start();

signals:
    /// One sentence for people, success or not.
    void finished(const QString &sentence, bool isSaved);

private:
    void writeSome();
    bool writeSpilled();
    bool write(const Mcp::TraceEntry &entry);
    bool writeBytes(const QByteArray &bytes);
    void finish();
    void fail(const QString &why);

    QPointer<Mcp::TraceLog> m_log;
    QSaveFile m_file;
    Mask m_mask;
    QTimer m_timer;
    quint64 m_end = 0;   ///< serial behind the last one to write
    quint64 m_next = 0;  ///< serial that comes next
    qint64 m_offset = 0; ///< in what is on disk
    QByteArray m_rest;   ///< of a line that goes on in the next part
    quint64 m_count = 0;
    bool m_isMasked = false; ///< something was taken out
};

} // namespace McpUi
