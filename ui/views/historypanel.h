// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/historymodel.h"
#include "views/logpanel.h"

class QToolButton;

namespace McpUi {

class PayloadView;

/// The calls made, newest first, with arguments and result of the one selected beside the list.
/// Enter or a double click opens its page with those arguments; Repeat calls at once.
class HistoryPanel : public LogPanel
{
    Q_OBJECT

public:
    explicit HistoryPanel(QWidget *parent = nullptr);

    /// Reading it from its file takes time, so it comes later than the panel.
    void setHistory(Mcp::History *history) { m_model->setHistory(history); }

    /// Shows this server's calls unless all are asked for.
    void setServer(const QString &name);
    QString proposedFileName() const override;

signals:
    void reopenRequested(const QString &server, const Mcp::CallSubject &subject,
                         const Mcp::RawJson &arguments, bool callAtOnce);

private:
    void showCurrent();
    void reopen(bool callAtOnce);

    HistoryModel *m_model;
    QToolButton *m_all;
    QToolButton *m_repeat;
    PayloadView *m_arguments;
    PayloadView *m_result;
    QString m_server;
};

} // namespace McpUi
