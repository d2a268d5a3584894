// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGui/qpixmap.h>
#include <QtWidgets/qwidget.h>

namespace McpUi {

/// An image scaled down to the width there is, never up, with a line around it: a white picture on
/// white would have no end otherwise.
class Picture : public QWidget
{
    Q_OBJECT

public:
    explicit Picture(QWidget *parent = nullptr);

    void setImage(const QImage &image);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return shownSize(width).height() + 2; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 32, 2 }; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSize shownSize(int width) const;

    QPixmap m_pixmap;
};

} // namespace McpUi
