// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Mcp {

/// Makes @p folder and what is missing above it, for its owner alone; false when the system refuses
/// it. One that is there stays as it is.
bool makeOwnFolder(const QString &folder);

} // namespace Mcp
