// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "request.h"

namespace McpDemo {

class LiveState;
class ToolCall;

/// Runs a tool; it ends the call now or later.
using ToolFunction = void (*)(ToolCall &);

/// One tool: what runs, and the definition that tools/list shows.
struct Tool
{
    /// May a client of 2025-11-25 have it run as a task? (basic/utilities/tasks)
    enum class TaskSupport { Forbidden, Optional, Required };

    ToolFunction function = nullptr;
    Mcp::RawJson definition;
    TaskSupport taskSupport = TaskSupport::Forbidden;
    bool becomesTask = false; ///< of clients that declare the extension (SEP-2663)

    /// Tools that only run as tasks do not exist where tasks do not.
    bool existsIn(const QString &revision) const
    {
        return taskSupport != TaskSupport::Required || revision >= Revision::november2025;
    }
};

/*!
 * The table of tools: the definitions are the files tools/NAME.json compiled into the program; then
 * come those that were added while it runs.
 */
class Toolbox
{
public:
    explicit Toolbox(const LiveState *live);

    /// The entries of tools/list in @p revision.
    QList<Mcp::RawJson> list(const QString &revision) const;
    /// Nothing if there is no such tool in @p revision.
    std::optional<Tool> find(const QString &name, const QString &revision) const;

private:
    QList<Tool> extras() const;

    const LiveState *m_live;
    QList<Tool> m_fixed;
};

} // namespace McpDemo
