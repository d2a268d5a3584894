// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "tools.h"

#include "toolcall.h"

#include <QtCore/qtimer.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Tools {

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

/// Calls @p work(step) for 1, 2, ... every @p delay ms until it returns false or the call ends.
template <typename Work>
void repeat(ToolCall &call, int delay, Work work)
{
    auto *timer = new QTimer(&call);
    QObject::connect(&call, &ToolCall::finished, timer, &QTimer::stop);
    QObject::connect(timer, &QTimer::timeout, &call, [timer, work, step = qint64(0)]() mutable {
        if (!work(++step))
            timer->stop();
    });
    timer->start(delay);
}

/// About @p size bytes of records as a JSON array.
QByteArray records(qint64 size)
{
    QByteArray json = "[";
    json.reserve(size + 200);
    for (qint64 i = 1; json.size() < size; ++i) {
        if (i > 1)
            json += ',';
        const QByteArray number = QByteArray::number(i);
        json += R"({"id":)" + number + R"(,"name":"Record )" + number + R"(","even":)"
                + (i % 2 == 0 ? "true" : "false") + R"(,"ratio":)"
                + QByteArray::number(double(i) / 7) + R"(,"tags":["a","b"],"parent":null})";
    }
    return json + ']';
}

/// @p size ASCII characters, in lines or not.
QString filler(qint64 size, bool lines)
{
    QString text;
    text.reserve(size + 80);
    for (qint64 i = 1; text.size() < size; ++i)
        text += u"%1 The quick brown fox jumps over the lazy dog.%2"_s.arg(i).arg(
                QLatin1String(lines ? "\n" : " "));
    text.truncate(size);
    return text;
}

/// Sends one notification of a kind; false if it may not be sent.
bool sendOne(ToolCall &call, const QString &kind, qint64 number, qint64 count)
{
    if (kind == "progress"_L1)
        return call.sendProgress(number, count, u"Notification %1"_s.arg(number));
    const QByteArray data = QByteArray::number(number);
    if (kind == "message"_L1)
        return call.sendLog(LogLevel::Info, u"flood", Mcp::RawJson::fromText(data));
    call.notify(u"notifications/demo/tick", Mcp::RawJson::fromText(R"({"number":)" + data + '}'));
    return true;
}

} // namespace

void slowJob(ToolCall &call)
{
    Arguments &arguments = call.arguments();
    const qint64 steps = arguments.integer("steps", 10, 1, 100000);
    const int delay = int(arguments.integer("delay", 500, 0, 600000));
    const bool tellTotal = arguments.flag("total", true);
    const qint64 failAt = arguments.integer("fail_at", 0, 0, 100000);
    if (call.endedByBadArguments())
        return;
    repeat(call, delay, [&call, steps, tellTotal, failAt](qint64 step) {
        call.sendProgress(step, tellTotal ? steps : 0, u"Step %1 of %2"_s.arg(step).arg(steps));
        if (step == failAt)
            call.finish(ToolResult::failure(u"Failed at step %1, as asked."_s.arg(step)));
        else if (step == steps)
            call.finish(u"Done: %1 steps."_s.arg(steps));
        return step < steps && step != failAt;
    });
}

void bigResult(ToolCall &call)
{
    const double mebibytes = call.arguments().number("mebibytes", 1, 0.000001, 200);
    const QString shape =
            call.arguments().choice("shape", { u"lines"_s, u"one-line"_s, u"structured"_s });
    if (call.endedByBadArguments())
        return;
    const qint64 size = qMax<qint64>(1, qRound64(mebibytes * mebibyte));
    if (shape == "structured"_L1) {
        Mcp::JsonObjectWriter structured;
        structured.addRaw(u"records", records(size));
        call.finish(ToolResult::fromText(u"The records are in the structured content.")
                            .setStructured(structured.toRawJson()));
    } else {
        call.finish(filler(size, shape == "lines"_L1));
    }
}

void manyNotifications(ToolCall &call)
{
    constexpr qint64 batch = 1000; // between two of them a cancel can be read
    const qint64 count = call.arguments().integer("count", 1000, 0, 10000000);
    const QString kind =
            call.arguments().choice("kind", { u"message"_s, u"progress"_s, u"unknown"_s });
    if (call.endedByBadArguments())
        return;
    repeat(call, 0, [&call, kind, count](qint64 step) {
        const qint64 end = qMin(count, step * batch);
        for (qint64 number = (step - 1) * batch + 1; number <= end; ++number) {
            if (!sendOne(call, kind, number, count)) {
                call.finish(u"Sent none: the request asked for no %1."_s.arg(
                        kind == "progress"_L1 ? u"progress (it has no progress token)"_s
                                              : u"log messages of level info"_s));
                return false;
            }
        }
        if (end == count)
            call.finish(u"Sent %1 notifications."_s.arg(count));
        return end < count;
    });
}

} // namespace McpDemo::Tools
