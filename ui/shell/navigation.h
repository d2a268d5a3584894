// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "shell/panels.h"

#include <QtCore/qobject.h>

class QWidget;

namespace Mcp {
class Settings;
}

namespace McpUi {

class Actions;

/// Moves the focus between the panels of the window, shows and hides them: what the View menu does.
class Navigation : public QObject
{
    Q_OBJECT

public:
    Navigation(const Actions &actions, const Panels &panels, Mcp::Settings *settings,
               QObject *parent);

    /// Shows a panel of the bottom and gives it the focus.
    void showBottom(QWidget *panel);

private:
    void connectFocus(const Actions &actions);
    void connectPanels(const Actions &actions);
    void connectSchemes(const Actions &actions, Mcp::Settings *settings);
    void focusFilter();
    void focusPage();

    const Actions &m_actions;
    Panels m_panels;
};

} // namespace McpUi
