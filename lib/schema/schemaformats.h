// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringview.h>

/// The values of "format" that are checked (2020-12, validation 7.3).
namespace Mcp::SchemaFormats {

/// What is wrong with @p text: a sentence that says what is allowed, with an example. Empty when it
/// is right, or when @p format is none that is known here.
[[nodiscard]] QString problem(const QString &format, const QString &text);

} // namespace Mcp::SchemaFormats
