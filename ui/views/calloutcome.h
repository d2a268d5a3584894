// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/callsubject.h"
#include "wire/result.h"

#include <QtCore/qstringlist.h>

namespace McpUi {

class ResultExporter;

/// What a finished call left behind: enough to show it again later (from the history, too).
struct CallOutcome
{
    Mcp::Result<Mcp::RawJson> result{ Mcp::Error() }; ///< the result as received, or the error
    qint64 elapsedMs = 0;
    QStringList warnings;           ///< sentences about oddities met on the way
    QString toolName;               ///< proposed as the name of a saved file
    Mcp::RawJson outputSchema = {}; ///< of the tool, absent when it has none
    bool hasRounds = false;         ///< see Call::hasRounds()
    Mcp::CallSubject::Kind kind = Mcp::CallSubject::Kind::Tool; ///< what was called
    bool isOther = false; ///< it was none of these: of the result nothing is expected

    /// The result as received, or the error in words, to the clipboard.
    void copy(ResultExporter *exporter) const;
    /// The texts of the result alone.
    void copyText(ResultExporter *exporter) const;
    void save(ResultExporter *exporter) const;
};

} // namespace McpUi
