// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGui/qtextlayout.h>

class QPalette;

namespace McpUi {

/// Colours for one line of JSON text: keys, strings, numbers and words. Lines need no context,
/// because JSON strings end on their line.
[[nodiscard]] QList<QTextLayout::FormatRange> jsonColours(const QString &line,
                                                          const QPalette &palette);

} // namespace McpUi
