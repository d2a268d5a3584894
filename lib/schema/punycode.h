// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

#include <optional>

/// The encoding of Unicode in host names (RFC 3492), without the "xn--".
namespace Mcp::Punycode {

[[nodiscard]] QString encode(QStringView text);
/// Nothing when @p encoded is no Punycode.
[[nodiscard]] std::optional<QString> decode(QStringView encoded);

} // namespace Mcp::Punycode
