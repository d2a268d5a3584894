// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/tones.h"

#include <QtWidgets/qabstractbutton.h>

namespace McpUi {

/// A button that looks like a line of text at the left: for jumps, "more", folds. Cuts what does
/// not fit, underlines itself under the mouse, shows a frame with the focus.
class LinkButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text = {}, QWidget *parent = nullptr);

    void setTone(Tones::Tone tone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Tones::Tone m_tone = Tones::Tone::Normal;
};

} // namespace McpUi
