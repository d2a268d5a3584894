// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "eragate.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

constexpr int methodNotFound = -32601;
constexpr int invalidParams = -32602;
constexpr int invalidRequest = -32600;
constexpr int unsupportedVersion = -32022;

constexpr QLatin1String modernRevision = "2026-07-28"_L1;
constexpr QLatin1String newestLegacy = "2025-11-25"_L1;
constexpr QLatin1String legacyRevisions[] = { "2024-11-05"_L1, "2025-03-26"_L1, "2025-06-18"_L1,
                                              newestLegacy };

const QString instructions =
        u"A server to explore with. Begin with echo and sum, fill the form of schema-zoo, watch "
        "slow-job report its progress and cancel it, then look at what tool-error, protocol-error "
        "and exit do. Each tool's description says what to look at."_s;

Mcp::RawJson capabilities()
{
    return Mcp::RawJson::fromText(R"({"tools":{},"resources":{},"logging":{}})");
}

Refusal wrongVersion(const Mcp::RawJson &requested)
{
    Mcp::JsonObjectWriter data;
    data.add(u"supported", Mcp::JsonArrayWriter().add(modernRevision.toString()).toRawJson());
    data.add(u"requested", requested);
    return { unsupportedVersion,
             u"This server speaks %1, not the version asked for"_s.arg(modernRevision),
             data.toRawJson() };
}

} // namespace

std::optional<Refusal> EraGate::refusal(const Request &request) const
{
    const bool opens = request.method == "initialize"_L1;
    const bool discovers = request.method == "server/discover"_L1;
    if (discovers && m_era == Era::Legacy)
        return Refusal{ methodNotFound, u"Method not found: server/discover"_s, {} };
    if (opens && m_era == Era::Modern)
        return wrongVersion(request.params.value("protocolVersion"));
    if (opens)
        return std::nullopt;
    if (discovers || request.modern || m_era == Era::Modern)
        return modernRefusal(request);
    if (!m_version.isEmpty() || request.method == "ping"_L1)
        return std::nullopt;
    if (m_era == Era::Both)
        return Refusal{ invalidParams,
                        u"Send initialize first, or name the protocol version in params._meta"_s,
                        {} };
    return Refusal{ invalidRequest, u"Send initialize first"_s, {} };
}

std::optional<Refusal> EraGate::modernRefusal(const Request &request) const
{
    for (const QByteArrayView key : { MetaKey::protocolVersion, MetaKey::clientCapabilities }) {
        if (request.meta(key).isAbsent())
            return Refusal{ invalidParams,
                            u"params._meta lacks \"%1\""_s.arg(QString::fromUtf8(key)),
                            {} };
    }
    const Mcp::RawJson version = request.meta(MetaKey::protocolVersion);
    if (version.toString() != modernRevision)
        return wrongVersion(version);
    return std::nullopt;
}

Mcp::RawJson EraGate::initialize(const Request &request)
{
    const QString offered = request.params.value("protocolVersion").toString();
    m_version = newestLegacy;
    for (const QLatin1String known : legacyRevisions) {
        if (offered == known)
            m_version = offered;
    }
    Mcp::JsonObjectWriter result;
    result.add(u"protocolVersion", m_version).add(u"capabilities", capabilities());
    result.add(u"serverInfo", Responder::serverInfo()).add(u"instructions", instructions);
    return result.toRawJson();
}

Mcp::RawJson EraGate::discover() const
{
    Mcp::JsonObjectWriter result;
    result.add(u"supportedVersions",
               Mcp::JsonArrayWriter().add(modernRevision.toString()).toRawJson());
    result.add(u"capabilities", capabilities()).add(u"instructions", instructions);
    return result.toRawJson();
}

} // namespace McpDemo
