// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "responder.h"

/// The few resources this server offers, so that the links its tools return lead somewhere.
namespace McpDemo::Resources {

/// The result of resources/list.
Mcp::RawJson list();
/// The link to a resource as a content block; absent if there is none with this URI.
Mcp::RawJson link(QStringView uri);
/// A member of "contents": the URI, the type, and text or bytes. Absent if there is no such one.
Mcp::RawJson contents(QStringView uri);

} // namespace McpDemo::Resources
