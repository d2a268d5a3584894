// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/housestyle.h"

#include <QtGui/qpainter.h>
#include <QtWidgets/qstyleoption.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// Fusion takes Window.darker(140) for its lines. A lighter Window in the option's palette gives a
/// lighter line; what is drawn with it is nothing but lines. Likewise the frame of what has the
/// focus, which is made from Highlight.
QPalette withVisibleLines(QPalette palette, bool hasFocus)
{
    if (palette.color(QPalette::Window).lightness() >= 128)
        return palette;
    palette.setColor(QPalette::Window, QColor::fromRgb(0x6b, 0x71, 0x79).lighter(140));
    if (hasFocus)
        palette.setColor(QPalette::Highlight, QColor::fromRgb(0x9c, 0xc8, 0xff));
    return palette;
}

QPalette withVisibleLines(const QStyleOption &option)
{
    return withVisibleLines(option.palette, option.state & QStyle::State_HasFocus);
}

// A quiet cross; Fusion's own is a red box that shouts from every tab.
void drawTabClose(const QStyleOption *option, QPainter *painter)
{
    const bool hovered = option->state & QStyle::State_MouseOver;
    QColor ink = option->palette.color(QPalette::WindowText);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option->rect).adjusted(1, 1, -1, -1);
    if (hovered) {
        painter->setPen(Qt::NoPen);
        ink.setAlphaF(0.15F);
        painter->setBrush(ink);
        painter->drawRoundedRect(box, 3, 3);
    }
    ink.setAlphaF(hovered ? 1.0F : 0.6F);
    painter->setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap));
    const QPointF c = box.center();
    const qreal arm = box.width() * 0.22;
    painter->drawLine(c + QPointF(-arm, -arm), c + QPointF(arm, arm));
    painter->drawLine(c + QPointF(-arm, arm), c + QPointF(arm, -arm));
    painter->restore();
}

} // namespace

HouseStyle::HouseStyle()
    : QProxyStyle(u"Fusion"_s)
{}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_Frame:
    case PE_FrameLineEdit:
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            QStyleOptionFrame copy = *frame;
            copy.palette = withVisibleLines(copy);
            return QProxyStyle::drawPrimitive(element, &copy, painter, widget);
        }
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy = *button;
            copy.palette = withVisibleLines(copy);
            return QProxyStyle::drawPrimitive(element, &copy, painter, widget);
        }
        break;
    case PE_FrameFocusRect:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFocusRect *>(option)) {
            QStyleOptionFocusRect copy = *frame;
            copy.palette = withVisibleLines(copy.palette, true);
            return QProxyStyle::drawPrimitive(element, &copy, painter, widget);
        }
        break;
    case PE_IndicatorTabClose:
        return drawTabClose(option, painter);
    case PE_PanelItemViewRow:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
            item && widget && !widget->hasFocus()) {
            QStyleOptionViewItem copy = *item;
            copy.state &= ~State_Active;
            return QProxyStyle::drawPrimitive(element, &copy, painter, widget);
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void HouseStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    // A selection in a list where the keys do not go is quieter.
    if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        item && element == CE_ItemViewItem && widget && !widget->hasFocus()) {
        QStyleOptionViewItem copy = *item;
        copy.state &= ~State_Active;
        return QProxyStyle::drawControl(element, &copy, painter, widget);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void HouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        box && control == CC_ComboBox) {
        QStyleOptionComboBox copy = *box;
        copy.palette = withVisibleLines(copy);
        return QProxyStyle::drawComplexControl(control, &copy, painter, widget);
    }
    if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        box && control == CC_SpinBox) {
        QStyleOptionSpinBox copy = *box;
        copy.palette = withVisibleLines(copy);
        return QProxyStyle::drawComplexControl(control, &copy, painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    // Enter and double click open; a single click only selects, on every desktop.
    if (hint == SH_ItemView_ActivateItemOnSingleClick)
        return 0;
    if (hint == SH_Table_GridLineColor && option)
        return int(withVisibleLines(option->palette, false)
                           .color(QPalette::Window)
                           .darker(140)
                           .rgba());
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    if (metric == PM_SplitterWidth)
        return 5;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace McpUi
