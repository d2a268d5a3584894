// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

/// At the very first start (there is no list of servers yet) puts the demo server into the list, so
/// that there is something to explore with one key.
class FirstStart
{
public:
    /// True if it was added.
    static bool addDemoServer(Mcp::Orchestrator *orchestrator);
    /// Follows the demo server when the program was moved: an entry that names a path which is no
    /// more, though the same program stands beside us now, gets the new path.
    static void followDemoServer(Mcp::Orchestrator *orchestrator);
};

} // namespace McpUi
