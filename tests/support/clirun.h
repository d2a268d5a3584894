// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qprocess.h>
#include <QtCore/qstringlist.h>

namespace McpTest {

/*!
 * One run of mcp-orchestrator-cli as people start it: a process of its own, in the home of the
 * TestHome that is alive. Its output is what was written to the two pipes.
 */
struct CliRun
{
    /// Runs it to its end (at most a minute). @p environment is added to ours.
    static CliRun run(const QStringList &arguments, const QStringList &environment = {},
                      const QString &folder = {});
    /// For runs that are disturbed on the way: starts it and returns once it runs.
    static std::unique_ptr<QProcess> start(const QStringList &arguments,
                                           const QStringList &environment = {},
                                           const QString &folder = {});
    static CliRun ended(QProcess &process);

    int exitCode = -1; ///< -1: it crashed or did not end
    QByteArray output;
    QByteArray errors;

    /// The output as JSON; absent when it is none.
    Mcp::RawJson result() const;
    /// The member error of the last line on stderr; absent when that is no envelope.
    Mcp::RawJson error() const;
    QString errorCode() const { return error().value("code").toString(); }
    QByteArray errorMessage() const { return error().value("message").toString().toUtf8(); }
    /// Everything, for messages of failed tests.
    QByteArray all() const;
};

/// COMMAND of the fake server with these scenarios, then "--".
QStringList fakeServer(const QStringList &scenarios = {}, const QStringList &options = {});

} // namespace McpTest
