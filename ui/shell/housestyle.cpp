// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/housestyle.h"

#include <QtWidgets/qstyleoption.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// Fusion takes Window.darker(140) for its lines. A lighter Window in the option's palette gives a
/// lighter line; what is drawn with it is nothing but lines.
QPalette withVisibleLines(QPalette palette)
{
    const QColor window = palette.color(QPalette::Window);
    if (window.lightness() < 128)
        palette.setColor(QPalette::Window, QColor::fromRgb(0x6b, 0x71, 0x79).lighter(140));
    return palette;
}

} // namespace

HouseStyle::HouseStyle()
    : QProxyStyle(u"Fusion"_s)
{}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_FrameLineEdit:
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            QStyleOptionFrame copy = *frame;
            copy.palette = withVisibleLines(copy.palette);
            return QProxyStyle::drawPrimitive(element, &copy, painter, widget);
        }
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy = *button;
            copy.palette = withVisibleLines(copy.palette);
            return QProxyStyle::drawPrimitive(element, &copy, painter, widget);
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void HouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        box && control == CC_ComboBox) {
        QStyleOptionComboBox copy = *box;
        copy.palette = withVisibleLines(copy.palette);
        return QProxyStyle::drawComplexControl(control, &copy, painter, widget);
    }
    if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        box && control == CC_SpinBox) {
        QStyleOptionSpinBox copy = *box;
        copy.palette = withVisibleLines(copy.palette);
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
