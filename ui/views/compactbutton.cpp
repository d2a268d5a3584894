// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/compactbutton.h"

#include <QtWidgets/qstyle.h>
#include <QtWidgets/qstyleoption.h>

namespace McpUi {

CompactButton::CompactButton(QWidget *parent)
    : QToolButton(parent)
{
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
}

void CompactButton::setCompact(bool compact)
{
    setToolButtonStyle(compact && !icon().isNull() ? Qt::ToolButtonIconOnly
                                                   : Qt::ToolButtonTextOnly);
}

/// As QToolButton measures itself. To change its style and back would ask for a new layout each
/// time, without an end where that is done by a layout.
int CompactButton::widthOf(bool compact) const
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    QSize contents = iconSize();
    if (compact && !icon().isNull()) {
        option.toolButtonStyle = Qt::ToolButtonIconOnly;
    } else {
        option.toolButtonStyle = Qt::ToolButtonTextOnly;
        contents = fontMetrics().size(Qt::TextShowMnemonic, text());
        contents.rwidth() += fontMetrics().horizontalAdvance(u' ') * 2;
    }
    return style()->sizeFromContents(QStyle::CT_ToolButton, &option, contents, this).width();
}

} // namespace McpUi
