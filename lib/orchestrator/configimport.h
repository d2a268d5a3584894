// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/secrets.h"
#include "orchestrator/serverdefinition.h"
#include "orchestrator/variables.h"

namespace Mcp {

/// A server definition that can be listed but not started here: written for a remote server.
struct RemoteServer
{
    QString name;
    QString type; ///< "sse" or "http"
    QString url;

    friend bool operator==(const RemoteServer &, const RemoteServer &) = default;
};

/// Server definitions read from text that people paste or other programs write.
struct ImportedServers
{
    QList<ServerSpec> servers;  ///< in order; a definition without a name gets one from its command
    QList<RemoteServer> remote; ///< those of remote servers, which are not supported yet
    QStringList problems;       ///< what was left out and why, one sentence each
    JsonPointer root; ///< where they stand: /mcpServers, /servers, /mcp/servers or the whole text
};

/// Does @p text look like JSON server definitions rather than a command line?
[[nodiscard]] bool looksLikeServerDefinitions(QStringView text);

/// Reads an mcpServers object (Claude Desktop, Cursor, Cline, Windsurf), VS Code's servers, one
/// definition alone ({"command": …}) or named ("name": {…}, outer braces missing); comments and
/// trailing commas allowed. Usage error with line and column when it is no JSON.
Result<ImportedServers> readServerDefinitions(const QByteArray &text);

/// The same for a whole file, where only the members that hold servers count; a file that has none
/// is an empty list. @p text is JSON without comments (see JsonText::blankComments).
Result<ImportedServers> readServerFile(const RawJson &document);

} // namespace Mcp
