// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/modebutton.h"

#include <QtWidgets/qstyleoption.h>
#include <QtWidgets/qstylepainter.h>

namespace McpUi {

ModeButton::ModeButton(const QString &text, QWidget *parent)
    : QToolButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
}

void ModeButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    if (isChecked()) {
        // In the option only, so that a new palette is followed by itself.
        option.palette.setColor(QPalette::Button, palette().color(QPalette::Highlight));
        option.palette.setColor(QPalette::ButtonText, palette().color(QPalette::HighlightedText));
    }
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace McpUi
