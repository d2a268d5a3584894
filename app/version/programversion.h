// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

namespace McpApp {

/// "0.1.0 (commit 0123456789ab)", or without the commit where it was not known when it was built.
[[nodiscard]] QString version();

/// What --version prints, with a line end:
/// "mcp-demo-server 0.1.0 (commit 0123456789ab, Qt 6.4.2, MCP 2024-11-05 to 2026-07-28)".
[[nodiscard]] QByteArray versionLine(const QByteArray &program, const QString &oldestRevision,
                                     const QString &newestRevision);

} // namespace McpApp
