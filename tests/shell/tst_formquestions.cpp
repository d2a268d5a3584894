// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/askingwindow.h"

#include "models/servermodel.h"
#include "views/questionspanel.h"
#include "views/questionview.h"

#include <QtCore/qelapsedtimer.h>
#include <QtGui/qaction.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qlistview.h>
#include <QtWidgets/qlistwidget.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qstatusbar.h>

using namespace Qt::Literals::StringLiterals;

/// A server asks for values in the middle of a call: seen, filled in, answered, all three ways.
class TestFormQuestions : public McpTest::AskingWindow
{
    Q_OBJECT

private slots:
    void init() { makeHarness(); }
    void cleanup() { m_harness.reset(); }
    void nothingComesUpByItself_data() { McpTest::addEras(); }
    void nothingComesUpByItself();
    void accepted_data() { McpTest::addEras(); }
    void accepted();
    void threeAnswers_data();
    void threeAnswers();
    void defaultsAndFormats();
    void invalidIsShownFirst();
    void tabLeadsToTheButtons();
    void titledAndLegacyChoices();
    void theWaitingPageLeadsThere_data() { McpTest::addEras(); }
    void theWaitingPageLeadsThere();
    void goneWithItsCall();
    void goneWithItsServer();
    void othersAreCalledMeanwhile();
    void several();
    void draftsStay();
    void oddQuestions_data();
    void oddQuestions();
    void hugeQuestion();
    void badgeAtTheServer();
    void switchedOff_data();
    void switchedOff();
};

namespace {

QByteArray form(const QByteArray &properties, const QByteArray &more = {},
                const QByteArray &message = "Which size?")
{
    return R"({"method":"elicitation/create","params":{"message":")" + message
           + R"(","requestedSchema":{"type":"object","properties":{)" + properties + '}' + more
           + "}}}";
}

const QByteArray name = R"("name":{"type":"string","minLength":2})";

} // namespace

void TestFormQuestions::nothingComesUpByItself()
{
    QFETCH(const QString, era);
    startEra(era);
    auto *page = m_harness->window().pages()->openWith(u"fake"_s, u"echo"_s, {});
    page->focusArguments();
    QWidget *const before = QApplication::focusWidget();
    QVERIFY(before);
    QVERIFY(!m_harness->window().findChild<QAction *>(u"showQuestionsAction"_s)->isEnabled());
    m_harness->orchestrator().callServerTool(u"fake"_s, u"ask"_s,
                                             Mcp::RawJson::fromText(form(name)));
    QVERIFY(waitForQuestions(1));
    QCOMPARE(QApplication::focusWidget(), before);
    QVERIFY(page->isVisible());
    QVERIFY(!find(u"questionsPanel"_s)->isVisible());
    QVERIFY(find(u"questionBar"_s)->isVisible());
    const QString bar = find(u"questionBar"_s)->findChild<QLabel *>(u"noticeText"_s)->text();
    QCOMPARE(bar, u"? fake asks: Which size?"_s);
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

void TestFormQuestions::accepted()
{
    QFETCH(const QString, era);
    startEra(era);
    askAndShow(form(name));
    QVERIFY(text(u"questionTitle"_s).startsWith("fake asks"_L1));
    QCOMPARE(find<QPlainTextEdit>(u"questionMessage.text"_s)->toPlainText(), u"Which size?"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"Zoe"_s);
    m_harness->key(u"Ctrl+Return"_s);
    QVERIFY(answered().contains(R"({"action":"accept","content":{"name":"Zoe"}})"));
    // Back to the page that has asked, with its result.
    QTRY_VERIFY(m_harness->window().pages()->currentPage()->isVisible());
    QVERIFY(!find(u"questionBar"_s)->isVisible());
}

void TestFormQuestions::threeAnswers_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("answer");
    for (const QString &era : { u"legacy"_s, u"modern"_s }) {
        const auto row = [&](const char *what, const QString &button, const QString &key,
                             const QByteArray &answer) {
            QTest::addRow("%s, %s", what, qPrintable(era)) << era << button << key << answer;
        };
        row("accept", u"questionAccept"_s, {}, R"({"action":"accept","content":{}})");
        row("decline", u"questionDecline"_s, {}, R"({"action":"decline"})");
        row("cancel", u"questionCancel"_s, {}, R"({"action":"cancel"})");
        row("Escape", {}, u"Esc"_s, R"({"action":"cancel"})");
    }
}

void TestFormQuestions::threeAnswers()
{
    QFETCH(const QString, era);
    QFETCH(const QString, button);
    QFETCH(const QString, key);
    QFETCH(const QByteArray, answer);
    startEra(era);
    askAndShow(form(name));
    if (key.isEmpty())
        click(button);
    else
        m_harness->key(key);
    QVERIFY2(answered().contains(answer), answered());
}

/// Checklist 63: defaults are filled in and sent as they stand.
void TestFormQuestions::defaultsAndFormats()
{
    startEra(u"modern"_s);
    askAndShow(form(R"("mail":{"type":"string","format":"email","default":"a@b.org"},)"
                    R"("n":{"type":"number","default":1.50},"b":{"type":"boolean","default":true})",
                    R"(,"required":["mail"])"));
    click(u"questionAccept"_s);
    QVERIFY2(answered().contains(R"({"mail":"a@b.org","n":1.50,"b":true})"), answered());
}

/// Checklist 63: the answer is checked before it goes out.
void TestFormQuestions::invalidIsShownFirst()
{
    startEra(u"legacy"_s);
    askAndShow(form(R"("mail":{"type":"string","format":"email"})", R"(,"required":["mail"])"));
    QTest::keyClicks(QApplication::focusWidget(), u"nobody"_s);
    click(u"questionAccept"_s);
    QCOMPARE(questions()->open().size(), 1);
    auto *accept = find<QAbstractButton>(u"questionAccept"_s);
    QCOMPARE(accept->text().remove(u'&'), u"Accept anyway"_s);
    // Mended, it is an ordinary answer again.
    QTest::keyClicks(QApplication::focusWidget(), u"@b.org"_s);
    QTRY_COMPARE(accept->text().remove(u'&'), u"Accept"_s);
    click(u"questionAccept"_s);
    QVERIFY2(answered().contains(R"({"mail":"nobody@b.org"})"), answered());
}

/// With the problem shown and without, and on to the rest of the window.
void TestFormQuestions::tabLeadsToTheButtons()
{
    startEra(u"legacy"_s);
    askAndShow(form(name, R"(,"required":["name"])"));
    const auto tabs = [this] {
        QStringList order;
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            order += QApplication::focusWidget()->objectName();
        }
        return order.join(u' ');
    };
    const QString buttons = u"questionAccept questionDecline questionCancel serverFilter"_s;
    const QString clean = tabs();
    QVERIFY2(clean.startsWith(u"formMode "_s + buttons), qPrintable(clean));
    click(u"questionAccept"_s);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"input:/name"_s);
    const QString broken = tabs();
    QVERIFY2(broken.contains(buttons), qPrintable(broken));
    m_harness->key(u"Esc"_s);
}

void TestFormQuestions::titledAndLegacyChoices()
{
    startEra(u"legacy"_s);
    askAndShow(form(R"("a":{"type":"string","enum":["x","y"],"enumNames":["Ex","Why"]},)"
                    R"("b":{"type":"string","oneOf":[{"const":"p","title":"Pea"},)"
                    R"({"const":"q","title":"Queue"}]},)"
                    R"("c":{"type":"array","items":{"type":"string","enum":["k","l"]},)"
                    R"("default":["l"]})",
                    R"(,"required":["a","b"])"));
    QVERIFY(!find(u"questionProblems"_s)->isVisible());
    QStringList offered;
    for (const QComboBox *choice : find(u"answer"_s)->findChildren<QComboBox *>()) {
        for (int i = 0; i < choice->count(); ++i)
            offered += choice->itemText(i);
    }
    for (const QString &title : { u"Why"_s, u"Queue"_s })
        QVERIFY2(offered.join(u'|').contains(title), qPrintable(offered.join(u'|')));
    m_harness->key(u"Esc"_s);
    QVERIFY(answered().contains("cancel"));
}

void TestFormQuestions::theWaitingPageLeadsThere()
{
    QFETCH(const QString, era);
    startEra(era);
    McpUi::CallPage *page = ask(form(name));
    QVERIFY(waitForQuestions(1));
    auto *notice = page->findChild<QWidget *>(u"callQuestion"_s);
    QTRY_VERIFY(notice->isVisible());
    const QString said = notice->findChild<QLabel *>(u"noticeText"_s)->text();
    QVERIFY2(said.contains("your answer: fake asks: Which size?"_L1), qPrintable(said));
    QTest::mouseClick(notice->findChild<QAbstractButton *>(u"noticeButton"_s), Qt::LeftButton);
    QTRY_VERIFY(find(u"question"_s)->isVisible());
    click(u"questionDecline"_s);
    QVERIFY(answered().contains("decline"));
    QTRY_VERIFY(!notice->isVisibleTo(page));
}

void TestFormQuestions::goneWithItsCall()
{
    startEra(u"modern"_s);
    McpUi::CallPage *page = ask(form(name));
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

void TestFormQuestions::goneWithItsServer()
{
    startEra(u"legacy"_s);
    askAndShow(form(name));
    m_harness->trigger(u"stopServerAction"_s);
    QVERIFY(waitForQuestions(0));
    QTRY_VERIFY(!find(u"questionsPanel"_s)->isVisible());
}

void TestFormQuestions::othersAreCalledMeanwhile()
{
    startEra(u"legacy"_s);
    ask(form(name));
    QVERIFY(waitForQuestions(1));
    auto *page = m_harness->window().pages()->openWith(u"fake"_s, u"echo"_s, {});
    page->call();
    QTRY_VERIFY(!page->isRunning());
    QVERIFY(m_harness->orchestrator().history()->latest(u"fake"_s, u"echo"_s));
    QCOMPARE(questions()->open().size(), 1);
}

void TestFormQuestions::several()
{
    startEra(u"legacy"_s);
    for (const QByteArray &message : { "One"_ba, "Two"_ba, "Three"_ba })
        m_harness->orchestrator().callServerTool(u"fake"_s, u"ask"_s,
                                                 Mcp::RawJson::fromText(form(name, {}, message)));
    QVERIFY(waitForQuestions(3));
    const QString bar = find(u"questionBar"_s)->findChild<QLabel *>(u"noticeText"_s)->text();
    QCOMPARE(bar, u"? fake asks: One · 2 more"_s);
    m_harness->key(u"Ctrl+5"_s);
    auto *list = find<QListWidget>(u"questionsList"_s);
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->count(), 3);
    QCOMPARE(list->item(1)->text(), u"fake asks: Two"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTRY_COMPARE(find<QPlainTextEdit>(u"questionMessage.text"_s)->toPlainText(), u"Two"_s);
    click(u"questionDecline"_s);
    QVERIFY(waitForQuestions(2));
    QCOMPARE(list->count(), 2);
    QTRY_VERIFY(find(u"question"_s)->isVisible()); // the next one
    click(u"questionDecline"_s);
    QVERIFY(waitForQuestions(1));
    QVERIFY(!list->isVisible());
}

void TestFormQuestions::draftsStay()
{
    startEra(u"legacy"_s);
    askAndShow(form(name));
    QTest::keyClicks(QApplication::focusWidget(), u"draft"_s);
    m_harness->key(u"Ctrl+3"_s);
    ask(form(R"("other":{"type":"string"})"));
    QVERIFY(waitForQuestions(1)); // its page is busy: one call a page
    m_harness->key(u"Ctrl+5"_s);
    QTRY_VERIFY(find(u"question"_s)->isVisible());
    click(u"questionAccept"_s);
    QVERIFY2(answered().contains(R"({"name":"draft"})"), answered());
}

void TestFormQuestions::oddQuestions_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no params") << "{}"_ba << u"no “message”"_s;
    QTest::newRow("no schema") << R"({"message":"m"})"_ba << u"“requestedSchema”"_s;
    QTest::newRow("nested")
            << R"({"message":"m","requestedSchema":{"type":"object","properties":{"o":)"
               R"({"type":"object","properties":{}}}}})"_ba
            << u"not flat: “o”"_s;
    QTest::newRow("turned") << "{\"message\":\"abc\\u202edef\",\"requestedSchema\":5}"_ba
                            << u"“requestedSchema”"_s;
}

void TestFormQuestions::oddQuestions()
{
    QFETCH(const QByteArray, params);
    QFETCH(const QString, problem);
    startEra(u"legacy"_s);
    askAndShow(R"({"method":"elicitation/create","params":)" + params + '}');
    QTRY_VERIFY(find(u"questionProblems"_s)->isVisible());
    const auto labels = find(u"questionProblems"_s)->findChildren<QLabel *>();
    QVERIFY2(labels.first()->text().contains(problem), qPrintable(labels.first()->text()));
    const QString shown = find<QPlainTextEdit>(u"questionMessage.text"_s)->toPlainText();
    QVERIFY(!shown.contains(QChar(0x202e)));
    const QString bar = find(u"questionBar"_s)->findChild<QLabel *>(u"noticeText"_s)->text();
    QVERIFY(!bar.contains(QChar(0x202e)));
    click(u"questionDecline"_s);
    QVERIFY(answered().contains("decline"));
}

void TestFormQuestions::hugeQuestion()
{
    QByteArray properties;
    for (int i = 0; i < 3000; ++i)
        properties += "\"field" + QByteArray::number(i) + "\":{\"type\":\"string\"},";
    startEra(u"legacy"_s);
    ask(form(properties.chopped(1), {}, QByteArray(2'000'000, 'w')));
    QVERIFY(waitForQuestions(1));
    const QString bar = find(u"questionBar"_s)->findChild<QLabel *>(u"noticeText"_s)->text();
    QVERIFY(bar.size() < 200);
    QElapsedTimer time;
    time.start();
    m_harness->key(u"Ctrl+5"_s);
    QTRY_VERIFY(find(u"question"_s)->isVisible());
    QVERIFY2(time.elapsed() < 3000, qPrintable(QString::number(time.elapsed())));
    click(u"questionDecline"_s);
    QVERIFY(waitForQuestions(0));
}

void TestFormQuestions::badgeAtTheServer()
{
    startEra(u"legacy"_s);
    McpUi::ServerModel *model = m_harness->window().findChild<McpUi::ServerModel *>();
    const QModelIndex row = model->index(0);
    QCOMPARE(row.data(McpUi::ServerModel::QuestionsRole).toInt(), 0);
    ask(form(name));
    QVERIFY(waitForQuestions(1));
    QCOMPARE(row.data(McpUi::ServerModel::QuestionsRole).toInt(), 1);
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains("1 question waits"_L1));
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains("1 question waits"_L1));
    questions()->open().first()->answer(Mcp::RawJson::fromText(R"({"action":"cancel"})"));
    QCOMPARE(row.data(McpUi::ServerModel::QuestionsRole).toInt(), 0);
}

void TestFormQuestions::switchedOff_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QByteArray>("answer");
    // 2025-11-25, client/elicitation: the method does not exist for who does not offer it.
    QTest::newRow("legacy") << u"legacy"_s << "-32601"_ba;
    // 2026-07-28, basic/index: the server sees that in the request, and refuses it.
    QTest::newRow("modern") << u"modern"_s << "-32021"_ba;
}

void TestFormQuestions::switchedOff()
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
    ask(form(name));
    QVERIFY2(answered().contains(answer), answered());
    QVERIFY(questions()->open().isEmpty());
}

QTEST_MAIN(TestFormQuestions)
#include "tst_formquestions.moc"
