// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>

#include <optional>

/// Secrets in JSON that is the text of a string: structured results come a second time as such
/// (2025-11-25, server/tools).
namespace Mcp {

/// JSON in a text of JSON in a text; nobody looks deeper.
inline constexpr int mostNestings = 2;

/// What is to stand instead of the string token @p quoted, which is the @p nesting th text around;
/// nothing: there is no secret in it, or it is no JSON. Of one that is not @p isWhole the end and
/// its quote are missing, here and in what is returned.
[[nodiscard]] std::optional<QByteArray> withoutNestedSecrets(QByteArrayView quoted, bool isWhole,
                                                             int nesting);

} // namespace Mcp
