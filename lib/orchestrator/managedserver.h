// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/client.h"
#include "server/server.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

#include <optional>

namespace Mcp {

class LearnedStore;
class ToolCatalog;

/*!
 * One server as the Orchestrator keeps it: the Server, the client that the window uses, the catalog
 * of its tools, and whether it is meant to be connected. Child of the Orchestrator, which is the
 * only one that sees it.
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
    /// As configured now, for the next start. @p approved: the user agreed to start what it says;
    /// if not, an automatic restart does not start it either.
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
    ToolCatalog *tools(); ///< made on first use, as the default client is
    const ToolCatalog *toolsIfAny() const { return m_tools; }
    void setRefreshOnListChanged(bool enabled);

private:
    Error prepare();
    void onConnected(const Call &call, const HandshakeHints &hints);
    void reopen();

    LearnedStore *m_learned;
    ServerSpec m_configured;
    std::optional<LaunchSpec> m_started; ///< what the user agreed to when it was last started
    Server *m_server;
    Client *m_client = nullptr;
    ToolCatalog *m_tools = nullptr;
    QPointer<Call> m_opening;
    bool m_adHoc;
    bool m_keepOpen = false; ///< was opened and not stopped since
    bool m_refreshOnListChanged = false;
};

} // namespace Mcp
