// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

namespace Mcp {

/// What a server may make us keep, beside StderrLog's lines and TraceLog's bytes. Whoever reaches
/// one is told which, in the name that the server's definition has for it.
struct Limits
{
    qint64 frameBytes = 256LL * 1024 * 1024; ///< one message; a longer one is skipped
    qint64 headerBytes = 16LL * 1024;        ///< a block of Content-Length headers
    /// Waits for a server that does not read its input; then requests are refused.
    qint64 unreadBytes = 64LL * 1024 * 1024;
    int pendingRequests = 10'000; ///< without an answer at one time; then requests are refused
    int listPages = 1000;         ///< of one list; the rest is cut
    int listItems = 200'000;      ///< tools of one list; the rest is left out
    qint64 listBytes = 512LL * 1024 * 1024;  ///< of all pages of one list; the rest is cut
    int stderrLineBytes = 64 * 1024;         ///< a longer line goes on as a new one
    qint64 stderrBytes = 32LL * 1024 * 1024; ///< of all lines that are kept

    friend bool operator==(const Limits &, const Limits &) = default;
};

} // namespace Mcp
