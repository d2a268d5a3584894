// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resources.h"
#include "json.h"

namespace Fake {

namespace {

struct Fixed
{
    const char *uri;
    const char *members; ///< of its entry in the list, JSON
    const char *content; ///< JSON members
};

constexpr Fixed fixed[] = {
    { "test:///readme.md",
      R"("name":"readme","title":"Read me","description":"A text.","mimeType":"text/markdown",)"
      R"("size":14,"annotations":{"audience":["user"],"priority":0.5})",
      R"("mimeType":"text/markdown","text":"# Read me\nZürich")" },
    { "test:///data.bin", R"("name":"data","mimeType":"application/octet-stream","size":3)",
      R"("mimeType":"application/octet-stream","blob":"AAEC")" },
    { "ui://widget", R"("name":"widget","mimeType":"text/html;profile=mcp-app")",
      R"("mimeType":"text/html;profile=mcp-app","text":"<b>never run</b>")" },
    { "test:///ask", R"("name":"ask","description":"Asks for the roots before it is read.")", "" },
};

constexpr const char *templates[] = {
    R"({"uriTemplate":"test:///notes/{id}","name":"note","title":"A note","mimeType":"text/plain"})",
    R"({"uriTemplate":"test:///search{?q,lang}","name":"search","description":"Finds notes."})",
};

constexpr const char *notePrefix = "test:///notes/";

std::string content(const std::string &uri, const std::string &members)
{
    return R"({"uri":)" + Json::quote(uri) + ',' + members + '}';
}

} // namespace

Resources::Resources(const Options &options, Replies &replies, Pages &pages, Questions &questions)
    : m_options(options)
    , m_replies(replies)
    , m_pages(pages)
    , m_questions(questions)
    , m_templates(std::begin(templates), std::end(templates))
{
    for (const Fixed &resource : fixed)
        m_resources.push_back(R"({"uri":)" + Json::quote(resource.uri) + ',' + resource.members
                              + '}');
    if (options.has("malformed-entries")) {
        for (std::vector<std::string> *list : { &m_resources, &m_templates }) {
            list->insert(list->begin(), "42");
            list->insert(list->begin() + 2, R"({"name":"without a URI"})");
        }
    }
}

void Resources::grow()
{
    const std::string name = "grown-" + std::to_string(++m_grown);
    m_resources.push_back(R"({"uri":"test:///)" + name + R"(","name":")" + name + "\"}");
}

void Resources::read(const Message &request)
{
    const std::string uri = Json::text(Json::member(request.params, "uri"));
    if (const std::string odd = spoiled(uri); !odd.empty())
        return m_replies.result(request, odd + m_replies.cacheMembers(request));
    if (uri == "test:///ask") {
        return m_questions.ask(
                request, "roots/list", "{}", [this, request, uri](const std::string &answer) {
                    this->answer(request, content(uri, R"("text":)" + Json::quote(answer)));
                });
    }
    for (const Fixed &resource : fixed) {
        if (uri == resource.uri && m_options.argument("read") != "missing")
            return answer(request, content(uri, resource.content));
    }
    if (uri.starts_with(notePrefix) && m_options.argument("read") != "missing") {
        const std::string id = uri.substr(std::string(notePrefix).size());
        return answer(request, content(uri, R"("text":)" + Json::quote("note " + id)));
    }
    m_replies.error(request, request.isModern() ? -32602 : -32002, "Resource not found",
                    R"({"uri":)" + Json::quote(uri) + '}');
}

void Resources::answer(const Message &request, const std::string &contents)
{
    m_replies.result(request, R"("contents":[)" + contents + ']' + m_replies.cacheMembers(request));
}

/// The members of a result that is wrong, or right in an unusual way; empty if none is asked for.
std::string Resources::spoiled(const std::string &uri) const
{
    const std::string kind = m_options.argument("read");
    if (kind == "no-contents")
        return R"("text":"no contents")";
    if (kind == "not-array")
        return R"("contents":"no array")";
    if (kind == "number")
        return R"("contents":[42])";
    if (kind == "both")
        return R"("contents":[)" + content(uri, R"("text":"t","blob":"AAEC")") + ']';
    if (kind == "neither")
        return R"("contents":[)" + content(uri, R"("mimeType":"text/plain")") + ']';
    if (kind == "base64")
        return R"("contents":[)" + content(uri, R"("blob":"not base64!")") + ']';
    if (kind == "two")
        return R"("contents":[)" + content(uri, R"("text":"one")") + ','
               + content(uri + "/part", R"("blob":"AAEC")") + ']';
    return {};
}

} // namespace Fake
