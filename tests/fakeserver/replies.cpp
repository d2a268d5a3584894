// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "replies.h"
#include "json.h"
#include "process.h"

#include <csignal>

namespace Fake {

std::string Replies::modernMembers(const Message &request, std::string_view type)
{
    if (!request.isModern())
        return {};
    return R"("resultType":)" + Json::quote(type)
           + R"(,"_meta":{"io.modelcontextprotocol/serverInfo":)"
             R"({"name":"mcp-fake-server","version":"1.0"}},)";
}

std::string Replies::cacheMembers(const Message &request) const
{
    if (!request.isModern())
        return {};
    const std::string kind = m_options.argument("cache");
    std::string ttl = kind == "fresh" ? "60000" : "0";
    if (kind == "negative")
        ttl = "-5";
    else if (kind == "huge")
        ttl = "9223372036854775807000";
    else if (kind == "string")
        ttl = R"("soon")";
    const std::string scope = kind == "odd-scope" ? "galaxy" : "private";
    return (kind == "absent" ? "" : R"(,"ttlMs":)" + ttl)
           + (kind == "no-scope" ? "" : R"(,"cacheScope":)" + Json::quote(scope));
}

std::string Replies::compose(const std::string &id, const std::string &outcome) const
{
    if (m_options.has("result-before-id"))
        return '{' + outcome + R"(,"id":)" + id + R"(,"jsonrpc":"2.0"})";
    return R"({"jsonrpc":"2.0","id":)" + id + ',' + outcome + '}';
}

void Replies::raw(std::string_view payload) { m_output.send(payload); }

void Replies::rawResult(const Message &request, const std::string &result)
{
    const std::string answer = compose(request.id, R"("result":)" + result);
    if (m_batching)
        raw(R"([{"jsonrpc":"2.0","method":"notifications/message","params":)"
            R"({"level":"info","data":"sent in an array"}},)"
            + answer + ']');
    else
        raw(answer);
}

void Replies::result(const Message &request, const std::string &members)
{
    std::string all = modernMembers(request) + members;
    if (all.ends_with(','))
        all.pop_back();
    rawResult(request, '{' + all + '}');
}

void Replies::error(const Message &request, int code, std::string_view message,
                    const std::string &data)
{
    std::string error =
            R"("error":{"code":)" + std::to_string(code) + R"(,"message":)" + Json::quote(message);
    if (!data.empty())
        error += R"(,"data":)" + data;
    raw(compose(request.id.empty() ? "null" : request.id, error + '}'));
}

void Replies::notification(std::string_view method, const std::string &params)
{
    std::string text = R"({"jsonrpc":"2.0","method":)" + Json::quote(method);
    if (!params.empty())
        text += R"(,"params":)" + params;
    raw(text + '}');
}

void Replies::toolResult(const Message &request, const std::string &result)
{
    const std::string answer = compose(request.id, R"("result":)" + result);
    if (m_options.has("crash-mid-message")) {
        m_output.sendHalf(answer);
        Process::say("crash-mid-message: the database went away");
        Process::dieBySignal(SIGABRT);
    }
    if (m_options.has("half-frame-then-silence")) {
        m_output.sendHalf(answer);
        m_output.mute();
    }
    if (m_options.has("unknown-id"))
        raw(compose("987654321", R"("result":{"content":[]})"));
    if (m_options.has("wrong-length-header"))
        m_output.sendWrongLength(answer, m_options.number("wrong-length-header", 7));
    else if (m_options.argument("unknown-id") != "only")
        rawResult(request, result);
    if (m_options.has("duplicate-id"))
        rawResult(request, result);
}

} // namespace Fake
