// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

namespace Mcp {

class Call;
class Server;
class Tool;

/// Larger structured content, or a larger schema, is not checked here; it would hold the thread.
inline constexpr qsizetype maxCheckedOutput = 256 * 1024;

/// Counts it in the health of @p server when the result of @p call, once it is there, is not what
/// the output schema of @p tool promises: "servers must provide structured results that conform to
/// this schema" (2025-11-25, server/tools). Nothing happens for a tool without one, nor for errors.
void checkOutput(Call *call, const Tool &tool, Server *server);

} // namespace Mcp
