// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/mainwindow.h"

#include "dialogs/aboutdialog.h"
#include "dialogs/dialogprompter.h"
#include "dialogs/keysdialog.h"
#include "models/servermodel.h"
#include "orchestrator/history.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/settings.h"
#include "shell/actions.h"
#include "shell/bottomtabs.h"
#include "shell/fileopener.h"
#include "shell/listnotice.h"
#include "shell/menus.h"
#include "shell/navigation.h"
#include "shell/pagetabs.h"
#include "shell/questioning.h"
#include "shell/saving.h"
#include "shell/serveractions.h"
#include "shell/servercommands.h"
#include "shell/session.h"
#include "shell/sidetabs.h"
#include "shell/statusline.h"
#include "shell/taskcommands.h"
#include "shell/tracecommands.h"
#include "views/callcopier.h"
#include "views/callpage.h"
#include "views/callrunner.h"
#include "views/emptystate.h"
#include "views/failurepane.h"
#include "views/historypanel.h"
#include "views/pagebody.h"
#include "views/serverspanel.h"
#include "views/stderrpanel.h"
#include "views/watchbar.h"

#include <QtCore/qtimer.h>
#include <QtGui/qevent.h>
#include <QtGui/qscreen.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qmenubar.h>
#include <QtWidgets/qsplitter.h>
#include <QtWidgets/qstackedwidget.h>
#include <QtWidgets/qtoolbar.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {
constexpr int quitGraceMs = 8000; // then destructors kill what is left
} // namespace

MainWindow::MainWindow(Mcp::Orchestrator *orchestrator, Mcp::Settings *settings,
                       const QString &statePath, Prompter *prompter)
    : m_orchestrator(orchestrator)
    , m_settings(settings)
    , m_ownPrompter(prompter ? nullptr : std::make_unique<DialogPrompter>(this))
    , m_prompter(prompter ? prompter : m_ownPrompter.get())
    , m_actions(new Actions(this))
    , m_commands(new ServerCommands(orchestrator, m_prompter, this))
    , m_serverModel(new ServerModel(orchestrator, this))
    , m_rows(new QSplitter(Qt::Vertical, this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_servers(new ServersPanel(m_serverModel, this))
    , m_side(new SideTabs(orchestrator, this))
    , m_failure(new FailurePane(this))
    , m_pageArea(new QStackedWidget(this))
    , m_noPages(new EmptyState(this))
    , m_pages(new PageTabs(orchestrator, this))
    , m_bottom(new BottomTabs(orchestrator, this))
    , m_statusLine(new StatusLine(this))
    , m_serverActions(new ServerActions(*m_actions, m_commands, m_servers, orchestrator, this))
    , m_questioning(new Questioning(orchestrator, *m_actions, panels(), m_prompter, this))
    , m_navigation(new Navigation(*m_actions, panels(), settings, this))
    , m_session(new Session(statePath, orchestrator, panels(), *m_actions, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(QStringLiteral(MCP_APP_NAME));
    setWindowIcon(QIcon(u":/icons/mcp-orchestrator.svg"_s));
    m_orchestrator->setRefreshOnListChanged(
            m_settings->get(Mcp::Settings::Key::RefreshOnListChanged).toBool());
    placePanels();
    connectPanels();
    connectBottom();
    new ListNotice(m_orchestrator, m_servers, this);
    connectPageActions();
    connectWindowActions();
    restore();
    // Behind the first paint: the history may be long.
    QTimer::singleShot(0, this,
                       [this] { m_bottom->historyPanel()->setHistory(m_orchestrator->history()); });
}

MainWindow::~MainWindow() { m_session->flush(); }

Panels MainWindow::panels() const { return { m_servers, m_side, m_pages, m_bottom }; }

QString MainWindow::currentServer() const { return m_servers->currentServer(); }

void MainWindow::selectServer(const QString &name) { m_servers->setCurrentServer(name); }

void MainWindow::placePanels()
{
    fillMenuBar(menuBar(), *m_actions);
    QToolBar *bar = addToolBar(tr("Tool bar"));
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    fillToolBar(bar, *m_actions);
    addActions(m_actions->all());

    m_columns->setObjectName(u"columnsSplitter"_s);
    m_columns->addWidget(m_servers);
    m_columns->addWidget(m_side);
    m_columns->addWidget(placePageArea());
    m_columns->setStretchFactor(2, 1);
    m_columns->setSizes({ 220, 330, 730 });
    m_rows->setObjectName(u"rowsSplitter"_s);
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_bottom);
    m_rows->setSizes({ 540, 210 });
    for (QSplitter *splitter : { m_rows, m_columns })
        splitter->setChildrenCollapsible(false);
    setCentralWidget(m_rows);
    setStatusBar(m_statusLine);
    resize(QSize(1280, 820).boundedTo(screen()->availableSize()));
}

QWidget *MainWindow::placePageArea()
{
    m_noPages->setObjectName(u"noPages"_s);
    m_noPages->setMessage(tr("Nothing is open"),
                          tr("Start a server on the left, pick one of its tools, resources or "
                             "prompts, press Enter. Its form and its results stay here side by "
                             "side."));
    m_pageArea->addWidget(m_noPages);
    m_pageArea->addWidget(m_pages);
    m_pageArea->addWidget(m_questioning->panel());
    auto *area = new QWidget(this);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_questioning->bar());
    layout->addWidget(m_failure);
    layout->addWidget(m_pageArea, 1);
    return area;
}

void MainWindow::connectPanels()
{
    connect(m_servers, &ServersPanel::currentServerChanged, this, &MainWindow::onServerSelected);
    connect(m_servers, &ServersPanel::activated, m_commands, &ServerCommands::start);
    connect(m_servers, &ServersPanel::addRequested, m_commands, &ServerCommands::add);
    connect(m_serverModel, &ServerModel::rowsInserted, this, &MainWindow::onServersChanged);
    connect(m_serverModel, &ServerModel::rowsRemoved, this, &MainWindow::onServersChanged);
    connect(m_serverModel, &ServerModel::dataChanged, this, &MainWindow::updateActions);

    connect(m_side, &SideTabs::activated, this,
            [this](const QString &server, const Mcp::CallSubject &subject) {
                m_pages->open(server, subject)->enter();
            });
    connect(m_questioning, &Questioning::shownChanged, this, &MainWindow::updateActions);
    connect(m_questioning, &Questioning::told, m_statusLine, &StatusLine::tell);
    connect(m_pages, &PageTabs::startRequested, m_commands, &ServerCommands::start);
    connect(m_commands, &ServerCommands::notStarted, m_pages, &PageTabs::giveUpWaiting);
    connect(m_side, &SideTabs::startRequested, m_commands, &ServerCommands::start);

    connect(m_failure, &FailurePane::startRequested, m_commands, &ServerCommands::start);
    connect(m_failure, &FailurePane::editRequested, m_commands, &ServerCommands::edit);
    connect(m_failure, &FailurePane::loginShellPathRequested, m_commands,
            &ServerCommands::startWithLoginShellPath);
    connect(m_failure, &FailurePane::stderrRequested, this, [this] {
        m_bottom->stderrPanel()->clearFilter();
        m_navigation->showBottom(m_bottom->stderrPanel());
    });

    connect(m_commands, &ServerCommands::added, this, [this](const QString &name) {
        selectServer(name);
        m_servers->focusList();
    });
    connect(m_commands, &ServerCommands::told, m_statusLine, &StatusLine::tell);
    connect(m_pages, &PageTabs::runningCountChanged, m_statusLine, &StatusLine::setRunningCalls);
    connect(m_pages, &PageTabs::runningCountChanged, this, &MainWindow::updateActions);
    connect(m_pages, &PageTabs::closeRequested, this, &MainWindow::closePage);
    connect(m_pages, &PageTabs::told, m_statusLine, &StatusLine::tell);
    constexpr auto markdown = Mcp::Settings::Key::MarkdownDescriptions;
    m_pages->setMarkdown(m_settings->get(markdown).toBool());
    connect(m_pages, &PageTabs::markdownChosen, m_settings, [this](bool enabled) {
        m_settings->set(markdown, enabled);
        m_pages->setMarkdown(enabled);
    });
    connect(m_pages, &PageTabs::pagesChanged, this, &MainWindow::updateActions);
    // What was told was about the page before.
    connect(m_pages, &PageTabs::currentChanged, m_statusLine, &StatusLine::clearMessage);
}

void MainWindow::connectBottom()
{
    auto *saving = new Saving(m_prompter, this);
    saving->serve(m_pages);
    auto *opener = new FileOpener(m_prompter, this);
    opener->serve(m_pages);
    m_questioning->serve(saving, opener);
    connect(opener, &FileOpener::told, m_statusLine, &StatusLine::tell);
    auto *traces = new TraceCommands(m_orchestrator, m_prompter, panels(), *m_actions, this);
    traces->setHelpers(saving, opener, m_navigation);
    connect(traces, &TraceCommands::told, m_statusLine, &StatusLine::tell);
    auto *tasks = new TaskCommands(m_orchestrator, m_commands, panels(), this);
    connect(tasks, &TaskCommands::told, m_statusLine, &StatusLine::tell);
    for (LogPanel *panel : m_bottom->panels()) {
        connect(panel, &LogPanel::saved, m_statusLine, &StatusLine::tell);
        saving->serve(panel);
    }
    connect(m_bottom->historyPanel(), &LogPanel::clearRequested, this, [this] {
        m_prompter->confirm({ tr("Clear the history?"),
                              tr("All calls of all servers are forgotten, with their arguments and "
                                 "results."),
                              tr("Clear") },
                            this, [this](bool agreed) {
                                if (agreed)
                                    m_orchestrator->history()->clear();
                            });
    });
    connect(m_bottom->historyPanel(), &HistoryPanel::reopenRequested, this,
            [this](const QString &server, const Mcp::CallSubject &subject,
                   const Mcp::RawJson &arguments, bool callAtOnce) {
                CallPage *page = m_pages->openWith(server, subject, arguments);
                selectServer(server);
                page->focusArguments();
                if (callAtOnce)
                    page->call();
            });
}

void MainWindow::connectPageActions()
{
    using A = Actions;
    const Actions &actions = *m_actions;
    const auto onPage = [this](A::Id id, void (CallPage::*slot)()) {
        connect((*m_actions)[id], &QAction::triggered, this, [this, slot] {
            if (CallPage *page = m_pages->currentPage())
                (page->*slot)();
        });
    };
    onPage(A::Call, &CallPage::call);
    onPage(A::CancelCall, &CallPage::cancel);
    onPage(A::ToggleJson, &CallPage::toggleJson);
    const auto onPart = [this](A::Id id, auto part, auto slot) {
        connect((*m_actions)[id], &QAction::triggered, this, [this, part, slot] {
            if (const CallPage *page = m_pages->currentPage())
                ((page->*part)()->*slot)();
        });
    };
    onPart(A::ToggleDetails, &CallPage::body, &PageBody::toggleDetails);
    onPart(A::CopyAsRequest, &CallPage::copier, &CallCopier::copyRequest);
    onPart(A::CopyAsCommand, &CallPage::copier, &CallCopier::copyCommand);
    connect(actions[A::ToggleWatch], &QAction::triggered, this, [this] {
        if (const CallPage *page = m_pages->currentPage(); page && page->parts().watch)
            page->parts().watch->toggle();
    });
    connect(actions[A::ClosePage], &QAction::triggered, m_pages, &PageTabs::closeCurrent);
    connect(actions[A::NextPage], &QAction::triggered, m_pages, [this] { m_pages->step(1); });
    connect(actions[A::PreviousPage], &QAction::triggered, m_pages, [this] { m_pages->step(-1); });
}

void MainWindow::connectWindowActions()
{
    const Actions &actions = *m_actions;
    connect(actions[Actions::ResetLayout], &QAction::triggered, m_session, &Session::resetLayout);
    connect(actions[Actions::Keys], &QAction::triggered, this, [this] {
        auto *dialog = new KeysDialog(m_actions->all(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(actions[Actions::About], &QAction::triggered, this, [this] {
        auto *dialog = new AboutDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(actions[Actions::Quit], &QAction::triggered, this, &QWidget::close);
}

void MainWindow::onServerSelected(const QString &name)
{
    Mcp::Server *server = m_orchestrator->server(name);
    m_side->setServer(name);
    m_session->selectLast(name);
    m_failure->setServer(server);
    m_bottom->setServer(server);
    m_statusLine->setServer(server);
    updateActions();
}

void MainWindow::onServersChanged()
{
    // One of the same name may be another object now.
    onServerSelected(currentServer());
}

void MainWindow::updateActions()
{
    using A = Actions;
    const Actions &actions = *m_actions;
    m_serverActions->update();
    const bool asked = m_questioning->isShown(); // no page is in sight
    const CallPage *page = asked ? nullptr : m_pages->currentPage();
    for (const A::Id id : { A::Call, A::ToggleJson, A::ToggleDetails, A::CopyAsRequest,
                            A::CopyAsCommand, A::ClosePage })
        actions[id]->setEnabled(page);
    actions[A::ToggleWatch]->setEnabled(page && page->parts().watch);
    actions[A::FocusPage]->setEnabled(page || asked);
    for (const A::Id id : { A::NextPage, A::PreviousPage })
        actions[id]->setEnabled(m_pages->count() > 1);
    actions[A::CancelCall]->setEnabled(page && page->isRunning());
    m_pageArea->setCurrentWidget(asked  ? m_questioning->panel()
                                 : page ? static_cast<QWidget *>(m_pages)
                                        : m_noPages);
}

void MainWindow::closePage(CallPage *page)
{
    if (!page->isRunning() || page->runner()->isTask()) // a task goes on without its page
        return m_pages->closePage(page);
    m_prompter->confirm(
            { tr("Close the page?"),
              tr("%1 is still being called; closing the page cancels the call.").arg(page->title()),
              tr("Close") },
            page, [this, page](bool agreed) {
                if (agreed)
                    m_pages->closePage(page);
            });
}

void MainWindow::restore()
{
    const QString kept = m_session->restore();
    const QStringList names = m_orchestrator->serverNames();
    if (!names.isEmpty())
        selectServer(names.contains(kept) ? kept : names.first());
    m_servers->focusList();
    updateActions();
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    m_session->touch();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_session->touch();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const QString lost = m_pages->quitWords();
    const bool ask = !lost.isEmpty() && !m_closing
                     && m_settings->get(Mcp::Settings::Key::ConfirmQuitWithCalls).toBool();
    if (!ask) {
        event->accept();
        return finish();
    }
    event->ignore();
    m_prompter->confirm({ tr("Quit?"), lost, tr("Quit") }, this, [this](bool agreed) {
        m_closing = agreed;
        if (agreed)
            close();
    });
}

void MainWindow::finish()
{
    m_session->touch();
    m_session->flush();
    // The window is gone from the screen at once; servers get their time to end in order.
    if (!m_orchestrator->hasRunningServers())
        return QMetaObject::invokeMethod(this, &MainWindow::done, Qt::QueuedConnection), void();
    connect(m_orchestrator, &Mcp::Orchestrator::allStopped, this, &MainWindow::done);
    QTimer::singleShot(quitGraceMs, this, &MainWindow::done);
    m_orchestrator->stopAllServers();
}

} // namespace McpUi
