// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/picture.h"

#include "forms/tones.h"

#include <QtGui/qpainter.h>

namespace McpUi {

Picture::Picture(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Picture::setImage(const QImage &image)
{
    m_pixmap = QPixmap::fromImage(image);
    updateGeometry();
    update();
}

QSize Picture::sizeHint() const { return shownSize(m_pixmap.width() + 2) + QSize(2, 2); }

QSize Picture::shownSize(int width) const
{
    const QSize natural = m_pixmap.size();
    const int room = qMax(1, width - 2);
    if (natural.width() <= room)
        return natural;
    return { room, qMax(1, int(qint64(natural.height()) * room / natural.width())) };
}

void Picture::paintEvent(QPaintEvent *)
{
    if (m_pixmap.isNull())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRect area({ 1, 1 }, shownSize(width()));
    painter.drawPixmap(area, m_pixmap);
    painter.setPen(Tones::line(palette()));
    painter.drawRect(area.adjusted(-1, -1, 0, 0));
}

} // namespace McpUi
