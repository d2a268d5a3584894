// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtGui/qpalette.h>

namespace Mcp {
class Settings;
}

namespace McpUi {

class PortalColorScheme;

/*!
 * The program's looks: our style with a light or a dark palette, as the setting says. "System"
 * starts from what the platform's own palette looks like and follows the desktop's portal as soon
 * as that has answered: the first paint never waits for it. Makes its changes on the application.
 */
class Appearance : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(Mcp::Settings *settings, QObject *parent = nullptr);

    static QPalette lightPalette();
    static QPalette darkPalette();

private:
    void apply();
    bool wantsDark() const;

    Mcp::Settings *m_settings;
    PortalColorScheme *m_portal;
    bool m_platformIsDark;
};

} // namespace McpUi
