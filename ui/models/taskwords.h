// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/connectioninfo.h"
#include "protocol/task.h"
#include "protocol/tool.h"

#include <QtCore/qstring.h>

#include <optional>

namespace Mcp {
struct KnownTask;
}

namespace McpUi {

/// Whether a call may be asked to run as a task, and why.
struct TaskChoice
{
    enum class Kind {
        None,     ///< there is nothing to choose
        Optional, ///< as the user likes
        Required, ///< the tool runs in no other way
    };

    Kind kind = Kind::None;
    QString why; ///< a sentence, also where the server decides by itself; may be empty

    /// By what the connection and the definition of the tool say (2025-11-25,
    /// basic/utilities/tasks; SEP-2663 leaves it to the server). Without a connection: None.
    static TaskChoice of(const std::optional<Mcp::ConnectionInfo> &connection,
                         const Mcp::Tool &tool, bool isDeclared);

    friend bool operator==(const TaskChoice &, const TaskChoice &) = default;
};

/// How the window speaks about tasks.
namespace TaskWords {

/// "working", "input required" …, else what the server says.
[[nodiscard]] QString status(const Mcp::Task &task);
/// The same with what is known of it now: "was working" where nobody asks any more, or that its
/// server does not know it.
[[nodiscard]] QString status(const Mcp::KnownTask &task);
/// One line for whoever waits for it: its state, its id and how often the server is asked.
[[nodiscard]] QString line(const Mcp::Task &task);

} // namespace TaskWords

} // namespace McpUi
