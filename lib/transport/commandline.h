// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/result.h"

#include <QtCore/qstringlist.h>

namespace Mcp {

/// Splits what people type on a command line: white space separates, '…', "…" and backslash quote
/// as in a POSIX shell (inside "…" a backslash quotes only ", \, $ and `; before a line break it
/// joins the lines). Usage error for an open quote or a backslash at the end. No expansion of any
/// kind: no variables, no globs, no comments, no operators.
Result<QStringList> splitCommandLine(const QString &text);

/// One word as a POSIX shell takes it back: as it is when it is harmless, in '…' otherwise.
/// splitCommandLine() of the quoted words joined by spaces gives the words again.
[[nodiscard]] QString quoteWord(const QString &word);

} // namespace Mcp
