// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "shell/panels.h"

#include <QtWidgets/qmainwindow.h>

#include <memory>

class QSplitter;
class QStackedWidget;

namespace Mcp {
class Orchestrator;
class Settings;
} // namespace Mcp

namespace McpUi {

class Actions;
class BottomTabs;
class CallPage;
class EmptyState;
class FailurePane;
class Navigation;
class PageTabs;
class Prompter;
class Questioning;
class ServerActions;
class ServerCommands;
class ServerModel;
class ServersPanel;
class Session;
class SideTabs;
class StatusLine;

/*!
 * The window: places the panels and connects them to each other; the work is done in them, in
 * ServerCommands and below. The selected server decides what most panels show.
 */
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// @p statePath is the file of the window's state, empty for none. Without a @p prompter
    /// dialogs ask. All must outlive the window.
    MainWindow(Mcp::Orchestrator *orchestrator, Mcp::Settings *settings, const QString &statePath,
               Prompter *prompter = nullptr);
    ~MainWindow() override;

    ServerCommands *commands() const { return m_commands; }
    PageTabs *pages() const { return m_pages; }
    QString currentServer() const;
    void selectServer(const QString &name);

signals:
    /// Closed for good, and no server is left running: the program may end.
    void done();

protected:
    void closeEvent(QCloseEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Panels panels() const;
    void placePanels();
    QWidget *placePageArea();
    void connectPanels();
    void connectBottom();
    void connectPageActions();
    void connectWindowActions();
    void onServerSelected(const QString &name);
    void onServersChanged();
    void updateActions();
    void closePage(CallPage *page);
    void restore();
    void finish();

    Mcp::Orchestrator *m_orchestrator;
    Mcp::Settings *m_settings;
    std::unique_ptr<Prompter> m_ownPrompter;
    Prompter *m_prompter;
    Actions *m_actions;
    ServerCommands *m_commands;
    ServerModel *m_serverModel;
    QSplitter *m_rows;
    QSplitter *m_columns;
    ServersPanel *m_servers;
    SideTabs *m_side;
    FailurePane *m_failure;
    QStackedWidget *m_pageArea;
    EmptyState *m_noPages;
    PageTabs *m_pages;
    BottomTabs *m_bottom;
    StatusLine *m_statusLine;
    ServerActions *m_serverActions;
    Questioning *m_questioning;
    Navigation *m_navigation;
    Session *m_session;
    bool m_closing = false; ///< the person has agreed to it
};

} // namespace McpUi
