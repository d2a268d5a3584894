// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "tools.h"

#include "livestate.h"
#include "questions.h"
#include "toolcall.h"

#include <QtCore/qtimer.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Tools {

namespace {

/// Calls @p work(step) for 1 … @p steps with @p delay ms before each.
template <typename Work>
void inSteps(ToolCall &call, int steps, int delay, Work work)
{
    auto *timer = new QTimer(&call);
    QObject::connect(&call, &ToolCall::finished, timer, &QTimer::stop);
    QObject::connect(timer, &QTimer::timeout, &call, [timer, work, steps, step = 0]() mutable {
        if (++step == steps)
            timer->stop();
        work(step);
    });
    timer->start(delay);
}

} // namespace

void changeLists(ToolCall &call)
{
    const QString list =
            call.arguments().choice("list", { u"tools"_s, u"prompts"_s, u"resources"_s });
    const bool adds = call.arguments().choice("action", { u"add"_s, u"remove"_s }) == "add"_L1;
    if (call.endedByBadArguments())
        return;
    const ListKind kind = list == "tools"_L1     ? ListKind::Tools
                          : list == "prompts"_L1 ? ListKind::Prompts
                                                 : ListKind::Resources;
    const QString name = adds ? call.live().add(kind) : call.live().removeLast(kind);
    if (name.isEmpty())
        return call.finish(
                ToolResult::failure(u"Nothing was added to %1 that could go."_s.arg(list)));
    call.finish(u"%1 \"%2\"; whoever wants to know was told that %3 changed."_s.arg(
            adds ? u"Added"_s : u"Removed"_s, name, list));
}

void changeCounter(ToolCall &call)
{
    const qint64 by = call.arguments().integer("by", 1, -1000000, 1000000);
    const int times = int(call.arguments().integer("times", 1, 1, 1000));
    const int delay = int(call.arguments().integer("delay", 0, 0, 60000));
    if (call.endedByBadArguments())
        return;
    inSteps(call, times, delay, [&call, by, times](int step) {
        call.live().count(by);
        if (step == times)
            call.finish(u"The counter is at %1."_s.arg(call.live().counter()));
    });
}

void endSubscriptions(ToolCall &call)
{
    call.live().endSubscriptions();
    call.finish(call.request().modern
                        ? u"Every subscriptions/listen was ended by an answer."
                        : u"Nothing was ended: in this era subscriptions are no open requests.");
}

void backgroundReport(ToolCall &call)
{
    const int seconds = int(call.arguments().integer("seconds", 5, 0, 3600));
    const QString outcome = call.arguments().choice(
            "outcome", { u"success"_s, u"tool-error"_s, u"protocol-error"_s });
    if (call.endedByBadArguments())
        return;
    constexpr int stepsEachSecond = 4;
    const int steps = qMax(1, seconds * stepsEachSecond);
    inSteps(call, steps, seconds == 0 ? 0 : 1000 / stepsEachSecond,
            [&call, steps, outcome](int step) {
                call.sendProgress(step, steps, u"Part %1 of %2"_s.arg(step).arg(steps));
                if (step < steps)
                    return;
                if (outcome == "protocol-error"_L1)
                    return call.refuse({ -32603, u"The report could not be written."_s, {} });
                call.finish(outcome == "tool-error"_L1
                                    ? ToolResult::failure(u"There is nothing to report.")
                                    : ToolResult::fromText(
                                            u"# Report\n\nAll %1 parts are done."_s.arg(steps)));
            });
}

void approval(ToolCall &call)
{
    const QString what = call.arguments().text("what", u"the purchase of a new printer"_s);
    const int delay = int(call.arguments().integer("delay", 1000, 0, 600000));
    if (call.endedByBadArguments())
        return;
    const Mcp::RawJson answer = call.answer(u"approval"_s);
    if (!answer.isAbsent()) {
        const bool approved = answer.value("action").toString() == "accept"_L1
                              && answer.value("content").value("confirm").toBool();
        inSteps(call, 1, delay, [&call, what, approved](int) {
            call.finish(u"%1 was %2."_s.arg(what, approved ? u"approved"_s : u"refused"_s));
        });
        return;
    }
    inSteps(call, 1, delay, [&call, what](int) {
        call.ask({ Questions::form(u"approval"_s, call.request(), u"Do you approve %1?"_s.arg(what),
                                   u"confirm"_s) });
    });
}

void extra(ToolCall &call) { call.finish(u"I am \"%1\"."_s.arg(call.toolName())); }

} // namespace McpDemo::Tools
