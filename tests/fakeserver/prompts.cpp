// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "prompts.h"
#include "json.h"

#include <algorithm>

namespace Fake {

namespace {

constexpr const char *listed[] = {
    // Brackets: one text, not two that lack a comma.
    (R"({"name":"greet","title":"Greeting","description":"Greets somebody.","arguments":)"
     R"([{"name":"name","title":"Who","required":true},{"name":"tone","description":"How"}]})"),
    R"({"name":"contents","description":"Every kind of content there is."})",
    R"({"name":"ask","description":"Asks for the roots before it is got."})",
};

std::string message(const std::string &role, const std::string &content)
{
    return R"({"role":")" + role + R"(","content":)" + content + '}';
}

std::string text(const std::string &role, const std::string &words)
{
    return message(role, R"({"type":"text","text":)" + Json::quote(words) + '}');
}

const char *const contents[] = {
    R"({"type":"image","data":"iVBORw0KGgo=","mimeType":"image/png"})",
    R"({"type":"audio","data":"UklGRg==","mimeType":"audio/wav"})",
    R"({"type":"resource_link","uri":"test:///readme.md","name":"readme"})",
    R"({"type":"resource","resource":{"uri":"test:///data.bin","blob":"AAEC"}})",
};

} // namespace

Prompts::Prompts(const Options &options, Replies &replies, Pages &pages, Questions &questions)
    : m_options(options)
    , m_replies(replies)
    , m_questions(questions)
    , m_pages(pages)
    , m_prompts(std::begin(listed), std::end(listed))
{
    if (options.has("malformed-entries")) {
        m_prompts.insert(m_prompts.begin(), "42");
        m_prompts.insert(m_prompts.begin() + 2, R"({"title":"without a name"})");
    }
}

void Prompts::grow()
{
    m_prompts.push_back(R"({"name":"grown-)" + std::to_string(++m_grown) + "\"}");
}

/// Strict where the schema is: arguments are strings.
bool Prompts::admits(const Message &request, const std::string &name, const std::string &arguments)
{
    const bool isKnown =
            std::any_of(m_prompts.begin(), m_prompts.end(), [&name](const std::string &prompt) {
                return Json::text(Json::member(prompt, "name")) == name;
            });
    if (!isKnown) {
        m_replies.error(request, -32602, "Unknown prompt: " + name);
        return false;
    }
    for (const char *argument : { "name", "tone" }) {
        const std::string_view value = Json::member(arguments, argument);
        if (!value.empty() && value.front() != '"') {
            m_replies.error(request, -32602, std::string(argument) + " is not a string");
            return false;
        }
    }
    if (name == "greet" && Json::member(arguments, "name").empty()) {
        m_replies.error(request, -32602, "Missing required argument: name");
        return false;
    }
    return true;
}

void Prompts::get(const Message &request)
{
    const std::string name = Json::text(Json::member(request.params, "name"));
    const std::string arguments(Json::member(request.params, "arguments"));
    if (!admits(request, name, arguments))
        return;
    if (const std::string odd = spoiled(); !odd.empty())
        return m_replies.result(request, odd);
    if (name == "ask") {
        return m_questions.ask(
                request, "roots/list", "{}", [this, request](const std::string &answer) {
                    m_replies.result(request, R"("messages":[)" + text("user", answer) + ']');
                });
    }
    m_replies.result(request, R"("description":"For tests.","messages":[)"
                                      + messages(name, arguments) + ']');
}

std::string Prompts::messages(const std::string &name, const std::string &arguments) const
{
    if (name == "greet") {
        const std::string who = Json::text(Json::member(arguments, "name"));
        const std::string tone = Json::text(Json::member(arguments, "tone"), "plain");
        return text("user", "Greet " + who) + ',' + text("assistant", "In a " + tone + " tone?");
    }
    std::string all = text("user", "called " + name);
    for (const char *content : contents)
        all += name == "contents" ? ',' + message("assistant", content) : "";
    return all;
}

/// The members of a result that is wrong; empty if none is asked for.
std::string Prompts::spoiled() const
{
    const std::string kind = m_options.argument("prompt");
    if (kind == "no-messages")
        return R"("description":"no messages")";
    if (kind == "not-array")
        return R"("messages":{"role":"user"})";
    if (kind == "content-array")
        return R"("messages":[)" + message("user", R"([{"type":"text","text":"in a list"}])") + ']';
    if (kind == "odd-role")
        return R"("messages":[)" + text("system", "who am I?") + ']';
    if (kind == "number")
        return R"("messages":[42])";
    return {};
}

} // namespace Fake
