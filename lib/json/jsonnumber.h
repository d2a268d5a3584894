// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearrayview.h>
#include <QtCore/qglobal.h>

#include <optional>

/*!
 * The meaning of a JSON number's text. The text itself is what gets shown and sent; these are for
 * where the program has to count or compare.
 */
namespace Mcp::JsonNumber {

/// Whether @p text has nothing but a number's characters: false for 12abc and -Infinity.
[[nodiscard]] bool isPlausible(QByteArrayView text);

/// Exact, whatever the spelling (1e2, 1.0): nothing for fractions and what exceeds 64 bits.
[[nodiscard]] std::optional<qint64> toInteger(QByteArrayView number);

/// Rounded, 0 for what is too small; nothing for what exceeds a double (1e400).
[[nodiscard]] std::optional<double> toDouble(QByteArrayView number);

} // namespace Mcp::JsonNumber
