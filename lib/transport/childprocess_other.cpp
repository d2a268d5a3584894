// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/plainchildprocess.h"
#include "transport/processwatchdog.h"

namespace Mcp {

std::unique_ptr<ChildProcess> ChildProcess::create()
{
    return std::make_unique<PlainChildProcess>();
}

// Job objects end the children of a program that is killed; no process need watch over it.

int ProcessWatchdog::start() { return -1; }
void ProcessWatchdog::announceFromChild(int) {}
void ProcessWatchdog::add(qint64) {}
void ProcessWatchdog::remove(qint64) {}
qint64 ProcessWatchdog::processId() { return 0; }

} // namespace Mcp
