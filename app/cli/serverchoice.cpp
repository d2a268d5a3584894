// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "serverchoice.h"

#include "serversource.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpCli {

namespace {

/// The options of the command line go before what the file says.
void applyOverrides(const Options &options, Mcp::ServerSpec &spec)
{
    QList<Mcp::EnvironmentVariable> &environment = spec.launch.environment;
    for (const Mcp::EnvironmentVariable &variable : options.environment) {
        const auto known = std::find_if(
                environment.begin(), environment.end(),
                [&](const Mcp::EnvironmentVariable &v) { return v.name == variable.name; });
        if (known == environment.end())
            environment.append(variable);
        else
            known->value = variable.value;
    }
    if (!options.workingDirectory.trimmed().isEmpty())
        spec.launch.workingDirectory = options.workingDirectory;
    spec.framing = options.framing.value_or(spec.framing);
    spec.era = options.era.value_or(spec.era);
    spec.timeouts.connect = options.connectTimeout.value_or(spec.timeouts.connect);
    if (options.requestTimeout) {
        spec.timeouts.request = *options.requestTimeout;
        // The hard limit must not end a call before the one that was asked for.
        if (*options.requestTimeout == 0)
            spec.timeouts.requestHard = 0;
        else if (spec.timeouts.requestHard != 0)
            spec.timeouts.requestHard =
                    std::max(spec.timeouts.requestHard, *options.requestTimeout);
    }
    spec.autoRestart = false; // one run, one answer
    if (!options.traceFile.isEmpty())
        spec.traceBytes = 1024LL * 1024 * 1024; // what goes into the file is whole
}

} // namespace

ServerChoice chooseServer(const Options &options)
{
    const ServerSource source(options);
    if (source.failure())
        return { {}, source.failure() };
    Failure failure;
    const QString name = source.chosenName(failure);
    if (failure)
        return { {}, failure };
    for (const Mcp::RemoteServer &remote : source.remoteServers()) {
        if (remote.name == name)
            return { {},
                     Failure::notSupported(
                             u"Remote servers (%1) are not supported yet."_s.arg(remote.type),
                             remote.url) };
    }
    for (Mcp::ServerSpec spec : source.servers()) {
        if (spec.name == name) {
            applyOverrides(options, spec);
            return { spec, {} };
        }
    }
    return { {}, Failure::usage(u"There is no server “%1”."_s.arg(name)) };
}

} // namespace McpCli
