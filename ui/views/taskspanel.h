// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/taskmodel.h"
#include "views/logpanel.h"

class QAction;
class QMenu;

namespace McpUi {

class LogTable;

/// The tasks that servers work on in the background, newest first: how they are, and what can be
/// done with the one selected. Enter or a double click shows what came of it.
class TasksPanel : public LogPanel
{
    Q_OBJECT

public:
    explicit TasksPanel(QWidget *parent = nullptr);

    /// Reading it from its file takes time, so it comes later than the panel.
    void setStore(Mcp::TaskStore *store) { m_model->setStore(store); }
    /// Shows this server's tasks unless all are asked for.
    void setServer(const QString &name);
    int runningCount() const { return m_model->runningCount(); }
    QString proposedFileName() const override;

signals:
    /// What came of it, or the page of its tool while it goes on.
    void openRequested(const QString &server, const QString &taskId);
    void followRequested(const QString &server, const QString &taskId);
    void cancelRequested(const QString &server, const QString &taskId);
    void runningCountChanged();
    /// A sentence: what was copied.
    void told(const QString &sentence);

private:
    void buildToolBar();
    QAction *add(const QString &name, const QString &text, const QString &key,
                 void (TasksPanel::*slot)());
    void ask(void (TasksPanel::*signal)(const QString &, const QString &));
    void open();
    void follow();
    void cancel();
    void copyId();
    void forget();
    const Mcp::KnownTask *current() const;
    void updateActions();

    TaskModel *m_model;
    LogTable *m_table;
    QMenu *m_menu;
    QAction *m_open;
    QAction *m_follow;
    QAction *m_cancel;
    QAction *m_copyId;
    QAction *m_forget;
    QToolButton *m_all;
    QString m_server;
};

} // namespace McpUi
