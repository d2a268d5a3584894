// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/resultdigest.h"

#include "protocol/toolresult.h"
#include "json/jsontext.h"

namespace McpUi {

namespace {

constexpr qsizetype kMaxProblems = 20;
/// A text that is JSON is shown as a tree, too, up to this size.
constexpr qsizetype kMaxTextAsTree = 1024 * 1024;

/// The JSON object or array that @p token's text is; absent if it is none.
Mcp::RawJson jsonInText(const Mcp::RawJson &token)
{
    if (token.isAbsent() || token.size() > kMaxTextAsTree)
        return {};
    const QByteArray text = token.toString().toUtf8();
    const Mcp::RawJson value = Mcp::RawJson::fromText(text);
    const bool tree = value.isObject() || value.isArray();
    return tree && !Mcp::JsonText::check(text) ? value : Mcp::RawJson();
}

} // namespace

ResultDigest ResultDigest::of(const Mcp::RawJson &result)
{
    const Mcp::ToolResult view(result);
    ResultDigest digest;
    digest.raw = result;
    digest.isError = view.isError();
    digest.isToolResult = result.value("content").isArray();
    const QList<Mcp::Content> contents = view.content();
    digest.blocks.reserve(contents.size());
    for (const Mcp::Content &content : contents)
        digest.blocks.append({ content, content.type(), content.rawText() });
    digest.problems = view.problems();
    digest.problemCount = digest.problems.size();
    digest.problems.resize(qMin(digest.problems.size(), kMaxProblems));
    digest.structured = view.structuredContent();
    for (qsizetype i = 0; digest.structured.isAbsent() && i < digest.blocks.size(); ++i) {
        if (digest.blocks.at(i).type != Mcp::Content::Type::Text)
            continue;
        digest.structured = jsonInText(digest.blocks.at(i).text);
        digest.structuredFrom = int(i) + 1;
        break;
    }
    if (digest.structured.isAbsent() || result.contains("structuredContent"))
        digest.structuredFrom = 0;
    return digest;
}

} // namespace McpUi
