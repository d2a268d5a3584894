// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStackedWidget;

namespace McpUi {

class EmptyState;
class NoticeBar;
class ServerModel;

/// The list of servers with its filter. Says which one is selected and which one was activated
/// (Enter, double click); what can be done with it is in the actions that the shell adds.
class ServersPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ServersPanel(ServerModel *model, QWidget *parent = nullptr);

    QString currentServer() const;
    void setCurrentServer(const QString &name);
    /// The context menu of the list.
    void setListActions(const QList<QAction *> &actions);
    /// Something about the file of servers, above the list; empty for nothing.
    void setProblem(const QString &text);
    void focusList();
    void focusFilter();

signals:
    void currentServerChanged(const QString &name);
    void activated(const QString &name);
    void addRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void updateEmptyState();
    void onRowsChanged();

    ServerModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QLineEdit *m_filter;
    NoticeBar *m_notice;
    QListView *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QString m_current;
};

} // namespace McpUi
