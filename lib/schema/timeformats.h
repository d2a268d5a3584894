// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringview.h>

/// Dates and times as RFC 3339 writes them, for "format". Longer years, other separators and what
/// else ISO 8601 allows are none; digits are ASCII.
namespace Mcp::TimeFormats {

[[nodiscard]] bool isDate(QStringView text);     ///< full-date
[[nodiscard]] bool isTime(QStringView text);     ///< full-time, leap seconds where there can be one
[[nodiscard]] bool isDateTime(QStringView text); ///< date-time
[[nodiscard]] bool isDuration(QStringView text); ///< duration, appendix A

} // namespace Mcp::TimeFormats
