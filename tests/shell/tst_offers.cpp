// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/offeringwindow.h"

#include "orchestrator/promptcatalog.h"
#include "server/tracelog.h"
#include "shell/sidetabs.h"
#include "views/callpage.h"
#include "views/resourcespanel.h"

#include <QtGui/qaction.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistview.h>
#include <QtWidgets/qtreeview.h>

using namespace Qt::Literals::StringLiterals;
using Kind = Mcp::CallSubject::Kind;

/// Resources and prompts in the real window: the lists beside the tools', and their pages.
class TestOffers : public McpTest::OfferingWindow
{
    Q_OBJECT

private slots:
    void init() { makeOffers(); }
    void cleanup() { dropOffers(); }
    void listedWhenFirstShown();
    void enterOpensAndReads();
    void promptsByKeys();
    void listsThatChange();
    void changesKeepWhatIsBeingEdited();
    void notDeclared();
    void noToolsDeclared();
    void cannotBeListed();
    void serversWithoutTemplates();
    void endedSubscriptionIsAskedForAgain();
    void expiredListsAreListedAgain();
};

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
    const QByteArray resources = m_peer->results.value(u"resources/list"_s);
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
    const QByteArray prompts = m_peer->results.take(u"prompts/list"_s);
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
    const auto setTtl = [this](const QString &method, const QByteArray &ms) {
        QByteArray &list = m_peer->results[method];
        list.insert(list.size() - 1, R"(,"ttlMs":)" + ms);
    };
    setTtl(u"resources/list"_s, "0");
    setTtl(u"prompts/list"_s, "60000");
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

QTEST_MAIN(TestOffers)
#include "tst_offers.moc"
