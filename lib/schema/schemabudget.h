// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qdeadlinetimer.h>

namespace Mcp {

/*!
 * What one validation may cost: time, and steps, which end it even where the clock stands still.
 * Once spent it stays spent.
 */
class SchemaBudget
{
public:
    /// @p milliseconds of wall clock.
    explicit SchemaBudget(int milliseconds)
        : m_deadline(milliseconds)
    {}

    /// False when nothing is left.
    bool spend(qint64 steps = 1)
    {
        m_left -= steps;
        m_untilClock -= steps;
        if (m_left < 0) {
            m_spent = true;
        } else if (m_untilClock < 0) {
            m_untilClock = kStepsPerLook;
            m_spent = m_spent || m_deadline.hasExpired();
        }
        return !m_spent;
    }
    const QDeadlineTimer &deadline() const { return m_deadline; }

private:
    static constexpr qint64 kMaxSteps = 100'000'000;
    static constexpr qint64 kStepsPerLook = 64;

    QDeadlineTimer m_deadline;
    qint64 m_left = kMaxSteps;
    qint64 m_untilClock = kStepsPerLook;
    bool m_spent = false;
};

} // namespace Mcp
