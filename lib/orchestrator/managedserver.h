// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/client.h"
#include "orchestrator/catalogset.h"
#include "server/server.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

#include <optional>

namespace Mcp {

class LearnedStore;

/*!
 * One server as the Orchestrator keeps it: the Server, the client that the window uses, the
 * catalogs of its lists, and whether it is meant to be connected. Child of the Orchestrator, which
 * is the only one that sees it.
 */
class ManagedServer : public QObject
{
    Q_OBJECT

public:
    ManagedServer(const ServerSpec &spec, bool adHoc, LearnedStore *learned, QObject *parent);
    ~ManagedServer() override;

    QString name() const { return m_server->name(); }
    Server *server() const { return m_server; }
    bool isAdHoc() const { return m_adHoc; }
    void setAdHoc(bool adHoc) { m_adHoc = adHoc; }
    const ServerSpec &configured() const { return m_configured; }
    /// As configured now, for the next start; other folders are told to a server that knows some.
    /// @p approved: the user agreed to start what it says; if not, an automatic restart does not
    /// start it either.
    void setSpec(const ServerSpec &spec, bool approved);

    Error start();
    void stop();
    Error restart();
    bool isActive() const; ///< a process runs, is about to, or has not gone yet

    /// Connects @p client with what was learned before, remembers what worked.
    Call *connectClient(Client *client);
    /// The same for the default client, then lists the tools; from now on it connects again by
    /// itself whenever a new process of the server has started.
    Call *open();
    Client *defaultClient();
    /// \name Its lists, made on first use, as the default client is
    /// @{
    ToolCatalog *tools() { return m_catalogs.tools(defaultClient()); }
    ResourceCatalog *resources(Resource::Kind kind)
    {
        return m_catalogs.resources(defaultClient(), kind);
    }
    PromptCatalog *prompts() { return m_catalogs.prompts(defaultClient()); }
    /// @}
    /// Wanted from the server on this connection and later ones; empty: what it sends by itself.
    Call *setLogLevel(const QString &level); ///< null: told at the next start
    const QString &logLevel() const { return m_logLevel; }
    /// What somebody answers for, and so is declared but for what the spec withholds; none until
    /// told.
    void setAnswered(const ClientCapabilities &capabilities);
    void setRefreshOnListChanged(bool enabled);

signals:
    /// By the default client.
    void inputRequested(Mcp::InputRequest *request);
    /// notifications/elicitation/complete (2025-11-25)
    void elicitationCompleted(const QString &id);

private:
    void tellRootsChanged();
    void onNotification(const Message &message);
    Error prepare();
    void onConnected(const Call &call, const HandshakeHints &hints);
    void reopen();
    ServerSpec effective() const;

    LearnedStore *m_learned;
    ServerSpec m_configured;
    std::optional<LaunchSpec> m_started; ///< what the user agreed to when it was last started
    Server *m_server;
    Client *m_client = nullptr;
    CatalogSet m_catalogs;
    ClientCapabilities m_answered;
    QString m_logLevel;
    QPointer<Call> m_opening;
    bool m_adHoc;
    bool m_keepOpen = false; ///< was opened and not stopped since
};

} // namespace Mcp
