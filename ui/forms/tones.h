// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGui/qcolor.h>
#include <QtGui/qfont.h>

class QPalette;
class QWidget;

/// Colours and fonts that mean something, derived from the palette so that they are readable on
/// light and dark alike. Never the only carrier of a meaning: words stand beside them.
namespace McpUi::Tones {

enum class Tone { Normal, Dim, Success, Warning, Error, Key, String, Number, Word };

/// The colour of text on @p palette's window and base colours.
[[nodiscard]] QColor text(Tone tone, const QPalette &palette);
/// A faint background for a strip or a chip of that tone.
[[nodiscard]] QColor background(Tone tone, const QPalette &palette);
/// Lines that structure a page; visible on very dark windows, too, where Fusion's own vanish.
[[nodiscard]] QColor line(const QPalette &palette);
/// Gives a label's text a tone; follows later changes of the palette.
void apply(QWidget *widget, Tone tone);
/// A font of fixed width in the application's size.
[[nodiscard]] QFont fixedFont();

} // namespace McpUi::Tones
