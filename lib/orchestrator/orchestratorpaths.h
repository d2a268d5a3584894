// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Mcp {

/// Where an Orchestrator keeps what. Empty paths: nothing is read or written there.
struct OrchestratorPaths
{
    QString servers; ///< servers.json
    QString data;    ///< folder for learned.json, approvals.json, answers.json, path.json,
                     ///< history.jsonl
    bool serversReadOnly = false; ///< another program's file: read, never written

    /// The platform's folders for this program, as the window uses them.
    static OrchestratorPaths standard();
};

} // namespace Mcp
