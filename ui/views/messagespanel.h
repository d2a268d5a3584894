// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/tracemodel.h"
#include "views/logpanel.h"

namespace McpUi {

class PayloadView;

/// Every message between us and the selected server, and beside the list the one selected with its
/// other half: request left, response right.
class MessagesPanel : public LogPanel
{
    Q_OBJECT

public:
    explicit MessagesPanel(QWidget *parent = nullptr);

    void setServer(const QString &name, Mcp::TraceLog *log);
    QString proposedFileName() const override;

private:
    void clear();
    void showNothing();
    void showCurrent();
    void showEntry(PayloadView *view, const Mcp::TraceEntry &entry);

    TraceModel *m_model;
    PayloadView *m_first;
    PayloadView *m_second;
    QString m_server;
    quint64 m_shown = 0;
    quint64 m_shownPair = 0;
};

} // namespace McpUi
