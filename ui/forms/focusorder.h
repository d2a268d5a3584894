// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

class QWidget;

namespace McpUi {

/// The widget below @p root that takes the Tab key after (or before) @p current in the order of the
/// layouts, which is the order on the screen; null behind the last one, and the first (last) one
/// when @p current is not below @p root.
[[nodiscard]] QWidget *nextFocus(QWidget *root, QWidget *current, bool next);

/// The nearest widget in Qt's focus chain that is outside of @p area and takes the Tab key.
[[nodiscard]] QWidget *focusOutside(QWidget *area, bool next);

} // namespace McpUi
