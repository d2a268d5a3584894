// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qlabel.h>

namespace McpUi {

/// One line of plain text that is cut with "…" when there is no room, and then shown whole as a
/// tool tip. Never makes its surroundings wider.
class ElidingLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidingLabel(const QString &text = {}, QWidget *parent = nullptr);

    /// Where to cut; the end by default.
    void setElideMode(Qt::TextElideMode mode) { m_mode = mode; }
    /// Nothing is shown rather than a part: for words that are said elsewhere, too.
    void setWholeOnly(bool wholeOnly);
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
    bool m_isWholeOnly = false;
};

} // namespace McpUi
