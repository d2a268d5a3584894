// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/tracemodel.h"
#include "models/tracerequest.h"
#include "views/logpanel.h"

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

class LogTable;
class NoticeBar;
class TraceActions;
class TracePair;
class TraceRecalls;

/// Every message between us and the selected server, or all of them, and beside the list the one
/// selected with its other half. The filter has a language of its own (Mcp::TraceFilter).
class MessagesPanel : public LogPanel
{
    Q_OBJECT

public:
    /// @p orchestrator null: for a trace from a file.
    explicit MessagesPanel(Mcp::Orchestrator *orchestrator = nullptr, QWidget *parent = nullptr);

    void setServer(const QString &name, Mcp::TraceLog *log);
    /// Selects the entry, whatever the filter was, as soon as it can be shown: it may be on disk.
    void reveal(const Mcp::TraceLog *log, quint64 serial);
    QString proposedFileName() const override;

signals:
    void repeatRequested(const QString &server, const McpUi::TraceRequest &request);
    void composeRequested(const QString &server, const McpUi::TraceRequest &request);
    void told(const QString &sentence);

protected:
    void updateDropped() override;

private:
    void buildToolBar();
    void connectActions();
    void applySources();
    void clear();
    void showOlder();
    void onOlder(int count);
    void forgetOlder();
    void revealWanted();
    void showNothing();
    void showCurrent();
    quint64 currentSerial() const;
    QStringList proposals(const QString &text, qsizetype cursor) const;

    Mcp::Orchestrator *m_orchestrator;
    TraceModel *m_model;
    LogTable *m_table;
    TracePair *m_pair;
    TraceActions *m_actions;
    TraceRecalls *m_recall;
    NoticeBar *m_older;
    QToolButton *m_all = nullptr;
    QString m_server;
    QPointer<Mcp::TraceLog> m_log;
    QPointer<const Mcp::TraceLog> m_wantedLog;
    quint64 m_wanted = 0; ///< of m_wantedLog: to be shown as soon as it is there
    quint64 m_shown = 0;
    quint64 m_shownPair = 0;
};

} // namespace McpUi
