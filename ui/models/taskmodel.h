// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/logmodel.h"
#include "orchestrator/taskstore.h"

#include <QtCore/qpointer.h>

namespace McpUi {

/// The tasks that servers work on, or have worked on, newest first, of one server or of all. Looks
/// at a TaskStore.
class TaskModel : public LogModel
{
    Q_OBJECT

public:
    enum Column { Server, Tool, Status, Message, Created, Updated, Id, ColumnCount };
    enum Role {
        ToneRole = Qt::UserRole, ///< Tone: how a cell wants to be seen
    };
    enum Tone { Normal, Muted, Waiting, Good, Bad };

    explicit TaskModel(QObject *parent = nullptr);

    /// Null shows nothing.
    void setStore(Mcp::TaskStore *store);
    Mcp::TaskStore *store() const { return m_store; }
    /// Empty shows the tasks of all servers.
    void setServer(const QString &name);
    /// Null when the row is gone.
    const Mcp::KnownTask *taskAt(int row) const { return task(serialAt(row)); }
    const Mcp::KnownTask *task(quint64 serial) const;
    /// Of all servers, whatever the filter.
    int runningCount() const;

    QVariant data(const QModelIndex &index, int role) const override;
    QString textOf(quint64 serial) const override;

signals:
    /// runningCount() may be another one, or a row says something else.
    void statesChanged();

protected:
    quint64 logFirst() const override;
    int logCount() const override;
    bool matches(quint64 serial, const QString &needle) const override;
    bool alwaysFilters() const override { return true; }
    std::vector<quint64> takeGone() override;
    quint64 following(quint64 serial) const override;

private:
    void onChanged();
    static QString text(const Mcp::KnownTask &task, int column);
    static Tone toneOf(const Mcp::KnownTask &task, int column);

    QPointer<Mcp::TaskStore> m_store;
    QString m_server;
    QList<Mcp::KnownTask> m_shown;  ///< newest first, as last taken over
    std::vector<quint64> m_serials; ///< ascending, as of the last takeGone()
};

} // namespace McpUi
