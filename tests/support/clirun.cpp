// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/clirun.h"

#include "support/testprocess.h"
#include "json/jsontext.h"

using namespace Qt::Literals::StringLiterals;

namespace McpTest {

std::unique_ptr<QProcess> CliRun::start(const QStringList &arguments,
                                        const QStringList &environment, const QString &folder)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    ours.remove(u"MCP_CATALOG_PATH"_s);
    for (const QString &variable : environment)
        ours.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    process->setProcessEnvironment(ours);
    if (!folder.isEmpty())
        process->setWorkingDirectory(folder);
    process->start(programPath(u"mcp-orchestrator-cli"_s), arguments);
    process->waitForStarted();
    return process;
}

CliRun CliRun::ended(QProcess &process)
{
    CliRun run;
    const bool finished =
            process.state() == QProcess::NotRunning || process.waitForFinished(60'000);
    if (finished && process.exitStatus() == QProcess::NormalExit)
        run.exitCode = process.exitCode();
    else
        process.kill();
    run.output = process.readAllStandardOutput();
    run.errors = process.readAllStandardError();
    return run;
}

CliRun CliRun::run(const QStringList &arguments, const QStringList &environment,
                   const QString &folder)
{
    const auto process = start(arguments, environment, folder);
    return ended(*process);
}

Mcp::RawJson CliRun::result() const
{
    return Mcp::JsonText::check(output) ? Mcp::RawJson() : Mcp::RawJson::fromText(output);
}

Mcp::RawJson CliRun::error() const
{
    const QByteArray text = errors.trimmed();
    const QByteArray line = text.sliced(text.lastIndexOf('\n') + 1);
    if (!errors.endsWith('\n') || Mcp::JsonText::check(line))
        return {};
    return Mcp::RawJson::fromText(line).value("error");
}

QByteArray CliRun::all() const
{
    return "exit code " + QByteArray::number(exitCode) + "\n--- stdout\n" + output
           + "\n--- stderr\n" + errors;
}

QStringList fakeServer(const QStringList &scenarios, const QStringList &options)
{
    QStringList words = { fakeServerPath() };
    words += options;
    for (const QString &scenario : scenarios)
        words << u"--scenario"_s << scenario;
    return words << u"--"_s;
}

} // namespace McpTest
