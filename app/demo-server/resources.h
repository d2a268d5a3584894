// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "responder.h"

/// The resources that are always there and always the same.
namespace McpDemo::Resources {

/// The entries of resources/list.
const QList<Mcp::RawJson> &list();
/// The link to a resource as a content block; absent if there is none with this URI.
Mcp::RawJson link(QStringView uri);
/// A member of "contents": the URI, the type, and text or bytes. Absent if there is no such one.
Mcp::RawJson contents(QStringView uri);
/// The same with this text.
Mcp::RawJson textContents(QStringView uri, QStringView mimeType, QStringView text);

} // namespace McpDemo::Resources
