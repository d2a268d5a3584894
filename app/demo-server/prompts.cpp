// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "prompts.h"

#include "promptcall.h"
#include "questions.h"
#include "resources.h"
#include "samples.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Prompts {

namespace {

Mcp::RawJson media(QStringView type, const QByteArray &bytes, QStringView mimeType)
{
    Mcp::JsonObjectWriter block;
    block.add(u"type", type).add(u"data", QString::fromLatin1(bytes.toBase64()));
    block.add(u"mimeType", mimeType);
    return block.toRawJson();
}

Mcp::RawJson embedded(QStringView uri)
{
    Mcp::JsonObjectWriter block;
    block.add(u"type", u"resource").add(u"resource", Resources::contents(uri));
    return block.toRawJson();
}

} // namespace

void greeting(PromptCall &call)
{
    call.addText(u"user", u"Say hello, in one friendly sentence.");
    call.finish(u"A greeting");
}

void codeReview(PromptCall &call)
{
    call.addText(u"user", u"Review this code in a %1 style and answer in %2:\n\n```\n%3\n```"_s.arg(
                                  call.argument("style", u"thorough"_s),
                                  call.argument("language", u"English"_s), call.argument("code")));
    call.finish(u"A review of code");
}

void travelPlan(PromptCall &call)
{
    call.addText(u"user", u"I am going to %1, %2, for %3 days. What should I see?"_s.arg(
                                  call.argument("city"), call.argument("country"),
                                  call.argument("days", u"3"_s)));
    call.addText(u"assistant", u"Do you prefer museums, food or a walk?");
    call.addText(u"user", u"A bit of everything. Begin with the weather.");
    call.finish(u"A journey to %1"_s.arg(call.argument("city")));
}

void everyContent(PromptCall &call)
{
    const bool pictures = call.argument("pictures", u"yes"_s) != "no"_L1;
    call.addText(u"user", u"Describe what follows. It is *Markdown*, if you like:\n\n"_s
                                  + Samples::markdown());
    if (pictures)
        call.addBlock(u"user", media(u"image", Samples::picture(64, 48, u"rings"_s), u"image/png"));
    if (call.request().isSince(Revision::march2025))
        call.addBlock(u"user", media(u"audio", Samples::tone(440, 0.3), u"audio/wav"));
    call.addBlock(u"user", embedded(u"demo://guide"));
    call.addBlock(u"user", embedded(u"demo://bytes"));
    if (call.request().isSince(Revision::june2025))
        call.addBlock(u"user", Resources::link(u"demo://photo"));
    call.addText(u"assistant", u"I see a text, and what came with it.");
    call.finish(u"Messages with every kind of content");
}

void interview(PromptCall &call)
{
    const Mcp::RawJson answer = call.answer(u"name"_s);
    if (answer.isAbsent())
        return call.ask(
                { Questions::form(u"name"_s, call.request(), u"Who is asking?"_s, u"name"_s) });
    const QString name = answer.value("content").value("name").toString(u"somebody"_s);
    call.addText(u"user", u"My name is %1. Interview me."_s.arg(name));
    call.finish(answer.value("action").toString() == "accept"_L1
                        ? u"An interview"
                        : u"An interview with somebody who gave no name");
}

void extra(PromptCall &call)
{
    call.addText(u"user", u"I was added while the server ran.");
    call.finish(u"A prompt that was added");
}

} // namespace McpDemo::Prompts
