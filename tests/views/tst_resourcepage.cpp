// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/pageharness.h"

#include "orchestrator/history.h"
#include "orchestrator/resourcecatalog.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtTest/qsignalspy.h>
#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qmenu.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qtoolbutton.h>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString readMe = u"file:///README.md"_s;
const QByteArray listed = R"({"resources":[{"uri":"file:///README.md","name":"README",)"
                          R"("title":"Read me","mimeType":"text/markdown","size":1834}]})";
const QByteArray readResult =
        R"({"contents":[{"uri":"file:///README.md","mimeType":"text/plain","text":"first"}]})";
const QByteArray docs = R"({"resourceTemplates":[{"uriTemplate":"demo://{section}/{name}{?lang}",)"
                        R"("name":"docs"}]})";
const QString docsTemplate = u"demo://{section}/{name}{?lang}"_s;

const QByteArray freshResult = R"({"resultType":"complete","ttlMs":60000,"cacheScope":"private",)"
                               R"("contents":[{"uri":"file:///README.md","text":"first"}]})";
const QByteArray otherParams = R"({"uri":"file:///OTHER.md"})";
const QByteArray readMeParams = R"({"uri":"file:///README.md"})";
const QByteArray expandedParams = R"({"uri":"demo://s/%C3%A9?lang="})";
const QString uriMember = uR"("uri":"demo://s/n")"_s;

} // namespace

/// The pages of resources and of templates, by keys and clicks.
class TestResourcePage : public McpTest::PageHarness
{
    Q_OBJECT

private slots:
    void init() { makeServer(); }
    void cleanup() { dropAll(); }
    void enterReadsAtOnce();
    void aStoppedServerIsNotStartedByLooking();
    void everyKindOfContents();
    void problemsAreWarnings();
    void watching();
    void refusedWatching();
    void updatesAreReadByThemselves();
    void endedIsWatchedAgainOrGivenUp();
    void freshForAWhile();
    void eachAddressByItself();
    void answersOfRoundsAreNotKept();
    void timeToLiveIsNoTimer();
    void templatePreview();
    void templateThatIsNone();
    void templateRead();
    void copies();

private:
    void open(Kind kind, const QString &name)
    {
        m_peer->results.insert(u"resources/list"_s, listed);
        m_peer->results.insert(u"resources/templates/list"_s, docs);
        if (!m_peer->results.contains(u"resources/read"_s))
            m_peer->results.insert(u"resources/read"_s, readResult);
        connectServer();
        for (const auto kindListed :
             { Mcp::Resource::Kind::Resource, Mcp::Resource::Kind::Template })
            m_orchestrator->resources(u"s"_s, kindListed)->refresh();
        QTRY_VERIFY(m_orchestrator->resources(u"s"_s, Mcp::Resource::Kind::Template)->isListed());
        show(kind, name);
    }
    void enterAndWait()
    {
        m_page->enter();
        QTRY_VERIFY(!m_page->isRunning());
        QTRY_COMPARE(find<QLabel>(u"resultOutcome"_s)->text(), u"✓ Success"_s);
    }
    QString text(const QString &label) const { return find<QLabel>(label)->text(); }
    bool isSeen(const QString &name) const { return find(name)->isVisible(); }
};

void TestResourcePage::enterReadsAtOnce()
{
    open(Kind::Resource, readMe);
    QCOMPARE(m_page->title(), u"Read me"_s);
    QVERIFY(isSeen(u"badge:text/markdown"_s));
    QVERIFY(isSeen(u"badge:1.8 KB"_s));
    QVERIFY(!isSeen(u"arguments"_s)); // there are none to fill in
    QCOMPARE(find<QPushButton>(u"callButton"_s)->text(), u"Read"_s);
    enterAndWait();
    QCOMPARE(m_peer->asked(u"resources/read"_s), readMeParams);
    QCOMPARE(text(u"block1.title"_s), u"Content"_s);
    QCOMPARE(find<QPlainTextEdit>(u"block1.pane.text"_s)->toPlainText(), u"first"_s);
    const Mcp::History *history = m_orchestrator->history();
    QCOMPARE(history->count(), 1);
    QCOMPARE(history->at(0).subject, Mcp::CallSubject(Kind::Resource, readMe));
    // Without a word from the server about how long it will do, it is read each time.
    enterAndWait();
    QCOMPARE(m_peer->count(u"resources/read"_s), 2);
}

void TestResourcePage::aStoppedServerIsNotStartedByLooking()
{
    show(Kind::Resource, readMe);
    QSignalSpy wanted(m_page.get(), &McpUi::CallPage::startRequested);
    m_page->enter();
    QVERIFY(!m_page->isRunning());
    QCOMPARE(wanted.size(), 0);
    QCOMPARE(find<QPushButton>(u"callButton"_s)->text(), u"Start and read"_s);
    QTest::mouseClick(find<QPushButton>(u"callButton"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void TestResourcePage::everyKindOfContents()
{
    m_peer->results.insert(
            u"resources/read"_s,
            R"({"contents":[{"uri":"ui://app","mimeType":"text/html","text":"<script>x</script>"},)"
            R"({"uri":"demo://b","blob":"AAECAw=="},)"
            R"({"uri":"demo://c","mimeType":"application/json","text":"{\"a\":[1.0]}"}]})");
    open(Kind::Resource, u"ui://app"_s);
    enterAndWait();
    // An app is shown, never run: its source as text.
    QCOMPARE(find<QPlainTextEdit>(u"block1.pane.text"_s)->toPlainText(), u"<script>x</script>"_s);
    QVERIFY(isSeen(u"block2"_s));
    QVERIFY(isSeen(u"block3"_s));
    QCOMPARE(text(u"block2.title"_s), u"Content"_s);
}

void TestResourcePage::problemsAreWarnings()
{
    m_peer->results.insert(u"resources/read"_s, R"({"contents":[{"text":"a"},{"uri":"x:y"}]})");
    open(Kind::Resource, readMe);
    enterAndWait();
    const QString warnings = text(u"resultWarningText"_s);
    QVERIFY2(warnings.contains(u"Content 1 has no uri"_s), qPrintable(warnings));
    QVERIFY2(warnings.contains(u"Content 2 has neither text nor blob"_s), qPrintable(warnings));
    m_peer->results.insert(u"resources/read"_s, "{}");
    m_page->enter();
    QTRY_COMPARE(text(u"resultOutcome"_s), u"⚠ Not a valid resource"_s);
}

void TestResourcePage::watching()
{
    open(Kind::Resource, readMe);
    enterAndWait();
    auto *watch = find<QPushButton>(u"watchButton"_s);
    QTest::mouseClick(watch, Qt::LeftButton);
    QTRY_COMPARE(text(u"watchState"_s), u"watching"_s);
    QCOMPARE(m_peer->asked(u"resources/subscribe"_s), readMeParams);
    QVERIFY(!isSeen(u"freshness"_s));
    m_peer->notify("notifications/resources/updated", R"({"uri":"file:///README.md"})");
    QTRY_VERIFY(text(u"freshness"_s).contains(u"changed on the server"_s));
    QVERIFY(m_orchestrator->resources(u"s"_s, Mcp::Resource::Kind::Resource)->isUpdated(readMe));
    QCOMPARE(m_peer->count(u"resources/read"_s), 1); // read again only on a click
    QTest::mouseClick(find<QPushButton>(u"callButton"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_page->isRunning());
    QTRY_VERIFY(!isSeen(u"freshness"_s));
    QVERIFY(!m_orchestrator->resources(u"s"_s, Mcp::Resource::Kind::Resource)->isUpdated(readMe));
    QTest::mouseClick(watch, Qt::LeftButton);
    QTRY_COMPARE(m_peer->count(u"resources/unsubscribe"_s), 1);
    QVERIFY(!isSeen(u"watchState"_s));
}

void TestResourcePage::refusedWatching()
{
    m_peer->reply = [this](const McpTest::ScriptedPeer::Sent &sent) {
        if (sent.message.method() != "resources/subscribe"_L1)
            return false;
        m_peer->refuse(sent, -32602, "Not that one");
        return true;
    };
    open(Kind::Resource, readMe);
    QTest::mouseClick(find<QPushButton>(u"watchButton"_s), Qt::LeftButton);
    QTRY_VERIFY2(text(u"watchState"_s).contains(u"refused"_s)
                         && text(u"watchState"_s).contains(u"Not that one"_s),
                 qPrintable(text(u"watchState"_s)));
}

void TestResourcePage::updatesAreReadByThemselves()
{
    open(Kind::Resource, readMe);
    enterAndWait();
    QTest::mouseClick(find<QPushButton>(u"watchButton"_s), Qt::LeftButton);
    auto *automatic = find<QCheckBox>(u"readUpdates"_s);
    QTRY_VERIFY(automatic->isVisible());
    automatic->click();
    m_peer->results.insert(u"resources/read"_s, R"({"contents":[{"uri":"a:b","text":"second"}]})");
    for (int i = 0; i < 20; ++i) // of a file below it, too
        m_peer->notify("notifications/resources/updated", R"({"uri":"file:///README.md/part"})");
    QTRY_COMPARE(find<QPlainTextEdit>(u"block1.pane.text"_s)->toPlainText(), u"second"_s);
    QCOMPARE(m_peer->count(u"resources/read"_s), 2); // a flood makes one reading
    const Mcp::History *const history = m_orchestrator->history();
    QCOMPARE(history->count(), 1); // what nobody asked for is not what the user did
    QTest::mouseClick(find<QPushButton>(u"callButton"_s), Qt::LeftButton);
    QTRY_COMPARE(history->count(), 2);
    QVERIFY(m_page->saveState().value("readUpdates").toBool());
}

/// 2026-07-28, basic/patterns/subscriptions: a server may end one; the user decides what then.
void TestResourcePage::endedIsWatchedAgainOrGivenUp()
{
    m_peer->revision = "2026-07-28";
    m_peer->results.insert(u"subscriptions/listen"_s, R"({"resultType":"complete"})");
    open(Kind::Resource, readMe);
    auto *watch = find<QPushButton>(u"watchButton"_s);
    QTest::mouseClick(watch, Qt::LeftButton);
    auto *again = find<QAbstractButton>(u"watchAgain"_s);
    QTRY_VERIFY(again->isVisible());
    const qsizetype before = m_peer->count(u"subscriptions/listen"_s);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_COMPARE(m_peer->count(u"subscriptions/listen"_s), before + 1);
    QTRY_VERIFY(again->isVisible()); // and has ended that one, too
    QVERIFY(watch->isChecked());
    QTest::mouseClick(watch, Qt::LeftButton);
    QVERIFY(!watch->isChecked());
    QTRY_VERIFY(!again->isVisible());
}

void TestResourcePage::freshForAWhile()
{
    m_peer->revision = "2026-07-28";
    m_peer->results.insert(u"resources/read"_s, freshResult);
    open(Kind::Resource, readMe);
    enterAndWait();
    QTRY_VERIFY2(text(u"freshness"_s).startsWith(u"up to date for "_s)
                         && text(u"freshness"_s).endsWith(u"(for you only)"_s),
                 qPrintable(text(u"freshness"_s)));
    m_page->enter(); // it will do
    QVERIFY(!m_page->isRunning());
    QTest::mouseClick(find<QPushButton>(u"callButton"_s), Qt::LeftButton); // asks in any case
    QVERIFY(m_page->isRunning());
    QTRY_COMPARE(m_peer->count(u"resources/read"_s), 2);
}

/// Checklist 48: what is fresh is one resource of one server.
void TestResourcePage::eachAddressByItself()
{
    m_peer->revision = "2026-07-28";
    m_peer->results.insert(u"resources/read"_s, freshResult);
    open(Kind::Resource, readMe);
    enterAndWait();
    show(Kind::Resource, u"file:///OTHER.md"_s);
    enterAndWait();
    QCOMPARE(m_peer->count(u"resources/read"_s), 2);
    QCOMPARE(m_peer->asked(u"resources/read"_s), otherParams);
    m_page->enter();
    QVERIFY(!m_page->isRunning());
}

/// Checklist 48: an answer to what the server asked back is good for once, whatever it says.
void TestResourcePage::answersOfRoundsAreNotKept()
{
    m_peer->revision = "2026-07-28";
    m_peer->results.insert(u"resources/read"_s, freshResult);
    m_peer->reply = [this](const McpTest::ScriptedPeer::Sent &sent) {
        const bool isFirst = !sent.message.params().contains("requestState");
        if (sent.message.method() != "resources/read"_L1 || !isFirst)
            return false;
        m_peer->answer(sent, R"({"resultType":"input_required","requestState":"s"})");
        return true;
    };
    open(Kind::Resource, readMe);
    enterAndWait();
    QCOMPARE(m_peer->count(u"resources/read"_s), 2);
    QVERIFY(!isSeen(u"freshness"_s));
    enterAndWait(); // asked for again
    QCOMPARE(m_peer->count(u"resources/read"_s), 4);
}

/// Checklist 49: nothing is asked for by itself because its time is over.
void TestResourcePage::timeToLiveIsNoTimer()
{
    m_peer->revision = "2026-07-28";
    m_peer->results.insert(u"resources/read"_s, QByteArray(freshResult).replace("60000", "1"));
    open(Kind::Resource, readMe);
    enterAndWait();
    const qsizetype before = m_peer->sent().size();
    QTRY_VERIFY(text(u"freshness"_s).startsWith(u"may be out of date"_s));
    QTest::qWait(1200); // longer than the clock of what is shown
    QCOMPARE(m_peer->sent().size(), before);
}

void TestResourcePage::templatePreview()
{
    open(Kind::ResourceTemplate, docsTemplate);
    auto *preview = find<QPlainTextEdit>(u"uriPreview"_s);
    QTRY_COMPARE(text(u"uriMissing"_s), u"Still missing: section, name"_s);
    auto *section = find<QLineEdit>(u"input:/section"_s);
    section->setFocus();
    QTest::keyClicks(section, u"a b"_s);
    QTRY_COMPARE(preview->toPlainText(), u"demo://a%20b/"_s);
    QCOMPARE(text(u"uriMissing"_s), u"Still missing: name"_s);
    QTest::keyClicks(find<QLineEdit>(u"input:/name"_s), u"x/y"_s);
    QTRY_COMPARE(preview->toPlainText(), u"demo://a%20b/x%2Fy"_s);
    QCOMPARE(text(u"uriMissing"_s), u"Left out: lang"_s);
}

void TestResourcePage::templateThatIsNone()
{
    open(Kind::ResourceTemplate, u"demo://{x"_s);
    QVERIFY2(text(u"uriMissing"_s).contains(u"no template of RFC 6570"_s),
             qPrintable(text(u"uriMissing"_s)));
    m_page->call();
    QTRY_COMPARE(text(u"resultOutcome"_s), u"✗ Not sent"_s);
}

void TestResourcePage::templateRead()
{
    open(Kind::ResourceTemplate, docsTemplate);
    // What is missing is a problem first, as in any form.
    QTest::mouseClick(find<QPushButton>(u"callButton"_s), Qt::LeftButton);
    QVERIFY(!m_page->isRunning());
    QCOMPARE(find<QPushButton>(u"callButton"_s)->text(), u"Read anyway"_s);
    m_page->setArguments(Mcp::RawJson::fromText(R"({"section":"s","name":"é","lang":""})"));
    QTRY_COMPARE(find<QPushButton>(u"callButton"_s)->text(), u"Read"_s);
    QTest::mouseClick(find<QPushButton>(u"callButton"_s), Qt::LeftButton);
    QTRY_COMPARE(text(u"resultOutcome"_s), u"✓ Success"_s);
    QCOMPARE(m_peer->asked(u"resources/read"_s), expandedParams);
    const Mcp::HistoryEntry &entry = m_orchestrator->history()->at(0);
    QCOMPARE(entry.subject, Mcp::CallSubject(Kind::ResourceTemplate, docsTemplate));
    QCOMPARE(entry.arguments.toByteArray(), R"({"section":"s","name":"é","lang":""})");
}

void TestResourcePage::copies()
{
    open(Kind::ResourceTemplate, docsTemplate);
    m_page->setArguments(Mcp::RawJson::fromText(R"({"section":"s","name":"n"})"));
    auto *menu = find<QToolButton>(u"copyAsButton"_s)->menu();
    menu->actions().at(0)->trigger();
    const QString request = QGuiApplication::clipboard()->text();
    QVERIFY2(request.contains(R"("method":"resources/read")"_L1), qPrintable(request));
    QVERIFY2(request.contains(uriMember), qPrintable(request));
    menu->actions().at(1)->trigger();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.endsWith("--method resources/read --uri demo://s/n"_L1), qPrintable(command));
}

QTEST_MAIN(TestResourcePage)
#include "tst_resourcepage.moc"
