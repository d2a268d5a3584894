// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGui/qimage.h>
#include <QtWidgets/qabstractscrollarea.h>

namespace McpUi {

class WheelGuard;

/*!
 * A picture that fits, or is zoomed and scrolled: Ctrl+wheel, Ctrl++, Ctrl+-, Ctrl+0 (fit), and
 * pulling with the mouse. It is drawn from halves of itself, so that large ones cost no time; only
 * what is in sight is painted.
 */
class ImageView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ImageView(QWidget *parent = nullptr);

    /// @p levels as of DecodedImage; @p size is what 100 % means.
    void setImage(const QList<QImage> &levels, QSize size);
    /// The same picture with other pixels, or another one of an animation.
    void setLevels(const QList<QImage> &levels);

    double scale() const { return m_scale; }
    bool isFitting() const { return m_fitting; }
    /// All of it in sight, never enlarged.
    void fit();
    /// Larger or smaller round @p anchor, a place in the viewport.
    void zoomTo(double scale, QPoint anchor);
    /// Round the middle of what is in sight.
    void zoomTo(double scale);
    void zoomIn();
    void zoomOut();
    void setFilling(bool filling);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 48, 16 }; }

signals:
    void scaleChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool zoomBy(const QKeyEvent &event);
    double fittingScale() const;
    QSize shownSize() const;
    int maxHeight() const;
    void setScale(double scale);
    void updateGeometryAndBars();
    const QImage &levelFor(double scale) const;

    QList<QImage> m_levels;
    QSize m_size;
    double m_scale = 1;
    bool m_fitting = true;
    bool m_filling = false;
    WheelGuard *m_wheel;
    QPoint m_grabbed;
};

} // namespace McpUi
