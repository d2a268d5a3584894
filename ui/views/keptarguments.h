// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qstring.h>

#include <optional>

namespace McpUi {

/// What of the arguments on a page may be written to disk: @p text, which stands for @p arguments
/// (absent when it is no JSON), without the values of secret fields of @p schema. Nothing of a text
/// that cannot be searched for them.
[[nodiscard]] std::optional<QString>
keptArguments(const QByteArray &text, const Mcp::RawJson &arguments, const Mcp::RawJson &schema);

} // namespace McpUi
