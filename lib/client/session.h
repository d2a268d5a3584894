// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/call.h"
#include "client/handshakeplan.h"
#include "protocol/connectioninfo.h"
#include "wire/message.h"

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

#include <functional>
#include <memory>

namespace Mcp {

class Dialect;
class Handshake;
class LateDeleter;
class PendingCalls;
class Server;

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

    /// Null while it is being destroyed together with its server.
    Server *server() const { return m_server; }
    bool isOpen() const { return m_connection.has_value(); }
    const std::optional<ConnectionInfo> &connection() const { return m_connection; }

    /// Settles @p call when the connection is open; runs the handshake if it is not. When the last
    /// such call is cancelled during the handshake the server is stopped.
    void open(Call *call, const HandshakeHints &hints);
    /// Sends a request for @p call and settles it with the answer.
    void send(Call *call, const QString &method, const RawJson &params, const CallOptions &options);
    /// The same for a list that follows nextCursor.
    void sendList(Call *call, const QString &member, const CallOptions &options);
    bool notify(const QString &method, const RawJson &params);
    /// The message that send() would send now.
    Message preview(const QString &method, const RawJson &params, const CallOptions &options) const;
    /// Does @p method exist in the era of this connection? If not, a Usage error.
    Error refusal(const QString &method) const;

    /// What came of one request: a complete result, or why there is none.
    using Answered = std::function<void(const Result<RawJson> &result)>;
    /// One request on the wire on behalf of @p call, which it does not settle. @p answered is
    /// called once, unless the call is cancelled before; it may be called at once.
    void exchange(Call *call, const QString &method, const RawJson &params,
                  const CallOptions &options, Answered answered);
    /// Settles @p call, at once where the event loop has just brought the answer: in Answered only.
    void settle(Call *call, const Result<RawJson> &result);

signals:
    void opened(const Mcp::ConnectionInfo &connection);
    /// It was open and is no more.
    void lost(const Mcp::Error &error);
    void notificationReceived(const Mcp::Message &message);

private:
    explicit Session(Server *server);
    void onMessage(const Message &message);
    void onRequest(const Message &message);
    void onOpened(const ConnectionInfo &connection);
    void onOpenFailed(const Error &error);
    void onProcessStarted();
    void onLost(const Error &error);
    void withdraw(Call *opener);
    void dropHandshake();
    void cancelRequest(const MessageId &id, const QString &reason);
    CallOptions withDefaults(CallOptions options) const;
    MessageId tokenFor(const MessageId &id, const RawJson &meta) const;
    Message messageFor(const MessageId &id, const QString &method, const RawJson &params,
                       const RawJson &meta) const;

    Server *m_server;
    std::optional<ConnectionInfo> m_connection;
    std::unique_ptr<Dialect> m_dialect; ///< of the connection; before, the one assumed
    std::unique_ptr<Handshake> m_handshake;
    std::unique_ptr<PendingCalls> m_pending;
    QList<QPointer<Call>> m_openers;
    LateDeleter *m_deleter;
    int m_sending = 0;        ///< exchange() is under way
    bool m_answering = false; ///< Answered is called for an answer that was just received
};

} // namespace Mcp
