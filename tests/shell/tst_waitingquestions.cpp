// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/askingwindow.h"

#include "models/servermodel.h"
#include "support/testprocess.h"

#include <QtGui/qaction.h>
#include <QtWidgets/qlistwidget.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qprogressbar.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qstatusbar.h>

using namespace Qt::Literals::StringLiterals;
using McpTest::form;
using McpTest::nameMember;

/// Questions that wait: where they show, what leads to them, what makes them go, and that they
/// disturb nothing meanwhile.
class TestWaitingQuestions : public McpTest::AskingWindow
{
    Q_OBJECT

private slots:
    void init() { makeHarness(); }
    void cleanup() { m_harness.reset(); }
    void nothingComesUpByItself_data() { McpTest::addEras(); }
    void nothingComesUpByItself();
    void theOwnFirst();
    void theWaitingPageLeadsThere_data() { McpTest::addEras(); }
    void theWaitingPageLeadsThere();
    void goneWithItsCall();
    void typedIntoNothingElse();
    void goneWithItsServer();
    void othersAreCalledMeanwhile();
    void several();
    void draftsStay();
    void wizardStays();
    void wizardByKeyboard();
    void badgeAtTheServer();
    void switchedOff_data();
    void switchedOff();
};

void TestWaitingQuestions::nothingComesUpByItself()
{
    QFETCH(const QString, era);
    startEra(era);
    auto *page = m_harness->window().pages()->openWith(u"fake"_s, u"echo"_s, {});
    page->focusArguments();
    QWidget *const before = QApplication::focusWidget();
    QVERIFY(before);
    QVERIFY(!m_harness->window().findChild<QAction *>(u"showQuestionsAction"_s)->isEnabled());
    m_harness->orchestrator().callServerTool(u"fake"_s, u"ask"_s,
                                             Mcp::RawJson::fromText(form(nameMember)));
    QVERIFY(waitForQuestions(1));
    QCOMPARE(QApplication::focusWidget(), before);
    QVERIFY(page->isVisible());
    QVERIFY(!find(u"questionsPanel"_s)->isVisible());
    QVERIFY(find(u"questionBar"_s)->isVisible());
    const QString bar = find(u"questionBar"_s)->findChild<QLabel *>(u"noticeText"_s)->text();
    // Of a legacy server nobody can tell which call asks.
    QCOMPARE(bar,
             (era == u"modern"_s ? u"? ask of fake"_s : u"? fake"_s) + u" asks: Which size?"_s);
    // There by the button, back by the key, and the focus is where it was.
    QTest::mouseClick(find(u"questionBar"_s)->findChild<QAbstractButton *>(u"noticeButton"_s),
                      Qt::LeftButton);
    QTRY_VERIFY(find(u"question"_s)->isVisible());
    QVERIFY(!find(u"questionBar"_s)->isVisible());
    QVERIFY(find(u"question"_s)->isAncestorOf(QApplication::focusWidget()));
    m_harness->key(u"Ctrl+3"_s);
    QTRY_VERIFY(page->isVisible());
    QVERIFY(find(u"questionBar"_s)->isVisible());
    QVERIFY(page->isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(questions()->open().size(), 1);
}

/// Ctrl+5 goes to the question of the page in front, not to the oldest.
void TestWaitingQuestions::theOwnFirst()
{
    startEra(u"modern"_s);
    m_harness->orchestrator().callServerTool(u"fake"_s, u"ask"_s,
                                             Mcp::RawJson::fromText(form(nameMember, {}, "Other")));
    QVERIFY(waitForQuestions(1));
    ask(form(nameMember, {}, "Mine"));
    QVERIFY(waitForQuestions(2));
    m_harness->key(u"Ctrl+5"_s);
    QTRY_COMPARE(find<QPlainTextEdit>(u"questionMessage.text"_s)->toPlainText(), u"Mine"_s);
}

void TestWaitingQuestions::theWaitingPageLeadsThere()
{
    QFETCH(const QString, era);
    startEra(era);
    McpUi::CallPage *page = ask(form(nameMember));
    QVERIFY(waitForQuestions(1));
    auto *notice = page->findChild<QWidget *>(u"callQuestion"_s);
    QTRY_VERIFY(notice->isVisible());
    const QString said = notice->findChild<QLabel *>(u"noticeText"_s)->text();
    QVERIFY2(said.contains("your answer: fake asks: Which size?"_L1), qPrintable(said));
    QVERIFY(!find(u"questionBar"_s)->isVisible()); // once is enough
    const auto *bar = page->findChild<QProgressBar *>(u"progressBar"_s);
    QVERIFY2(bar->maximum() > 0, "it moves as if the server were at work");
    QCOMPARE(text(u"resultOutcome"_s), u"Waiting for you…"_s);
    const QString note = page->findChild<QLabel *>(u"resultNote"_s)->text();
    QVERIFY2(note.contains("waiting for your answer (Ctrl+5)"_L1, Qt::CaseInsensitive),
             qPrintable(note));
    auto *other = m_harness->window().pages()->openWith(u"fake"_s, u"echo"_s, {});
    QVERIFY(find(u"questionBar"_s)->isVisible());
    m_harness->window().pages()->setCurrentWidget(page);
    QVERIFY(other && !find(u"questionBar"_s)->isVisible());
    QTest::mouseClick(notice->findChild<QAbstractButton *>(u"noticeButton"_s), Qt::LeftButton);
    QTRY_VERIFY(find(u"question"_s)->isVisible());
    // A legacy server does not say of which call its question is.
    QCOMPARE(text(u"questionSubtitle"_s).contains("(ask)"_L1), era == "modern"_L1);
    click(u"questionDecline"_s);
    QVERIFY(answered().contains("decline"));
    QTRY_VERIFY(!notice->isVisibleTo(page));
}

void TestWaitingQuestions::goneWithItsCall()
{
    startEra(u"modern"_s);
    McpUi::CallPage *page = ask(form(nameMember));
    QVERIFY(waitForQuestions(1));
    m_harness->key(u"Ctrl+5"_s);
    QTRY_VERIFY(find(u"question"_s)->isVisible());
    page->cancel();
    QVERIFY(waitForQuestions(0));
    QTRY_VERIFY(page->isVisible());
    QVERIFY(!find(u"questionBar"_s)->isVisible());
    const QString told = m_harness->window().statusBar()->currentMessage();
    QVERIFY2(told.startsWith("The question of fake is gone"_L1), qPrintable(told));
}

/// Whatever a server takes back, no key that is meant for it presses a button of another question.
void TestWaitingQuestions::typedIntoNothingElse()
{
    startEra(u"modern"_s);
    McpUi::CallPage *page = ask(form(nameMember));
    QVERIFY(waitForQuestions(1));
    m_harness->orchestrator().callServerTool(
            u"fake"_s, u"ask"_s,
            Mcp::RawJson::fromText(
                    R"({"method":"elicitation/create","params":{"mode":"url","message":"Visit",)"
                    R"("url":"https://example.org/"}})"));
    QVERIFY(waitForQuestions(2));
    m_harness->key(u"Ctrl+5"_s);
    QTRY_VERIFY(find(u"question"_s)->isAncestorOf(QApplication::focusWidget()));
    page->cancel();
    QVERIFY(waitForQuestions(1));
    QTRY_VERIFY(find(u"visitOpen"_s)->isVisible());
    QVERIFY(!find(u"question"_s)->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(!find<QAbstractButton>(u"questionAccept"_s)->isEnabled()); // nothing was opened
    // It says how one gets there.
    const QWidget *panel = find(u"questionsPanel"_s);
    QCOMPARE(QApplication::focusWidget(), panel);
    const auto hints = [panel] {
        const QList<QLabel *> labels = panel->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains("Tab or Ctrl+5"_L1);
        });
    };
    QVERIFY(hints());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), find(u"visitOpen"_s));
    QVERIFY(!hints());
}

void TestWaitingQuestions::goneWithItsServer()
{
    startEra(u"legacy"_s);
    askAndShow(form(nameMember));
    m_harness->trigger(u"stopServerAction"_s);
    QVERIFY(waitForQuestions(0));
    QTRY_VERIFY(!find(u"questionsPanel"_s)->isVisible());
}

void TestWaitingQuestions::othersAreCalledMeanwhile()
{
    startEra(u"legacy"_s);
    ask(form(nameMember));
    QVERIFY(waitForQuestions(1));
    auto *page = m_harness->window().pages()->openWith(u"fake"_s, u"echo"_s, {});
    page->call();
    QTRY_VERIFY(!page->isRunning());
    QVERIFY(m_harness->orchestrator().history()->latest(u"fake"_s, u"echo"_s));
    QCOMPARE(questions()->open().size(), 1);
}

void TestWaitingQuestions::several()
{
    startEra(u"legacy"_s);
    for (const QByteArray &message : { "One"_ba, "Two"_ba, "Three"_ba })
        m_harness->orchestrator().callServerTool(
                u"fake"_s, u"ask"_s, Mcp::RawJson::fromText(form(nameMember, {}, message)));
    QVERIFY(waitForQuestions(3));
    const auto *bar = find(u"questionBar"_s)->findChild<QLabel *>(u"noticeText"_s);
    QTRY_COMPARE(bar->text(), u"? fake asks: One · 2 more"_s);
    m_harness->key(u"Ctrl+5"_s);
    auto *list = find<QListWidget>(u"questionsList"_s);
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->count(), 3);
    QCOMPARE(list->item(1)->text(), u"fake asks: Two"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTRY_COMPARE(find<QPlainTextEdit>(u"questionMessage.text"_s)->toPlainText(), u"Two"_s);
    QCOMPARE(QApplication::focusWidget(), list); // one goes on looking
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(find(u"question"_s)->isAncestorOf(QApplication::focusWidget()));
    click(u"questionDecline"_s);
    QVERIFY(waitForQuestions(2));
    QTRY_COMPARE(list->count(), 2);
    QTRY_VERIFY(find(u"question"_s)->isVisible()); // the next one
    click(u"questionDecline"_s);
    QVERIFY(waitForQuestions(1));
    QTRY_VERIFY(!list->isVisible());
}

void TestWaitingQuestions::draftsStay()
{
    startEra(u"legacy"_s);
    askAndShow(form(nameMember));
    QTest::keyClicks(QApplication::focusWidget(), u"draft"_s);
    m_harness->key(u"Ctrl+3"_s);
    ask(form(R"("other":{"type":"string"})"));
    QVERIFY(waitForQuestions(1)); // its page is busy: one call a page
    m_harness->key(u"Ctrl+5"_s);
    QTRY_VERIFY(find(u"question"_s)->isVisible());
    click(u"questionAccept"_s);
    QVERIFY2(answered().contains(R"({"name":"draft"})"), answered());
}

/// The panel stays between the steps, and goes with the last one.
void TestWaitingQuestions::wizardStays()
{
    m_harness->addServer(u"demo"_s, McpTest::programPath(u"mcp-demo-server"_s));
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"demo"_s));
    m_harness->window().pages()->openWith(u"demo"_s, u"wizard"_s, {})->call();
    QVERIFY(waitForQuestions(1));
    const auto *bar = find(u"callQuestion"_s)->findChild<QLabel *>(u"noticeText"_s);
    QVERIFY2(bar->text().contains(u": demo asks: Step 1"_s), qPrintable(bar->text()));
    m_harness->key(u"Ctrl+5"_s);
    const QWidget *panel = find(u"questionsPanel"_s);
    const auto message = [this] {
        const auto *text = m_harness->find<QPlainTextEdit>(u"questionMessage.text"_s);
        return text ? text->toPlainText() : QString();
    };
    for (const QString &step : { u"Step 1"_s, u"Step 2"_s, u"Step 3"_s }) {
        QTRY_VERIFY2(message().startsWith(step), qPrintable(message()));
        QVERIFY(panel->isVisible());
        click(u"questionAccept"_s);
        if (questions()->open().size() == 1) // what is missing was shown first
            click(u"questionAccept"_s);
        QVERIFY(panel->isVisible()); // what comes next comes here
    }
    QTRY_VERIFY(!panel->isVisible());
    QTRY_VERIFY(find<QLabel>(u"resultOutcome"_s)->isVisible());
}

/// Each step is typed into as soon as it is there.
void TestWaitingQuestions::wizardByKeyboard()
{
    m_harness->addServer(u"demo"_s, McpTest::programPath(u"mcp-demo-server"_s));
    m_harness->open();
    QVERIFY(m_harness->startAndList(u"demo"_s));
    m_harness->window().pages()->openWith(u"demo"_s, u"wizard"_s, {})->call();
    QVERIFY(waitForQuestions(1));
    m_harness->key(u"Ctrl+5"_s);
    for (const QString &step : { u"Step 1"_s, u"Step 2"_s, u"Step 3"_s }) {
        const auto isAsked = [&] {
            const auto *text = m_harness->find<QPlainTextEdit>(u"questionMessage.text"_s);
            return text && text->toPlainText().startsWith(step);
        };
        QTRY_VERIFY2(isAsked(), qPrintable(step));
        QTRY_VERIFY(find(u"question"_s)->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(!qobject_cast<QPushButton *>(QApplication::focusWidget()));
        const Mcp::InputRequest *asked = questions()->open().constFirst();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        if (questions()->open().contains(asked)) // what is missing was shown first
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    }
    QTRY_VERIFY(find<QLabel>(u"resultOutcome"_s)->isVisible());
}

void TestWaitingQuestions::badgeAtTheServer()
{
    startEra(u"legacy"_s);
    McpUi::ServerModel *model = m_harness->window().findChild<McpUi::ServerModel *>();
    const QModelIndex row = model->index(0);
    QCOMPARE(row.data(McpUi::ServerModel::QuestionsRole).toInt(), 0);
    ask(form(nameMember));
    QVERIFY(waitForQuestions(1));
    QCOMPARE(row.data(McpUi::ServerModel::QuestionsRole).toInt(), 1);
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains("1 question waits"_L1));
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains("1 question waits"_L1));
    questions()->open().first()->answer(Mcp::RawJson::fromText(R"({"action":"cancel"})"));
    QTRY_COMPARE(row.data(McpUi::ServerModel::QuestionsRole).toInt(), 0);
}

void TestWaitingQuestions::switchedOff_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QByteArray>("answer");
    // 2025-11-25, client/elicitation: the method does not exist for who does not offer it.
    QTest::newRow("legacy") << u"legacy"_s << "-32601"_ba;
    // 2026-07-28, basic/index: the server sees that in the request, and refuses it.
    QTest::newRow("modern") << u"modern"_s << "-32021"_ba;
}

void TestWaitingQuestions::switchedOff()
{
    QFETCH(const QString, era);
    QFETCH(const QByteArray, answer);
    m_harness->addServer(u"fake"_s, McpTest::fakeServerPath(), { u"--era"_s, era });
    m_harness->open();
    Mcp::ServerSpec spec = m_harness->orchestrator().server(u"fake"_s)->spec();
    spec.withheld.elicitationForm = true;
    spec.withheld.elicitationUrl = true;
    QVERIFY(!m_harness->orchestrator().updateServer(u"fake"_s, spec));
    QVERIFY(m_harness->startAndList(u"fake"_s));
    ask(form(nameMember));
    QVERIFY2(answered().contains(answer), answered());
    QVERIFY(questions()->open().isEmpty());
}

QTEST_MAIN(TestWaitingQuestions)
#include "tst_waitingquestions.moc"
