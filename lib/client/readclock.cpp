// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/readclock.h"

namespace Mcp {

namespace {

// Short enough at first to see the unread bytes of a program that dies while it is loading.
constexpr int earlyTickMs = 10;
constexpr int tickMs = 25;
constexpr qint64 earlyMs = 1000;

} // namespace

ReadClock::ReadClock(Untaken untaken, QObject *parent)
    : QObject(parent)
    , m_untaken(std::move(untaken))
{
    m_ticker.setTimerType(Qt::PreciseTimer);
    connect(&m_ticker, &QTimer::timeout, this, &ReadClock::tick);
}

void ReadClock::start(int patienceMs)
{
    m_patience = patienceMs;
    m_counted = 0;
    m_wasRead = false;
    m_sinceStart.start();
    m_sinceTick.start();
    m_ticker.start(earlyTickMs);
}

void ReadClock::stop() { m_ticker.stop(); }

void ReadClock::setPatience(int patienceMs) { m_patience = patienceMs; }

void ReadClock::tick()
{
    const qint64 passed = m_sinceTick.restart();
    if (m_sinceStart.elapsed() > earlyMs)
        m_ticker.setInterval(tickMs);
    const std::optional<qint64> untaken = m_untaken();
    if (untaken && *untaken > 0)
        return;
    m_wasRead = m_wasRead || untaken.has_value();
    m_counted += passed;
    if (m_patience > 0 && m_counted >= m_patience) {
        m_ticker.stop();
        emit expired();
    } else if (m_patience == 0 && (m_wasRead || !untaken)) {
        m_ticker.stop(); // nothing left to find out
    }
}

} // namespace Mcp
