// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/logmodel.h"
#include "orchestrator/history.h"

#include <QtCore/qpointer.h>

namespace McpUi {

/// The calls that were made, newest first, of one server or of all. Looks at a History.
class HistoryModel : public LogModel
{
    Q_OBJECT

public:
    enum Column { Time, Server, Target, Outcome, Duration, Size, Arguments, ColumnCount };
    enum Role {
        GoodRole = Qt::UserRole, ///< bool: the call gave a result without error
    };

    explicit HistoryModel(QObject *parent = nullptr);

    /// Null shows nothing.
    void setHistory(Mcp::History *history);

    /// Empty shows the calls of all servers.
    void setServer(const QString &name);
    /// Null when the row is gone.
    const Mcp::HistoryEntry *entryAt(int row) const;

    QVariant data(const QModelIndex &index, int role) const override;
    QString textOf(quint64 serial) const override;

protected:
    quint64 logFirst() const override { return m_base; }
    int logCount() const override;
    bool matches(quint64 serial, const QString &needle) const override;
    bool alwaysFilters() const override { return true; }

private:
    const Mcp::HistoryEntry *entry(quint64 serial) const;
    QString text(const Mcp::HistoryEntry &entry, int column) const;

    QPointer<Mcp::History> m_history;
    QString m_server;
    quint64 m_base = 1; ///< our number for the history's first entry
};

} // namespace McpUi
