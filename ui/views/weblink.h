// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

class QUrl;

namespace McpUi {

/// The only links of a server that are ever opened: http and https with a host.
[[nodiscard]] bool isWebLink(const QUrl &url);
/// In the browser, if it is one. Only ever called for a click.
void openWebLink(const QUrl &url);

} // namespace McpUi
