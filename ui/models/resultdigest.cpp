// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/resultdigest.h"

#include "models/mediatype.h"
#include "protocol/toolresult.h"
#include "schema/jsonequality.h"
#include "json/jsontext.h"
#include "json/jsonwriter.h"
#include "json/utf8.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qsizetype kMaxProblems = 20;
/// Some 50 MB of what is known about each; nobody looks through more.
constexpr qsizetype kMaxBlocks = 100'000;
/// A text that is JSON is shown as a tree, too, up to this size.
constexpr qsizetype kMaxTextAsTree = 1024 * 1024;
constexpr qsizetype kLarge = 64 * 1024;

/// A text of more is not compared to the structured content: both would have to be decoded.
constexpr qsizetype kMaxTextCompared = 16 * 1024 * 1024;
/// Bytes read for all such comparisons of a result, beyond two of the largest.
constexpr qsizetype kMaxRead = 8 * 1024 * 1024;

/// The JSON object or array that @p token's text is; absent if it is none.
Mcp::RawJson jsonInText(const Mcp::RawJson &token, qsizetype most)
{
    if (token.isAbsent() || token.size() > most)
        return {};
    const QByteArray text = token.toString().toUtf8();
    const Mcp::RawJson value = Mcp::RawJson::fromText(text);
    const bool tree = value.isObject() || value.isArray();
    return tree && !Mcp::JsonText::check(text) ? value : Mcp::RawJson();
}

/// @p object with its small members only, those of members included.
Mcp::RawJson withoutLarge(const Mcp::RawJson &object, int depth = 2)
{
    if (object.size() <= kLarge || !object.isObject())
        return object;
    Mcp::JsonObjectWriter small;
    for (const Mcp::RawJsonMember &member : object.members()) {
        if (member.value.size() <= kLarge)
            small.add(member.key, member.value);
        else if (depth > 0 && member.value.isObject())
            small.add(member.key, withoutLarge(member.value, depth - 1));
    }
    return small.toRawJson();
}

/// Can the text of @p block be @p structured: does it begin with the same bracket?
bool beginsLike(const ResultDigest::Block &block, const Mcp::RawJson &structured)
{
    if (block.type != Mcp::Content::Type::Text || structured.isAbsent())
        return false;
    const QByteArrayView token = block.text.view();
    qsizetype at = 1;
    while (at < token.size() && token[at] == ' ')
        ++at;
    return at >= token.size() || token[at] == '\\' || token[at] == structured.view().front();
}

/// Marks texts that are nothing but @p structured, whatever their layout.
void markStructured(QList<ResultDigest::Block> &blocks, const Mcp::RawJson &structured)
{
    const qsizetype count = structured.count();
    // A thousand texts that are almost the same must not cost a thousand readings of a large tree.
    qsizetype left = kMaxRead + 2 * structured.size();
    for (ResultDigest::Block &block : blocks) {
        if (!beginsLike(block, structured))
            continue;
        const Mcp::RawJson value = jsonInText(block.text, kMaxTextCompared);
        if (value.isAbsent() || value.count() != count)
            continue;
        left -= value.size() + structured.size();
        block.isStructured = left >= 0 && Mcp::sameJson(value, structured);
    }
}

/// As Content::rawText(), without finding the type again: a large block is a long way.
Mcp::RawJson textOf(const Mcp::Content &content, Mcp::Content::Type type)
{
    const Mcp::RawJson owner =
            type == Mcp::Content::Type::Resource ? content.resource() : content.raw();
    const Mcp::RawJson text = owner.value("text");
    return text.isString() ? text : Mcp::RawJson();
}

bool isUtf8Text(const QByteArray &bytes)
{
    const char *const end = bytes.constData() + bytes.size();
    for (const char *p = bytes.constData(); p < end;) {
        const qsizetype length = Mcp::Utf8::decode(p, end).length;
        if (length == 0 || *p == '\0')
            return false;
        p += length;
    }
    return true;
}

/// Servers that do not look into files send each of them as a blob.
QByteArray textInBlob(const Mcp::Content &content, const MediaType &type)
{
    const MediaType::Kind kind = type.kind();
    if (kind == MediaType::Kind::Image || kind == MediaType::Kind::Audio
        || kind == MediaType::Kind::Other)
        return {};
    const QByteArray bytes = content.data().value_or(QByteArray());
    return isUtf8Text(bytes) ? bytes : QByteArray();
}

} // namespace

ResultDigest::Block ResultDigest::Block::of(const Mcp::Content &content)
{
    const Mcp::Content::Type type = content.type();
    Block block{ content, type, textOf(content, type), false,
                 Mcp::Content(withoutLarge(content.raw())) };
    if (type == Mcp::Content::Type::Resource && block.text.isAbsent())
        block.blobText =
                textInBlob(content, MediaType::of(block.facts.mimeType(), block.facts.uri()));
    return block;
}

bool ResultDigest::isAllStructured() const
{
    return !blocks.isEmpty() && std::all_of(blocks.cbegin(), blocks.cend(), [](const Block &block) {
        return block.isStructured;
    });
}

ResultDigest ResultDigest::of(const Mcp::RawJson &result)
{
    const Mcp::ToolResult view(result);
    ResultDigest digest;
    digest.raw = result;
    digest.isError = view.isError();
    digest.isToolResult = view.value("content"_L1).isArray();
    QList<Mcp::Content> contents = view.content(kMaxBlocks + 1);
    const bool isCut = contents.size() > kMaxBlocks;
    if (isCut)
        contents.removeLast();
    digest.blocks.reserve(contents.size());
    for (const Mcp::Content &content : std::as_const(contents))
        digest.blocks.append(Block::of(content));
    digest.problems = view.problems(kMaxProblems, digest.problemCount);
    if (isCut) {
        digest.problems.prepend(
                u"Only the first %1 content blocks are shown; the Raw tab has all."_s.arg(
                        kMaxBlocks));
        ++digest.problemCount;
    }
    digest.structured = view.structuredContent();
    markStructured(digest.blocks, digest.structured);
    for (qsizetype i = 0; digest.structured.isAbsent() && i < digest.blocks.size(); ++i) {
        if (digest.blocks.at(i).type != Mcp::Content::Type::Text)
            continue;
        digest.structured = jsonInText(digest.blocks.at(i).text, kMaxTextAsTree);
        digest.structuredFrom = int(i) + 1;
        break;
    }
    if (digest.structured.isAbsent() || !view.structuredContent().isAbsent())
        digest.structuredFrom = 0;
    digest.structuredIndex = JsonIndex(digest.structured);
    return digest;
}

} // namespace McpUi
