// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/toolbarstack.h"

namespace McpUi {

void ToolBarStack::setWidth(int width)
{
    if (width == m_width)
        return;
    m_width = width;
    updateGeometry();
}

QSize ToolBarStack::sizeHint() const { return { m_width, QStackedWidget::sizeHint().height() }; }

QSize ToolBarStack::minimumSizeHint() const
{
    const int width = currentWidget() ? currentWidget()->minimumSizeHint().width() : 0;
    return { width, QStackedWidget::minimumSizeHint().height() };
}

} // namespace McpUi
