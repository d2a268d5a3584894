// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/client.h"

#include <QtCore/qhash.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

#include <memory>

namespace Mcp {

class Dialect;
class Handshake;
class PendingCalls;

/*!
 * The one connection of a server that its clients share: runs the handshake once, owns the dialect
 * of the era found, routes answers to calls, progress to its call, notifications to all clients,
 * and answers the server's own requests. Child of its Server; Session::of() makes it on first use.
 */
class Session : public QObject
{
    Q_OBJECT

public:
    static Session *of(Server *server);
    ~Session() override;

    Server *server() const { return m_server; }
    bool isOpen() const;
    std::optional<ConnectionInfo> connection() const;

    /// Settles @p call when the connection is open; runs the handshake if it is not.
    void open(Call *call, const HandshakeHints &hints);
    /// Sends a request for @p call and settles it with the answer.
    void send(Call *call, const QString &method, const RawJson &params, const CallOptions &options);
    /// The same for a list that follows nextCursor.
    void sendList(Call *call, const QString &method, const QString &member,
                  const CallOptions &options);
    bool notify(const QString &method, const RawJson &params);

signals:
    void opened(const Mcp::ConnectionInfo &connection);
    void lost(const Mcp::Error &error);
    void notificationReceived(const Mcp::Message &message);
    void inputRequested(Mcp::InputRequest *request);

private:
    explicit Session(Server *server);
    void onMessage(const Message &message);
    void onRequest(const Message &message);
    void onOpened(const ConnectionInfo &connection);
    void onOpenFailed(const Error &error);
    void onProcessStarted();
    void onProcessEnded(const Error &error);

    Server *m_server;
    std::unique_ptr<Handshake> m_handshake;
    std::unique_ptr<Dialect> m_dialect;
    std::unique_ptr<PendingCalls> m_pending;
    QList<QPointer<Call>> m_openers;
};

} // namespace Mcp
