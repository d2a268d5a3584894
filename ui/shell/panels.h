// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

class QTabWidget;

namespace McpUi {

class BottomTabs;
class InfoPanel;
class PageTabs;
class ServersPanel;
class ToolsPanel;

/// The panels of the window, for those who move between them or keep their state. The window owns
/// them.
struct Panels
{
    ServersPanel *servers;
    QTabWidget *side; ///< holds tools and info
    ToolsPanel *tools;
    InfoPanel *info;
    PageTabs *pages;
    BottomTabs *bottom;
};

} // namespace McpUi
