// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/client.h"
#include "orchestrator/orchestratorpaths.h"
#include "protocol/resource.h"
#include "server/server.h"

#include <QtCore/qhash.h>
#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>

#include <memory>

namespace Mcp {

class AnswerPolicy;
class History;
class LaunchPolicy;
class LearnedStore;
class LoginShellPath;
class ManagedServer;
class ServerList;
class ServerStore;
class TaskStore;
class PromptCatalog;
class Questions;
class ResourceCatalog;
class ToolCatalog;
struct CallSubject;

/*!
 * Owns servers and clients by name; the one door for the window and the command line. Works without
 * any file (default-constructed) for those who embed the library. All functions return at once;
 * what takes time is a Call, and a wrong name settles the Call with a Usage error.
 */
class Orchestrator : public QObject
{
    Q_OBJECT

public:
    explicit Orchestrator(QObject *parent = nullptr);
    explicit Orchestrator(const OrchestratorPaths &paths, QObject *parent = nullptr);
    ~Orchestrator() override;

    /// \name After the reference document
    /// @{
    /// Adds the server if the name is new (for this run only) and starts its process. A name that
    /// is taken by another command is a Usage error.
    Error startServer(const QString &name, const QString &command, const QStringList &arguments);
    Error startServer(const QString &name);
    Error stopServer(const QString &name);
    void stopAllServers(); ///< allStopped() follows
    Error createClient(const QString &name, const QString &serverName);
    Call *initializeClient(const QString &name);
    Call *listTools(const QString &clientName);
    Call *callTool(const QString &clientName, const QString &toolName,
                   const RawJson &arguments = {}, const CallOptions &options = {});
    /// @}

    /// \name Servers
    /// @{
    Error addServer(const ServerSpec &spec); ///< for this run only; ServerStore keeps for good
    /// Stops it; its clients and calls end. One from the file is removed there (see store()).
    Error removeServer(const QString &name);
    /// Another definition for @p name, effective at its next start. One from the file is changed
    /// there and may get another name; one of this run keeps its name.
    Error updateServer(const QString &name, const ServerSpec &spec);
    QStringList serverNames() const;           ///< in the order of the file, then ad hoc ones
    Server *server(const QString &name) const; ///< null if there is none
    bool isAdHoc(const QString &name) const;   ///< not from the file
    bool hasRunningServers() const;
    Client *client(const QString &name) const; ///< null if there is none
    /// @}

    /// \name One client for each server, for those who need no more (window, command line)
    /// @{
    /// Starts the server if need be, connects with what was learned before, remembers what worked,
    /// and settles with the connection's result; the tools are then being listed (see tools()).
    /// From now on the client connects again whenever the server's process was restarted.
    Call *open(const QString &serverName);
    Error restartServer(const QString &name); ///< and open() again
    /// The client that open() uses; made on first use, null for an unknown server.
    Client *defaultClient(const QString &serverName);
    /// Its lists; null for an unknown server. Those but the tools are listed when refreshed.
    ToolCatalog *tools(const QString &serverName);
    ResourceCatalog *resources(const QString &serverName, Resource::Kind kind);
    PromptCatalog *prompts(const QString &serverName);
    /// A call through the default client, recorded in the history.
    Call *callServerTool(const QString &serverName, const QString &toolName,
                         const RawJson &arguments, const CallOptions &options = {});
    enum class Recorded { Yes, No }; ///< what nobody asked for is no part of the history
    /// Likewise for any subject: tools/call, prompts/get or resources/read (see SubjectKind).
    Call *callSubject(const QString &serverName, const CallSubject &subject,
                      const RawJson &arguments, const CallOptions &options = {},
                      Recorded recorded = Recorded::Yes);
    /// These are declared to servers, but for what their definitions withhold: somebody answers
    /// what Client::inputRequested() tells of. Default none.
    void setAnswered(const ClientCapabilities &capabilities);
    /// Log messages that are wanted from the server, on this connection and later ones ("info");
    /// empty: what it sends by itself. Null: that is told with its next connection.
    Call *setLogLevel(const QString &serverName, const QString &level);
    QString logLevel(const QString &serverName) const;
    void setRefreshOnListChanged(bool enabled); ///< lists anew what has changed; default false
    /// @}

    ServerStore *store() const { return m_store.get(); } ///< null without a path
    History *history();                                  ///< read from its file on first use
    LaunchPolicy &launchPolicy() { return *m_policy; }
    AnswerPolicy &answerPolicy() { return *m_answerPolicy; }
    /// What the servers ask. From its first use on it takes the questions of all default clients;
    /// see setAnswered().
    Questions *questions();
    LoginShellPath *loginShellPath() const { return m_loginShellPath.get(); }
    TaskStore *tasks(); ///< read from its file on first use
    /// A call that follows a task known from before; what comes of it is kept in tasks().
    Call *followTask(const QString &serverName, const QString &taskId);
    /// Has the server give up a task; it need not, and what it does is kept in tasks().
    Call *cancelTask(const QString &serverName, const QString &taskId);
    /// What was wrong with our own files (damaged ones were moved aside), one sentence each.
    QStringList problems() const;

signals:
    void serverAdded(const QString &name);
    void serverRemoved(const QString &name);
    void serverRenamed(const QString &from, const QString &to);
    void serverOrderChanged();
    void allStopped(); ///< after stopAllServers(): no child process is left

private:
    Call *failedCall(const QString &method, const Error &error);
    void keepOlderMessages(const QString &serverName);

    OrchestratorPaths m_paths;
    std::unique_ptr<ServerStore> m_store;
    std::unique_ptr<History> m_history;
    std::unique_ptr<TaskStore> m_tasks;
    std::unique_ptr<LaunchPolicy> m_policy;
    std::unique_ptr<AnswerPolicy> m_answerPolicy;
    std::unique_ptr<LearnedStore> m_learned;
    std::unique_ptr<LoginShellPath> m_loginShellPath;
    QStringList m_problems;
    std::unique_ptr<ServerList> m_servers;
    std::unique_ptr<Questions> m_questions;
    QHash<QString, Client *> m_clients; ///< each a child of its ManagedServer
};

} // namespace Mcp
