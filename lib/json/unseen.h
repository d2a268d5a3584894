// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

/// Characters that are not seen themselves and make a text look like another one.
namespace Mcp::Unseen {

/// Embeddings, overrides and isolates of text direction: behind U+202E "gpj.exe" reads "exe.jpg".
/// Marks such as U+200F, which languages need, turn nothing around.
[[nodiscard]] bool turnsDirection(QChar c);
/// \uXXXX as in JSON.
[[nodiscard]] QString escape(QChar c);
/// @p text as one line to look at: line breaks and tabs as spaces; other controls, separators of
/// lines and what turns direction as \uXXXX.
[[nodiscard]] QString line(const QString &text);
/// Whether line() escapes something of @p text.
[[nodiscard]] bool isIn(QStringView text);

} // namespace Mcp::Unseen
