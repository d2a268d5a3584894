// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "tools.h"

#include "questions.h"
#include "toolcall.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Tools {

namespace {

constexpr int mostRounds = 4; ///< a model that still wants dice then has had its share

/// The blocks of an answer, which may be one block or a list of them (2025-11-25, client/sampling).
QList<Mcp::RawJson> blocksOf(const Mcp::RawJson &answer)
{
    const Mcp::RawJson content = answer.value("content");
    return content.isArray() ? content.elements() : QList<Mcp::RawJson>{ content };
}

bool isToolUse(const Mcp::RawJson &block)
{
    return block.value("type").toString() == "tool_use"_L1;
}

/// What the dice show: always the same, so that answers can be compared.
Mcp::RawJson thrown(const Mcp::RawJson &use)
{
    const qint64 wanted = use.value("input").value("count").toInteger().value_or(1);
    const qint64 count = qBound(qint64(1), wanted, qint64(6));
    QStringList eyes;
    for (qint64 die = 1; die <= count; ++die)
        eyes.append(QString::number((die * 5 + 2) % 6 + 1));
    Mcp::JsonObjectWriter text;
    text.add(u"type", u"text").add(u"text", eyes.join(u' '));
    Mcp::JsonObjectWriter result;
    result.add(u"type", u"tool_result").add(u"toolUseId", use.value("id"));
    result.add(u"content", Mcp::JsonArrayWriter().add(text.toRawJson()).toRawJson());
    return result.toRawJson();
}

/// Adds the model's turn to the conversation and, if it used tools, what they gave; false if not.
bool addTurn(Mcp::JsonArrayWriter &messages, const Mcp::RawJson &answer)
{
    Mcp::JsonArrayWriter results;
    for (const Mcp::RawJson &block : blocksOf(answer)) {
        if (isToolUse(block))
            results.add(thrown(block));
    }
    if (results.isEmpty())
        return false;
    Mcp::JsonObjectWriter turn;
    turn.add(u"role", u"assistant").add(u"content", answer.value("content"));
    Mcp::JsonObjectWriter reply; // of results alone (2025-11-25, client/sampling)
    reply.add(u"role", u"user").add(u"content", results.toRawJson());
    messages.add(turn.toRawJson()).add(reply.toRawJson());
    return true;
}

} // namespace

void askModel(ToolCall &call)
{
    const QString prompt = call.arguments().text("prompt", u"Tell me a joke about protocols."_s);
    const qint64 maxTokens = call.arguments().integer("max_tokens", 200, 1, 100000);
    const bool withTools = call.arguments().flag("with_tools", false);
    if (call.endedByBadArguments())
        return;
    Mcp::JsonArrayWriter messages;
    messages.add(Questions::userMessage(prompt).element(0));
    for (int round = 1; round <= mostRounds; ++round) {
        const QString key = u"model-%1"_s.arg(round);
        const Mcp::RawJson answer = call.answer(key);
        if (answer.isAbsent())
            return call.ask(
                    { withTools ? Questions::modelWithTools(key, messages.toRawJson(), maxTokens)
                                : Questions::model(key, messages.toRawJson(), maxTokens) });
        if (withTools && addTurn(messages, answer))
            continue;
        Mcp::JsonObjectWriter structured;
        structured.add(u"rounds", round).add(u"answer", answer);
        return call.finish(ToolResult::fromText(u"The model \"%1\" said:"_s.arg(
                                                        answer.value("model").toString()))
                                   .addText(QString::fromUtf8(answer.value("content").view()))
                                   .setStructured(structured.toRawJson()));
    }
    call.finish(ToolResult::failure(u"The model used its tool again and again; that is enough."));
}

} // namespace McpDemo::Tools
