// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "soak/soakuser.h"

#include "client/call.h"
#include "client/client.h"
#include "orchestrator/launchpolicy.h"
#include "orchestrator/serverstore.h"
#include "orchestrator/toolcatalog.h"
#include "shell/pagetabs.h"
#include "shell/servercommands.h"
#include "support/testprocess.h"
#include "views/callpage.h"

#include <QtCore/qpointer.h>
#include <QtGui/qaction.h>
#include <QtGui/qdesktopservices.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qabstractscrollarea.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qscrollbar.h>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace McpTest {

namespace {

constexpr auto kSchemes = { "http", "https", "file" };
constexpr int kMostPages = 12;

} // namespace

SoakUser::SoakUser(WindowHarness &harness, QList<Mcp::ServerSpec> servers, unsigned seed)
    : m_harness(harness)
    , m_servers(std::move(servers))
    , m_random(seed)
{
    for (const char *scheme : kSchemes)
        QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "goNowhere");
    m_harness.prompter().agree = true;
    m_popups.callOnTimeout(this, &SoakUser::closePopups);
    m_popups.start(20);
    keepServers();
}

SoakUser::~SoakUser()
{
    for (const char *scheme : kSchemes)
        QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
}

int SoakUser::draw(int below) { return int(m_random() % unsigned(below)); }

QString SoakUser::anyServer() { return m_servers.at(draw(int(m_servers.size()))).name; }

template <typename T>
T *SoakUser::anyVisible()
{
    QList<T *> all = m_harness.window().findChildren<T *>();
    all.removeIf([](const T *widget) { return !widget->isVisible() || !widget->isEnabled(); });
    return all.isEmpty() ? nullptr : all.at(draw(int(all.size())));
}

QByteArray SoakUser::act()
{
    keepServers();
    switch (draw(20)) {
    case 0:
    case 1:
    case 2:
        return visitTool();
    case 3:
    case 4:
    case 5:
    case 6:
        return call();
    case 7:
    case 8:
        return changeServers();
    case 9:
    case 10:
    case 11:
        return pressButton();
    case 12:
    case 13:
    case 14:
        return pressKey();
    case 15:
    case 16:
        return scroll();
    case 17:
        return filterTools();
    case 18:
        return showPanel();
    default:
        m_harness.window().resize(700 + draw(900), 600 + draw(500));
        return "resize";
    }
}

QByteArray SoakUser::visitTool()
{
    McpUi::PageTabs *pages = m_harness.window().pages();
    if (pages->count() > kMostPages) {
        pages->closePage(pages->pageAt(draw(pages->count())));
        return "close a page";
    }
    const QString server = anyServer();
    const QList<Mcp::Tool> &tools = m_harness.orchestrator().tools(server)->tools();
    pages->open(server, tools.isEmpty() ? u"echo"_s : tools.at(draw(int(tools.size()))).name());
    return "open a tool";
}

QByteArray SoakUser::call()
{
    McpUi::CallPage *page = m_harness.window().pages()->currentPage();
    if (!page)
        return "nothing to call";
    if (page->isRunning()) {
        if (draw(4) == 0)
            page->cancel();
        return "cancel";
    }
    page->call();
    if (!page->isRunning())
        page->call(); // there were problems in the arguments
    m_calls += page->isRunning() ? 1 : 0;
    return "call";
}

QByteArray SoakUser::changeServers()
{
    const QString name = anyServer();
    McpUi::ServerCommands *commands = m_harness.window().commands();
    switch (draw(6)) {
    case 0:
        commands->stop(name);
        return "stop";
    case 1:
        commands->restart(name);
        return "restart";
    case 2:
        m_harness.window().selectServer(name);
        return "select a server";
    default:
        commands->start(name);
        return "start";
    }
}

QByteArray SoakUser::pressButton()
{
    auto *button = anyVisible<QAbstractButton>();
    if (!button || QApplication::activeModalWidget())
        return "no button";
    const QByteArray name = button->objectName().toUtf8();
    click(button, button->rect().center());
    return "button " + name;
}

QByteArray SoakUser::pressKey()
{
    static constexpr const char *keys[] = { "Tab",    "Shift+Tab", "Up",     "Down",   "Left",
                                            "Right",  "Home",      "End",    "Return", "Space",
                                            "PgUp",   "PgDown",    "Escape", "Ctrl+F", "Ctrl+A",
                                            "Ctrl+C", "Ctrl+Z",    "Ctrl+V", "F3",     "Delete",
                                            "1",      "a",         "x",      "-",      "\"" };
    QWidget *focus = QApplication::focusWidget();
    if (!focus || focus->window() != &m_harness.window() || QApplication::activeModalWidget())
        return "no focus";
    const char *key = keys[draw(int(std::size(keys)))];
    const QByteArray what = "key " + QByteArray(key) + " at " + focus->objectName().toUtf8() + " ("
                            + focus->metaObject()->className() + ')';
    QTest::keySequence(m_harness.window().windowHandle(),
                       QKeySequence(QString::fromLatin1(key), QKeySequence::PortableText));
    return what;
}

QByteArray SoakUser::scroll()
{
    auto *area = anyVisible<QAbstractScrollArea>();
    if (!area)
        return "nothing to scroll";
    const QByteArray name = area->objectName().toUtf8();
    QScrollBar *bar = draw(4) ? area->verticalScrollBar() : area->horizontalScrollBar();
    bar->setValue(bar->minimum() + draw(bar->maximum() - bar->minimum() + 1));
    if (draw(2)) {
        QWidget *viewport = area->viewport();
        click(viewport, { draw(qMax(1, viewport->width())), draw(qMax(1, viewport->height())) });
    }
    return "scroll " + name;
}

QByteArray SoakUser::filterTools()
{
    auto *filter = m_harness.find<QLineEdit>(u"toolFilter"_s);
    if (!filter || !filter->isVisible())
        return "no filter";
    static constexpr const char *texts[] = { "", "e", "to", "tool-0", "no such" };
    filter->setText(QString::fromLatin1(texts[draw(int(std::size(texts)))]));
    return "filter";
}

QByteArray SoakUser::showPanel()
{
    static constexpr const char *panels[] = {
        "Tools",    "Resources", "Prompts",       "Info",  "Stderr",
        "Messages", "History",   "Notifications", "Tasks", "Questions",
    };
    const char *panel = panels[draw(int(std::size(panels)))];
    auto *action = m_harness.window().findChild<QAction *>(
            u"show%1Action"_s.arg(QLatin1StringView(panel)));
    // That of the questions is disabled while nobody asks.
    if (action && action->isEnabled() && !QApplication::activeModalWidget())
        action->trigger();
    return panel;
}

/// By hand, because a menu may open in the middle, and what was pressed may be gone afterwards.
void SoakUser::click(QWidget *widget, QPoint place)
{
    const QPointer<QWidget> pressed = widget;
    const QPointF local(place);
    const QPointF global(widget->mapToGlobal(place));
    QMouseEvent press(QEvent::MouseButtonPress, local, global, Qt::LeftButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(widget, &press);
    QMouseEvent release(QEvent::MouseButtonRelease, local, global, Qt::LeftButton, {}, {});
    if (pressed)
        QCoreApplication::sendEvent(pressed, &release);
}

void SoakUser::closePopups()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    else if (QWidget *dialog = QApplication::activeModalWidget())
        dialog->close();
}

void SoakUser::keepServers()
{
    Mcp::Orchestrator &orchestrator = m_harness.orchestrator();
    for (const Mcp::ServerSpec &spec : std::as_const(m_servers)) {
        if (orchestrator.server(spec.name))
            continue;
        orchestrator.launchPolicy().approve(spec);
        const Mcp::Error error = orchestrator.store()->add(spec);
        if (error)
            qWarning("%s", qPrintable(error.message));
    }
}

bool SoakUser::settle()
{
    constexpr int kPatienceMs = 60'000;
    Mcp::Orchestrator &orchestrator = m_harness.orchestrator();
    McpUi::PageTabs *pages = m_harness.window().pages();
    orchestrator.stopAllServers();
    const auto isQuiet = [&] {
        return !orchestrator.hasRunningServers() && pages->runningCount() == 0
               && orchestrator.findChildren<Mcp::Call *>().isEmpty();
    };
    if (!QTest::qWaitFor(isQuiet, kPatienceMs)) {
        for (const QString &name : orchestrator.serverNames())
            std::printf("%s: state %d\n", qPrintable(name),
                        int(orchestrator.server(name)->state()));
        std::printf("%d pages run, %lld calls are open\n", pages->runningCount(),
                    qlonglong(orchestrator.findChildren<Mcp::Call *>().size()));
        for (int i = 0; i < pages->count(); ++i) {
            if (pages->pageAt(i)->isRunning())
                std::printf("%s runs\n", qPrintable(pages->tabText(i)));
        }
        std::fflush(stdout);
        return false;
    }
    while (pages->count() > 0)
        pages->closePage(pages->pageAt(0));
    const auto isAlone = [] {
        return childProcesses(QCoreApplication::applicationPid()).size() <= 1; // the watchdog
    };
    return QTest::qWaitFor(isAlone, kPatienceMs);
}

} // namespace McpTest
