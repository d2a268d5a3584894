// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/tones.h"

#include <QtWidgets/qframe.h>

class QLabel;
class QToolButton;

namespace McpUi {

/// One line above a panel's content that tells something about it and offers a step: "The list has
/// changed. [Refresh]". Hidden while it has nothing to say; never takes the focus.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Plain text; an empty @p text hides the bar, an empty @p button its button.
    void setNotice(Tones::Tone tone, const QString &text, const QString &button = {});
    QString text() const;

signals:
    void triggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTone();

    QLabel *m_label;
    QToolButton *m_button;
    Tones::Tone m_tone = Tones::Tone::Dim;
};

} // namespace McpUi
