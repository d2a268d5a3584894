// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "loglevel.h"
#include "revision.h"
#include "wire/messageid.h"
#include "json/rawjson.h"

namespace Mcp {
class Message;
}

namespace McpDemo {

/// What the legacy era settles once for all requests.
struct LegacySession
{
    QString revision;                 ///< what initialize agreed on; empty before
    Mcp::RawJson capabilities;        ///< what the client declared
    LogLevel level = LogLevel::Debug; ///< all, until logging/setLevel says otherwise

    bool isOpen() const { return !revision.isEmpty(); }
};

/// One request, with what its _meta or the session says about how it wants to be answered.
struct Request
{
    Mcp::MessageId id;
    QString method;
    Mcp::RawJson params;
    bool modern = false;       ///< carries the protocol version itself, as since 2026-07-28
    QString revision;          ///< to answer in
    Mcp::RawJson capabilities; ///< of the client
    Mcp::RawJson progressToken;
    std::optional<LogLevel> logLevel; ///< only messages from here on; nothing: none at all

    /// Where the modern era is not spoken (@p knowsModern), its _meta means nothing.
    static Request fromMessage(const Mcp::Message &message, const LegacySession &session,
                               bool knowsModern);
    Mcp::RawJson meta(QByteArrayView key) const { return params.value("_meta").value(key); }
    bool isSince(QLatin1String name) const { return revision >= name; }
    /// Has the client said that it follows tasks of the extension (SEP-2663)?
    bool declaresTasks() const;
};

namespace MetaKey {
inline constexpr QByteArrayView protocolVersion = "io.modelcontextprotocol/protocolVersion";
inline constexpr QByteArrayView clientCapabilities = "io.modelcontextprotocol/clientCapabilities";
inline constexpr QByteArrayView logLevel = "io.modelcontextprotocol/logLevel";
} // namespace MetaKey

} // namespace McpDemo
