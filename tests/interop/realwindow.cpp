// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "realwindow.h"

#include "models/catalogmodel.h"
#include "orchestrator/resourcecatalog.h"
#include "protocol/elicitation.h"
#include "server/tracelog.h"

#include <QtGui/qaction.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractitemview.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qtabbar.h>
#include <QtWidgets/qtabwidget.h>

using namespace Qt::Literals::StringLiterals;
using McpTest::kWaitMs;

RealWindow::RealWindow(const QString &name)
    : m_servers(std::make_unique<RealServers>(m_folder.path()))
    , m_server(m_servers->named(name))
{}

RealWindow::~RealWindow() = default;

void RealWindow::start()
{
    makeHarness();
    m_harness->addServer(m_server.name, m_server.program, m_server.arguments);
    m_harness->open();
    QVERIFY(m_harness->startAndList(m_server.name));
}

void RealWindow::shareFolder()
{
    QTRY_VERIFY(find(u"folderLine"_s)->isVisible());
    QTest::keyClicks(find(u"folderLine"_s), folder());
}

void RealWindow::clickTab(const QString &tabs, int index)
{
    QTabBar *bar = find<QTabWidget>(tabs)->tabBar();
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(index).center());
}

QAbstractItemView *RealWindow::openList(int index, const QString &name)
{
    clickTab(u"sideTabs"_s, index);
    auto *list = find<QAbstractItemView>(name);
    // Resources and templates come one after the other.
    const auto *templates =
            m_harness->orchestrator().resources(m_server.name, Mcp::Resource::Kind::Template);
    (void)QTest::qWaitFor(
            [&] {
                return list->isVisible() && list->model()->rowCount() > 0
                       && (index != 1 || templates->isListed());
            },
            kWaitMs);
    return list;
}

QStringList RealWindow::names(const QAbstractItemView *list)
{
    QStringList all;
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        all += list->model()
                       ->index(row, 0)
                       .data(McpUi::CatalogModel::SubjectRole)
                       .value<Mcp::CallSubject>()
                       .name;
    }
    return all;
}

McpUi::CallPage *RealWindow::openRow(QAbstractItemView *list, const QString &name)
{
    const QModelIndex index = list->model()->index(int(names(list).indexOf(name)), 0);
    if (!index.isValid())
        qFatal("no row %s", qPrintable(name));
    list->scrollTo(index);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
    QTest::keyClick(list, Qt::Key_Return);
    McpUi::CallPage *page = m_harness->window().pages()->currentPage();
    if (!page || page->subject().name != name)
        qFatal("%s was not opened", qPrintable(name));
    return page;
}

bool RealWindow::run(McpUi::CallPage *page)
{
    if (!page->isRunning()) // what has no arguments is asked for when it is opened
        QTest::mouseClick(page->findChild<QAbstractButton *>(u"callButton"_s), Qt::LeftButton);
    while (page->isRunning()) {
        const auto somethingHappened = [&] {
            return !page->isRunning() || !questions()->open().isEmpty();
        };
        if (!QTest::qWaitFor(somethingHappened, kWaitMs))
            return false;
        if (!questions()->open().isEmpty())
            answerQuestion();
        if (QTest::currentTestFailed())
            return false;
    }
    return true;
}

void RealWindow::showQuestion()
{
    const auto *show = m_harness->window().findChild<QAction *>(u"showQuestionsAction"_s);
    QTRY_VERIFY(show->isEnabled()); // the window hears of a question a turn later
    m_harness->key(u"Ctrl+5"_s);
    QTRY_VERIFY(find(u"question"_s)->isVisible());
}

void RealWindow::answerQuestion()
{
    if (!QTest::qWaitFor([&] { return !questions()->open().isEmpty(); }, kWaitMs))
        QFAIL("nothing is asked");
    const qsizetype before = questions()->open().size();
    const Mcp::InputRequest *request = questions()->open().constFirst();
    const bool isVisit = Mcp::Elicitation(request->params()).mode() == Mcp::Elicitation::Mode::Url;
    showQuestion();
    QTRY_VERIFY(text(u"questionTitle"_s).startsWith(m_server.name));
    if (request->kind() == Mcp::InputRequest::Kind::Roots) {
        shareFolder();
    } else if (request->kind() == Mcp::InputRequest::Kind::Sampling) {
        QTest::keyClicks(QApplication::focusWidget(), u"Hello person"_s);
    } else if (isVisit) {
        click(u"visitOpen"_s);
    } else if (auto *choice = m_harness->find<QComboBox>(u"input:/interpretation"_s)) {
        choice->setFocus();
        QTest::keyClicks(choice, u"Python snake"_s);
    } else {
        QTest::keyClicks(find<QLineEdit>(u"input:/name"_s), u"Zoe"_s);
    }
    click(u"questionAccept"_s);
    QTRY_VERIFY(questions()->open().size() < before);
}

int RealWindow::sent(const QString &method) const
{
    const Mcp::TraceLog *trace = m_harness->orchestrator().server(m_server.name)->trace();
    int count = 0;
    for (int i = 0; i < trace->count(); ++i) {
        const Mcp::TraceEntry &entry = trace->at(i);
        count += entry.message.kind() == Mcp::Message::Kind::Request && entry.method == method;
    }
    return count;
}

QByteArray RealWindow::result(const McpUi::CallPage *page)
{
    const Mcp::HistoryEntry *last =
            m_harness->orchestrator().history()->latest(m_server.name, page->subject());
    return last ? last->result + last->message.toUtf8() : "(nothing)"_ba;
}

McpUi::CallPage *RealWindow::callTool(const QString &tool, const QByteArray &arguments)
{
    McpUi::CallPage *page = openRow(openList(0, u"toolList"_s), tool);
    page->setArguments(Mcp::RawJson::fromText(arguments));
    return run(page) ? page : nullptr;
}

QString RealWindow::outcome(const McpUi::CallPage *page)
{
    return page->findChild<QLabel *>(u"resultOutcome"_s)->text();
}

QStringList RealWindow::notified(int column) const
{
    const auto *view = find<QAbstractItemView>(u"notificationsView"_s);
    QStringList all;
    for (int row = 0; row < view->model()->rowCount(); ++row)
        all += view->model()->index(row, column).data().toString();
    return all;
}

void RealWindow::chooseLevel(const QString &level)
{
    auto *box = find<QComboBox>(u"notificationsLevel"_s);
    box->setFocus();
    const int wanted = box->findData(level);
    QVERIFY(wanted >= 0);
    while (box->currentIndex() != wanted)
        QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    QTRY_COMPARE(m_harness->orchestrator().logLevel(m_server.name), level);
}
