// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "questions.h"
#include "json.h"
#include "process.h"

#include <algorithm>

namespace Fake {

namespace {

constexpr auto elicitationParams =
        R"({"message":"How many?","requestedSchema":{"type":"object","properties":)"
        R"({"n":{"type":"integer"}},"required":["n"]}})";

/// What must come back as it went out: escapes that need not be, and a line that looks like one.
constexpr auto oddState = R"("v1.\u006fpaque\/==\ud83d\ude00 \"\\\n é\u0000")";

/// The request without what a retry adds, to know it again.
std::string conversation(const Message &request)
{
    return request.method + ' ' + std::string(Json::member(request.params, "name"))
           + std::string(Json::member(request.params, "uri"))
           + std::string(Json::member(request.params, "arguments"));
}

} // namespace

void Questions::ask(const Message &request, const std::string &method, const std::string &params,
                    Done done)
{
    if (request.isModern())
        return nextRound(request, method, params, done);
    const std::string kind = m_options.argument("ask");
    const int count = kind == "many" ? 150 : 1;
    const std::string id = send(method, params);
    // The first of many stands for all of them.
    m_asked[id] = { request, std::move(done), count };
    for (int i = 1; i < count; ++i)
        m_asked[send(method, params)] = { request, nullptr, 0 };
    if (kind == "same-id") {
        m_replies.raw(R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":)" + Json::quote(method)
                      + R"(,"params":)" + params + '}');
    } else if (kind == "cancelled") {
        m_timers.after(100, [this, id] { takeBack(id, "changed its mind"); });
    }
}

std::string Questions::send(const std::string &method, const std::string &params)
{
    const std::string id = "\"ask-" + std::to_string(++m_lastId) + '"';
    m_replies.raw(R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":)" + Json::quote(method)
                  + R"(,"params":)" + params + '}');
    return id;
}

/// The call that asked ends without an answer.
void Questions::takeBack(const std::string &id, const std::string &reason)
{
    const auto found = m_asked.find(id);
    if (found == m_asked.end())
        return;
    const Asked asked = found->second;
    m_asked.erase(found);
    m_replies.notification("notifications/cancelled",
                           R"({"requestId":)" + id + R"(,"reason":)" + Json::quote(reason) + '}');
    if (asked.done)
        asked.done("taken back");
}

void Questions::drop(const std::string &id)
{
    for (auto each = m_asked.begin(); each != m_asked.end();) {
        if (each->second.request.id != id) {
            ++each;
            continue;
        }
        m_replies.notification("notifications/cancelled",
                               R"({"requestId":)" + each->first
                                       + R"(,"reason":"the call was cancelled"})");
        each = m_asked.erase(each);
    }
}

bool Questions::takeAnswer(const Message &answer)
{
    const auto found = m_asked.find(answer.id);
    if (found == m_asked.end())
        return false;
    const std::string call = found->second.request.id;
    if (!found->second.done) { // one of many: the first of them counts
        m_asked.erase(found);
        for (auto &[id, asked] : m_asked) {
            if (asked.done && asked.request.id == call && --asked.open == 0) {
                const Done done = asked.done;
                m_asked.erase(id);
                done("all answered");
                break;
            }
        }
        return true;
    }
    if (--found->second.open > 0)
        return true;
    const Done done = found->second.done;
    const bool isMany = m_options.argument("ask") == "many";
    m_asked.erase(found);
    done(isMany ? "all answered" : answer.raw);
    return true;
}

// ---- In rounds (2026-07-28, basic/patterns/mrtr) ----

std::string Questions::kind() const
{
    const std::string argument = m_options.argument("mrtr");
    return argument.substr(0, argument.find(':'));
}

int Questions::lastRound() const
{
    const std::string argument = m_options.argument("mrtr");
    const std::size_t colon = argument.find(':');
    if (kind() == "endless")
        return 1'000'000;
    if (kind() == "dropped-state")
        return 2;
    return colon == argument.npos ? 1 : int(Json::integer(argument.substr(colon + 1), 1));
}

void Questions::nextRound(const Message &request, const std::string &method,
                          const std::string &params, const Done &done)
{
    const bool isRetry = !Json::member(request.params, "inputResponses").empty()
                         || !Json::member(request.params, "requestState").empty();
    Round &round = m_rounds[conversation(request)];
    if (!isRetry)
        round = {};
    if (!isRetry && kind() != "undeclared" && !isDeclared(request, method)) {
        return m_replies.error(request, -32021, "A capability of the client is missing",
                               R"({"requiredCapabilities":{)"
                                       + Json::quote(method.substr(0, method.find('/'))) + ":{}}}");
    }
    if (isRetry && kind() != "endless") {
        if (const std::string wrong = problem(request, round); !wrong.empty()) {
            Process::say("protocol: " + wrong);
            return m_replies.error(request, -32602, wrong);
        }
    }
    if (round.number >= lastRound() || (isRetry && kind() == "state-only"))
        return done(std::string(Json::member(request.params, "inputResponses")));
    ++round.number;
    round.requestId = request.id;
    require(request, method, params);
}

/// Why the retry is not what follows @p round; empty if it is.
std::string Questions::problem(const Message &request, const Round &round) const
{
    if (round.number == 0)
        return "a retry of what was not asked";
    if (request.id == round.requestId)
        return "a retry with the id of the request before";
    const std::string state(Json::member(request.params, "requestState"));
    if (state != round.state)
        return "requestState is " + (state.empty() ? "absent" : state) + ", it was "
               + (round.state.empty() ? "absent" : round.state);
    const std::string_view responses = Json::member(request.params, "inputResponses");
    for (const std::string &key : round.keys) {
        if (Json::member(responses, key).empty())
            return "no answer to " + key;
    }
    if (round.keys.empty() && !responses.empty())
        return "answers to nothing";
    return {};
}

bool Questions::isDeclared(const Message &request, const std::string &method) const
{
    return !Json::member(request.meta("io.modelcontextprotocol/clientCapabilities"),
                         method.substr(0, method.find('/')))
                    .empty();
}

void Questions::require(const Message &request, const std::string &method,
                        const std::string &params)
{
    Round &round = m_rounds[conversation(request)];
    round.state = nextState(round);
    const std::string asked = questions(round, method, params);
    std::string members = Replies::modernMembers(request, "input_required");
    if (!round.state.empty())
        members += R"("requestState":)" + round.state + ',';
    members += asked;
    if (members.ends_with(','))
        members.pop_back();
    m_replies.rawResult(request, '{' + members + '}');
}

std::string Questions::nextState(const Round &round) const
{
    const std::string is = kind();
    if (is == "neither" || is == "no-state" || (is == "dropped-state" && round.number > 1))
        return {};
    if (is == "odd-state")
        return oddState;
    if (is == "empty-state")
        return R"("")";
    if (is == "number-state")
        return "5";
    return R"("state-)" + std::to_string(round.number) + '"';
}

/// The member inputRequests; its keys are kept in @p round.
std::string Questions::questions(Round &round, const std::string &method, const std::string &params)
{
    const std::string is = kind();
    round.keys.clear();
    if (is == "state-only" || is == "neither")
        return {};
    if (is == "list")
        return R"("inputRequests":[])";
    const std::string asked = R"({"method":)"
                              + Json::quote(is == "unknown-method" ? "tools/list" : method)
                              + R"(,"params":)" + params + '}';
    round.keys = { "q" + std::to_string(round.number) };
    std::string members = Json::quote(round.keys[0]) + ':' + asked;
    if (is == "two") {
        round.keys.emplace_back("b/ü");
        members += R"(,"b/ü":{"method":"elicitation/create","params":)"
                   + std::string(elicitationParams) + '}';
    }
    for (int i = 0; is == "many" && i < 150; ++i)
        members += ",\"more-" + std::to_string(i) + "\":" + asked;
    return R"("inputRequests":{)" + members + '}';
}

} // namespace Fake
