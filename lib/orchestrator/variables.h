// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/serverspec.h"
#include "wire/result.h"

namespace Mcp {

/// Replaces ${env:NAME}, ${NAME} and ${NAME:-default} in command, arguments, environment, folder
/// and extra PATH folders from our own environment; $${ stands for a literal ${. At start only:
/// files, views and fingerprints keep the placeholders. Usage error naming each placeholder that
/// has no value (VS Code's ${input:…} among them).
Result<ServerSpec> substituteVariables(const ServerSpec &spec);

} // namespace Mcp
