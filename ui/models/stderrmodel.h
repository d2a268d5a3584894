// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/logmodel.h"
#include "server/stderrlog.h"

#include <QtCore/qpointer.h>

namespace McpUi {

/// The lines a server wrote to stderr, one column, oldest first. Looks at a StderrLog that may be
/// exchanged (the selected server's) and keeps no copy of its lines.
class StderrModel : public LogModel
{
    Q_OBJECT

public:
    enum Role {
        TimeRole = Qt::UserRole, ///< clock time as text
    };

    explicit StderrModel(QObject *parent = nullptr);

    /// Null shows nothing.
    void setLog(Mcp::StderrLog *log);
    Mcp::StderrLog *log() const { return m_log; }
    /// Characters of the longest line seen in this log, at least (bytes are counted), bounded.
    int longestLine() const;

    QVariant data(const QModelIndex &index, int role) const override;
    quint64 droppedCount() const override;
    QString textOf(quint64 serial) const override;

protected:
    quint64 logFirst() const override;
    int logCount() const override;
    bool matches(quint64 serial, const QString &needle) const override;

private:
    QPointer<Mcp::StderrLog> m_log;
    mutable quint64 m_measured = 0; ///< serials before this one were looked at by longestLine()
    mutable int m_longest = 0;
};

} // namespace McpUi
