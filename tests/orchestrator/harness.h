// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/call.h"
#include "server/serverspec.h"

/// What tests of the Orchestrator have in common.
namespace McpTest {

/// The fake server under that name; framing and era given, so that nothing is probed.
Mcp::ServerSpec fakeSpec(const QString &name, const QStringList &scenarios = {});
/// Waits for the call; its result as JSON, or its error as "Kind: message".
QString settled(Mcp::Call *call);

} // namespace McpTest
