// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/tracerecalls.h"

#include <algorithm>
#include <utility>

namespace McpUi {

TraceRecalls::TraceRecalls(QObject *parent)
    : QObject(parent)
{}

void TraceRecalls::setLogs(const QList<Mcp::TraceLog *> &logs)
{
    QList<TraceRecall *> kept;
    for (TraceRecall *const recall : std::as_const(m_recalls)) {
        if (recall->log() && logs.contains(recall->log())) {
            kept.append(recall);
            continue;
        }
        recall->forget();
        recall->deleteLater();
    }
    for (Mcp::TraceLog *const log : logs) {
        const bool isKnown = std::any_of(kept.begin(), kept.end(), [log](const TraceRecall *each) {
            return each->log() == log;
        });
        if (isKnown)
            continue;
        auto *recall = new TraceRecall(this);
        recall->setLog(log);
        connect(recall, &TraceRecall::loaded, this, &TraceRecalls::loaded);
        kept.append(recall);
    }
    m_recalls = kept;
}

bool TraceRecalls::isBusy() const
{
    return std::any_of(m_recalls.begin(), m_recalls.end(),
                       [](const TraceRecall *recall) { return recall->isBusy(); });
}

bool TraceRecalls::canLoad() const
{
    return std::any_of(m_recalls.begin(), m_recalls.end(),
                       [](const TraceRecall *recall) { return recall->canLoad(); });
}

void TraceRecalls::load()
{
    for (TraceRecall *const recall : std::as_const(m_recalls))
        recall->load();
}

void TraceRecalls::forget()
{
    for (TraceRecall *const recall : std::as_const(m_recalls))
        recall->forget();
}

} // namespace McpUi
