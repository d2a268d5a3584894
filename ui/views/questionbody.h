// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qstackedwidget.h>

namespace McpUi {

/// What a question is answered with, or the question as received in its place. Each page of it
/// scrolls, so it can do with less height than its text would take at its width: the buttons below
/// stay in sight.
class QuestionBody : public QStackedWidget
{
    Q_OBJECT

public:
    using QStackedWidget::QStackedWidget;

    bool hasHeightForWidth() const override { return false; }
};

} // namespace McpUi
