// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/windowtest.h"

#include "client/offeringpeer.h"
#include "orchestrator/history.h"
#include "orchestrator/promptcatalog.h"
#include "orchestrator/resourcecatalog.h"
#include "server/tracelog.h"
#include "shell/pagetabs.h"
#include "shell/servercommands.h"
#include "shell/sidetabs.h"
#include "views/callpage.h"
#include "views/resourcespanel.h"

#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>
#include <QtGui/qaction.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistview.h>
#include <QtWidgets/qtreeview.h>

using namespace Qt::Literals::StringLiterals;
using Kind = Mcp::CallSubject::Kind;

namespace {

const QByteArray resources = R"({"resources":[{"uri":"demo://a","name":"a"},)"
                             R"({"uri":"demo://b","name":"b"}]})";
const QByteArray templates = R"({"resourceTemplates":[{"uriTemplate":"db://{t}","name":"rows"}]})";
const QByteArray prompts = R"({"prompts":[{"name":"greet","arguments":[{"name":"who"}]}]})";
const QByteArray contents = R"({"contents":[{"uri":"demo://b","text":"the text of b"}]})";
const QByteArray messages =
        R"({"messages":[{"role":"user","content":{"type":"text","text":"Hello"}}]})";
const QByteArray oldState =
        R"({"sideTab":1,"lists":{"%1":{"pages":[{"server":"s","tool":"echo","state":{}}]}}})";

} // namespace

/// Resources and prompts in the real window: the lists beside the tools', their pages, and what
/// comes back after a restart.
class TestOffers : public McpTest::WindowTest
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void listedWhenFirstShown();
    void enterOpensAndReads();
    void promptsByKeys();
    void listsThatChange();
    void changesKeepWhatIsBeingEdited();
    void notDeclared();
    void noToolsDeclared();
    void cannotBeListed();
    void serversWithoutTemplates();
    void pagesComeBack();
    void selectionsComeBack();
    void watchedAgain();
    void endedSubscriptionIsAskedForAgain();
    void expiredListsAreListedAgain();
    void statesFromBefore();
    void historyReopens();

private:
    void start()
    {
        m_harness->window().selectServer(u"s"_s);
        m_harness->window().commands()->start(u"s"_s);
        QVERIFY(m_harness->waitForState(u"s"_s, Mcp::Server::State::Ready));
    }
    /// Opens the window with the peer as the process of "s".
    void open()
    {
        m_harness->open();
        m_harness->orchestrator().server(u"s"_s)->setTransportFactory(m_peer->factory());
    }
    Mcp::ResourceCatalog *listed() const
    {
        return m_harness->orchestrator().resources(u"s"_s, Mcp::Resource::Kind::Resource);
    }
    McpUi::CallPage *page() const { return m_harness->window().pages()->currentPage(); }
    QString tab(int index) const { return find<QTabWidget>(u"sideTabs"_s)->tabText(index); }
    /// What stands in place of a panel's list.
    QString empty(const QString &panel) const
    {
        return find(panel)->findChild<QLabel *>(u"emptyTitle"_s)->text();
    }
    void clickEmpty(const QString &panel) const
    {
        QTest::mouseClick(find(panel)->findChild<QAbstractButton *>(u"emptyButton"_s),
                          Qt::LeftButton);
    }

    std::unique_ptr<McpTest::OfferingPeer> m_peer;
};

void TestOffers::init()
{
    m_peer = std::make_unique<McpTest::OfferingPeer>();
    m_peer->results.insert(u"resources/list"_s, resources);
    m_peer->results.insert(u"resources/templates/list"_s, templates);
    m_peer->results.insert(u"prompts/list"_s, prompts);
    m_peer->results.insert(u"resources/read"_s, contents);
    m_peer->results.insert(u"prompts/get"_s, messages);
    makeHarness();
    m_harness->addServer(u"s"_s, u"scripted"_s);
}

void TestOffers::cleanup()
{
    m_harness.reset();
    m_peer.reset();
}

void TestOffers::listedWhenFirstShown()
{
    open();
    start();
    QTRY_COMPARE(tab(0), u"Tools 0"_s);
    QCOMPARE(m_peer->count(u"resources/list"_s), 0); // nobody looks at them
    m_harness->key(u"Alt+2"_s);
    QVERIFY(find<QLineEdit>(u"resourceFilter"_s)->hasFocus());
    QTRY_COMPARE(tab(1), u"Resources 3"_s);
    QCOMPARE(find<QListView>(u"resourceList"_s)->model()->rowCount(), 3);
    m_harness->key(u"Alt+3"_s);
    QTRY_COMPARE(tab(2), u"Prompts 1"_s);
    m_harness->key(u"Alt+2"_s); // known by now
    QCOMPARE(m_peer->count(u"resources/list"_s), 1);
    m_harness->trigger(u"refreshToolsAction"_s);
    QTRY_COMPARE(m_peer->count(u"resources/list"_s), 2);
    QTRY_COMPARE(m_peer->count(u"resources/templates/list"_s), 2);
    QCOMPARE(m_peer->count(u"prompts/list"_s), 1);
}

void TestOffers::enterOpensAndReads()
{
    open();
    start();
    m_harness->key(u"Alt+2"_s);
    QTRY_COMPARE(tab(1), u"Resources 3"_s);
    auto *filter = find<QLineEdit>(u"resourceFilter"_s);
    QTest::keyClicks(filter, u"demo://b"_s);
    QTRY_COMPARE(find<QLabel>(u"resourceCount"_s)->text(), u"1 of 3"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(page());
    QCOMPARE(page()->subject(), Mcp::CallSubject(Kind::Resource, u"demo://b"_s));
    QTRY_COMPARE(find<QLabel>(u"resultOutcome"_s)->text(), u"✓ Success"_s);
    QCOMPARE(m_peer->count(u"resources/read"_s), 1);
}

void TestOffers::promptsByKeys()
{
    open();
    start();
    m_harness->key(u"Alt+3"_s);
    QTRY_COMPARE(tab(2), u"Prompts 1"_s);
    QTest::keyClick(find(u"promptFilter"_s), Qt::Key_Return);
    QVERIFY(page());
    auto *who = find<QLineEdit>(u"input:/who"_s);
    QTRY_VERIFY(who->hasFocus());
    QTest::keyClicks(who, u"you"_s);
    m_harness->key(u"Ctrl+Return"_s);
    QTRY_COMPARE(m_peer->asked(u"prompts/get"_s), R"({"name":"greet","arguments":{"who":"you"}})");
    QTRY_COMPARE(find<QLabel>(u"block1.title"_s)->text(), u"User · Text"_s);
}

void TestOffers::listsThatChange()
{
    open();
    start();
    m_harness->key(u"Alt+2"_s);
    QTRY_COMPARE(tab(1), u"Resources 3"_s);
    m_peer->results.insert(u"resources/list"_s, R"({"resources":[]})");
    m_peer->notify("notifications/resources/list_changed");
    QTRY_COMPARE(tab(1), u"Resources 3 •"_s);
    QTest::mouseClick(find<QAbstractButton>(u"refreshResourcesButton"_s), Qt::LeftButton);
    QTRY_COMPARE(tab(1), u"Resources 1"_s);
    m_harness->orchestrator().setRefreshOnListChanged(true);
    m_peer->results.insert(u"resources/list"_s, resources);
    m_peer->notify("notifications/resources/list_changed");
    QTRY_COMPARE(tab(1), u"Resources 3"_s);
}

void TestOffers::changesKeepWhatIsBeingEdited()
{
    open();
    start();
    m_harness->key(u"Alt+3"_s);
    QTRY_COMPARE(tab(2), u"Prompts 1"_s);
    QTest::keyClick(find(u"promptFilter"_s), Qt::Key_Return);
    QTest::keyClicks(find(u"input:/who"_s), u"half a na"_s);
    m_peer->results.insert(u"prompts/list"_s, R"({"prompts":[{"name":"greet","title":"Hi",)"
                                              R"("arguments":[{"name":"who"},{"name":"x"}]}]})");
    m_harness->orchestrator().prompts(u"s"_s)->refresh();
    QTRY_COMPARE(page()->title(), u"Hi"_s);
    QVERIFY(find(u"input:/x"_s)->isVisible());
    QCOMPARE(find<QLineEdit>(u"input:/who"_s)->text(), u"half a na"_s);
    QVERIFY(find(u"input:/who"_s)->hasFocus());
}

void TestOffers::notDeclared()
{
    m_peer->capabilities = R"({"tools":{}})";
    open();
    start();
    m_harness->key(u"Alt+2"_s);
    QTRY_COMPARE(empty(u"resourcesPanel"_s), u"No resources declared"_s);
    QCOMPARE(m_peer->count(u"resources/list"_s), 0);
    clickEmpty(u"resourcesPanel"_s);
    QTRY_COMPARE(tab(1), u"Resources 3"_s); // they were there all the same
}

/// Checklist 6. One that declares nothing at all is asked: tst_mainjob.
void TestOffers::noToolsDeclared()
{
    m_peer->capabilities = R"({"resources":{}})";
    m_peer->results.insert(u"tools/list"_s, R"({"tools":[{"name":"a"},{"name":"b"}]})");
    open();
    start();
    QTRY_COMPARE(empty(u"toolsPanel"_s), u"No tools declared"_s);
    m_harness->key(u"Alt+2"_s); // they come after the tools would
    QTRY_COMPARE(tab(1), u"Resources 3"_s);
    QCOMPARE(m_peer->count(u"tools/list"_s), 0);
    m_harness->key(u"Alt+1"_s);
    clickEmpty(u"toolsPanel"_s);
    QTRY_COMPARE(tab(0), u"Tools 2"_s);
}

void TestOffers::cannotBeListed()
{
    m_peer->results.remove(u"prompts/list"_s);
    open();
    QTRY_COMPARE(empty(u"promptsPanel"_s), u"s is not running"_s);
    start();
    m_harness->key(u"Alt+3"_s);
    QTRY_COMPARE(empty(u"promptsPanel"_s), u"The prompts could not be listed"_s);
    m_peer->results.insert(u"prompts/list"_s, prompts);
    clickEmpty(u"promptsPanel"_s);
    QTRY_COMPARE(tab(2), u"Prompts 1"_s);
}

void TestOffers::serversWithoutTemplates()
{
    m_peer->results.remove(u"resources/templates/list"_s);
    open();
    start();
    m_harness->key(u"Alt+2"_s);
    QTRY_COMPARE(tab(1), u"Resources 2"_s);
    QVERIFY(!find(u"resourceNotice"_s)->isVisible());
}

void TestOffers::pagesComeBack()
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
void TestOffers::selectionsComeBack()
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

void TestOffers::watchedAgain()
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

/// 2026-07-28, basic/patterns/subscriptions: a server may end one; the lists say so.
void TestOffers::endedSubscriptionIsAskedForAgain()
{
    startFake({ u"--era"_s, u"modern"_s, u"--scenario"_s, u"listen=end-answer"_s });
    const auto listens = [this] {
        const Mcp::TraceLog *trace = m_harness->orchestrator().server(u"fake"_s)->trace();
        int count = 0;
        for (int i = 0; i < trace->count(); ++i)
            count += trace->at(i).direction == Mcp::TraceEntry::Direction::Sent
                                     && trace->at(i).method == "subscriptions/listen"_L1
                             ? 1
                             : 0;
        return count;
    };
    auto *notice = find(u"toolNotice"_s);
    QTRY_VERIFY(notice->isVisible());
    auto *again = notice->findChild<QAbstractButton *>(u"noticeButton"_s);
    QTRY_COMPARE(again->text(), u"Watch again"_s);
    QCOMPARE(listens(), 1);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_COMPARE(listens(), 2);
    QTRY_VERIFY(again->isVisible()); // and it has ended that, too
    m_harness->trigger(u"refreshToolsAction"_s);
    QTRY_COMPARE(listens(), 3);
}

/// 2026-07-28, server/utilities/caching: what is out of date is asked for when it is shown again,
/// and what is not, is not.
void TestOffers::expiredListsAreListedAgain()
{
    const auto withTtl = [](QByteArray list, const QByteArray &ms) {
        return list.insert(list.size() - 1, R"(,"ttlMs":)" + ms);
    };
    m_peer->results.insert(u"resources/list"_s, withTtl(resources, "0"));
    m_peer->results.insert(u"prompts/list"_s, withTtl(prompts, "60000"));
    open();
    start();
    m_harness->key(u"Alt+2"_s);
    QTRY_COMPARE(tab(1), u"Resources 3"_s);
    m_harness->key(u"Alt+3"_s);
    QTRY_COMPARE(tab(2), u"Prompts 1"_s);
    m_harness->key(u"Alt+2"_s);
    QTRY_COMPARE(m_peer->count(u"resources/list"_s), 2);
    QTRY_VERIFY(!listed()->isLoading());
    m_harness->key(u"Alt+3"_s);
    QCOMPARE(m_peer->count(u"resources/templates/list"_s), 1); // says nothing of the kind
    m_harness->key(u"F5"_s);                                   // asks in any case
    QTRY_COMPARE(m_peer->count(u"prompts/list"_s), 2);
}

void TestOffers::statesFromBefore()
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

void TestOffers::historyReopens()
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

QTEST_MAIN(TestOffers)
#include "tst_offers.moc"
