// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/call.h"
#include "client/handshakeplan.h"
#include "client/inputrequest.h"
#include "protocol/connectioninfo.h"
#include "wire/message.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

namespace Mcp {

class Server;
class Session;
class Subscriptions;
struct CompletionReference;

/*!
 * Speaks MCP over a Server: initialize, list tools, call a tool. Several clients may share a
 * server; they share one connection (Session) that is initialised once, and never see each other's
 * answers. Each function returns a Call, a child of this client, that settles always; nothing here
 * blocks.
 */
class Client : public QObject
{
    Q_OBJECT

public:
    /// May outlive @p server: its calls then settle as Transport errors and server() is null.
    explicit Client(Server *server, QObject *parent = nullptr);
    ~Client() override;

    Server *server() const;
    /// The next id on this server's connection; unique per server, not per client.
    qint64 nextRequestId();

    /// Connects: starts the server if it is not running, finds framing and era as configured, and
    /// settles with the InitializeResult or DiscoverResult; where that was done it sends nothing.
    /// Cancelling it, if nobody else waits for the connection, stops the server.
    Call *initialize(const HandshakeHints &hints = {});
    bool isInitialized() const;
    std::optional<ConnectionInfo> connection() const;
    /// What this connection, or while there is none the next one, declares to the server.
    ClientCapabilities declared() const;

    /// tools/list, all pages merged into one result object; asked even of servers that do not
    /// declare the capability (they get a warning). ToolList::fromResult() reads it.
    Call *listTools();
    /// tools/call. @p arguments go out byte for byte; absent means {}.
    Call *callTool(const QString &name, const RawJson &arguments = {},
                   const CallOptions &options = {});
    /// The message that callTool() would send now; nothing is sent. While there is no connection
    /// it is written in the revision of the last one, else in that of the era expected.
    Message toolCallMessage(const QString &name, const RawJson &arguments = {},
                            const CallOptions &options = {}) const;
    Message requestMessage(const QString &method, const RawJson &params) const; ///< likewise
    /// Settles with what comes of a task that is known from before, of a call that nobody waits for
    /// any more: the result of the tool, or why there is none.
    Call *followTask(const QString &id);
    /// tasks/cancel; a Usage error where the server does not declare that tasks can be cancelled.
    Call *cancelTask(const QString &id);
    /// resources/list and resources/templates/list, all pages; ResourceList::fromResult() reads
    /// them.
    Call *listResources();
    Call *listResourceTemplates();
    Call *readResource(const QString &uri, const CallOptions &options = {});
    /// prompts/list, all pages; PromptList::fromResult() reads it.
    Call *listPrompts();
    /// prompts/get. @p arguments is an object of strings (schema GetPromptRequest); absent: none.
    Call *getPrompt(const QString &name, const RawJson &arguments = {},
                    const CallOptions &options = {});
    /// completion/complete: what the argument or variable @p name of @p reference may be when it
    /// begins with @p value. @p others are those that are filled in already (since 2025-06-18).
    Call *complete(const CompletionReference &reference, const QString &name, const QString &value,
                   const RawJson &others = {});
    /// Log messages from @p level on; empty: none, as far as the era has a way to say so. In the
    /// modern era nothing is sent: the level goes out with each later request.
    Call *setLogLevel(const QString &level);
    /// ping; does not exist in the modern era: settles with a Usage error there.
    Call *ping();
    /// Any request, also one that does not exist in this era (the call gets a warning). @p params
    /// absent: none (the modern era adds what it needs).
    Call *request(const QString &method, const RawJson &params = {},
                  const CallOptions &options = {});
    /// Any list method, following nextCursor; @p member names the array ("tools", "resources" …).
    Call *list(const QString &method, const QString &member, const CallOptions &options = {});
    /// Sends a notification; false when not connected.
    bool notify(const QString &method, const RawJson &params = {});
    /// The questions that are open, in the order they came.
    QList<InputRequest *> inputRequests() const;
    /// What the server is to tell of unasked; shared by its clients. Null once it was removed.
    Subscriptions *subscriptions() const;

signals:
    void initialized(const Mcp::ConnectionInfo &connection);
    /// The connection is gone (server ended, restarted): initialize() again.
    void disconnected(const Mcp::Error &error);
    /// Every notification but progress, which goes to its Call.
    void notificationReceived(const Mcp::Message &message);
    /// The server asks something that the user has to answer; only what ServerSpec::capabilities
    /// declare is asked. Clients of one server share its questions: all hear of them, one answers.
    void inputRequested(Mcp::InputRequest *request);

private:
    Call *failedCall(const QString &method, const Error &error);
    bool takesTasks() const;
    RawJson toolCallParams(const QString &name, const RawJson &arguments,
                           const CallOptions &options) const;
    void warnIfUndeclared(const QString &capability, const QString &what);
    /// Why @p method cannot be asked now; None if it can.
    Error obstacle(const QString &method) const;

    QPointer<Session> m_session;
};

} // namespace Mcp
