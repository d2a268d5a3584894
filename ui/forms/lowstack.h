// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qstackedwidget.h>

namespace McpUi {

/// A stack of pages that scroll, which can do with less height than their texts would take at its
/// width. Layouts do not know that: where there is too little, they squeeze what is beside it.
class LowStack : public QStackedWidget
{
    Q_OBJECT

public:
    using QStackedWidget::QStackedWidget;

    bool hasHeightForWidth() const override { return false; }
};

} // namespace McpUi
