// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/callsubject.h"
#include "wire/result.h"

#include <QtCore/qstringlist.h>

namespace Mcp {

class Orchestrator;

/// A call as a line for a POSIX shell.
struct CallCommand
{
    QString line;
    /// Variables of the server whose names say that their values are secret: the line is without
    /// them, the shell's environment must have them.
    QStringList withheld;
};

/*!
 * The command line of mcp-orchestrator-cli that makes the same call: the server by name where it
 * is in the file, else by its command. @p program is how to start it (see callProgram()). A Usage
 * error where a command line cannot say it: arguments that are no object or longer than a word may
 * be (128 KiB on Linux), an unknown server.
 */
[[nodiscard]] Result<CallCommand> callCommand(const Orchestrator &orchestrator,
                                              const QString &serverName, const CallSubject &subject,
                                              const RawJson &arguments, const QString &program);

/// mcp-orchestrator-cli by its name where PATH leads to it, else with its folder if it is beside
/// the running program.
[[nodiscard]] QString callProgram();

} // namespace Mcp
