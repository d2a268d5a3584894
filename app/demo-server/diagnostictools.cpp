// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "tools.h"

#include "standardstreams.h"
#include "toolcall.h"

#include <QtCore/qdir.h>
#include <QtCore/qprocess.h>
#include <QtCore/qtimer.h>

#include <csignal>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Tools {

namespace {

QByteArray chatterLine(const QString &style, qint64 number)
{
    const QByteArray count = QByteArray::number(number);
    static const char *const levels[] = { "DEBUG", "INFO", "WARNING", "ERROR" };
    static const char *const colours[] = { "31", "32", "33", "34", "35", "36" };
    static const char *const texts[] = { "Grüße aus Zürich", "Добрый день", "こんにちは", "مرحبا",
                                         "😀 and 👩‍👩‍👧" };
    if (style == "levels"_L1)
        return QByteArray("2026-07-28T12:00:00Z ") + levels[number % 4] + " line " + count + '\n';
    if (style == "coloured"_L1)
        return QByteArray("\033[1;") + colours[number % 6] + "mline " + count + "\033[0m plain\n";
    if (style == "long"_L1)
        return "line " + count + ' ' + QByteArray(10000, 'x') + '\n';
    return "line " + count + ": " + texts[number % 5] + '\n';
}

/// Every tenth line goes out in two halves, cut inside a character where it has long ones.
void writeInHalves(const QByteArray &line, qint64 number)
{
    if (number % 10 != 0)
        return StandardStreams::writeError(line);
    StandardStreams::writeError(line.first(line.size() - 3));
    StandardStreams::writeError(line.last(3));
}

/// One line at once, or the next one of many with a pause.
void chatter(ToolCall &call, const QString &style, qint64 lines, int delay)
{
    auto *timer = new QTimer(&call);
    QObject::connect(timer, &QTimer::timeout, &call,
                     [&call, timer, style, lines, delay, done = qint64(0)]() mutable {
                         const qint64 end = delay > 0 ? done + 1 : qMin(lines, done + 1000);
                         while (done < qMin(end, lines)) {
                             ++done;
                             writeInHalves(chatterLine(style, done), done);
                         }
                         if (done < lines)
                             return;
                         timer->stop();
                         call.finish(u"Wrote %1 lines to stderr."_s.arg(lines));
                     });
    timer->start(delay);
}

} // namespace

void toolError(ToolCall &call)
{
    const QString message = call.arguments().text("message", u"The printer is out of paper."_s);
    if (!call.endedByBadArguments())
        call.finish(ToolResult::failure(message));
}

void protocolError(ToolCall &call)
{
    using Limits = std::numeric_limits<int>;
    const qint64 code = call.arguments().integer("code", -32603, Limits::min(), Limits::max());
    const QString message =
            call.arguments().text("message", u"Something broke inside the server."_s);
    if (!call.endedByBadArguments())
        call.refuse({ int(code), message, call.arguments().raw("data") });
}

void logMessages(ToolCall &call)
{
    const QString logger = call.arguments().text("logger", u"demo"_s);
    const bool object = call.arguments().choice("data", { u"text"_s, u"object"_s }) == "object"_L1;
    if (call.endedByBadArguments())
        return;
    int sent = 0;
    for (const LogLevel level : allLogLevels) {
        const QString text = u"A message of level %1"_s.arg(logLevelName(level));
        Mcp::JsonObjectWriter data;
        data.add(u"text", text).add(u"number", int(level));
        if (call.sendLog(level, logger, object ? data.toRawJson() : Mcp::RawJson::fromString(text)))
            ++sent;
    }
    const std::optional<LogLevel> wanted = call.request().logLevel;
    call.finish(wanted ? u"Sent %1 of 8 messages: those from level %2 on."_s.arg(sent).arg(
                        logLevelName(*wanted))
                       : u"Sent none of 8 messages: the request carries no logLevel."_s);
}

void stderrChatter(ToolCall &call)
{
    Arguments &arguments = call.arguments();
    const qint64 lines = arguments.integer("lines", 10, 0, 1000000);
    const QString style =
            arguments.choice("style", { u"plain"_s, u"coloured"_s, u"levels"_s, u"long"_s });
    const int delay = int(arguments.integer("delay", 0, 0, 60000));
    if (!call.endedByBadArguments())
        chatter(call, style, lines, delay);
}

void exitProcess(ToolCall &call)
{
    Arguments &arguments = call.arguments();
    const QString how = arguments.choice("how", { u"code"_s, u"abort"_s, u"segfault"_s });
    const int code = int(arguments.integer("code", 1, 0, 255));
    const bool answerFirst = arguments.flag("answer_first", false);
    if (call.endedByBadArguments())
        return;
    if (answerFirst)
        call.finish(u"The server ends now.");
    call.flush();
    StandardStreams::writeError("The tool \"exit\" was called: ending as asked.\n");
    if (how == "abort"_L1)
        StandardStreams::leaveBySignal(SIGABRT);
    if (how == "segfault"_L1)
        StandardStreams::leaveBySignal(SIGSEGV);
    StandardStreams::leave(code);
}

void environment(ToolCall &call)
{
    const QString prefix = call.arguments().text("prefix", {});
    if (call.endedByBadArguments())
        return;
    const QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    QStringList names = variables.keys();
    names.sort();
    Mcp::JsonObjectWriter members;
    QString text;
    for (const QString &name : std::as_const(names)) {
        if (!name.startsWith(prefix))
            continue;
        members.add(name, variables.value(name));
        text += name + u'=' + variables.value(name) + u'\n';
    }
    Mcp::JsonObjectWriter structured;
    structured.add(u"directory", QDir::currentPath()).add(u"variables", members.toRawJson());
    call.finish(ToolResult::fromText(text)
                        .addText(u"Working directory: %1. Nothing was masked."_s.arg(
                                QDir::currentPath()))
                        .setStructured(structured.toRawJson()));
}

} // namespace McpDemo::Tools
