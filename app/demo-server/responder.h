// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "request.h"
#include "json/jsonwriter.h"

namespace McpDemo {

class Channel;

/// What a request is refused with.
struct Refusal
{
    int code = 0; ///< see ErrorCode
    QString message;
    Mcp::RawJson data;
};

/// Who may keep a result that may be kept (2026-07-28, server/utilities/caching).
enum class CacheScope { Public, Private };

/*!
 * Answers requests in the shape of their era: a modern result says what it is and who made it
 * (2026-07-28, basic/index). Owned by the server; a value of two words.
 */
class Responder
{
public:
    explicit Responder(Channel *channel)
        : m_channel(channel)
    {}

    /// @p members is an object; what the era adds comes behind it.
    void sendResult(const Request &request, const Mcp::RawJson &members,
                    QStringView resultType = u"complete") const;
    /// The same for results that may be cached: @p members are fresh for @p ttlMs milliseconds.
    void sendCacheable(const Request &request, const Mcp::RawJson &members, int ttlMs,
                       CacheScope scope = CacheScope::Public) const;
    void sendError(const Request &request, const Refusal &refusal) const;
    void notify(QStringView method, const Mcp::RawJson &params = {}) const;
    /// Asks the client, as the legacy era allows.
    void ask(const Mcp::MessageId &id, QStringView method, const Mcp::RawJson &params) const;
    Channel *channel() const { return m_channel; }

    /// What this server says of itself, in the words of @p revision.
    static Mcp::RawJson serverInfo(const QString &revision);

private:
    Channel *m_channel;
};

} // namespace McpDemo
