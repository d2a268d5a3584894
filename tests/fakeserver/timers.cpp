// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "timers.h"
#include "process.h"

#include <algorithm>
#include <utility>

namespace Fake {

void Timers::after(long long milliseconds, std::function<void()> function)
{
    m_waiting.emplace(Process::nowMs() + milliseconds, std::move(function));
}

long long Timers::untilNext() const
{
    return m_waiting.empty() ? -1 : std::max(0LL, m_waiting.begin()->first - Process::nowMs());
}

void Timers::runDue()
{
    const long long now = Process::nowMs();
    while (!m_waiting.empty() && m_waiting.begin()->first <= now) {
        const auto function = std::move(m_waiting.begin()->second);
        m_waiting.erase(m_waiting.begin());
        function();
    }
}

} // namespace Fake
