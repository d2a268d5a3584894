// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qabstractitemmodel.h>
#include <QtCore/qhash.h>
#include <QtCore/qtimer.h>

namespace Mcp {
class Orchestrator;
class Server;
} // namespace Mcp

namespace McpUi {

/// All servers of an Orchestrator in its order: state, tools, warnings, and why one has failed.
/// A row follows its server through renames and reorders of the file.
class ServerModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole,
        StateRole,     ///< int of Mcp::Server::State
        DetailRole,    ///< one line: the state in words and what belongs to it
        ToolCountRole, ///< int, -1 while the tools were never listed
        WarningsRole,  ///< QStringList: rules the server breaks
        FailureRole,   ///< the whole reason as text, empty unless failed
        AdHocRole,     ///< bool: for this run only, not in the file
        QuestionsRole, ///< int: how many of its questions wait for an answer
        ResponderRole, ///< QString: what answers its sampling by itself; empty for nothing
    };

    explicit ServerModel(Mcp::Orchestrator *orchestrator, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    int rowOf(const QString &name) const; ///< -1 if there is none
    QString nameAt(int row) const;        ///< empty if there is none

private:
    void sync();
    void removeVanished(const QStringList &names);
    void insertNew(const QStringList &names);
    void reorder(const QStringList &names);
    void watch(const QString &name);
    void rename(const QString &from, const QString &to);
    void touch(Mcp::Server *server);
    void touchAll();
    void updateClock();
    void onQuestionsChanged();
    QString askingWords(const QString &name) const;
    QString detail(const Mcp::Server &server) const;
    QString toolTip(const Mcp::Server &server) const;

    Mcp::Orchestrator *m_orchestrator;
    QHash<QString, qsizetype> m_asking; ///< questions by server, as last told
    QStringList m_names;
    QTimer m_clock; ///< seconds, while a server is starting
};

} // namespace McpUi
