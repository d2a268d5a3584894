// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

class ResourceRequest;

/// Asks server @p serverName for the resource by resources/read and hands @p request the answer,
/// whatever it is. A request that is cancelled or deleted cancels the call.
void readResource(Mcp::Orchestrator *orchestrator, const QString &serverName,
                  ResourceRequest *request);

} // namespace McpUi
