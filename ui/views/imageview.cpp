// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/imageview.h"

#include "forms/tones.h"
#include "views/wheelguard.h"

#include <QtGui/qevent.h>
#include <QtGui/qpainter.h>
#include <QtWidgets/qscrollbar.h>

namespace McpUi {

namespace {

constexpr double kStep = 1.25;
constexpr double kMinScale = 0.01;
constexpr double kMaxScale = 32;
constexpr int kHeightInLines = 28; ///< as high as so many lines of text
constexpr int kLine = 1; ///< around it: a white picture on white would have no end otherwise

/// What is transparent is seen on grey: black and white writing can both be read on it.
QBrush chequered()
{
    static constexpr int kSide = 8;
    QImage tile(2 * kSide, 2 * kSide, QImage::Format_RGB32);
    tile.fill(QColor(0xc4, 0xc4, 0xc4));
    QPainter painter(&tile);
    painter.fillRect(0, 0, kSide, kSide, QColor(0xb0, 0xb0, 0xb0));
    painter.fillRect(kSide, kSide, kSide, kSide, QColor(0xb0, 0xb0, 0xb0));
    painter.end();
    return QBrush(tile);
}

} // namespace

ImageView::ImageView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_wheel(new WheelGuard(this))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ImageView::setImage(const QList<QImage> &levels, QSize size)
{
    m_levels = levels;
    m_size = size;
    fit();
    updateGeometryAndBars();
}

void ImageView::setLevels(const QList<QImage> &levels)
{
    m_levels = levels;
    viewport()->update();
}

QSize ImageView::sizeHint() const { return shownSize() + QSize(2 * kLine, 2 * kLine); }

QSize ImageView::shownSize() const
{
    return { qMax(1, qRound(m_size.width() * m_scale)),
             qMax(1, qRound(m_size.height() * m_scale)) };
}

int ImageView::maxHeight() const { return kHeightInLines * fontMetrics().lineSpacing(); }

double ImageView::fittingScale() const
{
    if (m_size.isEmpty())
        return 1;
    // Of the whole widget: scroll bars go when it fits.
    const int height = m_filling ? this->height() : maxHeight();
    const double across = double(width() - 2 * kLine) / m_size.width();
    const double down = double(height - 2 * kLine) / m_size.height();
    return qBound(kMinScale, qMin(across, down), 1.0);
}

void ImageView::fit()
{
    m_fitting = true;
    setScale(fittingScale());
}

void ImageView::zoomIn() { zoomTo(m_scale * kStep); }

void ImageView::zoomOut() { zoomTo(m_scale / kStep); }

void ImageView::zoomTo(double scale)
{
    zoomTo(scale, QRect({}, shownSize()).intersected(viewport()->rect()).center());
}

void ImageView::zoomTo(double scale, QPoint anchor)
{
    const double before = m_scale;
    const QPointF place(horizontalScrollBar()->value() + anchor.x(),
                        verticalScrollBar()->value() + anchor.y());
    m_fitting = false;
    setScale(qBound(kMinScale, scale, kMaxScale));
    const double factor = m_scale / before;
    horizontalScrollBar()->setValue(qRound(place.x() * factor) - anchor.x());
    verticalScrollBar()->setValue(qRound(place.y() * factor) - anchor.y());
}

void ImageView::setScale(double scale)
{
    m_scale = scale;
    updateGeometryAndBars();
    viewport()->update();
    emit scaleChanged();
}

void ImageView::setFilling(bool filling)
{
    m_filling = filling;
    m_wheel->setFilling(filling);
    setSizePolicy(QSizePolicy::Expanding, filling ? QSizePolicy::Expanding : QSizePolicy::Fixed);
    if (m_fitting)
        fit();
    else
        updateGeometryAndBars();
}

void ImageView::updateGeometryAndBars()
{
    const QSize shown = shownSize() + QSize(2 * kLine, 2 * kLine);
    const bool wide = shown.width() > width();
    if (m_filling) {
        setMinimumHeight(minimumSizeHint().height());
        setMaximumHeight(QWIDGETSIZE_MAX);
    } else {
        const int bar = wide ? horizontalScrollBar()->sizeHint().height() : 0;
        setFixedHeight(qMin(shown.height() + bar, maxHeight()));
    }
    const bool tall = shown.height() > height() + 1;
    setHorizontalScrollBarPolicy(wide ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(tall ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    const QSize room = viewport()->size();
    horizontalScrollBar()->setRange(0, qMax(0, shown.width() - room.width()));
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setSingleStep(20);
    verticalScrollBar()->setRange(0, qMax(0, shown.height() - room.height()));
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setSingleStep(20);
    viewport()->setCursor(wide || tall ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

const QImage &ImageView::levelFor(double scale) const
{
    const QImage *best = &m_levels.constFirst();
    for (const QImage &level : m_levels) {
        if (level.width() < m_size.width() * scale)
            break;
        best = &level;
    }
    return *best;
}

void ImageView::paintEvent(QPaintEvent *event)
{
    if (m_levels.isEmpty())
        return;
    QPainter painter(viewport());
    painter.translate(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
    const QRectF area({ kLine, kLine }, shownSize());
    const double ratio = devicePixelRatioF();
    const QImage &level = levelFor(m_scale * ratio);
    const QRectF seen = area.intersected(
            QRectF(event->rect())
                    .translated(horizontalScrollBar()->value(), verticalScrollBar()->value()));
    if (level.hasAlphaChannel())
        painter.fillRect(seen, chequered());
    // Single pixels stay squares when they are looked at closely.
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_scale * ratio < 3);
    const double across = level.width() / area.width();
    const double down = level.height() / area.height();
    const QRectF source((seen.x() - area.x()) * across, (seen.y() - area.y()) * down,
                        seen.width() * across, seen.height() * down);
    painter.drawImage(seen, level, source);
    painter.setPen(Tones::line(palette()));
    painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5));
}

void ImageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_fitting && !qFuzzyCompare(m_scale, fittingScale()))
        fit();
    else
        updateGeometryAndBars();
}

void ImageView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    const double notches = event->angleDelta().y() / 120.0;
    zoomTo(m_scale * qPow(kStep, notches), event->position().toPoint());
    event->accept();
}

/// Keys that mean zooming here may be a window's elsewhere.
bool ImageView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() & Qt::ControlModifier
            && (key->key() == Qt::Key_Plus || key->key() == Qt::Key_Equal
                || key->key() == Qt::Key_Minus || key->key() == Qt::Key_0)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool ImageView::zoomBy(const QKeyEvent &event)
{
    if (!(event.modifiers() & Qt::ControlModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
        fit();
        return true;
    default:
        return false;
    }
}

void ImageView::keyPressEvent(QKeyEvent *event)
{
    if (!zoomBy(*event))
        QAbstractScrollArea::keyPressEvent(event);
}

void ImageView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_grabbed = event->position().toPoint();
    if (viewport()->cursor().shape() == Qt::OpenHandCursor)
        viewport()->setCursor(Qt::ClosedHandCursor);
}

void ImageView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const QPoint moved = event->position().toPoint() - m_grabbed;
    m_grabbed = event->position().toPoint();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
}

void ImageView::mouseReleaseEvent(QMouseEvent *)
{
    if (viewport()->cursor().shape() == Qt::ClosedHandCursor)
        viewport()->setCursor(Qt::OpenHandCursor);
}

} // namespace McpUi
