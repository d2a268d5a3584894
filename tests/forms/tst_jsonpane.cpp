// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsonpane.h"
#include "forms/jsontextedit.h"
#include "schema/schemadocument.h"

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qtoolbutton.h>
#include <QtWidgets/qtooltip.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;

namespace {

const char *const kSchema = R"({"type":"object","properties":{"a":{"type":"string"},
  "n":{"type":"integer"},"list":{"type":"array","items":{"type":"integer"}}},"required":["n"]})";

/// About @p bytes of JSON in many rows.
QByteArray largeJson(qsizetype bytes)
{
    QByteArray text = "{\n  \"n\": 1,\n  \"list\": [\n";
    while (text.size() < bytes)
        text += "    12345,\n";
    return text + "    1\n  ]\n}";
}

} // namespace

/// The JSON side of the arguments by itself, by keys and clicks.
class TestJsonPane : public QObject
{
    Q_OBJECT

private:
    JsonTextEdit *edit() const { return m_pane->findChild<JsonTextEdit *>(u"jsonText"_s); }
    QString status() const { return m_pane->findChild<QLabel *>(u"jsonProblem"_s)->text(); }
    QAbstractButton *button(const QString &name) const
    {
        return m_top->findChild<QAbstractButton *>(name);
    }
    QString shown() const { return edit()->exactText(); }
    void click(const QString &name) { QTest::mouseClick(button(name), Qt::LeftButton); }
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
        m_pane->setSchema(Mcp::SchemaDocument(Mcp::RawJson::fromText(kSchema)));
        m_top->resize(420, 400);
        m_top->show();
        QVERIFY(QTest::qWaitForWindowActive(m_top.get()));
    }

    void syntaxErrorsHaveAPlace();
    void schemaProblemsHaveAPlace();
    void problemsFollowTheTyping();
    void stepsFromProblemToProblem();
    void gutterSaysWhatIsWrongAndGoesThere();
    void everythingCanBeUndone();
    void sameTextKeepsTheWayBack();
    void formatAndCompactKeepEveryCharacter();
    void formatKeepsTheCursorAtItsWord();
    void brokenTextIsNotLaidOut();
    void indentsWhileTyping();
    void indentsRowsByKeys();
    void marksThePartnerOfABracket();
    void tabGoesOn();
    void everyCharacterStays();
    void longTextsAreCheckedElsewhere();

private:
    std::unique_ptr<QWidget> m_top;
    JsonPane *m_pane = nullptr;
};

void TestJsonPane::syntaxErrorsHaveAPlace()
{
    m_pane->setText("{\n  \"a\": \"ü😀\", \"n\": tru\n}");
    QVERIFY(!m_pane->review().isJson());
    const JsonMark mark = m_pane->review().marks.constFirst();
    QCOMPARE(mark.line, 2);
    QCOMPARE(shown().sliced(mark.position).first(3), u"tru"_s);
    auto *place = button(u"jsonProblemPlace"_s);
    QVERIFY(place->isVisible());
    QCOMPARE(place->text(), u"✗ Line 2, column %1"_s.arg(mark.column));
    QCOMPARE(shown().split(u'\n').at(1).sliced(mark.column - 1).first(3), u"tru"_s);
    QTest::mouseClick(place, Qt::LeftButton);
    QVERIFY(edit()->hasFocus());
    QCOMPARE(edit()->textCursor().position(), mark.position);
}

void TestJsonPane::schemaProblemsHaveAPlace()
{
    m_pane->setText("{\n  \"a\": \"é\",\n  \"n\": \"seven\",\n  \"list\": [1, \"x\"]\n}");
    QVERIFY(m_pane->review().isJson());
    const QList<JsonMark> &marks = m_pane->review().marks;
    QCOMPARE(marks.size(), 2);
    QCOMPARE(shown().sliced(marks[0].position, marks[0].length), u"\"seven\""_s);
    QCOMPARE(marks[0].line, 3);
    QCOMPARE(shown().sliced(marks[1].position, marks[1].length), u"\"x\""_s);
    QCOMPARE(marks[1].line, 4);
    QVERIFY(status().startsWith("n "_L1));
    // A missing member is the matter of its object.
    m_pane->setText("{\n}");
    QCOMPARE(m_pane->review().marks.size(), 1);
    QCOMPARE(m_pane->review().marks[0].position, 0);
    QCOMPARE(m_pane->review().marks[0].length, 1);
    m_pane->setText("{\"n\": 1}");
    QVERIFY(m_pane->review().marks.isEmpty());
    QVERIFY(status().startsWith(u"✓"_s));
    QVERIFY(!button(u"jsonProblemPlace"_s)->isVisible());
}

void TestJsonPane::problemsFollowTheTyping()
{
    setText(u"{\"n\": 1"_s, u"}"_s);
    QVERIFY(status().startsWith(u"✓"_s));
    QTest::keyClicks(edit(), u"x"_s);
    QVERIFY(status().startsWith(u"✓"_s)); // not at every key
    QTRY_VERIFY(button(u"jsonProblemPlace"_s)->isVisible());
    QCOMPARE(edit()->rowMark(0), JsonTextEdit::RowMark::Syntax);
    QTest::keyClick(edit(), Qt::Key_Backspace);
    QTRY_VERIFY(status().startsWith(u"✓"_s));
    QCOMPARE(edit()->rowMark(0), JsonTextEdit::RowMark::None);
}

void TestJsonPane::stepsFromProblemToProblem()
{
    m_pane->setText("{\n\"n\": 1,\n\"list\": [\"x\",\n2,\n\"y\"], \"a\": 5}");
    edit()->setFocus();
    const auto row = [this] { return edit()->textCursor().blockNumber(); };
    const QList<int> rows{ 2, 4, 4, 2 };
    for (const int wanted : rows) {
        QTest::keyClick(edit(), Qt::Key_F8);
        QCOMPARE(row(), wanted);
    }
    QTest::keyClick(edit(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(row(), 4);
    QVERIFY(status().contains("(3 of 3)"_L1));
    click(u"jsonProblemNext"_s);
    QCOMPARE(row(), 2);
    QVERIFY(status().contains("(1 of 3)"_L1));
}

void TestJsonPane::gutterSaysWhatIsWrongAndGoesThere()
{
    m_pane->setText("{\n\"n\": 1,\n\"a\": 5}");
    QCOMPARE(edit()->rowMark(2), JsonTextEdit::RowMark::Schema);
    QCOMPARE(edit()->rowMark(1), JsonTextEdit::RowMark::None);
    QWidget *gutter = nullptr;
    for (QObject *child : edit()->children()) {
        if (child->inherits("McpUi::JsonGutter"))
            gutter = qobject_cast<QWidget *>(child);
    }
    if (!gutter)
        QFAIL("there is no gutter");
    const QList<JsonTextEdit::Row> rows = edit()->visibleRows();
    QCOMPARE(rows.size(), 3);
    const QPoint third(4, rows[2].top + rows[2].height / 2);
    QHelpEvent help(QEvent::ToolTip, third, gutter->mapToGlobal(third));
    QCoreApplication::sendEvent(gutter, &help);
    QVERIFY(QToolTip::text().contains("a must be"_L1));
    QToolTip::hideText();
    QTest::mouseClick(gutter, Qt::LeftButton, {}, third);
    QCOMPARE(edit()->textCursor().blockNumber(), 2);
    QVERIFY(edit()->hasFocus());
    // Wider for more digits.
    const int narrow = gutter->width();
    m_pane->setText(QByteArray(2000, '\n') + "{}");
    QVERIFY(gutter->width() > narrow);
}

void TestJsonPane::everythingCanBeUndone()
{
    m_pane->setText("{\"n\":1}");
    edit()->setFocus();
    edit()->goTo(6);
    QTest::keyClicks(edit(), u"2"_s);
    const QString typed = u"{\"n\":12}"_s;
    QCOMPARE(shown(), typed);
    QTest::keyClick(edit(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    const QString formatted = u"{\n  \"n\": 12\n}"_s;
    QCOMPARE(shown(), formatted);
    m_pane->setText("{\"other\":[]}"); // as the form does
    QTest::keySequence(edit(), QKeySequence::Undo);
    QCOMPARE(shown(), formatted);
    QTest::keySequence(edit(), QKeySequence::Undo);
    QCOMPARE(shown(), typed);
    QTest::keySequence(edit(), QKeySequence::Undo);
    QCOMPARE(shown(), u"{\"n\":1}"_s);
    QTest::keySequence(edit(), QKeySequence::Undo);
    QCOMPARE(shown(), u"{\"n\":1}"_s); // the first text is where it began
    for (int i = 0; i < 3; ++i)
        QTest::keySequence(edit(), QKeySequence::Redo);
    QCOMPARE(shown(), u"{\"other\":[]}"_s);
}

void TestJsonPane::sameTextKeepsTheWayBack()
{
    m_pane->setText("{}");
    QSignalSpy edited(m_pane, &JsonPane::edited);
    edit()->goTo(1);
    QTest::keyClicks(edit(), u" "_s);
    QCOMPARE(edited.size(), 1);
    m_pane->setText(m_pane->text());
    QCOMPARE(edited.size(), 1);
    QTest::keySequence(edit(), QKeySequence::Undo);
    QCOMPARE(m_pane->text(), "{}");
    QCOMPARE(edited.size(), 2);
}

void TestJsonPane::formatAndCompactKeepEveryCharacter()
{
    const QByteArray text =
            "{\"z\":1.0,\"n\":12345678901234567890,\"z\":\"\\u0061  b\",\"e\":1E400,\"l\":[]}";
    m_pane->setText(text);
    click(u"formatJson"_s);
    QCOMPARE(m_pane->text(), "{\n  \"z\": 1.0,\n  \"n\": 12345678901234567890,\n"
                             "  \"z\": \"\\u0061  b\",\n  \"e\": 1E400,\n  \"l\": []\n}");
    click(u"compactJson"_s);
    QCOMPARE(m_pane->text(), text);
    QTest::keySequence(edit(), QKeySequence::Undo);
    QVERIFY(m_pane->text().contains("\n  \"n\""));
    QTest::keySequence(edit(), QKeySequence::Undo);
    QCOMPARE(m_pane->text(), text);
    // What would be one row that nobody can edit stays.
    m_pane->setText(largeJson(200'000));
    click(u"compactJson"_s);
    QVERIFY(m_pane->text().contains('\n'));
}

void TestJsonPane::formatKeepsTheCursorAtItsWord()
{
    setText(u"{\"n\":1,\"list\":[1,"_s, u"2]}"_s);
    m_pane->format();
    QTextCursor cursor = edit()->textCursor();
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor, 6);
    QVERIFY(cursor.selectedText().contains(u'2'));
    QVERIFY(!cursor.selectedText().contains(u'1'));
}

void TestJsonPane::brokenTextIsNotLaidOut()
{
    m_pane->setText("{\"n\":1,}");
    click(u"formatJson"_s);
    QCOMPARE(m_pane->text(), "{\"n\":1,}");
    QCOMPARE(edit()->textCursor().position(), 7);
    QVERIFY(edit()->hasFocus());
    click(u"compactJson"_s);
    QCOMPARE(m_pane->text(), "{\"n\":1,}");
}

void TestJsonPane::indentsWhileTyping()
{
    setText({});
    QTest::keyClicks(edit(), u"{}"_s);
    QTest::keyClick(edit(), Qt::Key_Left);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(shown(), u"{\n  \n}"_s);
    QTest::keyClicks(edit(), u"\"list\": ["_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QTest::keyClicks(edit(), u"1,"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QTest::keyClicks(edit(), u"\"[\""_s); // not a bracket that opens
    QTest::keyClick(edit(), Qt::Key_Return);
    QTest::keyClicks(edit(), u"]"_s);
    QCOMPARE(shown(), u"{\n  \"list\": [\n    1,\n    \"[\"\n  ]\n}"_s);
    QTest::keySequence(edit(), QKeySequence::Undo);
    QCOMPARE(shown(), u"{\n  \"list\": [\n    1,\n    \"[\"\n    \n}"_s);
}

void TestJsonPane::indentsRowsByKeys()
{
    m_pane->setText("[\n1,\n2\n]");
    edit()->setFocus();
    edit()->goTo(2, 5); // two whole rows
    QTest::keyClick(edit(), Qt::Key_BracketRight, Qt::ControlModifier);
    QCOMPARE(shown(), u"[\n  1,\n  2\n]"_s);
    QTest::keySequence(edit(), QKeySequence::Undo);
    QCOMPARE(shown(), u"[\n1,\n2\n]"_s);
    edit()->goTo(2);
    QTest::keyClick(edit(), Qt::Key_BracketRight, Qt::ControlModifier);
    QTest::keyClick(edit(), Qt::Key_BracketLeft, Qt::ControlModifier);
    QTest::keyClick(edit(), Qt::Key_BracketLeft, Qt::ControlModifier);
    QCOMPARE(shown(), u"[\n1,\n2\n]"_s);
}

void TestJsonPane::marksThePartnerOfABracket()
{
    const auto marked = [this] {
        QList<int> places;
        for (const QTextEdit::ExtraSelection &one : edit()->extraSelections()) {
            const bool isBracket = one.format.hasProperty(QTextFormat::BackgroundBrush)
                                   && one.cursor.selectedText().size() == 1;
            if (isBracket)
                places.append(one.cursor.selectionStart());
        }
        return places;
    };
    setText({}, u"{\"n\": [1, \"]\", [2]]}"_s);
    QCOMPARE(marked(), QList<int>({ 0, 19 }));
    edit()->goTo(6);
    QCOMPARE(marked(), QList<int>({ 6, 18 }));
    edit()->goTo(19); // between the two closing ones: that in front of the cursor's right
    QCOMPARE(marked(), QList<int>({ 0, 19 }));
    edit()->goTo(11); // in the string
    QCOMPARE(marked(), QList<int>());
}

void TestJsonPane::tabGoesOn()
{
    setText(u"{"_s, u"}"_s);
    QTest::keyClick(edit(), Qt::Key_Tab);
    QVERIFY(!edit()->hasFocus());
    QCOMPARE(m_pane->text(), "{}");
}

void TestJsonPane::everyCharacterStays()
{
    // A no-break space, a line separator and a paragraph separator, which are legal in strings.
    const QByteArray text = "[\"a\u00a0b\u2028c\u2029d\"]";
    m_pane->setText(text);
    QCOMPARE(m_pane->text(), text);
    QVERIFY(m_pane->review().isJson());
    edit()->goTo(int(shown().size()));
    QTest::keyClicks(edit(), u" "_s);
    QCOMPARE(m_pane->text(), "[\"a\u00a0b\u2028c\\u2029d\"] "); // the same value
}

void TestJsonPane::longTextsAreCheckedElsewhere()
{
    const QByteArray large = largeJson(1024 * 1024);
    QElapsedTimer timer;
    timer.start();
    m_pane->setText(large);
    qInfo("1 MiB set in %lld ms", timer.restart());
    QCOMPARE(status(), u"Checking…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(status().startsWith(u"✓"_s), 20'000);
    qInfo("checked after %lld ms", timer.restart());
    edit()->goTo(int(large.size()) - 5);
    edit()->setFocus();
    timer.restart();
    QTest::keyClicks(edit(), u"x"_s);
    qInfo("a key: %lld ms", timer.restart());
    QTRY_VERIFY_WITH_TIMEOUT(button(u"jsonProblemPlace"_s)->isVisible(), 20'000);
    QVERIFY(m_pane->text() != large);
    QTest::keySequence(edit(), QKeySequence::Undo);
    QCOMPARE(m_pane->text(), large);
}

QTEST_MAIN(TestJsonPane)
#include "tst_jsonpane.moc"
