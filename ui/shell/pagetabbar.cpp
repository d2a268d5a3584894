// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/pagetabbar.h"

namespace McpUi {

namespace {

constexpr int kLetters = 14; ///< that can be read in any case

} // namespace

QSize PageTabBar::minimumTabSizeHint(int index) const
{
    const QSize whole = tabSizeHint(index);
    const int text = fontMetrics().size(Qt::TextShowMnemonic, tabText(index)).width();
    const int shown = qMin(text, fontMetrics().averageCharWidth() * kLetters);
    return { whole.width() - text + shown, whole.height() };
}

} // namespace McpUi
