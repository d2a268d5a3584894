// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "message.h"
#include "options.h"
#include "wire.h"

#include <string>
#include <string_view>

namespace Fake {

/// Composes and sends answers and notifications, with the faults that concern their shape.
class Replies
{
public:
    Replies(const Options &options, Output &output)
        : m_options(options)
        , m_output(output)
    {}

    /// @p members: the members of the result object, without braces.
    void result(const Message &request, const std::string &members);
    /// @p result: any JSON.
    void rawResult(const Message &request, const std::string &result);
    void error(const Message &request, int code, std::string_view message,
               const std::string &data = {});
    void notification(std::string_view method, const std::string &params = {});
    /// The answer to a tools/call: where most faults of the byte stream act.
    void toolResult(const Message &request, const std::string &result);
    /// Sends a payload as it is.
    void raw(std::string_view payload);
    /// From now on answers go out in arrays.
    void setBatching(bool on) { m_batching = on; }

    /// ttlMs and cacheScope of a modern result, with a comma in front.
    std::string cacheMembers(const Message &request) const;
    /// Members that every result of the modern era carries; empty for a legacy request.
    static std::string modernMembers(const Message &request, std::string_view type = "complete");

private:
    std::string compose(const std::string &id, const std::string &outcome) const;

    const Options &m_options;
    Output &m_output;
    bool m_batching = false;
};

} // namespace Fake
