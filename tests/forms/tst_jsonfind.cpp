// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsonpane.h"
#include "forms/jsontextedit.h"
#include "forms/textsearch.h"

#include <QtTest/qtest.h>
#include <QtWidgets/qabstractbutton.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;

/// Find in the JSON side of the arguments, by keys and clicks.
class TestJsonFind : public QObject
{
    Q_OBJECT

private:
    JsonTextEdit *edit() const { return m_pane->findChild<JsonTextEdit *>(u"jsonText"_s); }
    QLineEdit *needle() const { return m_pane->findChild<QLineEdit *>(u"jsonFindText"_s); }
    QString count() const { return m_pane->findChild<QLabel *>(u"jsonFindCount"_s)->text(); }
    void click(const QString &name)
    {
        QTest::mouseClick(m_top->findChild<QAbstractButton *>(name), Qt::LeftButton);
    }
    /// What stands in front of the cursor, and behind it.
    void setText(const QString &before, const QString &behind = {})
    {
        m_pane->setText((before + behind).toUtf8());
        edit()->goTo(int(before.size()));
        edit()->setFocus();
    }

private slots:
    void init()
    {
        m_top = std::make_unique<QWidget>();
        m_pane = new JsonPane(m_top.get());
        auto *layout = new QVBoxLayout(m_top.get());
        layout->addWidget(m_pane->tools());
        layout->addWidget(m_pane);
        m_top->resize(420, 400);
        m_top->show();
        QVERIFY(QTest::qWaitForWindowActive(m_top.get()));
    }

    void findsAndSteps();
    void findsByCaseAndExpression();
    void findFollowsTheText();
    void hopelessExpressionsEnd();
    void matchesAreBounded();

private:
    std::unique_ptr<QWidget> m_top;
    JsonPane *m_pane = nullptr;
};

void TestJsonFind::findsAndSteps()
{
    setText({}, u"{\"one\": 1,\n\"two\": \"one\",\n\"One\": 3}"_s);
    QTest::keyClick(edit(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(needle()->hasFocus());
    QTest::keyClicks(needle(), u"one"_s);
    QCOMPARE(count(), u"1 of 3"_s);
    QCOMPARE(edit()->textCursor().selectedText(), u"one"_s);
    QTest::keyClick(needle(), Qt::Key_Return);
    QCOMPARE(count(), u"2 of 3"_s);
    QCOMPARE(edit()->textCursor().blockNumber(), 1);
    QTest::keyClick(needle(), Qt::Key_F3);
    QCOMPARE(edit()->textCursor().selectedText(), u"One"_s);
    QTest::keyClick(needle(), Qt::Key_F3); // round the end
    QCOMPARE(count(), u"1 of 3"_s);
    QTest::keyClick(needle(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(count(), u"3 of 3"_s);
    click(u"jsonFindPrevious"_s);
    QCOMPARE(count(), u"2 of 3"_s);
    QTest::keyClick(needle(), Qt::Key_Escape);
    QVERIFY(!needle()->isVisible());
    QVERIFY(edit()->hasFocus());
    QTest::keyClick(edit(), Qt::Key_F3); // goes on with the bar closed
    QCOMPARE(edit()->textCursor().selectedText(), u"One"_s);
    click(u"findInJson"_s);
    QCOMPARE(needle()->text(), u"One"_s); // what is selected
}

void TestJsonFind::findsByCaseAndExpression()
{
    setText({}, u"{\"one\": 1,\n\"two\": 22,\n\"One\": 3}"_s);
    m_pane->find();
    QTest::keyClicks(needle(), u"One"_s);
    QCOMPARE(count(), u"1 of 2"_s);
    click(u"jsonFindCase"_s);
    QCOMPARE(count(), u"1 of 1"_s);
    QCOMPARE(edit()->textCursor().blockNumber(), 2);
    needle()->clear();
    click(u"jsonFindRegex"_s);
    QTest::keyClicks(needle(), u"\\d+,$"_s);
    QTRY_COMPARE(count(), u"1 of 2"_s);
    needle()->clear();
    QTest::keyClicks(needle(), u"("_s);
    QTRY_VERIFY(count().startsWith("Not a regular expression"_L1));
    needle()->clear();
    QTest::keyClicks(needle(), u"nowhere"_s);
    QTRY_COMPARE(count(), u"none"_s);
}

void TestJsonFind::findFollowsTheText()
{
    setText(u"[1, "_s, u"1]"_s);
    m_pane->find();
    QTest::keyClicks(needle(), u"1"_s);
    QVERIFY(count().endsWith("of 2"_L1));
    edit()->goTo(1);
    QTest::keyClicks(edit(), u"1"_s);
    QTRY_VERIFY(count().contains(u'3'));
}

void TestJsonFind::hopelessExpressionsEnd()
{
    m_pane->setText("\"" + QByteArray(300, 'a') + "!\"");
    m_pane->find();
    click(u"jsonFindRegex"_s);
    needle()->setText(u"(a+)+$x"_s);
    QTest::keyClicks(needle(), u"y"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!count().contains(u"…"_s), 20'000);
}

void TestJsonFind::matchesAreBounded()
{
    const TextMatches many = findMatches(QString(30'000, u'a'), { u"A"_s, false, false });
    QCOMPARE(many.list.size(), kMaxMatches);
    QVERIFY(many.hasMore);
    QVERIFY(findMatches(u"aaa"_s, { u"x*"_s, false, true }).list.isEmpty()); // only empty ones
    const TextMatches lines = findMatches(u"a\nb\na"_s, { u"^a$"_s, true, true });
    QCOMPARE(lines.list.size(), 2);
    QCOMPARE(lines.list.at(1).begin, 4);
}

QTEST_MAIN(TestJsonFind)
#include "tst_jsonfind.moc"
