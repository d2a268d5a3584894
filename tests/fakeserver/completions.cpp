// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "completions.h"
#include "json.h"

#include <vector>

namespace Fake {

namespace {

std::vector<std::string> wordsFor(const std::string &reference, const std::string &argument,
                                  const std::string &name)
{
    if (reference == "greet" && argument == "name")
        return { "Ada", "Adele", "Bob" };
    if (reference == "greet" && argument == "tone") // depends on the other argument
        return name == "Ada" ? std::vector<std::string>{ "solemn" }
                             : std::vector<std::string>{ "warm", "cold" };
    if (reference == "test:///notes/{id}" && argument == "id")
        return { "1", "10", "11", "2" };
    if (reference == "test:///search{?q,lang}" && argument == "lang")
        return { "de", "en" };
    return {};
}

std::string thousand()
{
    std::string values;
    for (int i = 1; i <= 1000; ++i)
        values += (i > 1 ? ",\"value-" : "\"value-") + std::to_string(i) + '"';
    return values;
}

} // namespace

void Completions::complete(const Message &request)
{
    const std::string argument = m_options.argument("completion");
    if (!argument.starts_with("slow"))
        return answer(request);
    const std::size_t colon = argument.find(':');
    const long long ms =
            colon == argument.npos ? 300 : Json::integer(argument.substr(colon + 1), 300);
    m_timers.after(ms, [this, request] { answer(request); });
}

void Completions::answer(const Message &request)
{
    const std::string_view ref = Json::member(request.params, "ref");
    const std::string type = Json::text(Json::member(ref, "type"));
    const std::string reference =
            Json::text(Json::member(ref, type == "ref/prompt" ? "name" : "uri"));
    const std::string_view asked = Json::member(request.params, "argument");
    const std::string_view others =
            Json::member(Json::member(request.params, "context"), "arguments");
    if ((type != "ref/prompt" && type != "ref/resource") || reference.empty())
        return m_replies.error(request, -32602, "ref names nothing");
    if (const std::string odd = spoiled(); !odd.empty())
        return m_replies.result(request, odd);
    const std::string begun = Json::text(Json::member(asked, "value"));
    std::string values;
    int total = 0;
    for (const std::string &word : wordsFor(reference, Json::text(Json::member(asked, "name")),
                                            Json::text(Json::member(others, "name")))) {
        if (word.starts_with(begun))
            values += (total++ > 0 ? "," : "") + Json::quote(word);
    }
    m_replies.result(request, R"("completion":{"values":[)" + values + R"(],"total":)"
                                      + std::to_string(total) + R"(,"hasMore":false})");
}

/// The members of a result that is unusual or wrong; empty if none is asked for.
std::string Completions::spoiled() const
{
    const std::string kind = m_options.argument("completion");
    if (kind == "many")
        return R"("completion":{"values":[)" + thousand() + R"(],"total":5000,"hasMore":true})";
    if (kind == "bare")
        return R"("completion":{"values":["one","two"]})";
    if (kind == "none")
        return R"("values":["not where it belongs"])";
    if (kind == "not-array")
        return R"("completion":{"values":"one"})";
    if (kind == "numbers")
        return R"("completion":{"values":[1,"two",null]})";
    return {};
}

} // namespace Fake
