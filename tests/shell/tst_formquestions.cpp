// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/askingwindow.h"

#include <QtCore/qelapsedtimer.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qplaintextedit.h>

using namespace Qt::Literals::StringLiterals;
using McpTest::form;
using McpTest::nameMember;

/// A server asks for values in the middle of a call: seen, filled in, answered, all three ways.
class TestFormQuestions : public McpTest::AskingWindow
{
    Q_OBJECT

private slots:
    void init() { makeHarness(); }
    void cleanup() { m_harness.reset(); }
    void accepted_data() { McpTest::addEras(); }
    void accepted();
    void threeAnswers_data();
    void threeAnswers();
    void escapeKeepsWhatWasTyped();
    void escapeKeepsBrokenJson();
    void defaultsAndFormats();
    void invalidIsShownFirst();
    void tabLeadsToTheButtons();
    void titledAndLegacyChoices();
    void oddQuestions_data();
    void oddQuestions();
    void hugeQuestion();
};

void TestFormQuestions::accepted()
{
    QFETCH(const QString, era);
    startEra(era);
    askAndShow(form(nameMember));
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

/// Checklist 59.
void TestFormQuestions::threeAnswers()
{
    QFETCH(const QString, era);
    QFETCH(const QString, button);
    QFETCH(const QString, key);
    QFETCH(const QByteArray, answer);
    startEra(era);
    askAndShow(form(nameMember));
    if (key.isEmpty())
        click(button);
    else
        m_harness->key(key);
    QVERIFY2(answered().contains(answer), answered());
}

void TestFormQuestions::escapeKeepsWhatWasTyped()
{
    startEra(u"legacy"_s);
    askAndShow(form(nameMember));
    QTest::keyClicks(QApplication::focusWidget(), u"Zoe"_s);
    m_harness->key(u"Esc"_s);
    const auto *notice = find(u"questionNotice"_s);
    QVERIFY(notice->isVisible());
    QVERIFY(notice->findChild<QLabel *>()->text().contains(u"would be lost"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"!"_s); // more to lose
    m_harness->key(u"Esc"_s);
    QCOMPARE(questions()->open().size(), 1);
    m_harness->key(u"Ctrl+3"_s); // it stays, as it was left
    m_harness->key(u"Ctrl+5"_s);
    QCOMPARE(questions()->open().size(), 1);
    m_harness->key(u"Esc"_s);
    QVERIFY2(answered().contains(R"({"action":"cancel"})"), answered());
}

/// It is not JSON yet, and still what somebody has written.
void TestFormQuestions::escapeKeepsBrokenJson()
{
    startEra(u"modern"_s);
    askAndShow(form(nameMember));
    click(u"jsonMode"_s);
    auto *text = find(u"question"_s)->findChild<QPlainTextEdit *>(u"jsonText"_s);
    text->setPlainText(u"{\"name\": "_s);
    QTest::keyClick(text, Qt::Key_Escape);
    QTest::keyClicks(text, u"\"Zoe"_s);
    QTest::keyClick(text, Qt::Key_Escape);
    QCOMPARE(questions()->open().size(), 1);
    QTest::keyClick(text, Qt::Key_Escape);
    QTRY_VERIFY(questions()->open().isEmpty());
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
    askAndShow(form(nameMember, R"(,"required":["name"])"));
    const auto tabs = [] {
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
    const QString bar = find(u"callQuestion"_s)->findChild<QLabel *>(u"noticeText"_s)->text();
    QVERIFY(!bar.isEmpty() && !bar.contains(QChar(0x202e)));
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
    const QString bar = find(u"callQuestion"_s)->findChild<QLabel *>(u"noticeText"_s)->text();
    QVERIFY(!bar.isEmpty() && bar.size() < 240);
    QElapsedTimer time;
    time.start();
    m_harness->key(u"Ctrl+5"_s);
    QTRY_VERIFY(find(u"question"_s)->isVisible());
    QVERIFY2(time.elapsed() < 3000, qPrintable(QString::number(time.elapsed())));
    click(u"questionDecline"_s);
    QVERIFY(waitForQuestions(0));
}

QTEST_MAIN(TestFormQuestions)
#include "tst_formquestions.moc"
