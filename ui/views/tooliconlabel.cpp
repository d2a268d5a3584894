// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/tooliconlabel.h"

#include "views/toolicons.h"

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

ToolIconLabel::ToolIconLabel(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(u"toolIcon"_s);
    hide();
}

ToolIconLabel::~ToolIconLabel() = default;

Mcp::RawJson ToolIconLabel::choose(const QList<Mcp::RawJson> &icons) const
{
    const bool dark = palette().color(QPalette::Window).lightness() < 128;
    const QString wanted = dark ? u"dark"_s : u"light"_s;
    Mcp::RawJson any;
    for (const Mcp::RawJson &icon : icons) {
        if (!isEmbeddedIcon(icon))
            continue;
        if (icon.value("theme").toString() == wanted)
            return icon;
        if (any.isAbsent() || icon.value("theme").isAbsent())
            any = icon;
    }
    return any;
}

void ToolIconLabel::setIcons(const Mcp::RawJson &icons)
{
    m_job.cancel();
    const Mcp::RawJson icon = choose(icons.elements());
    if (icon.isAbsent())
        return hide();
    const double ratio = devicePixelRatioF();
    const int pixels = qRound(fontMetrics().height() * 1.3 * ratio);
    m_job.start(
            [icon, pixels] {
                QString problem;
                return decodeIcon(icon, pixels, &problem);
            },
            [this, ratio](const QImage &image) {
                QPixmap pixmap = QPixmap::fromImage(image);
                pixmap.setDevicePixelRatio(ratio);
                setPixmap(pixmap);
                setVisible(!image.isNull());
            });
}

} // namespace McpUi
