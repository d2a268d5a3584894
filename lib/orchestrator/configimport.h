// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/serverspec.h"
#include "wire/result.h"

namespace Mcp {

/// Server definitions read from text that people paste or other programs write.
struct ImportedServers
{
    QList<ServerSpec> servers; ///< in order; a definition without a name gets one from its command
    QStringList problems;      ///< entries left out and why (remote servers, no command …)
    QByteArray root; ///< the member they were found under: "mcpServers", "servers" or empty
};

/// Does @p text look like JSON server definitions rather than a command line?
[[nodiscard]] bool looksLikeServerDefinitions(QStringView text);

/// Reads an mcpServers object (Claude Desktop, Cursor, Cline, Windsurf), VS Code's servers, one
/// definition alone ({"command": …}) or named ("name": {…}, outer braces missing); comments and
/// trailing commas allowed. Usage error with line and column when it is no JSON.
Result<ImportedServers> readServerDefinitions(const QByteArray &text);

/// One definition: command, args, env, cwd, and our settings under mcpOrchestrator.
Result<ServerSpec> serverSpecFromJson(const QString &name, const RawJson &definition);
/// The definition of @p spec as pretty JSON text. Members of @p previous that are not ours stay.
[[nodiscard]] QByteArray serverSpecToJson(const ServerSpec &spec, const RawJson &previous = {});

/// Replaces ${env:NAME} and ${NAME} in command, arguments, environment and folder from our own
/// environment, at start only. Usage error naming each placeholder that has no value.
Result<ServerSpec> substituteVariables(const ServerSpec &spec);

/// Text for views and exports with values of variables that look secret (TOKEN, KEY, SECRET,
/// PASSWORD, AUTH …) as "•••".
[[nodiscard]] bool looksSecret(QStringView name);

} // namespace Mcp
