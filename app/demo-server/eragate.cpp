// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "eragate.h"

#include "errorcode.h"

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

namespace {

constexpr QLatin1String legacyRevisions[] = { Revision::november2024, Revision::march2025,
                                              Revision::june2025, Revision::november2025 };

const QString instructions =
        u"A server to explore with. Begin with echo and sum, fill the form of schema-zoo, watch "
        "slow-job report its progress and cancel it, then look at what tool-error, protocol-error "
        "and exit do. The tools on the second page ask you back, change lists and work in the "
        "background. Each tool's description says what to look at; the resource demo://guide has "
        "all of it, feature by feature."_s;

/// What exists in @p revision, and no more.
Mcp::RawJson capabilities(const QString &revision)
{
    Mcp::JsonObjectWriter writer;
    writer.addRaw(u"tools", R"({"listChanged":true})");
    writer.addRaw(u"resources", R"({"subscribe":true,"listChanged":true})");
    writer.addRaw(u"prompts", R"({"listChanged":true})").addRaw(u"logging", "{}");
    if (revision >= Revision::march2025)
        writer.addRaw(u"completions", "{}");
    if (revision == Revision::november2025)
        writer.addRaw(u"tasks", R"({"list":{},"cancel":{},"requests":{"tools":{"call":{}}}})");
    if (revision >= Revision::july2026)
        writer.addRaw(u"extensions", R"({"io.modelcontextprotocol/tasks":{}})");
    return writer.toRawJson();
}

Refusal wrongVersion(const Mcp::RawJson &requested)
{
    Mcp::JsonObjectWriter data;
    data.add(u"supported", Mcp::JsonArrayWriter().add(Revision::july2026.toString()).toRawJson());
    data.add(u"requested", requested);
    return { ErrorCode::unsupportedVersion,
             u"This server speaks %1, not the version asked for"_s.arg(Revision::july2026),
             data.toRawJson() };
}

} // namespace

std::optional<Refusal> EraGate::refusal(const Request &request) const
{
    const bool opens = request.method == "initialize"_L1;
    const bool discovers = request.method == "server/discover"_L1;
    if (discovers && m_era == Era::Legacy)
        return Refusal{ ErrorCode::methodNotFound, u"Method not found: server/discover"_s, {} };
    if (opens && m_era == Era::Modern)
        return wrongVersion(request.params.value("protocolVersion"));
    if (opens)
        return std::nullopt;
    if (discovers || request.modern || m_era == Era::Modern)
        return modernRefusal(request);
    if (m_session.isOpen() || request.method == "ping"_L1)
        return std::nullopt;
    if (m_era == Era::Both)
        return Refusal{ ErrorCode::invalidParams,
                        u"Send initialize first, or name the protocol version in params._meta"_s,
                        {} };
    return Refusal{ ErrorCode::invalidRequest, u"Send initialize first"_s, {} };
}

std::optional<Refusal> EraGate::modernRefusal(const Request &request) const
{
    for (const QByteArrayView key : { MetaKey::protocolVersion, MetaKey::clientCapabilities }) {
        if (request.meta(key).isAbsent())
            return Refusal{ ErrorCode::invalidParams,
                            u"params._meta lacks \"%1\""_s.arg(QString::fromUtf8(key)),
                            {} };
    }
    const Mcp::RawJson version = request.meta(MetaKey::protocolVersion);
    if (version.toString() != Revision::july2026)
        return wrongVersion(version);
    return std::nullopt;
}

bool EraGate::isLegacy(const QString &revision)
{
    return std::find(std::begin(legacyRevisions), std::end(legacyRevisions), revision)
           != std::end(legacyRevisions);
}

Mcp::RawJson EraGate::initialize(const Request &request)
{
    const QString offered = request.params.value("protocolVersion").toString();
    m_session = {};
    m_session.revision = isLegacy(offered) && offered < m_newest ? offered : m_newest;
    m_session.capabilities = request.params.value("capabilities");
    const QString &revision = m_session.revision;
    Mcp::JsonObjectWriter result;
    result.add(u"protocolVersion", revision).add(u"capabilities", capabilities(revision));
    result.add(u"serverInfo", Responder::serverInfo(revision)).add(u"instructions", instructions);
    return result.toRawJson();
}

Mcp::RawJson EraGate::discover() const
{
    Mcp::JsonObjectWriter result;
    result.add(u"supportedVersions",
               Mcp::JsonArrayWriter().add(Revision::july2026.toString()).toRawJson());
    result.add(u"capabilities", capabilities(Revision::july2026))
            .add(u"instructions", instructions);
    return result.toRawJson();
}

} // namespace McpDemo
