// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>
#include <map>

namespace Fake {

/// Functions to run later, in the one thread there is.
class Timers
{
public:
    void after(long long milliseconds, std::function<void()> function);
    /// Milliseconds until the next is due, -1 if there is none.
    long long untilNext() const;
    void runDue();
    bool isEmpty() const { return m_waiting.empty(); }

private:
    std::multimap<long long, std::function<void()>> m_waiting;
};

} // namespace Fake
