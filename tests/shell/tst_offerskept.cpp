// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/offeringwindow.h"

#include "orchestrator/history.h"
#include "views/callpage.h"

#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qlistview.h>
#include <QtWidgets/qtreeview.h>

using namespace Qt::Literals::StringLiterals;
using Kind = Mcp::CallSubject::Kind;

namespace {

const QByteArray oldState =
        R"({"sideTab":1,"lists":{"%1":{"pages":[{"server":"s","tool":"echo","state":{}}]}}})";

} // namespace

/// What comes back of resources and prompts: over a restart of the program, from the history.
class TestOffersKept : public McpTest::OfferingWindow
{
    Q_OBJECT

private slots:
    void init() { makeOffers(); }
    void cleanup() { dropOffers(); }
    void pagesComeBack();
    void selectionsComeBack();
    void watchedAgain();
    void statesFromBefore();
    void historyReopens();
};

void TestOffersKept::pagesComeBack()
{
    open();
    start();
    McpUi::PageTabs *pages = m_harness->window().pages();
    pages->openWith(u"s"_s, { Kind::Prompt, u"greet"_s },
                    Mcp::RawJson::fromText(R"({"who":"me"})"));
    pages->openWith(u"s"_s, { Kind::ResourceTemplate, u"db://{t}"_s },
                    Mcp::RawJson::fromText(R"({"t":"x"})"));
    pages->open(u"s"_s, { Kind::Resource, u"demo://b"_s });
    find<QTabWidget>(u"sideTabs"_s)->setCurrentIndex(2);
    m_harness->close();
    open();
    pages = m_harness->window().pages();
    QCOMPARE(pages->count(), 3);
    QCOMPARE(pages->pageAt(0)->subject(), Mcp::CallSubject(Kind::Prompt, u"greet"_s));
    QCOMPARE(pages->pageAt(0)->arguments().toByteArray(), R"({"who":"me"})");
    QCOMPARE(pages->pageAt(1)->subject(), Mcp::CallSubject(Kind::ResourceTemplate, u"db://{t}"_s));
    QCOMPARE(pages->pageAt(1)->arguments().toByteArray(), R"({"t":"x"})");
    QCOMPARE(pages->pageAt(2)->subject(), Mcp::CallSubject(Kind::Resource, u"demo://b"_s));
    QCOMPARE(find<QTabWidget>(u"sideTabs"_s)->currentIndex(), 2);
}

/// Selected rows of all lists, over a refresh and over a restart of the program.
void TestOffersKept::selectionsComeBack()
{
    open();
    start();
    m_harness->key(u"Alt+2"_s);
    QTRY_COMPARE(tab(1), u"Resources 3"_s);
    const auto row = [this] { return find<QListView>(u"resourceList"_s)->currentIndex().row(); };
    for (int i = 0; i < 3; ++i)
        m_harness->key(u"Down"_s);
    QCOMPARE(row(), 2);
    m_harness->key(u"F5"_s);
    QTRY_COMPARE(m_peer->count(u"resources/list"_s), 2);
    QTRY_VERIFY(!listed()->isLoading());
    QTRY_COMPARE(row(), 2);
    m_harness->key(u"Alt+3"_s);
    QTRY_COMPARE(tab(2), u"Prompts 1"_s);
    m_harness->key(u"Down"_s);
    m_harness->close();
    open();
    start();
    QTRY_COMPARE(find<QListView>(u"promptList"_s)->currentIndex().row(), 0);
    m_harness->key(u"Alt+2"_s);
    QTRY_COMPARE(row(), 2);
}

void TestOffersKept::watchedAgain()
{
    open();
    start();
    m_harness->window().pages()->open(u"s"_s, { Kind::Resource, u"demo://b"_s });
    QTest::mouseClick(find<QAbstractButton>(u"watchButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_peer->count(u"resources/subscribe"_s), 1);
    m_harness->close();
    open();
    QVERIFY(find<QAbstractButton>(u"watchButton"_s)->isChecked());
    start();
    QTRY_COMPARE(m_peer->count(u"resources/subscribe"_s), 2);
    m_harness->key(u"Ctrl+Shift+W"_s); // as the button
    m_harness->close();
    open();
    QVERIFY(!find<QAbstractButton>(u"watchButton"_s)->isChecked());
}

void TestOffersKept::statesFromBefore()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_harness->statePath()).path()));
    QFile state(m_harness->statePath());
    QVERIFY(state.open(QIODevice::WriteOnly));
    state.write(QByteArray(oldState).replace("%1", m_harness->serversPath().toUtf8()));
    state.close();
    open();
    QCOMPARE(find<QTabWidget>(u"sideTabs"_s)->currentIndex(), 3); // the info
    QCOMPARE(m_harness->window().pages()->count(), 1);
    QCOMPARE(page()->subject(), Mcp::CallSubject(u"echo"_s));
}

void TestOffersKept::historyReopens()
{
    open();
    start();
    McpUi::PageTabs *pages = m_harness->window().pages();
    pages->openWith(u"s"_s, { Kind::ResourceTemplate, u"db://{t}"_s },
                    Mcp::RawJson::fromText(R"({"t":"first"})"))
            ->call();
    QTRY_COMPARE(m_harness->orchestrator().history()->count(), 1);
    m_harness->key(u"Ctrl+W"_s);
    QCOMPARE(pages->count(), 0);
    m_harness->key(u"Alt+7"_s);
    auto *table = find<QTreeView>(u"historyView"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(page());
    QCOMPARE(page()->subject(), Mcp::CallSubject(Kind::ResourceTemplate, u"db://{t}"_s));
    QCOMPARE(page()->arguments().toByteArray(), R"({"t":"first"})");
}

QTEST_MAIN(TestOffersKept)
#include "tst_offerskept.moc"
