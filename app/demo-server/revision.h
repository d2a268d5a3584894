// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

/// The revisions of the protocol by their names, which are dates: the later one is the greater
/// text.
namespace McpDemo::Revision {

inline constexpr QLatin1String november2024("2024-11-05");
inline constexpr QLatin1String march2025("2025-03-26");
inline constexpr QLatin1String june2025("2025-06-18");
inline constexpr QLatin1String november2025("2025-11-25"); ///< the last of the legacy era
inline constexpr QLatin1String july2026("2026-07-28");     ///< the first of the modern era

/// @p entity (a tool, prompt, resource, template, implementation) with the members alone that
/// @p revision knows.
Mcp::RawJson trimmed(const Mcp::RawJson &entity, const QString &revision);

} // namespace McpDemo::Revision
