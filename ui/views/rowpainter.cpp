// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/rowpainter.h"

#include <QtGui/qpainter.h>
#include <QtWidgets/qstyle.h>
#include <QtWidgets/qwidget.h>

namespace McpUi {

using Tones::Tone;

namespace {
constexpr int margin = 6;
constexpr int gap = 4;

QFont smallFont(const QFont &font)
{
    QFont smaller = font;
    smaller.setPointSizeF(font.pointSizeF() * 0.85);
    return smaller;
}
} // namespace

RowPainter::RowPainter(QPainter *painter, const QStyleOptionViewItem &option)
    : m_painter(painter)
    , m_option(option)
    , m_content(option.rect.adjusted(margin, margin / 2, -margin, -margin / 2))
{
    m_painter->save();
    m_painter->setRenderHint(QPainter::Antialiasing);
    // A selection where the keys do not go is quieter.
    if (option.widget && !option.widget->hasFocus())
        m_option.state &= ~QStyle::State_Active;
    if (option.widget)
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &m_option, painter,
                                            option.widget);
}

RowPainter::~RowPainter() { m_painter->restore(); }

QRect RowPainter::line(int number) const
{
    const int height = m_content.height() / 2;
    return { m_content.left(), m_content.top() + number * height, m_content.width(), height };
}

bool RowPainter::isInverse() const
{
    return m_option.state & QStyle::State_Selected && m_option.state & QStyle::State_Active;
}

QColor RowPainter::textColor() const
{
    return m_option.palette.color(QPalette::Active,
                                  isInverse() ? QPalette::HighlightedText : QPalette::Text);
}

QColor RowPainter::color(Tone tone) const
{
    if (!isInverse())
        return Tones::text(tone, m_option.palette);
    QColor color = textColor();
    color.setAlphaF(tone == Tone::Dim ? 0.8F : 1.0F);
    return color;
}

int RowPainter::text(const QRect &rect, const QString &text, const QColor &color, bool bold)
{
    QFont font = m_option.font;
    font.setBold(bold);
    const QFontMetrics metrics(font);
    m_painter->setFont(font);
    m_painter->setPen(color);
    const QString elided = metrics.elidedText(text, Qt::ElideRight, rect.width());
    m_painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, elided);
    return metrics.horizontalAdvance(elided);
}

int RowPainter::pills(const QRect &rect, const QStringList &texts, Tone (*toneOf)(const QString &))
{
    const QFont font = smallFont(m_option.font);
    const QFontMetrics metrics(font);
    m_painter->setFont(font);
    int right = rect.right() + 1;
    for (const QString &text : texts) {
        const int width = metrics.horizontalAdvance(text) + 2 * gap;
        if (right - width < rect.left())
            break;
        const int height = qMin(rect.height() - 2, metrics.height() + 1);
        const QRect pill(right - width, rect.center().y() - height / 2, width, height);
        const QColor ink = color(toneOf(text));
        m_painter->setPen(ink);
        m_painter->setBrush(isInverse() ? QBrush()
                                        : Tones::background(toneOf(text), m_option.palette));
        m_painter->drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        m_painter->drawText(pill, Qt::AlignCenter | Qt::TextSingleLine, text);
        right -= width + gap;
    }
    return rect.right() + 1 - right;
}

QSize RowPainter::sizeHint(const QStyleOptionViewItem &option)
{
    const QFontMetrics metrics(option.font);
    return { 100, 2 * metrics.height() + margin };
}

} // namespace McpUi
