// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qscrollarea.h>

namespace McpUi {

/// As high as what it holds needs at its width; where there is less room, that scrolls instead of
/// being squeezed.
class FittedScrollArea : public QScrollArea
{
    Q_OBJECT

public:
    /// Shows @p content, which gets a vertical layout's height for its width.
    explicit FittedScrollArea(QWidget *content, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static constexpr int kLeastLines = 3;
};

} // namespace McpUi
