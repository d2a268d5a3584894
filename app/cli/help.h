// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>

namespace McpCli {

/// The text of --help.
QByteArray helpText();
/// The line of --version: ours, Qt's, the protocol's revisions.
QByteArray versionText();

} // namespace McpCli
