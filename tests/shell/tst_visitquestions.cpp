// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/askingwindow.h"
#include "support/listener.h"

#include "json/jsontext.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qdesktopservices.h>
#include <QtGui/qguiapplication.h>
#include <QtGui/qtextobject.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qstatusbar.h>

using namespace Qt::Literals::StringLiterals;

/// A server wants an address visited: shown whole, opened only on a click, three answers.
class TestVisitQuestions : public McpTest::AskingWindow
{
    Q_OBJECT

public slots:
    void openUrl(const QUrl &url) { m_opened.append(url); }

private slots:
    void init();
    void cleanup();
    void openedThenAccepted_data() { McpTest::addEras(); }
    void openedThenAccepted();
    void nothingIsFetched();
    void copiedThenAccepted();
    void declined();
    void cancelled();
    void hostIsEmphasised();
    void deceptionIsConfirmed();
    void otherSchemesAreRefused_data();
    void otherSchemesAreRefused();
    void visitFirstThenCallAgain();
    void visitDoneByTheServer();
    void visitThatIsDone();
    void goneQuestionGivesTheKeyboardBack();

private:
    QList<QUrl> m_opened;
};

namespace {

QByteArray visit(const QString &url)
{
    return R"({"method":"elicitation/create","params":{"mode":"url","message":"Sign in",)"
           R"("elicitationId":"v1","url":)"
           + Mcp::JsonText::quote(url) + "}}";
}

} // namespace

void TestVisitQuestions::init()
{
    makeHarness();
    m_opened.clear();
    for (const char *scheme : { "https", "http", "file", "javascript" })
        QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "openUrl");
}

void TestVisitQuestions::cleanup()
{
    for (const char *scheme : { "https", "http", "file", "javascript" })
        QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
    m_harness.reset();
}

/// Checklist 61: consent first, then the browser, and the answer is a step of its own.
void TestVisitQuestions::openedThenAccepted()
{
    QFETCH(const QString, era);
    const QString url = u"https://login.example.org/authorize?state=a%20b&x=1"_s;
    startEra(era);
    askAndShow(visit(url));
    QVERIFY(text(u"questionTitle"_s).contains("fake wants you to visit login.example.org"_L1));
    QCOMPARE(find<QPlainTextEdit>(u"visitAddress"_s)->toPlainText(), url);
    QVERIFY(!find<QAbstractButton>(u"questionAccept"_s)->isEnabled());
    m_harness->key(u"Ctrl+Return"_s); // not yet
    QCOMPARE(questions()->open().size(), 1);
    QVERIFY(m_opened.isEmpty());
    click(u"visitOpen"_s);
    QCOMPARE(m_opened, QList<QUrl>{ QUrl(url) });
    QCOMPARE(questions()->open().size(), 1); // that it was opened is not the answer
    click(u"questionAccept"_s);
    QVERIFY2(answered().contains(R"({"action":"accept"})"), answered());
}

/// Checklist 61: nobody is at the address before the user is. Behind this one somebody listens.
void TestVisitQuestions::nothingIsFetched()
{
    McpTest::Listener listener;
    QVERIFY(listener.port() > 0);
    startEra(u"modern"_s);
    askAndShow(visit(u"http://127.0.0.1:%1/favicon.ico"_s.arg(listener.port())));
    click(u"visitCopy"_s);
    QTest::qWait(300);
    click(u"questionDecline"_s);
    QVERIFY(answered().contains("decline"));
    QVERIFY(!listener.wasVisited());
    QVERIFY(m_opened.isEmpty());
    QVERIFY(McpTest::Listener::visit(listener.port())); // it would have noticed
    QVERIFY(listener.wasVisited());
}

void TestVisitQuestions::copiedThenAccepted()
{
    startEra(u"legacy"_s);
    askAndShow(visit(u"https://example.org/x"_s));
    click(u"visitCopy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"https://example.org/x"_s);
    click(u"questionAccept"_s);
    QVERIFY(answered().contains("accept"));
    QVERIFY(m_opened.isEmpty());
}

void TestVisitQuestions::declined()
{
    startEra(u"legacy"_s);
    askAndShow(visit(u"https://example.org/x"_s));
    click(u"questionDecline"_s);
    QVERIFY(answered().contains(R"({"action":"decline"})"));
    QVERIFY(m_opened.isEmpty());
}

void TestVisitQuestions::cancelled()
{
    startEra(u"modern"_s);
    askAndShow(visit(u"https://example.org/x"_s));
    m_harness->key(u"Esc"_s);
    QVERIFY(answered().contains(R"({"action":"cancel"})"));
    QVERIFY(m_opened.isEmpty());
}

/// Checklist 61: the whole address, its host where the eye falls.
void TestVisitQuestions::hostIsEmphasised()
{
    startEra(u"legacy"_s);
    askAndShow(visit(u"https://example.org@evil.test/example.org"_s));
    const auto *address = find<QPlainTextEdit>(u"visitAddress"_s);
    QString bold;
    const QTextBlock block = address->document()->firstBlock();
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        if (part.fragment().charFormat().fontWeight() == QFont::Bold)
            bold += part.fragment().text();
    }
    QCOMPARE(bold, u"evil.test"_s);
    QVERIFY(address->isReadOnly());
    m_harness->key(u"Esc"_s);
}

/// Checklist 61: a host in Punycode is warned of.
void TestVisitQuestions::deceptionIsConfirmed()
{
    startEra(u"legacy"_s);
    askAndShow(visit(u"https://аррӏе.com/"_s));
    const auto warnings = find(u"questionProblems"_s)->findChildren<QLabel *>();
    QVERIFY2(warnings.first()->text().contains("Punycode"_L1),
             qPrintable(warnings.first()->text()));
    m_harness->prompter().agree = false;
    click(u"visitOpen"_s);
    QTRY_COMPARE(m_harness->prompter().questions.size(), 1);
    QVERIFY(m_harness->prompter().questions.first().text.contains("xn--80ak6aa92e.com"_L1));
    QTest::qWait(0);
    QVERIFY(m_opened.isEmpty());
    QVERIFY(!find<QAbstractButton>(u"questionAccept"_s)->isEnabled());
    m_harness->prompter().agree = true;
    click(u"visitOpen"_s);
    QTRY_COMPARE(m_opened.size(), 1);
    QTRY_VERIFY(find<QAbstractButton>(u"questionAccept"_s)->isEnabled());
}

void TestVisitQuestions::otherSchemesAreRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("javascript") << u"javascript:alert(1)"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("none") << QString();
}

/// Checklist 61: what is not of the web is never opened.
void TestVisitQuestions::otherSchemesAreRefused()
{
    QFETCH(const QString, url);
    startEra(u"legacy"_s);
    askAndShow(visit(url));
    QVERIFY(text(u"visitRefusal"_s).contains("does not open it"_L1));
    QVERIFY(!find<QAbstractButton>(u"visitOpen"_s)->isEnabled());
    click(u"visitCopy"_s);
    QVERIFY(!find<QAbstractButton>(u"questionAccept"_s)->isEnabled());
    click(u"questionDecline"_s);
    QVERIFY(answered().contains("decline"));
    QVERIFY(m_opened.isEmpty());
}

void TestVisitQuestions::visitFirstThenCallAgain()
{
    startFake({ u"--era"_s, u"legacy"_s, u"--scenario"_s, u"everything"_s });
    auto *page = m_harness->window().pages()->openWith(u"fake"_s, u"needs-visit"_s, {});
    page->call();
    QVERIFY(waitForQuestions(1));
    auto *notice = page->findChild<QWidget *>(u"callQuestion"_s);
    QTRY_VERIFY(notice->isVisible());
    auto *step = notice->findChild<QAbstractButton *>(u"noticeButton"_s);
    QCOMPARE(step->text(), u"Show the address"_s);
    QTest::mouseClick(step, Qt::LeftButton);
    click(u"visitOpen"_s);
    QCOMPARE(m_opened, QList<QUrl>{ QUrl(u"https://example.org/login"_s) });
    click(u"questionAccept"_s);
    QTRY_VERIFY(notice->isVisible());
    QCOMPARE(step->text(), u"Call again"_s);
    QTest::mouseClick(step, Qt::LeftButton);
    QTRY_VERIFY(m_harness->orchestrator()
                        .history()
                        ->latest(u"fake"_s, u"needs-visit"_s)
                        ->result.contains("visited"));
    QTRY_VERIFY(!notice->isVisible());
}

/// The server says so before anybody has looked at the address.
void TestVisitQuestions::visitDoneByTheServer()
{
    startFake({ u"--era"_s, u"legacy"_s, u"--scenario"_s, u"url-required"_s });
    auto *page = m_harness->window().pages()->openWith(u"fake"_s, u"echo"_s,
                                                       Mcp::RawJson::fromText(R"({"text":"a"})"));
    page->call();
    auto *notice = page->findChild<QWidget *>(u"callQuestion"_s);
    const auto *words = notice->findChild<QLabel *>(u"noticeText"_s);
    QTRY_VERIFY(notice->isVisible());
    QTRY_VERIFY2(words->text().contains(u"says that the visit is done"_s),
                 qPrintable(words->text()));
    QVERIFY(questions()->open().isEmpty());
    QTest::mouseClick(notice->findChild<QAbstractButton *>(u"noticeButton"_s), Qt::LeftButton);
    QTRY_COMPARE(find<QLabel>(u"resultOutcome"_s)->text(), u"✓ Success"_s);
    QVERIFY(!notice->isVisible());
}

void TestVisitQuestions::visitThatIsDone()
{
    startEra(u"legacy"_s);
    askAndShow(visit(u"https://example.org/x"_s));
    const auto completed = [this](const QByteArray &id) {
        emit m_harness->orchestrator().defaultClient(u"fake"_s)->notificationReceived(
                Mcp::Message::notification(
                        u"notifications/elicitation/complete"_s,
                        Mcp::RawJson::fromText("{\"elicitationId\":\"" + id + "\"}")));
    };
    completed("else");
    QCOMPARE(questions()->open().size(), 1);
    click(u"visitOpen"_s);
    click(u"questionAccept"_s);
    QVERIFY(answered().contains("accept"));
    completed("v1");
    const QString told = m_harness->window().findChild<QStatusBar *>()->currentMessage();
    QVERIFY2(told.contains("visit to example.org is done"_L1), qPrintable(told));
}

/// To its page: what is typed on must not filter a list somewhere.
void TestVisitQuestions::goneQuestionGivesTheKeyboardBack()
{
    startEra(u"legacy"_s);
    askAndShow(visit(u"https://example.org/x"_s));
    QTRY_VERIFY(find(u"question"_s)->isAncestorOf(QApplication::focusWidget()));
    McpUi::CallPage *page = m_harness->window().pages()->currentPage();
    page->cancel();
    QTRY_VERIFY(questions()->open().isEmpty());
    QTRY_VERIFY2(page->isAncestorOf(QApplication::focusWidget()),
                 qPrintable(QApplication::focusWidget() ? QApplication::focusWidget()->objectName()
                                                        : QString()));
}

QTEST_MAIN(TestVisitQuestions)
#include "tst_visitquestions.moc"
