// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

#include <optional>

namespace Mcp {

/// When to start a server again that ended by itself: after 1, 2, 4 … up to 30 seconds, no more
/// after two quick deaths in a row, and from the beginning once it has lived for a minute.
class RestartPolicy
{
public:
    static constexpr qint64 quickDeathMs = 10'000;

    /// The process ended @p livedMs after its start. Milliseconds to wait, nothing: give up.
    std::optional<int> nextDelayMs(qint64 livedMs);
    void reset() { *this = {}; }

private:
    int m_delayMs = 0;
    int m_quickDeaths = 0;
};

} // namespace Mcp
