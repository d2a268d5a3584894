// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

namespace Mcp {

/*!
 * Sees to it that no child survives this program, however it ends: one tiny process for all
 * children of the program, told of each process group, that kills what is left when its socket to
 * us closes. Started with the first child by whoever uses the library; a large program may call
 * start() first thing in main(), so that the watchdog shares little memory with it. Functions may
 * be called from any thread. State is per process, as children are; there can be only one.
 * Processes that leave their group on purpose (daemons that call setsid()) are let go.
 * On Windows job objects do this and nothing here does anything.
 */
namespace ProcessWatchdog {

/// Starts the watchdog unless it runs. Returns where a child announces itself, -1 if none could be
/// started (no more processes or descriptors); children then run without this net.
int start();

/// Called by a child between fork and exec, after it has become the leader of its group. Only
/// async-signal-safe calls. A child that tells by itself cannot be missed, even if we are killed
/// half-way through its start.
void announceFromChild(int socket);

/// The child @p group runs. Told once more from our side, for a watchdog that is newer than it.
void add(qint64 group);
/// The leader of @p group was reaped and everyone left in it sent SIGKILL.
void remove(qint64 group);

/// Process id of the watchdog, 0 if it does not run.
qint64 processId();

} // namespace ProcessWatchdog
} // namespace Mcp
