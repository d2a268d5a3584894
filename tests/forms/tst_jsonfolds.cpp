// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/jsonfolds.h"
#include "forms/jsonpane.h"
#include "forms/jsontextedit.h"
#include "support/worktimer.h"

#include <QtGui/qclipboard.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;

namespace {

QString longString(qsizetype size)
{
    return QString(size, u'x') + u"needle"_s + QString(size, u'y');
}

/// An object with a string of a million characters in its middle row.
QString object(const QString &value) { return u"{\n  \"a\": \"%1\",\n  \"n\": 1\n}"_s.arg(value); }

} // namespace

/// Long strings in the JSON side of the arguments: shown folded, kept whole.
class TestJsonFolds : public QObject
{
    Q_OBJECT

private:
    JsonTextEdit *edit() const { return m_pane->findChild<JsonTextEdit *>(u"jsonText"_s); }
    QString shown() const { return edit()->toPlainText(); }
    QString whole() const { return QString::fromUtf8(m_pane->text()); }
    /// Where the stand-in begins in what is shown.
    int standIn() const { return int(shown().indexOf(u'\u27ea')); }
    void place(int position)
    {
        QTextCursor cursor = edit()->textCursor();
        cursor.setPosition(position);
        edit()->setTextCursor(cursor);
        edit()->setFocus();
    }

private slots:
    void init()
    {
        m_pane = std::make_unique<JsonPane>();
        m_pane->resize(420, 400);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

    void foldsComeBackWhole_data();
    void foldsComeBackWhole();
    void whatLooksLikeAFoldIsNone();
    void positionsAreThoseOfTheWholeText();
    void longStringsAreShownShortAndKept();
    void editingAroundAFold();
    void foldsAreTakenWhole();
    void cutAndPasteKeepTheWhole();
    void problemsBehindAFoldHaveTheirPlace();
    void findLooksInside();
    void longRowsDoNotFreeze();

private:
    std::unique_ptr<JsonPane> m_pane;
};

void TestJsonFolds::foldsComeBackWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    const QString big(50'000, u'x');
    QTest::newRow("none") << u"{\"a\": 1}"_s << 0;
    QTest::newRow("one") << object(big) << 1;
    QTest::newRow("two, one of them twice")
            << u"[\"%1\",\n\"%1\", \"%2\"]"_s.arg(big, QString(30'000, u'z')) << 3;
    QTest::newRow("escapes") << object(QString(u"\\\"\\n\\u00e4"_s).repeated(9000)) << 1;
    QTest::newRow("pairs") << object(QString(u"\U0001F600"_s).repeated(20'001)) << 1;
    QTest::newRow("open to the end") << u"\"%1"_s.arg(big) << 1;
    QTest::newRow("backslash at the end") << u"\"%1\\"_s.arg(big) << 1;
    QTest::newRow("numbers") << u"[%1 1]"_s.arg(QString(u"1,"_s).repeated(20'000)) << 1;
    QTest::newRow("just short enough") << object(QString(20'000, u'x')) << 0;
}

void TestJsonFolds::foldsComeBackWhole()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    JsonFolds folds;
    const QString shown = folds.fold(text);
    folds.scan(shown);
    QCOMPARE(folds.folds().size(), count);
    QCOMPARE(count == 0, shown == text);
    QVERIFY(shown.size() < 42'000);
    QVERIFY(shown.isValidUtf16());
    QVERIFY(folds.unfold(shown) == text);
}

void TestJsonFolds::whatLooksLikeAFoldIsNone()
{
    JsonFolds folds;
    const QString text = u"\u27ea1,000 characters folded #0\u27eb \u27ea"_s;
    QCOMPARE(folds.unfold(text), text);
    (void)folds.fold(object(QString(50'000, u'x')));
    QCOMPARE(folds.unfold(text), text); // of another length
}

void TestJsonFolds::positionsAreThoseOfTheWholeText()
{
    JsonFolds folds;
    const QString text = object(QString(50'000, u'x'));
    const QString shown = folds.fold(text);
    folds.scan(shown);
    const JsonFolds::Fold fold = folds.folds().constFirst();
    QCOMPARE(folds.toShown(5), 5);
    QCOMPARE(folds.toFull(5), 5);
    QCOMPARE(folds.toShown(25'000), fold.shownBegin);
    QCOMPARE(folds.toShown(25'000, true), fold.shownEnd());
    QCOMPARE(folds.toFull(fold.shownBegin + 3), fold.fullBegin);
    QCOMPARE(folds.toShown(int(text.indexOf(u"\"n\""_s))), int(shown.indexOf(u"\"n\""_s)));
    QCOMPARE(folds.toFull(int(shown.indexOf(u"\"n\""_s))), int(text.indexOf(u"\"n\""_s)));
    QCOMPARE(folds.toFull(int(shown.size())), int(text.size()));
}

void TestJsonFolds::longStringsAreShownShortAndKept()
{
    const QString text = object(longString(500'000));
    m_pane->setText(text.toUtf8());
    QVERIFY(shown().size() < 1000);
    QVERIFY(shown().contains("characters folded"_L1));
    QVERIFY(whole() == text);
    m_pane->setText("{}");
    QTest::keySequence(edit(), QKeySequence::Undo);
    QVERIFY(whole() == text);
}

void TestJsonFolds::editingAroundAFold()
{
    const QString text = object(longString(50'000));
    m_pane->setText(text.toUtf8());
    QSignalSpy edited(m_pane.get(), &JsonPane::edited);
    place(0);
    QTest::keyClicks(edit(), u" "_s);
    QCOMPARE(edited.size(), 1);
    QVERIFY(whole() == u' ' + text);
    m_pane->compact();
    QVERIFY(whole().size() > 100'000); // too long for one row: as before
    m_pane->format();
    QVERIFY(whole() == text);
}

void TestJsonFolds::foldsAreTakenWhole()
{
    const QString text = object(longString(50'000));
    m_pane->setText(text.toUtf8());
    const int begin = standIn();
    const int end = int(shown().indexOf(u'\u27eb')) + 1;
    place(begin);
    QTest::keyClick(edit(), Qt::Key_Right);
    QCOMPARE(edit()->textCursor().position(), end);
    QTest::keyClick(edit(), Qt::Key_Left);
    QCOMPARE(edit()->textCursor().position(), begin);
    QTest::keyClick(edit(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(edit()->textCursor().selectionEnd(), end);
    place(begin + 10);
    QTest::keyClicks(edit(), u"-"_s); // goes beside it
    QVERIFY(whole().size() == text.size() + 1);
    QTest::keySequence(edit(), QKeySequence::Undo);
    place(end);
    QTest::keyClick(edit(), Qt::Key_Backspace);
    QCOMPARE(standIn(), -1);
    QVERIFY(whole().size() < 1000);
    QTest::keySequence(edit(), QKeySequence::Undo);
    QVERIFY(whole() == text);
    place(begin);
    QTest::keyClick(edit(), Qt::Key_Delete);
    QCOMPARE(standIn(), -1);
}

void TestJsonFolds::cutAndPasteKeepTheWhole()
{
    const QString text = object(longString(50'000));
    m_pane->setText(text.toUtf8());
    edit()->setFocus();
    QTest::keySequence(edit(), QKeySequence::SelectAll);
    QTest::keySequence(edit(), QKeySequence::Cut);
    QVERIFY(QGuiApplication::clipboard()->text() == text);
    QCOMPARE(whole(), QString());
    QTest::keySequence(edit(), QKeySequence::Paste);
    QVERIFY(shown().size() < 1000);
    QVERIFY(whole() == text);
}

void TestJsonFolds::problemsBehindAFoldHaveTheirPlace()
{
    m_pane->setText(u"{\"a\": \"%1\", \"n\": tru}"_s.arg(longString(50'000)).toUtf8());
    edit()->setFocus();
    QTRY_VERIFY(edit()->rowMark(0) == JsonTextEdit::RowMark::Syntax);
    QTest::keyClick(edit(), Qt::Key_F8);
    QCOMPARE(edit()->textCursor().position(), int(shown().indexOf(u"tru"_s)));
}

void TestJsonFolds::findLooksInside()
{
    m_pane->setText(object(longString(50'000) + longString(50'000)).toUtf8());
    edit()->setFocus();
    m_pane->find();
    auto *needle = m_pane->findChild<QLineEdit *>(u"jsonFindText"_s);
    const auto *count = m_pane->findChild<QLabel *>(u"jsonFindCount"_s);
    QTest::keyClicks(needle, u"n"_s); // two in the string, one behind it
    QTRY_COMPARE(count->text(), u"1 of 3"_s);
    QCOMPARE(edit()->textCursor().selectionStart(), standIn());
    QTest::keyClick(needle, Qt::Key_Return);
    QCOMPARE(count->text(), u"2 of 3"_s);
    QTest::keyClick(needle, Qt::Key_Return);
    QCOMPARE(count->text(), u"3 of 3"_s);
    QCOMPARE(edit()->textCursor().selectionStart(), int(shown().lastIndexOf(u"n"_s)));
    QTest::keyClick(needle, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(count->text(), u"2 of 3"_s);
}

void TestJsonFolds::longRowsDoNotFreeze()
{
    // What has too many quotes to be folded. Wrapped it would take half a minute.
    QString row = u"["_s;
    while (row.size() < 500'000)
        row += u"\"x\","_s;
    row += u"1]"_s;
    McpTest::WorkTimer timer;
    timer.start();
    m_pane->setText(row.toUtf8());
    edit()->setFocus();
    QTest::keyClicks(edit(), u" "_s);
    QVERIFY(whole() == u' ' + row);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    // The same by pasting.
    init();
    edit()->setFocus();
    timer.restart();
    QGuiApplication::clipboard()->setText(row);
    QTest::keySequence(edit(), QKeySequence::Paste);
    QVERIFY(whole() == row);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_MAIN(TestJsonFolds)
#include "tst_jsonfolds.moc"
