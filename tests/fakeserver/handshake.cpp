// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "handshake.h"
#include "json.h"
#include "process.h"

#include <array>
#include <cstdlib>

namespace Fake {

namespace {

constexpr std::array legacyRevisions = { "2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25" };
constexpr auto earlyId = R"("early-1")";

} // namespace

void Handshake::sayHello()
{
    if (m_options.has("junk-line-first"))
        m_replies.raw("Listening on stdio, ready when you are");
    if (m_options.has("early-requests") && m_options.argument("early-requests") != "initialized")
        sendEarlyRequests();
}

void Handshake::sendEarlyRequests()
{
    m_replies.notification("notifications/tools/list_changed");
    m_replies.raw(std::string(R"({"jsonrpc":"2.0","id":)") + earlyId
                  + R"(,"method":"roots/list"})");
}

bool Handshake::takeAnswer(const Message &answer)
{
    if (answer.id != earlyId || !m_options.has("early-requests"))
        return false;
    const std::string_view code = Json::member(answer.error, "code");
    if (code == "-32601")
        Process::say("early-requests: answered with -32601");
    else
        Process::say("early-requests: WRONG answer " + answer.raw);
    return true;
}

std::string Handshake::capabilities(bool modern) const
{
    if (m_options.has("no-tools-capability"))
        return m_options.argument("no-tools-capability") == "all" ? "{}" : R"({"logging":{}})";
    std::string all = R"({"logging":{},"tools":{"listChanged":true})";
    if (m_options.has("everything")) {
        all += R"(,"resources":{"subscribe":true,"listChanged":true},)"
               R"("prompts":{"listChanged":true},"completions":{},)";
        const bool cancels = m_options.argument("task") != "no-cancel";
        all += modern ? R"("extensions":{"io.modelcontextprotocol/tasks":{}})"
                      : R"("tasks":{"list":{},)" + std::string(cancels ? R"("cancel":{},)" : "")
                                + R"("requests":{"tools":{"call":{}}}})";
    }
    return all + '}';
}

void Handshake::initialize(const Message &request)
{
    if (m_options.era == Era::Modern) {
        m_replies.error(request, -32601, "This server speaks 2026-07-28 and has no initialize",
                        R"({"supported":["2026-07-28"]})");
        return;
    }
    if (m_options.has("refuse-initialize-after-discover") && m_sawDiscover) {
        m_replies.error(request, -32600, "initialize must be the first request");
        return;
    }
    const std::string offered = Json::text(Json::member(request.params, "protocolVersion"));
    if (m_options.has("refuse-version") && offered != "2024-11-05") {
        m_replies.error(request, -32602, "Unsupported protocol version",
                        R"({"supported":["2024-11-05"],"requested":)" + Json::quote(offered) + '}');
        return;
    }
    if (m_heldDiscover && m_options.argument("discover-after-initialize") != "after")
        answerDiscover(*m_heldDiscover);
    std::string version = m_options.revision;
    for (const std::string_view known : legacyRevisions) {
        if (known == offered && offered <= m_options.revision)
            version = offered;
    }
    if (m_options.has("batch"))
        version = "2025-03-26";
    version = m_options.argument("version", version);
    m_sawInitialize = true;
    m_replies.rawResult(request,
                        R"({"protocolVersion":)" + Json::quote(version) + R"(,"capabilities":)"
                                + capabilities(false)
                                + R"(,"serverInfo":{"name":"mcp-fake-server","version":"1.0"},)"
                                  R"("instructions":"For tests."})");
    m_replies.setBatching(m_options.has("batch"));
    if (m_heldDiscover && m_options.argument("discover-after-initialize") == "after")
        answerDiscover(*m_heldDiscover);
}

void Handshake::initialized(const Message &)
{
    m_sawInitialized = true;
    if (m_options.has("idless-answer-to-initialized")) {
        const bool null = m_options.argument("idless-answer-to-initialized") == "null";
        m_replies.raw(std::string(R"({"jsonrpc":"2.0",)") + (null ? R"("id":null,)" : "")
                      + R"("error":{"code":-32601,"message":"Method not found"}})");
    }
    if (m_options.argument("early-requests") == "initialized")
        sendEarlyRequests();
}

void Handshake::discover(const Message &request)
{
    m_sawDiscover = true;
    if (m_options.has("exit-on-discover")) {
        Process::say("Error: unknown request 'server/discover', giving up");
        std::exit(int(m_options.number("exit-on-discover", 1)));
    }
    if (m_options.era == Era::Legacy) {
        if (!m_options.has("ignore-unknown"))
            m_replies.error(request, -32601, "Method not found: server/discover");
        return;
    }
    if (!admitsModern(request))
        return;
    if (m_options.has("discover-after-initialize")) {
        m_heldDiscover = request;
    } else if (m_options.has("discover-slow")) {
        m_timers.after(m_options.number("discover-slow", 2000),
                       [this, request] { answerDiscover(request); });
    } else {
        answerDiscover(request);
    }
}

void Handshake::answerDiscover(const Message &request)
{
    const bool isComplete = m_options.argument("cache") != "discover-absent";
    m_replies.result(request,
                     R"("supportedVersions":["2026-07-28"],"capabilities":)" + capabilities(true)
                             + R"(,"instructions":"For tests.")"
                             + (isComplete ? R"(,"ttlMs":60000,"cacheScope":"public")" : ""));
}

bool Handshake::admits(const Message &request)
{
    if (request.isModern() || m_options.era == Era::Modern
        || (m_options.era == Era::Both && !m_sawInitialize && request.method != "ping"))
        return admitsModern(request);
    if (request.method == "ping")
        return true;
    if (!m_sawInitialize) {
        m_replies.error(request, -32600, "initialize must be the first request");
        return false;
    }
    if (!m_sawInitialized)
        Process::say("protocol: " + request.method + " before notifications/initialized");
    return true;
}

bool Handshake::admitsModern(const Message &request)
{
    if (m_options.era == Era::Legacy) {
        return true; // a legacy server does not look at _meta
    }
    for (const std::string_view key : { "io.modelcontextprotocol/protocolVersion",
                                        "io.modelcontextprotocol/clientCapabilities" }) {
        if (request.meta(key).empty()) {
            m_replies.error(request, -32602, "params._meta lacks " + std::string(key));
            return false;
        }
    }
    return !refusesVersion(request);
}

bool Handshake::refusesVersion(const Message &request)
{
    std::string supported = R"(["2026-07-28"])";
    const std::string version = Json::text(request.meta("io.modelcontextprotocol/protocolVersion"));
    bool refuse = version != "2026-07-28";
    if (m_options.argument("unsupported-version") == "once") {
        refuse = refuse || !m_refusedOnce;
        m_refusedOnce = true;
    } else if (m_options.has("unsupported-version")) {
        const std::string list = m_options.argument("unsupported-version", "2099-01-01");
        refuse = (',' + list + ',').find(',' + version + ',') == std::string::npos;
        supported = "[\"";
        for (const char c : list)
            supported += c == ',' ? std::string("\",\"") : std::string(1, c);
        supported += "\"]";
    }
    if (refuse) {
        m_replies.error(request, -32022, "Unsupported protocol version",
                        R"({"supported":)" + supported + R"(,"requested":)" + Json::quote(version)
                                + '}');
    }
    return refuse;
}

} // namespace Fake
