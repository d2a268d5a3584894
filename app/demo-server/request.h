// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "loglevel.h"
#include "wire/messageid.h"
#include "json/rawjson.h"

namespace Mcp {
class Message;
}

namespace McpDemo {

/// One request, with what its _meta says about how it wants to be answered.
struct Request
{
    Mcp::MessageId id;
    QString method;
    Mcp::RawJson params;
    bool modern = false; ///< carries the protocol version itself, as since 2026-07-28
    Mcp::RawJson progressToken;
    std::optional<LogLevel> logLevel; ///< only messages from here on; nothing: none at all

    /// @p sessionLevel is what logging/setLevel said; it holds for requests of the legacy era.
    /// Where the modern era is not spoken (@p knowsModern), its _meta means nothing.
    static Request fromMessage(const Mcp::Message &message, LogLevel sessionLevel,
                               bool knowsModern);
    Mcp::RawJson meta(QByteArrayView key) const { return params.value("_meta").value(key); }
};

namespace MetaKey {
inline constexpr QByteArrayView protocolVersion = "io.modelcontextprotocol/protocolVersion";
inline constexpr QByteArrayView clientCapabilities = "io.modelcontextprotocol/clientCapabilities";
inline constexpr QByteArrayView logLevel = "io.modelcontextprotocol/logLevel";
} // namespace MetaKey

} // namespace McpDemo
