// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>
#include <QtCore/qstringlist.h>

/// What tests need to know about processes and programs.
namespace McpTest {

/// The fake server's executable; `--help` lists its scenarios.
QString fakeServerPath();
/// An executable of ours in the build's bin folder, e.g. "mcp-demo-server".
QString programPath(const QString &name);
/// A file below tests/data.
QString dataPath(const QString &name);

/// True while a process with this id runs (a zombie counts as gone).
bool processExists(qint64 pid);
/// Ids of the direct children of @p pid (Linux; elsewhere empty).
QList<qint64> childProcesses(qint64 pid);

} // namespace McpTest
