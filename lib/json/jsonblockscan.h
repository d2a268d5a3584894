// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

namespace Mcp {

/// Looks for the end of a container 64 bytes at a time; what it knows between two blocks.
struct JsonBlockScan
{
    qsizetype depth = 0; ///< of the brackets that are open, at least 1 until it is closed
    bool isInString = false;
    bool isEscaped = false; ///< the next byte, in a string
    bool isClosed = false;

    /// Steps over whole blocks from @p p on, to behind the bracket that closes the container or to
    /// where another way is better: in a long string, where a backslash stands outside of strings,
    /// which means nothing there, and in front of less than a block.
    const char *skip(const char *p, const char *end);
};

} // namespace Mcp
