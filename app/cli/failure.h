// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/error.h"
#include "json/rawjson.h"

#include <QtCore/qstring.h>

namespace McpCli {

/// The exit codes of the program; the numbers are a promise to scripts.
enum class ExitCode {
    Success = 0,
    Error = 1,       ///< usage, a JSON-RPC error, anything unexpected
    Unreachable = 4, ///< the server could not be started or connected
    ToolError = 5,
    Interrupted = 128, ///< plus the number of the signal
};

/// Why the program does not end with 0, for people and for scripts.
struct Failure
{
    int exitCode = int(ExitCode::Error);
    QString code = QStringLiteral("error"); ///< stable name of the kind of failure
    QString message;
    QString cause;
    QString url;
    Mcp::RawJson rpc; ///< the JSON-RPC error as received

    explicit operator bool() const { return !message.isEmpty(); }

    /// A sentence more; nothing for an empty one.
    void addHint(const QString &sentence);

    static Failure usage(const QString &message);
    static Failure notSupported(const QString &message, const QString &url = {});
    /// Of a connection that did not come about.
    static Failure connecting(const Mcp::Error &error);
    /// Of a request on a connection that stood.
    static Failure request(const QString &method, const Mcp::Error &error);
    /// The tool is not in the server's list, and the call was answered with @p error.
    static Failure toolNotFound(const QString &tool, const Mcp::Error &error);
    static Failure toolIsError(const QString &tool);
    static Failure interrupted(int signal);
    /// Our stdout is closed.
    static Failure nobodyReads();

    /// One line of JSON: {"error":{"code":…,"message":…}}, with its line end.
    QByteArray envelope() const;
};

} // namespace McpCli
