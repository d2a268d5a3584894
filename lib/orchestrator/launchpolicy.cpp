// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/launchpolicy.h"

#include "json/jsonwriter.h"

#include <QtCore/qcryptographichash.h>

namespace Mcp {

LaunchPolicy::LaunchPolicy(const QString &path)
    : m_approvals(path)
{}

bool LaunchPolicy::isApproved(const ServerSpec &spec) const
{
    return m_approvals.contains(fingerprint(spec));
}

void LaunchPolicy::approve(const ServerSpec &spec) { m_approvals.add(fingerprint(spec)); }

QByteArray LaunchPolicy::fingerprint(const ServerSpec &spec)
{
    // JSON keeps the parts apart: ["a b"] and ["a", "b"] are two texts.
    const LaunchSpec &launch = spec.launch;
    JsonArrayWriter parts;
    parts.add(launch.command);
    JsonArrayWriter arguments;
    for (const QString &argument : launch.arguments)
        arguments.add(argument);
    parts.addRaw(arguments.toByteArray());
    JsonObjectWriter environment;
    for (const EnvironmentVariable &variable : launch.environment)
        environment.add(variable.name, variable.value);
    parts.addRaw(environment.toByteArray());
    parts.add(launch.workingDirectory);
    parts.addRaw(launch.inheritEnvironment ? "true" : "false");
    JsonArrayWriter folders;
    for (const QString &folder : launch.extraPath)
        folders.add(folder);
    parts.addRaw(folders.toByteArray());
    return QCryptographicHash::hash(parts.toByteArray(), QCryptographicHash::Sha256).toHex();
}

} // namespace Mcp
