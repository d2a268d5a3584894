// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

namespace McpDemo {

class ToolCall;

/// Runs a tool; it ends the call now or later.
using ToolFunction = void (*)(ToolCall &);

/*!
 * The table of tools: a name, a function, and the definition that tools/list shows, which is the
 * file tools/NAME.json compiled into the program.
 */
class Toolbox
{
public:
    Toolbox();

    /// The result of tools/list.
    const Mcp::RawJson &list() const { return m_list; }
    /// Nothing if there is no such tool.
    static ToolFunction find(QStringView name);

private:
    Mcp::RawJson m_list;
};

} // namespace McpDemo
