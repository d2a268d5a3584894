// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/tones.h"

#include <QtCore/qcoreevent.h>
#include <QtGui/qfontdatabase.h>
#include <QtGui/qpalette.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qwidget.h>

namespace McpUi::Tones {

namespace {

QColor mix(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](float x, float y) { return float(x + (y - x) * share); };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

bool isDark(const QPalette &palette) { return palette.color(QPalette::Window).lightness() < 128; }

/// Applies a tone again whenever the widget's palette changes by a new theme.
class ToneKeeper : public QObject
{
public:
    ToneKeeper(QWidget *widget, Tone tone)
        : QObject(widget)
        , m_widget(widget)
        , m_tone(tone)
    {
        widget->installEventFilter(this);
        update();
    }

    void setTone(Tone tone)
    {
        m_tone = tone;
        update();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange
            || event->type() == QEvent::ApplicationPaletteChange)
            update();
        return QObject::eventFilter(watched, event);
    }

private:
    void update()
    {
        // Setting it brings us here again, so only when it is another one.
        const QColor colour = text(m_tone, QApplication::palette());
        if (m_widget->palette().color(QPalette::WindowText) == colour)
            return;
        QPalette palette;
        palette.setColor(QPalette::WindowText, colour);
        m_widget->setPalette(palette);
    }

    QWidget *m_widget;
    Tone m_tone;
};

} // namespace

QColor text(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Normal:
        break;
    case Tone::Dim:
        return mix(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.36);
    case Tone::Success:
        return dark ? QColor(0x7b, 0xd8, 0x8f) : QColor(0x1b, 0x6e, 0x2f);
    case Tone::Warning:
        return dark ? QColor(0xf2, 0xc1, 0x4e) : QColor(0x8a, 0x5a, 0x00);
    case Tone::Error:
        return dark ? QColor(0xff, 0x8f, 0x85) : QColor(0xb3, 0x1d, 0x1d);
    case Tone::Key:
        return dark ? QColor(0x8a, 0xb8, 0xf5) : QColor(0x1a, 0x4f, 0x9c);
    case Tone::String:
        return dark ? QColor(0x8f, 0xd0, 0x9b) : QColor(0x22, 0x6b, 0x38);
    case Tone::Number:
        return dark ? QColor(0xe6, 0xb3, 0x7a) : QColor(0x9a, 0x45, 0x10);
    case Tone::Word:
        return dark ? QColor(0xc9, 0xa6, 0xf0) : QColor(0x73, 0x35, 0xa8);
    }
    return palette.color(QPalette::WindowText);
}

QColor background(Tone tone, const QPalette &palette)
{
    return mix(palette.color(QPalette::Window), text(tone, palette), isDark(palette) ? 0.16 : 0.10);
}

QColor line(const QPalette &palette)
{
    return mix(palette.color(QPalette::Window), palette.color(QPalette::WindowText),
               isDark(palette) ? 0.28 : 0.20);
}

void apply(QWidget *widget, Tone tone)
{
    for (QObject *child : widget->children()) {
        if (auto *keeper = dynamic_cast<ToneKeeper *>(child)) {
            keeper->setTone(tone);
            return;
        }
    }
    new ToneKeeper(widget, tone);
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QApplication::font().pointSizeF());
    return font;
}

} // namespace McpUi::Tones
