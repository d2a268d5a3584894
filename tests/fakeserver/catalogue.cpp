// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "catalogue.h"
#include "json.h"

#include <algorithm>
#include <cstdio>

namespace Fake {

namespace {

struct BaseTool
{
    const char *name;
    const char *members; ///< JSON members behind the name
};

constexpr BaseTool baseTools[] = {
    { "echo", R"("title":"Echo","description":"Returns its arguments' JSON text byte for byte.",)"
              R"("inputSchema":{"type":"object","properties":{"text":{"type":"string"}}},)"
              R"("annotations":{"readOnlyHint":true})" },
    { "add", R"("description":"Adds a and b.","inputSchema":{"type":"object","properties":)"
             R"({"a":{"type":"number"},"b":{"type":"number"}},"required":["a","b"]})" },
    { "slow",
      R"("description":"Takes ms milliseconds in steps steps, with progress.",)"
      R"("inputSchema":{"type":"object","properties":{"ms":{"type":"integer","default":1000},)"
      R"("steps":{"type":"integer","default":5}}})" },
    { "fail", R"("description":"Ends with isError.","inputSchema":{"type":"object","properties":)"
              R"({"message":{"type":"string"}}})" },
    { "structured",
      R"("description":"Returns structured content.","inputSchema":{"type":"object"},)"
      R"("outputSchema":{"type":"object","properties":{"value":{"type":"number"},)"
      R"("list":{"type":"array","items":{"type":"string"}}},"required":["value"]})" },
    { "stderr",
      R"("description":"Writes n lines of text to stderr.","inputSchema":{"type":"object",)"
      R"("properties":{"n":{"type":"integer"},"text":{"type":"string"}}})" },
    { "big", R"("description":"Returns n bytes of text.","inputSchema":{"type":"object",)"
             R"("properties":{"n":{"type":"integer"}}})" },
    { "notify", R"("description":"Sends n notifications first.","inputSchema":{"type":"object",)"
                R"("properties":{"n":{"type":"integer"},"method":{"type":"string"}}})" },
    { "exit",
      R"("description":"Ends the process with code, or by signal.","inputSchema":{"type":"object",)"
      R"("properties":{"code":{"type":"integer"},"signal":{"type":"integer"}}})" },
    { "env", R"("description":"Returns the environment as sorted lines.","inputSchema":)"
             R"({"type":"object"})" },
    { "raw-args", R"("description":"Returns the request's params byte for byte.","inputSchema":)"
                  R"({"type":"object"})" },
    { "ask", R"("description":"Asks the client a question and returns its answer as it came.",)"
             R"("inputSchema":{"type":"object","properties":{"method":{"type":"string"},)"
             R"("params":{"type":"object"}}})" },
};

/// Of the scenario "everything".
constexpr BaseTool featureTools[] = {
    { "announce", R"("description":"Says that a list (tools, prompts, resources) has changed or )"
                  R"(that the resource uri was updated.","inputSchema":{"type":"object",)"
                  R"("properties":{"what":{"type":"string"},"uri":{"type":"string"}}})" },
    { "log", R"("description":"Writes n log messages of a level.","inputSchema":{"type":"object",)"
             R"("properties":{"n":{"type":"integer"},"level":{"type":"string"},"logger":)"
             R"({"type":"string"},"data":{}}})" },
    { "needs-visit", R"("description":"Asks for a visit to url, by an error, the first time.",)"
                     R"("inputSchema":{"type":"object","properties":{"url":{"type":"string"}}})" },
    { "work", R"("description":"Works for ms milliseconds, as a task where the client wants it.",)"
              R"("inputSchema":{"type":"object","properties":{"ms":{"type":"integer"}}},)"
              R"("execution":{"taskSupport":"optional"})" },
    { "work-only", R"("description":"The same, never but as a task.",)"
                   R"("inputSchema":{"type":"object","properties":{"ms":{"type":"integer"}}},)"
                   R"("execution":{"taskSupport":"required"})" },
};

const char *const unicodeTools[][2] = {
    { "größe_messen", "Misst die Größe in Zürich \u2013 ungefähr." },
    { "検索", "文書を検索します。" },
    { "بحث", "يبحث في المستندات." },
    { "emoji-\U0001F9EA", "A tool with an emoji \U0001F9EA and a combining e\u0301." },
};

} // namespace

Catalogue::Catalogue(const Options &options, Pages &pages)
    : m_options(options)
    , m_pages(pages)
{
    for (const BaseTool &tool : baseTools)
        addTool(tool.name, tool.members);
    if (options.has("everything")) {
        for (const BaseTool &tool : featureTools)
            addTool(tool.name, tool.members);
    }
    if (options.has("unicode-tools")) {
        for (const auto &tool : unicodeTools)
            addTool(tool[0], R"("description":)" + Json::quote(tool[1])
                                     + R"(,"inputSchema":{"type":"object"})");
    }
    const long long more = options.number("tools", options.has("tools") ? 100 : 0);
    for (long long i = 1; i <= more; ++i) {
        char name[32];
        std::snprintf(name, sizeof name, "tool-%05lld", i);
        addTool(name,
                R"("description":"Generated tool )" + std::to_string(i)
                        + R"(.","inputSchema":{"type":"object","properties":{"x":{"type":"string"}}})");
    }
    applyFaults();
}

void Catalogue::addTool(const std::string &name, const std::string &members)
{
    m_names.push_back(name);
    m_tools.push_back(R"({"name":)" + Json::quote(name) + ',' + members + '}');
}

void Catalogue::applyFaults()
{
    if (m_options.has("duplicate-tools")) {
        const std::vector<std::string> once = m_tools;
        m_tools.insert(m_tools.end(), once.begin(), once.end());
    }
    if (m_options.has("malformed-tool")) {
        m_tools.insert(m_tools.begin() + 1, "42");
        m_tools.insert(m_tools.begin() + 3, R"({"description":"a tool without a name"})");
    }
}

void Catalogue::grow()
{
    addTool("grown-" + std::to_string(++m_grown), R"("inputSchema":{"type":"object"})");
}

bool Catalogue::knows(std::string_view name) const
{
    return std::find(m_names.begin(), m_names.end(), name) != m_names.end();
}

void Catalogue::list(const Message &request) { m_pages.send(request, "tools", m_tools); }

} // namespace Fake
