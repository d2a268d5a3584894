// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qelapsedtimer.h>

#include <utility>
#ifdef Q_OS_UNIX
#include <ctime>
#endif

namespace McpTest {

/*!
 * The time this program has worked since start(), for tests of what would else take for ever: what
 * other programs of the machine do meanwhile does not count. The time of day where the system
 * cannot tell.
 */
class WorkTimer
{
public:
    enum class Of {
        Thread,  ///< the one that asks: it waits for nothing
        Process, ///< all threads together
    };
    explicit WorkTimer(Of of = Of::Thread)
        : m_of(of)
    {}

    void start()
    {
        m_clock.start();
        m_start = worked();
    }
    /// In ms.
    qint64 elapsed() const { return worked() - m_start; }
    qint64 restart()
    {
        const qint64 now = worked();
        return now - std::exchange(m_start, now);
    }

private:
    qint64 worked() const
    {
#ifdef Q_OS_UNIX
        timespec time = {};
        ::clock_gettime(m_of == Of::Thread ? CLOCK_THREAD_CPUTIME_ID : CLOCK_PROCESS_CPUTIME_ID,
                        &time);
        return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
#else
        return m_clock.elapsed();
#endif
    }

    Of m_of;
    QElapsedTimer m_clock;
    qint64 m_start = 0;
};

} // namespace McpTest
