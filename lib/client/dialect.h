// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/connectioninfo.h"
#include "wire/message.h"
#include "wire/result.h"

#include <memory>

namespace Mcp {

/*!
 * What differs between the two eras, behind one seam: how a request is decorated, how an answer is
 * read, how to cancel, how a request of the server is treated. No I/O, no state of calls. An
 * "if (modern)" outside a dialect is in the wrong place.
 */
class Dialect
{
public:
    virtual ~Dialect() = default;
    static std::unique_ptr<Dialect> create(const ConnectionInfo &connection);

    virtual Era era() const = 0;
    /// The params to send for @p params with @p meta (user's _meta members) and a progress token.
    virtual RawJson decorate(const RawJson &params, const RawJson &meta,
                             const MessageId &progressToken) const = 0;
    /// Reads a Response message's result: the complete result, or why it is none.
    virtual Result<RawJson> readResult(const QString &method, const RawJson &result,
                                       QStringList *warnings) const = 0;
    /// Does @p method exist in this era? If not, a Usage error says so (ping, logging/setLevel).
    virtual Error refusal(const QString &method) const = 0;
    /// What to send to cancel request @p id.
    virtual Message cancellation(const MessageId &id, const QString &reason) const = 0;
    /// The answer to a request of the server that nothing of ours handles; absent means: do not
    /// answer, it is a violation (2026-07-28, basic/patterns/index: the client must not send
    /// responses).
    virtual std::optional<Message> answerTo(const Message &request) const = 0;
};

} // namespace Mcp
