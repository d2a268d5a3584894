// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/appearance.h"

#include "orchestrator/settings.h"
#include "shell/housestyle.h"
#include "shell/portalcolorscheme.h"

#include <QtCore/qtimer.h>
#include <QtWidgets/qapplication.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

struct Colors
{
    QRgb window, base, alternate, button, text, muted, disabled, highlight, highlighted, quiet,
            link, tip;
};

constexpr Colors light = { 0xf3f3f4, 0xffffff, 0xf7f7f9, 0xf3f3f4, 0x1c1e21, 0x6b7178,
                           0xa0a5ab, 0x2f6fc1, 0xffffff, 0xd5dce6, 0x1a5fb4, 0xfffbe6 };
// The window is not darker than this because Fusion derives the lines around fields from it.
constexpr Colors dark = { 0x2e3136, 0x1f2125, 0x25282c, 0x3a3e44, 0xdfe2e6, 0x9298a0,
                          0x6d737b, 0x3a6ea8, 0xffffff, 0x3c4550, 0x7fb4f5, 0x3a3e44 };

QPalette make(const Colors &colors)
{
    const auto color = [](QRgb rgb) { return QColor::fromRgb(rgb); };
    QPalette palette(color(colors.button), color(colors.window));
    palette.setColor(QPalette::WindowText, color(colors.text));
    palette.setColor(QPalette::Base, color(colors.base));
    palette.setColor(QPalette::AlternateBase, color(colors.alternate));
    palette.setColor(QPalette::Text, color(colors.text));
    palette.setColor(QPalette::Button, color(colors.button));
    palette.setColor(QPalette::ButtonText, color(colors.text));
    palette.setColor(QPalette::PlaceholderText, color(colors.muted));
    palette.setColor(QPalette::Highlight, color(colors.highlight));
    palette.setColor(QPalette::HighlightedText, color(colors.highlighted));
    palette.setColor(QPalette::Link, color(colors.link));
    palette.setColor(QPalette::LinkVisited, color(colors.link));
    palette.setColor(QPalette::ToolTipBase, color(colors.tip));
    palette.setColor(QPalette::ToolTipText, color(colors.text));
    palette.setColor(QPalette::BrightText, Qt::red);
    for (const QPalette::ColorRole role :
         { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, color(colors.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(colors.disabled));
    palette.setColor(QPalette::Inactive, QPalette::Highlight, color(colors.quiet));
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText, color(colors.text));
    return palette;
}

} // namespace

Appearance::Appearance(Mcp::Settings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_portal(new PortalColorScheme(this))
    , m_platformIsDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
{
    QApplication::setStyle(new HouseStyle);
    connect(m_settings, &Mcp::Settings::changed, this, [this](Mcp::Settings::Key key) {
        if (key == Mcp::Settings::Key::ColorScheme)
            apply();
    });
    connect(m_portal, &PortalColorScheme::changed, this, &Appearance::apply);
    apply();
    // Behind the first paint, which the event loop does first.
    QTimer::singleShot(0, m_portal, &PortalColorScheme::start);
}

bool Appearance::wantsDark() const
{
    const QString scheme = m_settings->get(Mcp::Settings::Key::ColorScheme).toString();
    if (scheme != "system"_L1)
        return scheme == "dark"_L1;
    switch (m_portal->preference()) {
    case PortalColorScheme::Preference::Dark:
        return true;
    case PortalColorScheme::Preference::Light:
        return false;
    case PortalColorScheme::Preference::Unknown:
        break;
    }
    return m_platformIsDark;
}

void Appearance::apply()
{
    const QPalette palette = wantsDark() ? darkPalette() : lightPalette();
    if (palette != QApplication::palette())
        QApplication::setPalette(palette);
}

QPalette Appearance::lightPalette() { return make(light); }

QPalette Appearance::darkPalette() { return make(dark); }

} // namespace McpUi
