// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/sampling.h"

#include "protocol/elements.h"
#include "json/jsonwriter.h"
#include "json/unseen.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr qsizetype maxHints = 8;      ///< parts of modelPreferences that are put into words
constexpr qsizetype maxHintChars = 60; ///< of the name of a model

QList<Content> blocksOf(const RawJson &content)
{
    QList<Content> blocks;
    if (!content.isArray())
        return content.isAbsent() ? blocks : QList<Content>{ Content(content) };
    forEachElement(content, [&blocks](const RawJson &block) {
        blocks += Content(block);
        return blocks.size() < SamplingRequest::maxBlocks;
    });
    return blocks;
}

/// The first @p words words of @p text.
QString firstWords(const QString &text, qint64 words)
{
    bool inWord = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool space = text[i].isSpace();
        if (!space && !inWord && --words < 0)
            return text.left(i).trimmed();
        inWord = !space;
    }
    return text;
}

} // namespace

QList<SamplingMessage> SamplingRequest::messages(qsizetype most) const
{
    QList<SamplingMessage> messages;
    forEachElement(m_raw.value("messages"), [&messages, most](const RawJson &message) {
        if (messages.size() >= most)
            return false;
        messages += { message.value("role").textStart(100), blocksOf(message.value("content")) };
        return true;
    });
    return messages;
}

QStringList SamplingRequest::wishes(qsizetype mostChars) const
{
    static constexpr std::pair<QLatin1StringView, const char *> names[] = {
        { "modelPreferences"_L1, "Model preferences" },
        { "temperature"_L1, "Temperature" },
        { "stopSequences"_L1, "Stop sequences" },
        { "includeContext"_L1, "Include context" },
        { "toolChoice"_L1, "Tool choice" },
        { "metadata"_L1, "Metadata" },
    };
    QStringList wishes;
    for (const auto &[key, title] : names) {
        const RawJson value = m_raw.value(QByteArrayView(key.data(), key.size()));
        if (value.isAbsent() || value.isNull())
            continue;
        // Of what may be megabytes only the beginning is looked at.
        QString text = value.isString() ? value.textStart(mostChars + 1)
                                        : QString::fromUtf8(value.view().first(
                                                qMin(value.size(), 4 * (mostChars + 1))));
        if (const QString words = key == "modelPreferences"_L1 ? preferences() : QString();
            !words.isEmpty())
            text = words;
        else if (key == "toolChoice"_L1 && value.count() == 1 && value.value("mode").isString())
            text = value.value("mode").textStart(mostChars + 1);
        if (text.size() > mostChars)
            text = text.left(mostChars) + u'…';
        wishes += u"%1: %2"_s.arg(QLatin1StringView(title), Unseen::line(text));
    }
    return wishes;
}

/// "like “small”, cost 0.8"; empty where there is more in it than that can say.
QString SamplingRequest::preferences() const
{
    const RawJson preferences = m_raw.value("modelPreferences");
    QStringList parts;
    for (const RawJsonMember &member : preferences.members()) {
        if (member.key == "hints"_L1 && member.value.isArray()) {
            for (const RawJson &hint : member.value.elements().mid(0, maxHints + 1)) {
                if (hint.count() != 1 || !hint.value("name").isString())
                    return {};
                parts += u"like “%1”"_s.arg(hint.value("name").textStart(maxHintChars));
            }
        } else if (member.key.endsWith("Priority"_L1) && member.value.isNumber()) {
            parts += member.key.chopped(8) + u' ' + QString::fromUtf8(member.value.view());
        } else {
            return {};
        }
    }
    return parts.size() > maxHints ? QString() : parts.join(u", "_s);
}

QStringList SamplingRequest::problems() const
{
    QStringList problems;
    const RawJson messages = m_raw.value("messages");
    if (!messages.isArray())
        problems += u"It has no messages: “messages” is no list."_s;
    if (!m_raw.value("maxTokens").isNumber())
        problems += u"It does not say how long the answer may be: there is no “maxTokens”."_s;
    if (messages.count() > maxMessages)
        problems += u"It has %1 messages; the first %2 are shown."_s.arg(messages.count())
                            .arg(maxMessages);
    bool oddRole = false;
    bool empty = false;
    for (const SamplingMessage &message : this->messages()) {
        oddRole = oddRole || (message.role != "user"_L1 && message.role != "assistant"_L1);
        empty = empty || message.content.isEmpty();
    }
    if (oddRole)
        problems += u"The role of a message is neither “user” nor “assistant”."_s;
    if (empty)
        problems += u"A message has no content."_s;
    if (m_raw.contains("tools") && !offersTools())
        problems += u"“tools” is no list."_s;
    return problems;
}

RawJson SamplingAnswer::textBlock(const QString &text)
{
    return JsonObjectWriter().add(u"type", u"text").add(u"text", text).toRawJson();
}

RawJson SamplingAnswer::toolUse(const QString &id, const QString &name, const RawJson &input)
{
    JsonObjectWriter block;
    block.add(u"type", u"tool_use").add(u"id", id).add(u"name", name);
    if (input.isAbsent())
        block.addRaw(u"input", "{}");
    else
        block.add(u"input", input);
    return block.toRawJson();
}

QString SamplingAnswer::missingMember(const RawJson &answer)
{
    for (const char *member : { "role", "model" }) {
        if (!answer.value(QByteArrayView(member)).isString())
            return QString::fromLatin1(member);
    }
    const RawJson content = answer.value("content");
    return content.isObject() || content.isArray() ? QString() : u"content"_s;
}

RawJson SamplingAnswer::toJson() const
{
    JsonObjectWriter answer;
    answer.add(u"role", u"assistant");
    if (content.size() == 1) {
        answer.add(u"content", content.constFirst());
    } else {
        JsonArrayWriter blocks;
        for (const RawJson &block : content)
            blocks.add(block);
        answer.add(u"content", blocks.toRawJson());
    }
    answer.add(u"model", model);
    if (!stopReason.isEmpty())
        answer.add(u"stopReason", stopReason);
    return answer.toRawJson();
}

SamplingAnswer SamplingAnswer::automatic(const SamplingRequest &request, const QString &text,
                                         const QString &model)
{
    SamplingAnswer answer;
    answer.model = model;
    const QString kept = firstWords(text, qMax<qint64>(0, request.maxTokens().value_or(INT64_MAX)));
    if (kept.size() < text.size())
        answer.stopReason = u"maxTokens"_s;
    answer.content = { textBlock(kept) };
    return answer;
}

SamplingAnswer SamplingAnswer::echo(const SamplingRequest &request)
{
    RawJson last;
    forEachElement(request.raw().value("messages"), [&last](const RawJson &message) {
        last = message;
        return true;
    });
    const QList<Content> blocks = blocksOf(last.value("content"));
    QStringList texts;
    for (const Content &block : blocks) {
        if (block.type() == Content::Type::Text)
            texts += block.text();
    }
    SamplingAnswer answer = automatic(request, texts.join(u'\n'), u"echo"_s);
    // A picture or sound alone; a message with both says what it is by its text.
    if (texts.isEmpty() && blocks.size() == 1
        && (blocks.constFirst().type() == Content::Type::Image
            || blocks.constFirst().type() == Content::Type::Audio))
        answer.content = { blocks.constFirst().raw() };
    return answer;
}

} // namespace Mcp
