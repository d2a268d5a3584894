// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qpointer.h>
#include <QtWidgets/qwidget.h>

#include "server/server.h"

class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace Mcp {
class Orchestrator;
class ToolCatalog;
} // namespace Mcp

namespace McpUi {

class EmptyState;
class NoticeBar;
class ToolModel;

/// The tools of the selected server with a filter; in every state that has no tools to show it says
/// why and what to do. Activating a tool asks for its page.
class ToolsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ToolsPanel(Mcp::Orchestrator *orchestrator, QWidget *parent = nullptr);

    /// Empty or unknown: no server.
    void setServer(const QString &name);
    QString currentTool() const;
    /// Selects it now or, if the list is not there yet, as soon as it is.
    void setCurrentTool(const QString &name);
    void focusList();
    void focusFilter();

signals:
    void activated(const QString &server, const QString &tool);
    void currentToolChanged(const QString &name);
    void startRequested(const QString &server);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildLayout();
    void connectWidgets();
    void updateState();
    void updateNotice();
    void updateCount();
    void showMessageFor(const Mcp::Server &server);
    void selectWanted();
    void onTriggered();
    void activate(const QModelIndex &index);

    Mcp::Orchestrator *m_orchestrator;
    ToolModel *m_model;
    QLineEdit *m_filter;
    QToolButton *m_refresh;
    QLabel *m_count;
    NoticeBar *m_notice;
    QStackedWidget *m_stack;
    QListView *m_list;
    EmptyState *m_empty;
    QTimer *m_filterDelay;
    QPointer<Mcp::Server> m_server;
    QPointer<Mcp::ToolCatalog> m_catalog;
    QString m_wanted;
};

} // namespace McpUi
