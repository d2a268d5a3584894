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
    int code = 0; ///< a JSON-RPC code
    QString message;
    Mcp::RawJson data;
};

/*!
 * Answers requests in the shape of their era: a modern result says that it is complete and who
 * made it (2026-07-28, basic/index). Owned by the server; a value of two words.
 */
class Responder
{
public:
    explicit Responder(Channel *channel)
        : m_channel(channel)
    {}

    /// @p members is an object; what the era adds comes behind it.
    void sendResult(const Request &request, const Mcp::RawJson &members) const;
    /// The same for results that may be cached: @p members are fresh for @p ttlMs milliseconds.
    void sendCacheable(const Request &request, const Mcp::RawJson &members, int ttlMs) const;
    void sendError(const Request &request, const Refusal &refusal) const;
    void notify(QStringView method, const Mcp::RawJson &params) const;
    Channel *channel() const { return m_channel; }

    /// name and version of this server
    static Mcp::RawJson serverInfo();

private:
    static void finish(const Request &request, Mcp::JsonObjectWriter &writer);

    Channel *m_channel;
};

} // namespace McpDemo
