// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/traceentry.h"

#include <QtCore/qstringlist.h>

namespace Mcp::TraceStatus {

/// How an entry ended, in one word: that of the Status column and of the filter's "status:".
/// A request is pending, answered, cancelled or unanswered, an answer is ok, error, input_required
/// or task, a broken rule is an error; empty for what has no status.
QLatin1StringView of(const TraceEntry &entry);
/// That of an answer, for TraceEntry::outcome: scans all of it. Empty for others.
QLatin1StringView ofAnswer(const TraceEntry &entry);
/// All of them.
QStringList words();

} // namespace Mcp::TraceStatus
