// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/pagetabs.h"

#include "models/format.h"
#include "models/subjectwords.h"
#include "models/textmodes.h"
#include "models/viewchoices.h"
#include "orchestrator/history.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/taskstore.h"
#include "shell/pagetabbar.h"
#include "views/callcopier.h"
#include "views/callpage.h"
#include "views/callquestion.h"
#include "views/callrunner.h"
#include "views/pagebody.h"
#include "views/resultview.h"

#include <QtCore/qset.h>
#include <QtGui/qevent.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// Between pages of one title on one server: what kind it is of, and its name if that is another.
QString tabDifference(const CallPage &page)
{
    const QString kind = SubjectWords::of(page.subject().kind).one;
    return page.subject().name == page.title() ? kind
                                               : displayLine(page.subject().name, 60) + u' ' + kind;
}

/// What becomes of those that run, with a page or without. Whether a server keeps its tasks when
/// its process ends is its own affair.
QString tasksEnding(const QList<Mcp::KnownTask> &tasks)
{
    int running = 0;
    QSet<QString> servers;
    for (const Mcp::KnownTask &task : tasks) {
        if (!task.isRunning())
            continue;
        ++running;
        servers.insert(task.server);
    }
    if (running == 0)
        return {};
    QString then =
            PageTabs::tr("Its server is stopped; unless it keeps tasks, the result is lost.");
    if (servers.size() > 1)
        then = PageTabs::tr("Their servers are stopped; unless they keep tasks, the results are "
                            "lost.");
    else if (running > 1)
        then = PageTabs::tr(
                "Their server is stopped; unless it keeps tasks, the results are lost.");
    return formatCount(running, PageTabs::tr("task is still running."),
                       PageTabs::tr("tasks are still running."))
           + u' ' + then;
}

} // namespace

PageTabs::PageTabs(Mcp::Orchestrator *orchestrator, QWidget *parent)
    : QTabWidget(parent)
    , m_orchestrator(orchestrator)
    , m_viewChoices(new ViewChoices(this))
{
    setObjectName(u"pageTabs"_s);
    setAccessibleName(tr("Open pages"));
    setTabBar(new PageTabBar(this)); // before anything is asked of the tabs
    setDocumentMode(true);
    setTabsClosable(true);
    setMovable(true);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(true);
    tabBar()->setObjectName(u"pageTabBar"_s);
    tabBar()->setAccessibleName(tr("Open pages"));
    tabBar()->setExpanding(false);
    tabBar()->installEventFilter(this);
    connect(this, &QTabWidget::tabCloseRequested, this,
            [this](int index) { emit closeRequested(pageAt(index)); });
    connect(this, &QTabWidget::currentChanged, this, &PageTabs::pagesChanged);
    connect(tabBar(), &QTabBar::tabMoved, this, &PageTabs::pagesChanged);
    connect(orchestrator, &Mcp::Orchestrator::serverRenamed, m_viewChoices,
            &ViewChoices::renameServer);
    connect(orchestrator, &Mcp::Orchestrator::serverRenamed, this, &PageTabs::pagesChanged);
}

CallPage *PageTabs::pageAt(int index) const { return qobject_cast<CallPage *>(widget(index)); }

CallPage *PageTabs::currentPage() const { return pageAt(currentIndex()); }

CallPage *PageTabs::find(const QString &server, const Mcp::CallSubject &subject) const
{
    for (int i = 0; i < count(); ++i) {
        CallPage *page = pageAt(i);
        if (page && page->serverName() == server && page->subject() == subject)
            return page;
    }
    return nullptr;
}

CallPage *PageTabs::open(const QString &server, const Mcp::CallSubject &subject)
{
    CallPage *page = find(server, subject);
    if (!page) {
        page = add(server, subject);
        if (const Mcp::HistoryEntry *last = m_orchestrator->history()->latest(server, subject))
            page->setArguments(last->arguments);
    }
    setCurrentWidget(page);
    return page;
}

CallPage *PageTabs::openWith(const QString &server, const Mcp::CallSubject &subject,
                             const Mcp::RawJson &arguments)
{
    CallPage *page = find(server, subject);
    if (!page)
        page = add(server, subject);
    if (!arguments.isAbsent())
        page->setArguments(arguments);
    setCurrentWidget(page);
    return page;
}

void PageTabs::restore(const QString &server, const Mcp::CallSubject &subject,
                       const Mcp::RawJson &state)
{
    if (!find(server, subject))
        add(server, subject)->restoreState(state);
}

CallPage *PageTabs::add(const QString &server, const Mcp::CallSubject &subject)
{
    auto *page = new CallPage(m_orchestrator, server, subject, this);
    addTab(page, page->title());
    connect(page, &CallPage::titleChanged, this, &PageTabs::updateTitles);
    connect(page, &CallPage::stateChanged, this, &PageTabs::pagesChanged);
    connect(page, &CallPage::startRequested, this, &PageTabs::startRequested);
    connect(page->question(), &CallQuestion::answerRequested, this, &PageTabs::answerRequested);
    connect(page->copier(), &CallCopier::told, this, &PageTabs::told);
    connect(page->body(), &PageBody::markdownChosen, this, &PageTabs::markdownChosen);
    page->body()->setMarkdown(m_markdown);
    connect(page->result(), &ResultView::saveRequested, this,
            [this, page](const QByteArray &bytes, const QString &suggestedName) {
                emit saveRequested(page, bytes, suggestedName);
            });
    connect(page->result(), &ResultView::openRequested, this,
            [this, page](const QByteArray &bytes, const QString &suggestedName,
                         const QString &mimeType) {
                emit openRequested(page, bytes, suggestedName, mimeType);
            });
    connect(page, &CallPage::runningChanged, this, &PageTabs::updateRunning);
    keepViewChoices(page);
    updateTitles();
    emit pagesChanged();
    return page;
}

void PageTabs::keepViewChoices(CallPage *page)
{
    TextModes *modes = page->result()->textModes();
    modes->restore(m_viewChoices->of(page->serverName(), page->subject()));
    connect(modes, &TextModes::changed, m_viewChoices, [this, page, modes] {
        m_viewChoices->set(page->serverName(), page->subject(), modes->toJson());
    });
}

void PageTabs::giveUpWaiting(const QString &server)
{
    for (int i = 0; i < count(); ++i) {
        if (pageAt(i)->serverName() == server)
            pageAt(i)->giveUpWaiting();
    }
}

void PageTabs::closePage(CallPage *page)
{
    const int index = indexOf(page);
    if (index < 0)
        return;
    const QWidget *const focus = window()->focusWidget();
    const bool hadFocus = focus && page->isAncestorOf(focus);
    removeTab(index);
    delete page;
    updateTitles();
    updateRunning();
    emit pagesChanged();
    if (hadFocus)
        emit focusLost();
}

void PageTabs::closeCurrent()
{
    if (CallPage *page = currentPage())
        emit closeRequested(page);
}

void PageTabs::setMarkdown(bool enabled)
{
    m_markdown = enabled;
    for (int i = 0; i < count(); ++i)
        pageAt(i)->body()->setMarkdown(enabled);
}

void PageTabs::step(int by)
{
    if (count() > 0)
        setCurrentIndex((currentIndex() + by + count()) % count());
}

void PageTabs::updateTitles()
{
    const auto sameTitle = [this](const CallPage *page, bool ofItsServer) {
        int same = 0;
        for (int i = 0; i < count(); ++i)
            same += pageAt(i)->title() == page->title()
                                    && (!ofItsServer
                                        || pageAt(i)->serverName() == page->serverName())
                            ? 1
                            : 0;
        return same;
    };
    for (int i = 0; i < count(); ++i) {
        const CallPage *page = pageAt(i);
        QString title = page->title();
        // The same one of two servers; of one server a tool and a prompt, or two with one title.
        const int ofItsServer = sameTitle(page, true);
        if (sameTitle(page, false) > ofItsServer)
            title += u" · "_s + page->serverName();
        if (ofItsServer > 1)
            title += u" · "_s + tabDifference(*page);
        if (page->isRunning())
            title.prepend(u"◐ "_s);
        setTabText(i, title.replace(u'&', "&&"_L1));
        setTabToolTip(i, formatToolTip(u"%1 ▸ %2"_s.arg(page->serverName(), page->subject().name)));
    }
}

int PageTabs::runningCount() const
{
    int running = 0;
    for (int i = 0; i < count(); ++i)
        running += pageAt(i)->isRunning() ? 1 : 0;
    return running;
}

QString PageTabs::quitWords() const
{
    int calls = 0;
    for (int i = 0; i < count(); ++i)
        calls += pageAt(i)->isRunning() && !pageAt(i)->runner()->isTask() ? 1 : 0;
    QStringList words;
    if (calls > 0)
        words += formatCount(calls, tr("call is running and will be cancelled."),
                             tr("calls are running and will be cancelled."));
    if (const QString tasks = tasksEnding(m_orchestrator->tasks()->tasks()); !tasks.isEmpty())
        words += tasks;
    return words.join(u'\n');
}

void PageTabs::updateRunning()
{
    updateTitles();
    emit runningCountChanged(runningCount());
}

bool PageTabs::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == tabBar() && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const int index = tabBar()->tabAt(mouse->position().toPoint());
        if (mouse->button() == Qt::MiddleButton && index >= 0) {
            emit closeRequested(pageAt(index));
            return true;
        }
    }
    return QTabWidget::eventFilter(watched, event);
}

} // namespace McpUi
