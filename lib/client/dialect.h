// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/reading.h"
#include "client/violation.h"
#include "protocol/clientcapabilities.h"
#include "protocol/revision.h"
#include "protocol/task.h"
#include "wire/message.h"
#include "wire/result.h"

#include <memory>

namespace Mcp {

/*!
 * What differs between the two eras, behind one seam: how a connection is opened, how a request is
 * decorated, how an answer is read, how to cancel, how a request of the server is treated. No I/O,
 * no state of calls. An "if (modern)" outside a dialect is in the wrong place.
 */
class Dialect
{
public:
    virtual ~Dialect() = default;
    /// @p capabilities are what is declared to the server.
    static std::unique_ptr<Dialect> create(Revision revision,
                                           const ClientCapabilities &capabilities = {});
    /// The one to treat a peer by whose era is not known yet.
    static std::unique_ptr<Dialect> assumed(EraSetting setting,
                                            const ClientCapabilities &capabilities = {});

    Revision revision() const { return m_revision; }
    const ClientCapabilities &capabilities() const { return m_capabilities; }
    /// The first request on a connection: initialize (2025-11-25, basic/lifecycle) or
    /// server/discover (2026-07-28, server/discover).
    virtual Message opener(const MessageId &id) const = 0;
    /// What must follow the answer to the opener, if anything.
    virtual std::optional<Message> confirmation() const = 0;
    /// The params to send for @p params with @p meta (user's _meta members) and a progress token.
    /// Params that are no object cannot be decorated and come back as they are.
    virtual RawJson decorate(const RawJson &params, const RawJson &meta,
                             const MessageId &progressToken) const = 0;
    /// Reads a Response message's result; the Error says why it is none. Oddities that can be lived
    /// with are added to @p violations.
    virtual Result<Reading> read(const QString &method, const RawJson &result,
                                 QList<Violation> *violations) const = 0;
    /// Does @p method exist in this era? If not, a Usage error says so (ping, logging/setLevel).
    virtual Error refusal(const QString &method) const = 0;
    /// The answer to a request of the server that nothing of ours handles; absent means: do not
    /// answer, it is a violation (2026-07-28, basic/patterns/index: the client must not send
    /// responses).
    virtual std::optional<Message> answerTo(const Message &request) const = 0;

    /// May the server send requests? (2026-07-28, basic/patterns/index: it must not.)
    virtual bool takesRequests() const = 0;

    /// Is one subscriptions/listen asked for everything (2026-07-28, basic/patterns/subscriptions),
    /// or resources/subscribe for each resource (2025-11-25, server/resources)?
    virtual bool subscribesByListening() const = 0;
    /// Log messages from @p level on are wanted, or with an empty one none. True when that goes out
    /// with every request from now on (2026-07-28, server/utilities/logging), false when it has to
    /// be asked for by logging/setLevel.
    virtual bool keepLogLevel(const QString &level) = 0;
    /// May the server send log messages without being asked for them in the request it works on?
    virtual bool logsUnasked() const = 0;
    /// Does a request that was sent with @p params ask for log messages?
    virtual bool wantsLogs(const RawJson &params) const = 0;

    /// \name Tasks
    /// @{
    /// The member "task" of a tools/call that shall become one; absent where the server decides.
    virtual RawJson taskRequest(qint64 ttl) const = 0;
    /// The task that a result tells of, in the answer that made it.
    virtual Task taskOf(const RawJson &result) const = 0;
    /// May the answer to a request of @p method that was sent with @p params be a task?
    virtual bool mayBecomeTask(const QString &method, const RawJson &params) const = 0;
    /// Is such a request not to be cancelled but by its task (2025-11-25,
    /// basic/utilities/cancellation), or by its id while there is no task?
    virtual bool cancelsByTaskOnly() const = 0;
    /// May tasks/cancel be sent to a server that declares @p capabilities?
    virtual bool cancelsTasks(const RawJson &capabilities) const = 0;
    /// What came of a task, where its state says so; nothing while it goes on or where the result
    /// has to be fetched.
    virtual std::optional<Result<RawJson>> taskOutcome(const Task &task) const = 0;
    /// Has tasks/result to be called now, so that the server can ask what it waits for?
    virtual bool asksByTaskResult(const Task &task) const = 0;
    /// @}

    /// What to send to cancel request @p id (2025-11-25, basic/utilities/cancellation; on stdio
    /// also 2026-07-28, basic/patterns/cancellation).
    Message cancellation(const MessageId &id, const QString &reason) const;

    /// What we say about ourselves.
    static RawJson clientInfo();

protected:
    Dialect(Revision revision, const ClientCapabilities &capabilities)
        : m_revision(revision)
        , m_capabilities(capabilities)
    {}
    /// @p params with its _meta made of @p defaults, its own, @p meta and the token; of equal keys
    /// the user's wins. All other bytes stay as they are.
    static RawJson withMeta(const RawJson &params, const RawJson &defaults, const RawJson &meta,
                            const MessageId &progressToken);

private:
    Revision m_revision;
    ClientCapabilities m_capabilities;
};

} // namespace Mcp
