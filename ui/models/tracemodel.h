// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/logmodel.h"
#include "server/tracelog.h"

#include <QtCore/qpointer.h>

namespace McpUi {

/// The messages between us and one server, oldest first, with what is no message (noise on stdout,
/// broken rules, our own steps) between them. Looks at a TraceLog and keeps no copy.
class TraceModel : public LogModel
{
    Q_OBJECT

public:
    enum Column { Time, Direction, Method, Status, Id, Size, Duration, ColumnCount };
    enum Role {
        SerialRole = Qt::UserRole, ///< quint64
        PairRole,                  ///< serial of the other half, 0 if there is none (yet)
        ToneRole,                  ///< Tone: how a row wants to be seen, in words in Status too
    };
    enum Tone { Normal, Muted, Warning, Bad };

    explicit TraceModel(QObject *parent = nullptr);

    void setLog(Mcp::TraceLog *log);
    Mcp::TraceLog *log() const { return m_log; }
    /// Null when the log has dropped it.
    const Mcp::TraceEntry *entry(quint64 serial) const;

    QVariant data(const QModelIndex &index, int role) const override;
    quint64 droppedCount() const override;
    /// The row as text, then the whole message.
    QString textOf(quint64 serial) const override;

protected:
    quint64 logFirst() const override;
    int logCount() const override;
    bool matches(quint64 serial, const QString &needle) const override;

private:
    QString text(const Mcp::TraceEntry &entry, int column) const;

    QPointer<Mcp::TraceLog> m_log;
};

} // namespace McpUi
