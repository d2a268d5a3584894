// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGui/qcolor.h>
#include <QtGui/qpalette.h>

namespace McpUi {

/// What a colour means. Never the only sign: words say the same.
enum class Tone { Good, Busy, Bad, Warning, Muted, Accent };

[[nodiscard]] bool isDark(const QPalette &palette);
/// A colour for text and marks that can be read on the palette's base and window.
[[nodiscard]] QColor toneColor(Tone tone, const QPalette &palette);
/// A background for notices in that tone; ordinary text stays readable on it.
[[nodiscard]] QColor toneBackground(Tone tone, const QPalette &palette);

} // namespace McpUi
