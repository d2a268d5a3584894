// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qtabwidget.h>

namespace Mcp {
class Orchestrator;
class Server;
} // namespace Mcp

namespace McpUi {

class HistoryPanel;
class LogPanel;
class MessagesPanel;
class NotificationsPanel;
class StderrPanel;
class ToolBarStack;
class TasksPanel;

/// The panels at the bottom, with the current one's tool bar at the right end of the tabs. They
/// follow the selected server.
class BottomTabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit BottomTabs(Mcp::Orchestrator *orchestrator, QWidget *parent = nullptr);

    void setServer(Mcp::Server *server);
    LogPanel *currentPanel() const;
    QList<LogPanel *> panels() const;

    StderrPanel *stderrPanel() const { return m_stderr; }
    MessagesPanel *messagesPanel() const { return m_messages; }
    HistoryPanel *historyPanel() const { return m_history; }
    NotificationsPanel *notificationsPanel() const { return m_notifications; }
    TasksPanel *tasksPanel() const { return m_tasks; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addPanel(LogPanel *panel, const QString &title);
    void fitToolBar();
    void updateTitles();

    StderrPanel *m_stderr;
    MessagesPanel *m_messages;
    HistoryPanel *m_history;
    NotificationsPanel *m_notifications;
    TasksPanel *m_tasks;
    ToolBarStack *m_toolBars;
    QStringList m_titles;
};

} // namespace McpUi
