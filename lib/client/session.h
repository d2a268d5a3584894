// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/call.h"
#include "client/handshakeplan.h"
#include "client/inputrequest.h"
#include "client/pendingcalls.h"
#include "protocol/clientcapabilities.h"
#include "protocol/connectioninfo.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

#include <functional>
#include <memory>

namespace Mcp {

struct Asked;
class Dialect;
class Handshake;
class InputDesk;
class LateDeleter;
struct Reading;
class Server;
class Subscriptions;

/*!
 * The one connection of a server that its clients share: runs the handshake, owns the dialect of
 * the era found, routes what comes in. Child of its Server; Session::of() makes it on first use.
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
    void sendList(Call *call, const QString &member, const CallOptions &options);
    bool notify(const QString &method, const RawJson &params);
    /// The message that send() would send now.
    Message preview(const QString &method, const RawJson &params, const CallOptions &options) const;
    /// Does @p method exist in the era of this connection? If not, a Usage error.
    Error refusal(const QString &method) const;

    /// What came of one request, or why there is no result.
    using Answered = std::function<void(const Result<Reading> &reading)>;
    /// One request on the wire on behalf of @p call, which it does not settle. @p answered is
    /// called once, maybe at once, unless the call is cancelled before. Gives the id, absent if not
    /// sent.
    MessageId exchange(Call *call, const QString &method, const RawJson &params,
                       const CallOptions &options, Answered answered);
    /// Settles @p call, at once where the event loop has just brought the answer: in Answered only.
    void settle(Call *call, const Result<RawJson> &result);
    /// The same with what came of @p asked; a call that has to give input first goes on.
    void settleWith(Call *call, const Asked &asked, const Result<Reading> &reading);
    /// Goes on with @p call as @p task; @p answer is what told of it.
    void follow(Call *call, const Task &task, const RawJson &answer);
    const ClientCapabilities &capabilities() const;
    const QList<InputRequest *> &inputRequests() const;
    Dialect &dialect() { return *m_dialect; }
    Subscriptions *subscriptions() const { return m_subscriptions; }
    /// The request needs no answer any more; one that comes is late.
    void forget(const MessageId &id);
    bool isWaiting(const MessageId &id) const;

signals:
    void opened(const Mcp::ConnectionInfo &connection);
    /// It was open and is no more.
    void lost(const Mcp::Error &error);
    void notificationReceived(const Mcp::Message &message);
    void inputRequested(Mcp::InputRequest *request);

private:
    explicit Session(Server *server);
    void onMessage(const Message &message);
    void onRequest(const Message &message);
    void onNotification(const Message &notification);
    void onOpened(const ConnectionInfo &connection);
    void onOpenFailed(const Error &error);
    void onProcessStarted();
    void onLost(const Error &error);
    void withdraw(Call *opener);
    void dropHandshake();
    void cancelRequest(const MessageId &id, const QString &reason);
    void tellGivenUp(const PendingCalls::Request &request, const QString &reason);
    CallOptions withDefaults(CallOptions options) const;
    MessageId tokenFor(const MessageId &id, const RawJson &meta) const;
    Message messageFor(const MessageId &id, const QString &method, const RawJson &params,
                       const RawJson &meta) const;

    Server *m_server;
    std::optional<ConnectionInfo> m_connection;
    std::unique_ptr<Dialect> m_dialect; ///< of the connection; before, the one assumed
    std::unique_ptr<Handshake> m_handshake;
    std::unique_ptr<PendingCalls> m_pending;
    std::unique_ptr<InputDesk> m_desk;
    QList<QPointer<Call>> m_openers;
    LateDeleter *m_deleter;
    Subscriptions *m_subscriptions;
    int m_sending = 0;        ///< exchange() is under way
    bool m_answering = false; ///< Answered is called for an answer that was just received
};

} // namespace Mcp
