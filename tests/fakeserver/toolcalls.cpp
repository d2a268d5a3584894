// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "toolcalls.h"
#include "json.h"
#include "process.h"

#include <charconv>
#include <cstdlib>
#include <utility>

namespace Fake {

namespace {

std::string shortest(double value)
{
    char text[32];
    return { text, std::to_chars(text, text + sizeof text, value).ptr };
}

} // namespace

void ToolCalls::call(const Message &request)
{
    if (applyFaults(request))
        return;
    const std::string tool = Json::text(Json::member(request.params, "name"));
    if (!m_catalogue.knows(tool)) {
        m_replies.error(request, -32602, "Unknown tool: " + tool);
        return;
    }
    const bool isTask = !request.isModern() && !Json::member(request.params, "task").empty();
    if (isTask && m_options.has("everything") && !tool.starts_with("work")) {
        m_replies.error(request, -32601, "This tool does not run as a task: " + tool);
        return;
    }
    m_inFlight[request.id] = request;
    if (!m_options.has("hold"))
        run(request, tool, Json::member(request.params, "arguments"));
}

/// Faults that act before a tool runs; true if the call is over.
bool ToolCalls::applyFaults(const Message &request)
{
    const std::string dying = m_options.argument("die-after", "0");
    if (m_options.has("die-after") && ++m_calls > std::strtoll(dying.c_str(), nullptr, 10)) {
        const std::size_t comma = dying.find(',');
        Process::say("fatal: out of cheese");
        Process::say("fatal: giving up");
        std::exit(comma == dying.npos ? 7
                                      : int(std::strtol(dying.c_str() + comma + 1, nullptr, 10)));
    }
    if (m_options.has("close-stdout"))
        Process::closeOutput();
    if (m_options.has("close-stdin"))
        Process::closeInput();
    if (m_options.has("list-changed-on-call"))
        m_catalogue.grow();
    if (m_options.has("url-required") && !std::exchange(m_sentToUrl, true)) {
        m_replies.error(request, -32042, "Sign in first",
                        R"({"elicitations":[{"mode":"url","elicitationId":"e1",)"
                        R"("url":"https://example.org/sign-in","message":"Sign in"}]})");
        for (const char *id : { "e0", "e1" }) // of the first one nobody has heard
            m_replies.notification("notifications/elicitation/complete",
                                   R"({"elicitationId":")" + std::string(id) + "\"}");
        return true;
    }
    if (m_options.has("error-code-zero")) {
        m_replies.error(request, 0, "something happened", R"(["first detail",{"second":2}])");
        return true;
    }
    return false;
}

void ToolCalls::run(const Message &request, const std::string &tool, std::string_view arguments)
{
    const auto argument = [arguments](std::string_view key) {
        return Json::member(arguments, key);
    };
    if (tool == "echo")
        answerText(request, arguments);
    else if (tool == "raw-args")
        answerText(request, request.params);
    else if (tool == "add")
        answerText(request,
                   shortest(Json::number(argument("a"), 0) + Json::number(argument("b"), 0)));
    else if (tool == "slow")
        runSlow(request, arguments);
    else if (tool == "fail")
        answerText(request, Json::text(argument("message"), "it did not work"),
                   R"(,"isError":true)");
    else if (tool == "structured")
        answerText(
                request, R"({"value":1.0,"list":["b","a"]})",
                R"(,"structuredContent":{"value":1.0,"list":["b","a"]},"_meta":{"x":1},"extra":true)");
    else if (tool == "stderr")
        runStderr(request, arguments);
    else if (tool == "big")
        answerText(request, std::string(std::size_t(Json::integer(argument("n"), 1000)), 'b'));
    else if (tool == "notify")
        runNotify(request, arguments);
    else if (tool == "exit")
        runExit(arguments);
    else if (tool == "env")
        answerText(request, Process::environmentLines());
    else if (tool == "ask")
        runAsk(request, arguments);
    else if (tool == "announce")
        runAnnounce(request, arguments);
    else if (tool == "log")
        runLog(request, arguments);
    else if (tool == "work" || tool == "work-only")
        runWork(request, tool == "work-only", Json::integer(argument("ms"), 200));
    else if (tool == "needs-visit")
        runNeedsVisit(request, arguments);
    else
        answerText(request, "called " + tool);
}

void ToolCalls::runSlow(const Message &request, std::string_view arguments)
{
    const long long ms = Json::integer(Json::member(arguments, "ms"), 1000);
    const long long steps = Json::integer(Json::member(arguments, "steps"), 5);
    step(request, 0, steps, steps > 0 ? ms / steps : ms);
}

void ToolCalls::step(const Message &request, long long done, long long steps, long long pause)
{
    if (!m_inFlight.contains(request.id))
        return;
    const std::string_view token = request.meta("progressToken");
    if (done > 0 && !token.empty()) {
        const std::string count = std::to_string(done);
        m_replies.notification("notifications/progress",
                               R"({"progressToken":)" + std::string(token) + R"(,"progress":)"
                                       + count + R"(,"total":)" + std::to_string(steps)
                                       + R"(,"message":"step )" + count + "\"}");
    }
    if (done >= steps)
        return answerText(request, "done after " + std::to_string(steps) + " steps");
    m_timers.after(pause,
                   [this, request, done, steps, pause] { step(request, done + 1, steps, pause); });
}

void ToolCalls::runStderr(const Message &request, std::string_view arguments)
{
    const long long lines = Json::integer(Json::member(arguments, "n"), 1);
    const std::string text = Json::text(Json::member(arguments, "text"), "line");
    std::string all;
    for (long long i = 1; i <= lines; ++i)
        all += text + ' ' + std::to_string(i) + '\n';
    Process::writeError(all);
    answerText(request, "wrote " + std::to_string(lines) + " lines");
}

void ToolCalls::runNotify(const Message &request, std::string_view arguments)
{
    const long long count = Json::integer(Json::member(arguments, "n"), 1);
    const std::string method =
            Json::text(Json::member(arguments, "method"), "notifications/message");
    for (long long i = 1; i <= count; ++i)
        m_replies.notification(method, R"({"level":"info","data":)" + std::to_string(i) + '}');
    answerText(request, "sent " + std::to_string(count) + " notifications");
}

void ToolCalls::runExit(std::string_view arguments)
{
    const std::string_view signal = Json::member(arguments, "signal");
    Process::say("exit: as asked");
    if (!signal.empty())
        Process::dieBySignal(int(Json::integer(signal, 9)));
    std::exit(int(Json::integer(Json::member(arguments, "code"), 0)));
}

void ToolCalls::runAsk(const Message &request, std::string_view arguments)
{
    const std::string method = Json::text(Json::member(arguments, "method"), "roots/list");
    const std::string_view given = Json::member(arguments, "params");
    m_features.questions.ask(
            request, method, given.empty() ? "{}" : std::string(given),
            [this, request](const std::string &answer) { answerText(request, answer); });
    if (request.isModern())
        m_inFlight.erase(request.id);
}

/// Fails until it is called a second time (2025-11-25, client/elicitation).
void ToolCalls::runNeedsVisit(const Message &request, std::string_view arguments)
{
    if (m_visitAsked)
        return answerText(request, "visited");
    m_visitAsked = true;
    m_inFlight.erase(request.id);
    const std::string url = Json::text(Json::member(arguments, "url"), "https://example.org/login");
    m_replies.error(
            request, -32042, "Sign in first",
            R"({"elicitations":[{"mode":"url","elicitationId":"visit-1","message":"Sign in",)"
            R"("url":)"
                    + Json::quote(url) + "}]}");
}

void ToolCalls::runAnnounce(const Message &request, std::string_view arguments)
{
    const std::string what = Json::text(Json::member(arguments, "what"), "tools");
    if (what == "tools")
        m_catalogue.grow();
    const bool heard =
            m_features.announce(request, what, Json::text(Json::member(arguments, "uri")));
    answerText(request, heard ? "told" : "nobody wants to hear of it");
}

/// Cannot be cancelled but as a task.
void ToolCalls::runWork(const Message &request, bool mustBeTask, long long ms)
{
    m_inFlight.erase(request.id);
    m_features.tasks.call(request, mustBeTask, ms);
}

void ToolCalls::runLog(const Message &request, std::string_view arguments)
{
    const long long count = Json::integer(Json::member(arguments, "n"), 1);
    const std::string level = Json::text(Json::member(arguments, "level"), "info");
    const std::string logger = Json::text(Json::member(arguments, "logger"));
    const std::string_view data = Json::member(arguments, "data");
    long long sent = 0;
    for (long long i = 0; i < count; ++i)
        sent += m_features.logging.write(request, level, logger,
                                         data.empty() ? R"("a message")" : std::string(data));
    answerText(request, "wrote " + std::to_string(sent) + " messages");
}

void ToolCalls::cancel(const Message &notification)
{
    const std::string id(Json::member(notification.params, "requestId"));
    const auto found = m_inFlight.find(id);
    if (found == m_inFlight.end())
        return;
    const Message request = found->second;
    m_inFlight.erase(found);
    Process::say("cancelled " + id + ": "
                 + Json::text(Json::member(notification.params, "reason"), "no reason given"));
    if (m_options.has("answer-after-cancel"))
        m_timers.after(20, [this, request] { answerText(request, "too late"); });
}

void ToolCalls::answerText(const Message &request, std::string_view text, const std::string &more)
{
    answer(request, R"("content":[{"type":"text","text":)" + Json::quote(text) + "}]" + more);
}

void ToolCalls::answer(const Message &request, const std::string &members)
{
    m_inFlight.erase(request.id);
    const std::string other = spoiled(request);
    m_replies.toolResult(
            request, other.empty() ? '{' + Replies::modernMembers(request) + members + '}' : other);
}

/// The result in the shape a scenario asks for, empty if none does.
std::string ToolCalls::spoiled(const Message &request) const
{
    const std::string open = '{' + Replies::modernMembers(request);
    if (m_options.has("invalid-tool-result")) {
        const std::string kind = m_options.argument("invalid-tool-result", "missing");
        if (kind == "string")
            return R"("just a string")";
        if (kind == "null")
            return "null";
        if (kind == "not-array")
            return open + R"("content":"no array"})";
        if (kind == "block")
            return open + R"("content":[42,{"type":"text","text":"valid"},{"text":"no type"}]})";
        return open + R"("result":"My tool result!"})";
    }
    if (m_options.has("huge-numbers"))
        return open + R"("content":[{"type":"text","text":"huge"}],"structuredContent":)"
               + R"({"huge":1e400,"digits":12345678901234567890123,"one":1.0,"zero":-0,"deep":)"
               + std::string(1500, '[') + std::string(1500, ']') + "}}";
    if (m_options.has("invalid-utf8"))
        return open + "\"content\":[{\"type\":\"text\",\"text\":\"bad \xff\xfe bytes\"}]}";
    if (m_options.has("unknown-result-type"))
        return '{' + Replies::modernMembers(request, "surprise") + R"("content":[]})";
    return {};
}

} // namespace Fake
