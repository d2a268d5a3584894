// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qtoolbutton.h>

namespace McpUi {

/// One of a few buttons of which one is chosen ("Form", "JSON"). The chosen one has the colour of a
/// selection, because dark palettes hardly show which button is down.
class ModeButton : public QToolButton
{
    Q_OBJECT

public:
    explicit ModeButton(const QString &text, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace McpUi
