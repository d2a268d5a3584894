// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/comparableresults.h"

#include "models/format.h"
#include "orchestrator/history.h"
#include "orchestrator/orchestrator.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qset.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qsizetype kMaxShown = 20;
constexpr qsizetype kMaxBytes = 64 * 1024 * 1024;
constexpr qsizetype kMaxHistory = 20;

} // namespace

ComparableResults::ComparableResults(Mcp::Orchestrator *orchestrator)
    : m_orchestrator(orchestrator)
    , m_opened(QDateTime::currentMSecsSinceEpoch())
{}

void ComparableResults::add(const Mcp::RawJson &result)
{
    m_shown.append({ QDateTime::currentMSecsSinceEpoch(), result });
    qsizetype bytes = 0;
    for (qsizetype i = m_shown.size() - 1; i >= 0; --i) {
        // What is on the screen is held by others, too.
        bytes += i + 1 < m_shown.size() ? m_shown.at(i).result.buffer().size() : 0;
        if (m_shown.size() - i > kMaxShown + 1 || bytes > kMaxBytes) {
            m_shown.remove(0, i + 1);
            break;
        }
    }
}

QList<ComparableResult> ComparableResults::list(const QString &server,
                                                const Mcp::CallSubject &subject) const
{
    QList<ComparableResult> results;
    for (qsizetype i = m_shown.size() - 2; i >= 0; --i) {
        const Shown &shown = m_shown.at(i);
        results.append({ u"Earlier on this page"_s,
                         u"%1 · %2"_s.arg(formatTime(shown.time), formatSize(shown.result.size())),
                         shown.result });
    }
    return results + fromHistory(server, subject);
}

QList<ComparableResult> ComparableResults::fromHistory(const QString &server,
                                                       const Mcp::CallSubject &subject) const
{
    const Mcp::History *history = m_orchestrator->history();
    QList<ComparableResult> own;
    QList<ComparableResult> others;
    QSet<QString> seen;
    for (int i = history->count() - 1; i >= 0; --i) {
        const Mcp::HistoryEntry &entry = history->at(i);
        const bool isOwn = entry.server == server;
        // What was called since the page is open is on the page.
        if (!(entry.subject == subject) || entry.result.isEmpty() || entry.isResultCut()
            || (isOwn && (entry.time >= m_opened || own.size() >= kMaxHistory))
            || (!isOwn && seen.contains(entry.server)))
            continue;
        const QString facts =
                u"%1 · %2"_s.arg(formatTime(entry.time), formatSize(entry.result.size()));
        const Mcp::RawJson result = Mcp::RawJson::fromText(entry.result);
        if (isOwn) {
            own.append({ u"From the history"_s, facts, result });
        } else {
            seen.insert(entry.server);
            others.append({ u"Latest on another server"_s, u"%1 · %2"_s.arg(entry.server, facts),
                            result });
        }
    }
    return own + others;
}

} // namespace McpUi
