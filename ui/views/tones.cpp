// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/tones.h"

namespace McpUi {

bool isDark(const QPalette &palette) { return palette.color(QPalette::Base).lightness() < 128; }

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Good:
        return dark ? QColor(0x6c, 0xc6, 0x7a) : QColor(0x1a, 0x7f, 0x37);
    case Tone::Busy:
        return dark ? QColor(0x6c, 0xb2, 0xf5) : QColor(0x09, 0x69, 0xda);
    case Tone::Bad:
        return dark ? QColor(0xf4, 0x7c, 0x75) : QColor(0xc1, 0x1c, 0x28);
    case Tone::Warning:
        return dark ? QColor(0xe0, 0xb0, 0x4f) : QColor(0x8f, 0x5c, 0x00);
    case Tone::Accent:
        return palette.color(QPalette::Link);
    case Tone::Muted:
        break;
    }
    return dark ? QColor(0x9a, 0xa0, 0xa8) : QColor(0x60, 0x66, 0x6e);
}

QColor toneBackground(Tone tone, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor tint = toneColor(tone, palette);
    const double share = isDark(palette) ? 0.18 : 0.10;
    const auto mix = [share](int a, int b) { return int(a * (1 - share) + b * share); };
    return { mix(base.red(), tint.red()), mix(base.green(), tint.green()),
             mix(base.blue(), tint.blue()) };
}

} // namespace McpUi
