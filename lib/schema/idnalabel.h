// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringview.h>

/*!
 * Labels of internationalised host names as IDNA 2008 wants them (RFC 5890 to 5893), from what Qt
 * knows about characters.
 */
namespace Mcp::IdnaLabel {

/// A label in its own script: normalised, allowed characters, context rules (RFC 5892), and not too
/// long once it is encoded.
[[nodiscard]] bool isULabel(QStringView label);
/// "xn--" and the encoding of such a label (RFC 5890, 2.3.2.1).
[[nodiscard]] bool isALabel(QStringView label);
/// Has it characters that are written from right to left?
[[nodiscard]] bool isRightToLeft(QStringView label);
/// RFC 5893, 2: for every label of a name that has one from right to left.
[[nodiscard]] bool keepsBidiRule(QStringView label);

} // namespace Mcp::IdnaLabel
