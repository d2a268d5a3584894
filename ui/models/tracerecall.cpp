// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/tracerecall.h"

namespace McpUi {

TraceRecall::TraceRecall(QObject *parent)
    : QObject(parent)
{}

TraceRecall::~TraceRecall() = default;

void TraceRecall::setLog(Mcp::TraceLog *log)
{
    if (log == m_log)
        return;
    forget();
    m_log = log;
}

bool TraceRecall::canLoad() const
{
    return m_log && m_log->spilledCount() > 0 && !m_log->older().isFull() && !m_isAtEnd;
}

void TraceRecall::load()
{
    if (m_isBusy || !canLoad())
        return;
    m_isBusy = true;
    m_job.start([piece = m_log->olderPiece()] { return Mcp::RecalledEntries::parse(piece); },
                [this](const Entries &older) {
                    m_isBusy = false;
                    const int count = m_log ? m_log->addOlder(older) : 0;
                    m_isAtEnd = count == 0;
                    emit loaded(count);
                });
}

void TraceRecall::forget()
{
    m_job.cancel();
    m_isBusy = false;
    m_isAtEnd = false;
    if (m_log)
        m_log->forgetOlder();
}

} // namespace McpUi
