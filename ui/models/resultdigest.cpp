// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/resultdigest.h"

#include "models/mediatype.h"
#include "protocol/prompt.h"
#include "protocol/resource.h"
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

QList<ResultDigest::Block> ResultDigest::contentsOf(const Mcp::RawJson &result, qsizetype most)
{
    QList<Block> blocks;
    const auto contents = Mcp::ReadResult(result).contents(most);
    for (const Mcp::ResourceContents &content : contents) {
        const QByteArray text =
                R"({"type":"resource","resource":)" + content.raw().toByteArray() + '}';
        blocks.append(Block::of(Mcp::Content(Mcp::RawJson::fromText(text))));
        blocks.last().standsAlone = true;
    }
    return blocks;
}

ResultDigest ResultDigest::of(const Mcp::RawJson &result, Mcp::CallSubject::Kind kind)
{
    ResultDigest digest;
    digest.raw = result;
    digest.kind = kind;
    switch (kind) {
    case Mcp::CallSubject::Kind::Tool:
        digest.takeToolResult();
        break;
    case Mcp::CallSubject::Kind::Prompt:
        digest.takePromptResult();
        break;
    case Mcp::CallSubject::Kind::Resource:
    case Mcp::CallSubject::Kind::ResourceTemplate:
        digest.takeReadResult();
        break;
    }
    digest.structuredIndex = JsonIndex(digest.structured);
    return digest;
}

ResultDigest ResultDigest::ofOther(const Mcp::RawJson &result)
{
    ResultDigest digest;
    digest.raw = digest.structured = result;
    digest.isComplete = true;
    digest.structuredIndex = JsonIndex(result);
    return digest;
}

void ResultDigest::addCut(const QString &what, qsizetype most)
{
    problems.prepend(u"Only the first %1 %2 are shown; the Raw tab has all."_s.arg(
            QString::number(most), what));
    ++problemCount;
}

void ResultDigest::takeToolResult()
{
    const Mcp::ToolResult view(raw);
    isError = view.isError();
    isComplete = view.value("content"_L1).isArray();
    QList<Mcp::Content> contents = view.content(kMaxBlocks + 1);
    const bool isCut = contents.size() > kMaxBlocks;
    if (isCut)
        contents.removeLast();
    blocks.reserve(contents.size());
    for (const Mcp::Content &content : std::as_const(contents))
        blocks.append(Block::of(content));
    problems = view.problems(kMaxProblems, problemCount);
    if (isCut)
        addCut(u"content blocks"_s, kMaxBlocks);
    structured = view.structuredContent();
    markStructured(blocks, structured);
    findStructured();
}

void ResultDigest::takePromptResult()
{
    const Mcp::PromptResult view(raw);
    isComplete = raw.value("messages").isArray();
    constexpr qsizetype most = Mcp::PromptResult::maxMessages;
    const QList<Mcp::PromptMessage> messages = view.messages(most + 1);
    for (const Mcp::PromptMessage &message : messages.first(qMin(messages.size(), most))) {
        blocks.append(Block::of(message.content));
        blocks.last().role = message.role;
    }
    problems = view.problems();
    problemCount = problems.size();
    if (messages.size() > most)
        addCut(u"messages"_s, most);
}

void ResultDigest::takeReadResult()
{
    isComplete = raw.value("contents").isArray();
    constexpr qsizetype most = Mcp::ReadResult::maxContents;
    blocks = contentsOf(raw, most + 1);
    problems = Mcp::ReadResult(raw).problems();
    problemCount = problems.size();
    if (blocks.size() > most) {
        blocks.removeLast();
        addCut(u"contents"_s, most);
    }
    findStructured();
}

/// Where the server gives no structured content, the first text that is JSON stands for it.
void ResultDigest::findStructured()
{
    const bool inResource = kind != Mcp::CallSubject::Kind::Tool;
    const auto wanted = inResource ? Mcp::Content::Type::Resource : Mcp::Content::Type::Text;
    for (qsizetype i = 0; structured.isAbsent() && i < blocks.size(); ++i) {
        if (blocks.at(i).type != wanted)
            continue;
        structured = jsonInText(blocks.at(i).text, kMaxTextAsTree);
        structuredFrom = structured.isAbsent() ? 0 : int(i) + 1;
        break;
    }
}

QString ResultDigest::toPlainText() const
{
    QStringList parts;
    for (const Block &block : blocks) {
        QString text =
                block.text.isAbsent() ? QString::fromUtf8(block.blobText) : block.text.toString();
        if (block.text.isAbsent() && block.blobText.isEmpty())
            text = u"["_s + block.facts.typeName() + u' ' + block.facts.mimeType()
                   + block.facts.uri() + u']';
        parts.append(block.role.isEmpty() ? text : block.role + u":\n"_s + text);
    }
    return parts.join(u"\n\n"_s);
}

} // namespace McpUi
