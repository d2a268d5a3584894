// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Mcp::JsonText {

/// White space as JSON has it (RFC 8259, section 2): no other character may stand between tokens.
constexpr bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

} // namespace Mcp::JsonText
