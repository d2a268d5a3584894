// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/restartpolicy.h"

#include <algorithm>

namespace Mcp {

namespace {

constexpr int firstDelayMs = 1000;
constexpr int longestDelayMs = 30'000;
constexpr qint64 soundLifeMs = 60'000;
constexpr int quickDeathsAllowed = 1;

} // namespace

std::optional<int> RestartPolicy::nextDelayMs(qint64 livedMs)
{
    m_quickDeaths = livedMs < quickDeathMs ? m_quickDeaths + 1 : 0;
    if (m_quickDeaths > quickDeathsAllowed)
        return std::nullopt;
    if (m_delayMs == 0 || livedMs >= soundLifeMs)
        m_delayMs = firstDelayMs;
    else
        m_delayMs = std::min(2 * m_delayMs, longestDelayMs);
    return m_delayMs;
}

} // namespace Mcp
