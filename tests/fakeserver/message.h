// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace Fake {

/// One received JSON-RPC message; every member raw as it was sent, empty when absent.
struct Message
{
    std::string raw;
    std::string id;
    std::string method;
    std::string params;
    std::string result;
    std::string error;

    static Message fromText(std::string_view text);

    bool isRequest() const { return !method.empty() && !id.empty(); }
    bool isNotification() const { return !method.empty() && id.empty(); }
    /// A member of params._meta, raw.
    std::string_view meta(std::string_view key) const;
    /// True if params._meta names a protocol version: the modern era, request by request.
    bool isModern() const;
};

} // namespace Fake
