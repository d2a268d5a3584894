// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Mcp {
struct SchemaNode;
}

namespace McpUi {

/// How a text is edited. All but Lines are one line; the ones after Password have a button beside
/// it that helps to fill it in.
enum class TextStyle { Line, Lines, Password, File, Folder, Date, DateTime, Time };

/// What fits a text of that name and schema: several lines for a content, query, code …, hidden for
/// a password, a picker for paths and dates.
[[nodiscard]] TextStyle textStyleFor(const QString &name, const Mcp::SchemaNode &node);

} // namespace McpUi
