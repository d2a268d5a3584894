// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/background.h"
#include "models/findpattern.h"

#include <QtCore/qobject.h>

namespace McpUi {

/*!
 * One search in one text: takes its steps in the background, collects the matches and knows which
 * one is looked at. At most 100,000 matches are kept; there the search ends. GUI thread; owned by
 * the view that is searched.
 */
class FindSession : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kMaxMatches = 100'000;
    /// Looks at what begins at an offset; runs in another thread and owns what it reads.
    using Step = std::function<FindStep(qsizetype from)>;

    explicit FindSession(QObject *parent = nullptr);

    /// Searches [@p range.begin, @p range.end); the first match at or behind @p origin becomes the
    /// current one as soon as it is found.
    void start(Mcp::JsonRange range, const Step &step, qsizetype origin);
    /// Nothing can be searched for, and why.
    void fail(const QString &problem);
    /// Ends a running search; what was found stays.
    void stop();
    /// No search and no matches.
    void clear();

    bool isRunning() const { return m_isRunning; }
    bool isFinished() const { return m_isFinished; } ///< to the end of the text
    int progress() const;                            ///< percent
    const QString &problem() const { return m_problem; }
    const QList<Mcp::JsonRange> &matches() const { return m_matches; }
    qsizetype current() const { return m_current; } ///< -1: none

    /// To the next or previous match, round the ends.
    void move(int by);

signals:
    void changed();
    void currentChanged(Mcp::JsonRange match);

private:
    void takeStep(qsizetype from);
    void onStep(const FindStep &found);
    void setCurrent(qsizetype current);

    BackgroundJob<FindStep> m_job;
    Step m_step;
    Mcp::JsonRange m_range;
    qsizetype m_at = 0;
    qsizetype m_origin = 0;
    QList<Mcp::JsonRange> m_matches;
    qsizetype m_current = -1;
    bool m_isRunning = false;
    bool m_isFinished = false;
    QString m_problem;
};

} // namespace McpUi
