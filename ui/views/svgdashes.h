// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

#include <limits>
#include <optional>

/*!
 * How many dashes the lines of a drawing come to, guessed from above without reading paths: Qt
 * takes a microsecond for each, and a path of a few thousand characters may have ten million. Any
 * thread.
 */
namespace McpUi::SvgDashes {

inline constexpr double kNone = std::numeric_limits<double>::infinity();
/// In all of a drawing: a few seconds at worst, half a second mostly.
inline constexpr double kMost = 3e6;

/// The sum of the numbers' values in any list or path, signs left out.
[[nodiscard]] double sumOfNumbers(QStringView text);
/// At least the length of the line that attribute @p name draws with @p value; 0 if it draws none.
[[nodiscard]] double lengthOf(QStringView name, QStringView value);
/// The length of dash and gap together that style sheet or attribute @p css asks for, the smallest
/// if there are several; nothing if it says nothing of dashes, 0 if it cannot be told.
[[nodiscard]] std::optional<double> dashOf(QStringView css);
/// At least the height of letters in style sheet or attribute @p css; 0 if it says nothing of it.
[[nodiscard]] double heightOf(QStringView css);
/// @p css without dashes.
[[nodiscard]] QString withoutDashes(QStringView css);

} // namespace McpUi::SvgDashes
