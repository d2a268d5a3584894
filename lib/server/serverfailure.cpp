// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/serverfailure.h"

#include <QtCore/qfileinfo.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsonobject.h>

#include <csignal>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

QString adviceForStart(const LaunchSpec &spec)
{
    if (!QFileInfo(spec.absoluteWorkingDirectory()).isDir())
        return u"Choose a working directory that exists, or leave it empty."_s;
    if (spec.command.contains(u'/'))
        return u"Check the path and its permissions. A relative path begins in the working directory, \"%1\"."_s
                .arg(spec.absoluteWorkingDirectory());
    return u"Install the program, enter its full path, or add its folder to PATH. Programs started from a desktop menu often see a shorter PATH than a terminal does."_s;
}

QString adviceForSignal(int signal)
{
    switch (signal) {
    case SIGSEGV:
    case SIGABRT:
    case SIGILL:
    case SIGFPE:
#ifdef Q_OS_UNIX
    case SIGBUS:
#endif
        return u"The server crashed; this is a defect of the server or of something it loads."_s;
#ifdef Q_OS_UNIX
    case SIGKILL:
        return u"Somebody killed it; when nobody did, the system was probably short of memory."_s;
#endif
    default:
        return u"Something outside this program ended the server."_s;
    }
}

/// What common runtimes print when the reason is a well-known one.
QString adviceForOutput(const QString &output)
{
    struct Known
    {
        QLatin1StringView text;
        QLatin1StringView advice;
    };
    static constexpr Known known[] = {
        { "ModuleNotFoundError"_L1,
          "A Python module is missing. Use the interpreter of the environment it is installed in, for example .venv/bin/python."_L1 },
        { "Cannot find module"_L1,
          "A JavaScript module is missing. Run the package manager's install step in the server's folder, or check the path of the script."_L1 },
        { "can't open file"_L1,
          "The script was not found. A relative path begins in the working directory."_L1 },
        { "E404"_L1, "The package was not found in the registry. Check its name and version."_L1 },
        { "EADDRINUSE"_L1,
          "The address it wants to listen on is taken: is another copy of it running?"_L1 },
        { "Permission denied"_L1,
          "It was refused access to something. Check the permissions of the files it needs."_L1 },
    };
    for (const Known &entry : known) {
        if (output.contains(entry.text))
            return entry.advice;
    }
    return {};
}

QString adviceForExit(int code, const QString &output)
{
    if (QString advice = adviceForOutput(output); !advice.isEmpty())
        return advice;
    switch (code) {
    case 0:
        return u"It ended without an error. Does this program speak MCP over stdin and stdout? Some need an argument for that, such as \"stdio\" or \"mcp\"."_s;
    case 126:
        return u"Exit code 126 usually means that a script tried to run a file that is not executable."_s;
    case 127:
        return u"Exit code 127 usually means that a script did not find a command it runs."_s;
    default:
        return output.isEmpty() ? QString() : u"What it wrote to stderr should tell why."_s;
    }
}

} // namespace

QString ServerFailure::describe() const
{
    QStringList lines;
    lines.append(step.isEmpty() ? error.message
                                : u"Failed while %1: %2"_s.arg(step, error.message));
    if (!commandLine.isEmpty())
        lines.append(u"Command: "_s + commandLine);
    if (exitCode)
        lines.append(u"Exit code: %1"_s.arg(*exitCode));
    if (signal)
        lines.append(u"Signal: %1 (%2)"_s.arg(*signal).arg(signalName(*signal)));
    if (!stderrTail.isEmpty())
        lines.append(u"Last lines on stderr:\n  "_s + stderrTail.join("\n  "_L1));
    if (!advice.isEmpty())
        lines.append(u"What to do: "_s + advice);
    return lines.join(u'\n');
}

Error ServerFailure::toError() const
{
    Error result = error;
    QJsonObject data;
    if (exitCode)
        data.insert("exitCode"_L1, *exitCode);
    if (signal)
        data.insert("signal"_L1, *signal);
    if (!stderrTail.isEmpty())
        data.insert("stderr"_L1, QJsonArray::fromStringList(stderrTail));
    if (result.data.isAbsent() && !data.isEmpty())
        result.data = RawJson::fromValue(data);
    return result;
}

QString adviceFor(const LaunchSpec &spec, const CloseReason &reason, const QStringList &stderrTail)
{
    const QString output = stderrTail.join(u'\n');
    switch (reason.how) {
    case CloseReason::How::FailedToStart:
        return adviceForStart(spec);
    case CloseReason::How::Exited:
        return adviceForExit(reason.exitCode, output);
    case CloseReason::How::Signalled:
        return adviceForSignal(reason.signal);
    case CloseReason::How::OutputClosed:
    case CloseReason::How::InputClosed:
        return u"An MCP server keeps its stdin and stdout open until its input ends. A program that goes to the background cannot be used this way."_s;
    case CloseReason::How::Stopped:
        break;
    }
    return {};
}

} // namespace Mcp
