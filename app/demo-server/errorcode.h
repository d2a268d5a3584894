// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

/// The JSON-RPC codes that this server refuses requests with.
namespace McpDemo::ErrorCode {

inline constexpr int parseError = -32700;
inline constexpr int invalidRequest = -32600;
inline constexpr int methodNotFound = -32601;
inline constexpr int invalidParams = -32602;
inline constexpr int internalError = -32603;
inline constexpr int resourceNotFound = -32002;   ///< up to 2025-11-25; since then invalidParams
inline constexpr int elicitationNeeded = -32042;  ///< in 2025-11-25 alone
inline constexpr int missingCapability = -32021;  ///< since 2026-07-28
inline constexpr int unsupportedVersion = -32022; ///< since 2026-07-28

} // namespace McpDemo::ErrorCode
