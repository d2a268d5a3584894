// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qstackedwidget.h>

namespace McpUi {

/// The tool bars of the panels at the bottom, one of them shown: as wide as it is told to be,
/// because the corner of a tab widget takes what it is offered, however narrow the tabs become.
class ToolBarStack : public QStackedWidget
{
    Q_OBJECT

public:
    using QStackedWidget::QStackedWidget;

    void setWidth(int width);
    QSize sizeHint() const override;
    /// No tool bar that is not shown makes the window wider.
    QSize minimumSizeHint() const override;

private:
    int m_width = 0;
};

} // namespace McpUi
