// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "failure.h"

#include "json/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;
using Mcp::Error;

namespace McpCli {

namespace {

Failure failure(ExitCode exitCode, const QString &code, const QString &message)
{
    Failure result;
    result.exitCode = int(exitCode);
    result.code = code;
    result.message = message;
    return result;
}

Mcp::RawJson rpcObject(const Error &error)
{
    Mcp::JsonObjectWriter writer;
    writer.add(u"code", qint64(error.code)).add(u"message", error.message);
    writer.add(u"data", error.data);
    return writer.toRawJson();
}

/// The message with the server's last words, which an error about its end carries along.
QString withLastLines(const Error &error)
{
    QString text = error.message;
    const QList<Mcp::RawJson> lines = error.data.value("stderr").elements();
    if (error.kind == Error::Kind::Remote || lines.isEmpty())
        return text;
    text += u" Its last lines on stderr:"_s;
    for (const Mcp::RawJson &line : lines)
        text += u"\n  "_s + line.toString();
    return text;
}

/// How the process ended, where the error knows.
QString causeOf(const Error &error)
{
    if (const auto code = error.data.value("exitCode").toInteger())
        return u"exit code %1"_s.arg(*code);
    if (const auto signal = error.data.value("signal").toInteger())
        return u"signal %1"_s.arg(*signal);
    return {};
}

} // namespace

void Failure::addHint(const QString &sentence)
{
    if (!sentence.isEmpty())
        message += (message.endsWith(u'.') ? u" "_s : u". "_s) + sentence;
}

Failure Failure::usage(const QString &message)
{
    return failure(ExitCode::Error, u"error"_s, message);
}

Failure Failure::notSupported(const QString &message, const QString &url)
{
    Failure result = failure(ExitCode::Error, u"not_supported"_s, message);
    result.url = url;
    return result;
}

Failure Failure::connecting(const Error &error)
{
    if (error.kind == Error::Kind::Usage)
        return usage(error.message);
    if (error.kind == Error::Kind::Remote)
        return request(u"initialize"_s, error);
    Failure result = failure(ExitCode::Unreachable, u"unreachable"_s, withLastLines(error));
    result.cause = causeOf(error);
    return result;
}

Failure Failure::request(const QString &method, const Error &error)
{
    if (error.kind == Error::Kind::Remote) {
        Failure result = failure(ExitCode::Error, u"rpc_error"_s,
                                 u"%1 was answered with %2"_s.arg(method, error.describe()));
        result.rpc = rpcObject(error);
        return result;
    }
    QString code = u"error"_s;
    if (error.kind == Error::Kind::Timeout)
        code = u"timeout"_s;
    else if (error.kind == Error::Kind::Transport)
        code = u"connection_lost"_s;
    else if (error.kind == Error::Kind::Protocol)
        code = u"protocol_error"_s;
    const QString step = error.message.contains(method) ? QString() : method + u": "_s;
    Failure result = failure(ExitCode::Error, code, step + withLastLines(error));
    result.cause = causeOf(error);
    return result;
}

Failure Failure::toolNotFound(const QString &tool, const Error &error)
{
    Failure result = failure(ExitCode::ToolError, u"tool_not_found"_s,
                             u"The server has no tool “%1”: %2"_s.arg(tool, error.describe()));
    result.rpc = rpcObject(error);
    return result;
}

Failure Failure::toolIsError(const QString &tool)
{
    return failure(ExitCode::ToolError, u"tool_is_error"_s,
                   u"The tool “%1” reported an error (isError); its result says more."_s.arg(tool));
}

Failure Failure::interrupted(int signal)
{
    Failure result = failure(ExitCode::Interrupted, u"interrupted"_s,
                             u"Interrupted by signal %1."_s.arg(signal));
    result.exitCode += signal;
    return result;
}

Failure Failure::nobodyReads()
{
    return usage(u"The result could not be written to stdout: nobody reads it."_s);
}

QByteArray Failure::envelope() const
{
    Mcp::JsonObjectWriter inner;
    inner.add(u"code", code).add(u"message", message);
    if (!cause.isEmpty())
        inner.add(u"cause", cause);
    if (!url.isEmpty())
        inner.add(u"url", url);
    inner.add(u"rpc", rpc);
    Mcp::JsonObjectWriter outer;
    outer.addRaw(u"error", inner.toByteArray());
    return outer.toByteArray() + '\n';
}

} // namespace McpCli
