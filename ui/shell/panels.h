// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

namespace McpUi {

class BottomTabs;
class PageTabs;
class ServersPanel;
class SideTabs;

/// The panels of the window, for those who move between them or keep their state. The window owns
/// them.
struct Panels
{
    ServersPanel *servers;
    SideTabs *side;
    PageTabs *pages;
    BottomTabs *bottom;
};

} // namespace McpUi
