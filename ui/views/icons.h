// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGui/qicon.h>

namespace McpUi {

/// One of the program's line icons by file name ("start", "stop" …), drawn in the palette's text
/// colour whatever the palette is when it is painted, so light and dark need no second set.
[[nodiscard]] QIcon icon(const QString &name);

} // namespace McpUi
