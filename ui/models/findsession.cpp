// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/findsession.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

FindSession::FindSession(QObject *parent)
    : QObject(parent)
{}

void FindSession::start(Mcp::JsonRange range, const Step &step, qsizetype origin)
{
    m_job.cancel();
    m_step = step;
    m_range = range;
    m_at = range.begin;
    m_origin = origin;
    m_matches.clear();
    m_current = -1;
    m_problem.clear();
    m_isRunning = true;
    m_isFinished = false;
    if (range.size() >= kBackgroundSize)
        takeStep(range.begin);
    else
        while (m_isRunning)
            onStep(m_step(m_at));
    emit changed();
}

void FindSession::fail(const QString &problem)
{
    clear();
    m_problem = problem;
    emit changed();
}

void FindSession::stop()
{
    if (!m_isRunning)
        return;
    m_job.cancel();
    m_isRunning = false;
    emit changed();
}

void FindSession::clear()
{
    m_job.cancel();
    m_step = {};
    m_matches.clear();
    m_current = -1;
    m_problem.clear();
    m_isRunning = false;
    m_isFinished = false;
    emit changed();
}

int FindSession::progress() const
{
    return m_range.isEmpty() ? 100 : int(100 * (m_at - m_range.begin) / m_range.size());
}

void FindSession::move(int by)
{
    if (m_matches.isEmpty())
        return;
    const qsizetype count = m_matches.size();
    setCurrent(m_current < 0 ? 0 : (m_current + by + count) % count);
    emit changed();
}

void FindSession::takeStep(qsizetype from)
{
    m_job.start([step = m_step, from] { return step(from); },
                [this](const FindStep &found) {
                    onStep(found);
                    if (m_isRunning)
                        takeStep(m_at);
                    emit changed();
                });
}

void FindSession::onStep(const FindStep &found)
{
    m_at = found.next;
    m_matches += found.matches;
    m_problem = found.problem;
    if (m_matches.size() > kMaxMatches) {
        m_matches.resize(kMaxMatches);
        m_problem = u"The search ended at the first 100,000 matches"_s;
    }
    m_isFinished = m_at >= m_range.end;
    m_isRunning = !m_isFinished && m_problem.isEmpty();
    if (m_current >= 0)
        return;
    const qsizetype known = m_matches.size();
    for (qsizetype i = known - qMin(known, found.matches.size()); i < known; ++i) {
        if (m_matches.at(i).begin >= m_origin)
            return setCurrent(i);
    }
    if (!m_isRunning && known > 0)
        setCurrent(0); // round the end
}

void FindSession::setCurrent(qsizetype current)
{
    m_current = current;
    emit currentChanged(m_matches.at(current));
}

} // namespace McpUi
