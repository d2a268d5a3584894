// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

/*!
 * The `code` of error responses that we send or treat in a way of their own: those of JSON-RPC 2.0
 * (section 5.1) and those that MCP adds.
 */
namespace Mcp::ErrorCode {

constexpr int userRejected = -1; ///< 2025-11-25, client/sampling and client/roots

constexpr int methodNotFound = -32601;
constexpr int invalidParams = -32602;
constexpr int internalError = -32603;

constexpr int headerMismatch = -32020;     ///< 2026-07-28 and later
constexpr int missingCapability = -32021;  ///< 2026-07-28 and later
constexpr int unsupportedVersion = -32022; ///< 2026-07-28 and later
constexpr int urlRequired = -32042;        ///< 2025-11-25, client/elicitation

} // namespace Mcp::ErrorCode
