// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "tools.h"

#include "errorcode.h"
#include "livestate.h"
#include "questions.h"
#include "toolcall.h"

#include <QtCore/qtimer.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Tools {

namespace {

QString written(const Mcp::RawJson &json) { return QString::fromUtf8(json.view()); }

bool wasAccepted(const Mcp::RawJson &answer)
{
    return answer.value("action").toString() == "accept"_L1;
}

/// Shows an answer as it came.
ToolResult shown(const QString &sentence, const Mcp::RawJson &answer)
{
    Mcp::JsonObjectWriter structured;
    structured.add(u"answer", answer);
    return ToolResult::fromText(sentence)
            .addText(written(answer))
            .setStructured(structured.toRawJson());
}

const QString signIn = u"sign-in"_s;
const QString signInPage = u"https://example.com/sign-in?from=mcp-demo-server&state=4711"_s;

Question signInQuestion(const ToolCall &call)
{
    return Questions::url(u"visit"_s, call.request(),
                          u"Sign in on a page that knows who you are, then come back."_s,
                          signInPage, signIn);
}

/// The way of 2025-11-25 alone: an error that names the page, and the same call again later.
void demandVisit(ToolCall &call, int seconds)
{
    if (call.live().wasVisited(signIn)) {
        call.live().forgetVisit(signIn);
        return call.finish(u"You have been to the page: signed in.");
    }
    const Question question = signInQuestion(call);
    const QString obstacle = question.obstacle(call.request());
    if (!obstacle.isEmpty())
        return call.giveUp(obstacle);
    Mcp::JsonObjectWriter data;
    data.add(u"elicitations", Mcp::JsonArrayWriter().add(question.params).toRawJson());
    LiveState *const live = &call.live();
    const Responder responder = call.client();
    QTimer::singleShot(seconds * 1000, live, [live, responder] { // as if somebody had gone there
        live->visit(signIn);
        responder.notify(u"notifications/elicitation/complete",
                         Mcp::JsonObjectWriter().add(u"elicitationId", signIn).toRawJson());
    });
    call.refuse({ ErrorCode::elicitationNeeded, u"Visit a page first, then call again"_s,
                  data.toRawJson() });
}

} // namespace

void askForm(ToolCall &call)
{
    const Mcp::RawJson answer = call.answer(u"order"_s);
    if (answer.isAbsent())
        return call.ask({ Questions::form(u"order"_s, call.request(),
                                          u"Every kind of field that a form can have. What is "
                                          "filled in already is a default."_s,
                                          u"fields"_s) });
    const QString action = answer.value("action").toString();
    call.finish(shown(action == "accept"_L1    ? u"You sent the form."_s
                      : action == "decline"_L1 ? u"You declined."_s
                                               : u"You cancelled, or closed the form."_s,
                      answer));
}

void askUrl(ToolCall &call)
{
    const bool asError = call.arguments().flag("as_error", false);
    const auto seconds = int(call.arguments().integer("seconds", 10, 0, 600));
    if (call.endedByBadArguments())
        return;
    if (asError && call.request().revision == Revision::november2025)
        return demandVisit(call, seconds);
    if (asError)
        return call.finish(ToolResult::failure(
                u"The error that asks for a visit exists in revision 2025-11-25 only."));
    const Mcp::RawJson answer = call.answer(u"visit"_s);
    if (answer.isAbsent())
        return call.ask({ signInQuestion(call) });
    if (wasAccepted(answer) && call.request().revision == Revision::november2025)
        call.client().notify(u"notifications/elicitation/complete",
                             Mcp::JsonObjectWriter().add(u"elicitationId", signIn).toRawJson());
    call.finish(shown(wasAccepted(answer) ? u"You agreed to visit the page."_s
                                          : u"You did not visit the page."_s,
                      answer));
}

void askRoots(ToolCall &call)
{
    const Mcp::RawJson answer = call.answer(u"roots"_s);
    if (answer.isAbsent())
        return call.ask({ Questions::roots(u"roots"_s) });
    const QList<Mcp::RawJson> roots = answer.value("roots").elements();
    call.finish(shown(roots.size() == 1 ? u"You showed 1 folder."_s
                                        : u"You showed %1 folders."_s.arg(roots.size()),
                      answer));
}

void askEverything(ToolCall &call)
{
    if (call.answers().isEmpty())
        return call.ask(
                { Questions::form(u"who"_s, call.request(), u"Who are you?"_s, u"name"_s),
                  Questions::model(u"model"_s, Questions::userMessage(u"Name a colour."_s), 20),
                  Questions::roots(u"roots"_s) });
    Mcp::JsonObjectWriter all;
    for (const QString &key : { u"who"_s, u"model"_s, u"roots"_s })
        all.add(key, call.answer(key));
    const Mcp::RawJson structured = all.toRawJson();
    call.finish(ToolResult::fromText(u"All three answers are here.")
                        .addText(written(structured))
                        .setStructured(structured));
}

void wizard(ToolCall &call)
{
    const auto stop = [&call] { call.finish(u"You left the wizard; nothing was ordered."); };
    const Mcp::RawJson first = call.answer(u"dish"_s);
    if (first.isAbsent())
        return call.ask(
                { Questions::form(u"dish"_s, call.request(),
                                  u"Step 1 of 3: what would you like to eat?"_s, u"dish"_s) });
    if (!wasAccepted(first))
        return stop();
    const QString dish = first.value("content").value("dish").toString(u"pizza"_s);
    const Mcp::RawJson second = call.answer(u"details"_s);
    if (second.isAbsent())
        return call.ask({ Questions::form(u"details"_s, call.request(),
                                          u"Step 2 of 3: how do you like your %1?"_s.arg(dish),
                                          dish == "soup"_L1 ? u"soup"_s : u"pizza"_s) });
    if (!wasAccepted(second))
        return stop();
    const Mcp::RawJson last = call.answer(u"confirm"_s);
    if (last.isAbsent())
        return call.ask({ Questions::form(
                u"confirm"_s, call.request(),
                u"Step 3 of 3: order the %1 with %2?"_s.arg(dish, written(second.value("content"))),
                u"confirm"_s) });
    if (!wasAccepted(last) || !last.value("content").value("confirm").toBool())
        return stop();
    Mcp::JsonObjectWriter order;
    order.add(u"dish", dish).add(u"details", second.value("content"));
    const Mcp::RawJson structured = order.toRawJson();
    call.finish(
            ToolResult::fromText(u"Ordered: %1, %2"_s.arg(dish, written(second.value("content"))))
                    .setStructured(structured));
}

void comeBackLater(ToolCall &call)
{
    const qint64 rounds = call.arguments().integer("rounds", 2, 0, 9);
    if (call.endedByBadArguments())
        return;
    const qint64 done = call.answer(u"rounds"_s).toInteger().value_or(0);
    if (done == rounds)
        return call.finish(u"Came back %1 times."_s.arg(rounds));
    call.remember(u"rounds"_s, Mcp::RawJson::fromText(QByteArray::number(done + 1)));
    call.ask({});
}

} // namespace McpDemo::Tools
