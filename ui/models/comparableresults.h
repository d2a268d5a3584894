// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "orchestrator/callsubject.h"

#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

/// A result that another one can be compared with.
struct ComparableResult
{
    QString group; ///< "Earlier on this page" …
    QString title; ///< which one, for a menu
    Mcp::RawJson result;
};

/*!
 * Which earlier results of a subject there are: those a page has shown since it was opened (the
 * last 20, 64 MiB at most), those of the history, and the latest of the same one on other servers.
 * Large results are whole on the page alone: the history keeps their beginning only and is not
 * asked for them. GUI thread; owned by the page.
 */
class ComparableResults
{
public:
    /// @p orchestrator must outlive it; its history is read when somebody asks for the list.
    explicit ComparableResults(Mcp::Orchestrator *orchestrator);

    /// The page shows @p result from now on; what it showed is an earlier one then.
    void add(const Mcp::RawJson &result);
    /// Newest first in each group, at most 20 of the history.
    QList<ComparableResult> list(const QString &server, const Mcp::CallSubject &subject) const;

private:
    struct Shown
    {
        qint64 time = 0; ///< ms since the epoch
        Mcp::RawJson result;
    };
    QList<ComparableResult> fromHistory(const QString &server,
                                        const Mcp::CallSubject &subject) const;

    Mcp::Orchestrator *m_orchestrator;
    qint64 m_opened;
    QList<Shown> m_shown; ///< the last one is on the screen
};

} // namespace McpUi
