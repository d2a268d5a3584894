// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/toolresult.h"

#include "protocol/elements.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// The members that the specification names.
constexpr std::array named{ "content"_L1, "structuredContent"_L1, "isError"_L1, "_meta"_L1,
                            "resultType"_L1 };

/// What of a content block's annotations is not of the type it has to be; empty when all is.
QString annotationProblem(const Content &content)
{
    const RawJson annotations = content.annotations();
    if (annotations.isAbsent())
        return {};
    if (!annotations.isObject())
        return u"has annotations that are no object"_s;
    const auto isWrong = [&annotations](const char *key, bool (RawJson::*isRight)() const) {
        const RawJson value = annotations.value(key);
        return !value.isAbsent() && !(value.*isRight)();
    };
    if (isWrong("audience", &RawJson::isArray))
        return u"has an audience that is no array"_s;
    if (isWrong("priority", &RawJson::isNumber))
        return u"has a priority that is no number"_s;
    if (isWrong("lastModified", &RawJson::isString))
        return u"has a lastModified that is no string"_s;
    return {};
}

/// Why a content block is not what its type promises; empty when it is.
QString blockProblem(const RawJson &block)
{
    if (!block.isObject())
        return u"is not an object"_s;
    const Content content(block);
    switch (content.type()) {
    case Content::Type::Text:
        return block.value("text").isString() ? QString() : u"has no text"_s;
    case Content::Type::Image:
    case Content::Type::Audio:
        if (!block.value("data").isString())
            return u"has no data"_s;
        return block.value("mimeType").isString() ? QString() : u"has no mimeType"_s;
    case Content::Type::ResourceLink:
        if (!block.value("uri").isString())
            return u"has no uri"_s;
        return block.value("name").isString() ? QString() : u"has no name"_s;
    case Content::Type::Resource:
        if (!content.resource().isObject())
            return u"has no resource"_s;
        if (!content.resource().value("uri").isString())
            return u"embeds a resource without uri"_s;
        return content.resource().contains("text") || content.resource().contains("blob")
                       ? QString()
                       : u"embeds a resource with neither text nor blob"_s;
    case Content::Type::Unknown:
        break;
    }
    if (!block.value("type").isString())
        return u"has no type"_s;
    return u"has the unknown type \"%1\""_s.arg(content.typeName());
}

} // namespace

ToolResult::ToolResult(const RawJson &raw)
    : m_raw(raw)
    , m_named(raw.values({ named[0], named[1], named[2], named[3], named[4] }))
{}

RawJson ToolResult::value(QLatin1StringView key) const
{
    const auto known = std::find(named.begin(), named.end(), key);
    return known == named.end() ? m_raw.value(QByteArrayView(key))
                                : m_named.value(known - named.begin());
}

QList<Content> ToolResult::content(qsizetype most) const
{
    QList<Content> blocks;
    forEachElement(value("content"_L1), [&](const RawJson &element) {
        blocks.append(Content(element));
        return blocks.size() < most;
    });
    return blocks;
}

QList<RawJsonMember> ToolResult::unknownMembers() const
{
    QList<RawJsonMember> unknown = m_raw.members();
    unknown.removeIf([](const RawJsonMember &member) {
        return std::find(named.begin(), named.end(), member.key) != named.end();
    });
    return unknown;
}

QStringList ToolResult::problems() const
{
    qsizetype count = 0;
    return problems(std::numeric_limits<qsizetype>::max(), count);
}

QStringList ToolResult::problems(qsizetype most, qsizetype &count) const
{
    QStringList problems;
    count = 0;
    const auto add = [&](const auto &sentence) {
        if (++count <= most)
            problems.append(sentence());
    };
    if (!m_raw.isObject()) {
        add([] { return u"The result is not an object."_s; });
        return problems;
    }
    const RawJson blocks = value("content"_L1);
    if (blocks.isAbsent())
        add([] { return u"The result has no content, which every tool result must have."_s; });
    else if (!blocks.isArray())
        add([] { return u"\"content\" is not an array."_s; });
    qsizetype position = 0;
    forEachElement(blocks, [&](const RawJson &element) {
        ++position;
        for (const QString &problem :
             { blockProblem(element), annotationProblem(Content(element)) }) {
            if (!problem.isEmpty())
                add([&] { return u"Content block %1 %2."_s.arg(position).arg(problem); });
        }
        return true;
    });
    const RawJson flag = value("isError"_L1);
    if (!flag.isAbsent() && !flag.isBool())
        add([] { return u"\"isError\" is neither true nor false."_s; });
    return problems;
}

} // namespace Mcp
