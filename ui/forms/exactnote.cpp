// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/exactnote.h"

#include "forms/tones.h"
#include "models/format.h"
#include "json/unseen.h"

namespace McpUi {

namespace {

constexpr qsizetype kShown = 200; ///< characters: it is read, not edited

} // namespace

ExactNote::ExactNote(QWidget *parent)
    : WrappedLabel(parent)
{
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    Tones::apply(this, Tones::Tone::Warning);
    hide();
}

void ExactNote::setExactText(const QString &text)
{
    const bool needed = Mcp::Unseen::isIn(text);
    if (needed) {
        const QString quoted = formatQuoted(QStringView(text).left(kShown));
        setText(tr("⚠ %1 is sent").arg(text.size() > kShown ? quoted + u'…' : quoted));
    }
    setVisible(needed);
}

} // namespace McpUi
