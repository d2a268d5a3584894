// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/serverspec.h"

namespace McpUi {

/// What somebody typed or pasted where a server is asked for: a command line as for a shell, with
/// variables in front if wanted (TOKEN=abc npx …), or JSON server definitions of another program.
struct ServerDraft
{
    QList<Mcp::ServerSpec> servers; ///< names as found; from a command line one, without a name
    bool pasted = false;            ///< from JSON: nobody typed these commands here
    QString problem;                ///< why there is nothing to add; empty for empty text too
    QStringList leftOut;            ///< definitions that cannot be used and why

    static ServerDraft fromText(const QString &text);
};

/// A short name for what @p launch starts: the package, script or program without its wrappers.
[[nodiscard]] QString suggestedServerName(const Mcp::LaunchSpec &launch);
/// @p wanted, with a number behind it if it is taken.
[[nodiscard]] QString uniqueServerName(const QString &wanted, const QStringList &taken);
/// Why @p name cannot be a server's name, empty if it can.
[[nodiscard]] QString serverNameProblem(const QString &name, const QStringList &taken);

} // namespace McpUi
