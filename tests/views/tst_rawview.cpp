// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resultharness.h"

#include "views/linetextview.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

namespace {

constexpr int kRaw = 2;

/// The raw tab of a result that is no tool result, so that it is the text and nothing else.
class RawHarness : public ResultHarness
{
public:
    explicit RawHarness(const QByteArray &json)
    {
        show(json);
        if (!QTest::qWaitFor([this] { return tabs()->isTabEnabled(kRaw); }, 60'000))
            qFatal("the result was not shown");
        openTab(kRaw);
        raw = find<LineTextView>("rawText");
        if (!raw)
            qFatal("no raw text");
        view.activateWindow();
        raw->setFocus();
    }

    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(raw, Qt::Key(key), modifiers);
    }
    void search(const QString &text)
    {
        key(Qt::Key_F, Qt::ControlModifier);
        find<QLineEdit>("rawFind.text")->setText(text);
    }
    QString findState() const { return text("rawFind.state"); }
    QString selected() const { return QString::fromUtf8(raw->selectedText()); }
    qsizetype line() const { return raw->lines().lineAt(raw->cursor()) + 1; }
    /// Is what @p offset stands for on the screen?
    bool isVisible(qsizetype offset) const
    {
        const qsizetype top = raw->verticalScrollBar()->value();
        const qsizetype row = raw->rows().rowOf(offset);
        return row >= top && row < top + raw->verticalScrollBar()->pageStep();
    }
    void clickGutter(int row)
    {
        const int height = raw->fontMetrics().lineSpacing();
        const int digits = 3 * raw->fontMetrics().horizontalAdvance(u'9');
        QTest::mouseClick(raw->viewport(), Qt::LeftButton, {},
                          { digits + 6 + height / 2, row * height + height / 2 });
    }

    LineTextView *raw = nullptr;
};

const QByteArray kSample = R"({"a":[1,2,{"b":"x"}],"c":{"d":[true,false]},"e":"Nadel"})";

} // namespace

class TestRawView : public QObject
{
    Q_OBJECT

private slots:
    void foldByClick();
    void foldByKeys();
    void foldMillionLines();
    void copyTakesWhatIsFolded();
    void keysMoveTheCursor();
    void findInPrettyText();
    void findOpensFolds();
    void findTakesTheSelection();
    void findInOneLongLine();
    void searchCanBeStopped();
    void otherLayoutIsSearchedAnew();
    void goToPointer();
    void goToPointerInLargeText();
    void wrapping();
    void menu();
};

void TestRawView::foldByClick()
{
    RawHarness ui(kSample);
    const qsizetype all = ui.raw->rows().rowCount();
    QCOMPARE(all, 16);
    ui.clickGutter(1); // "a": [
    QCOMPARE(ui.raw->rows().foldedTo(1), 7);
    QCOMPARE(ui.raw->rows().rowCount(), all - 6);
    ui.clickGutter(2); // now "c": {
    QCOMPARE(ui.raw->rows().rowCount(), all - 6 - 5);
    ui.clickGutter(1);
    QCOMPARE(ui.raw->rows().rowCount(), all - 5);
    ui.clickGutter(2); // 1, has nothing to fold
    QCOMPARE(ui.raw->rows().rowCount(), all - 5);
}

void TestRawView::foldByKeys()
{
    RawHarness ui(kSample);
    for (int i = 0; i < 2; ++i)
        ui.key(Qt::Key_Down);
    QCOMPARE(ui.line(), 3); // 1,
    ui.key(Qt::Key_Minus);  // the list it is in
    QCOMPARE(ui.raw->rows().foldedTo(1), 7);
    QCOMPARE(ui.line(), 2);
    ui.key(Qt::Key_Down);
    QCOMPARE(ui.line(), 9); // over what is folded
    ui.key(Qt::Key_Up);
    ui.key(Qt::Key_Plus);
    QVERIFY(!ui.raw->rows().hasFolds());
    ui.key(Qt::Key_Minus);
    ui.key(Qt::Key_Home);
    ui.key(Qt::Key_Minus);
    QCOMPARE(ui.raw->rows().rowCount(), 1);
    ui.key(Qt::Key_Asterisk);
    QCOMPARE(ui.raw->rows().rowCount(), 16);
}

void TestRawView::foldMillionLines()
{
    RawHarness ui("{\"list\":[" + QByteArray("1,").repeated(1'000'000) + "1],\"last\":[2]}");
    QTRY_VERIFY_WITH_TIMEOUT(ui.raw->lines().lineCount() > 1'000'000, 60'000);
    ui.raw->setFocus();
    ui.key(Qt::Key_Down);
    ui.key(Qt::Key_Minus);
    QCOMPARE(ui.raw->rows().rowCount(), 6);
    ui.key(Qt::Key_End);
    ui.key(Qt::Key_Up);
    ui.key(Qt::Key_Minus); // "last": [
    QCOMPARE(ui.raw->rows().rowCount(), 4);
    ui.search(u"2"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ui.findState(), u"1 of 1"_s, 60'000);
    QCOMPARE(ui.raw->rows().rowCount(), 6); // only the fold it was in is open
    QCOMPARE(ui.line(), 1'000'006);
}

void TestRawView::copyTakesWhatIsFolded()
{
    RawHarness ui(kSample);
    ui.clickGutter(1);
    ui.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(ui.raw->selectedText(), ui.raw->lines().text());
}

void TestRawView::keysMoveTheCursor()
{
    RawHarness ui(R"(["é😀x","second line is longer"])");
    ui.key(Qt::Key_Down);
    for (int i = 0; i < 5; ++i)
        ui.key(Qt::Key_Right);
    ui.key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(ui.selected(), u"😀"_s);
    ui.key(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(ui.selected().contains(u'\n'));
    ui.key(Qt::Key_Home);
    QVERIFY(!ui.raw->hasSelection());
    ui.key(Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(ui.raw->selectedText(), ui.raw->lines().text());
}

void TestRawView::findInPrettyText()
{
    RawHarness ui(kSample);
    ui.search(u"E"_s); // any case
    QTRY_COMPARE(ui.findState(), u"1 of 4"_s);
    QCOMPARE(ui.selected(), u"e"_s);
    QCOMPARE(ui.line(), 11); // true
    ui.key(Qt::Key_F3);
    ui.key(Qt::Key_F3);
    QCOMPARE(ui.findState(), u"3 of 4"_s);
    ui.key(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(ui.findState(), u"2 of 4"_s);
    ui.click("rawFind.case");
    QCOMPARE(ui.findState(), u"No match"_s);
    ui.click("rawFind.regex");
    ui.find<QLineEdit>("rawFind.text")->setText(u"^ +\"(a|c)\""_s);
    QTRY_COMPARE(ui.findState(), u"1 of 2"_s);
    QCOMPARE(ui.selected(), u"  \"a\""_s);
    ui.click("rawFind.close");
    QVERIFY(!ui.find("rawFind"));
}

void TestRawView::findOpensFolds()
{
    RawHarness ui(kSample);
    ui.clickGutter(0);
    QCOMPARE(ui.raw->rows().rowCount(), 1);
    ui.search(u"false"_s);
    QTRY_COMPARE(ui.findState(), u"1 of 1"_s);
    QCOMPARE(ui.line(), 12);
    QCOMPARE(ui.raw->rows().rowCount(), 16);
}

void TestRawView::findTakesTheSelection()
{
    RawHarness ui(R"(["abc","xabcx"])");
    ui.search(u"abc"_s);
    QTRY_COMPARE(ui.findState(), u"1 of 2"_s);
    ui.click("rawFind.close");
    QCOMPARE(ui.selected(), u"abc"_s);
    ui.key(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(ui.find<QLineEdit>("rawFind.text")->text(), u"abc"_s);
    QTRY_COMPARE(ui.findState(), u"1 of 2"_s);
}

void TestRawView::findInOneLongLine()
{
    QByteArray text(8'000'000, 'x');
    text.replace(7'654'321, 6, "needle");
    RawHarness ui("\"" + text + "\"");
    QTRY_VERIFY_WITH_TIMEOUT(ui.raw->lines().text().size() > 8'000'000, 60'000);
    QCOMPARE(ui.raw->lines().lineCount(), 1);
    ui.raw->setFocus();
    ui.search(u"Needle"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ui.findState(), u"1 of 1"_s, 60'000);
    QCOMPARE(ui.selected(), u"needle"_s);
    QVERIFY(ui.isVisible(7'654'322));
    QCOMPARE(ui.raw->horizontalScrollBar()->maximum(), 0); // it is wrapped
    ui.click("rawWrap");
    QVERIFY(ui.raw->horizontalScrollBar()->maximum() > 0);
    QVERIFY(ui.isVisible(7'654'322));
}

void TestRawView::searchCanBeStopped()
{
    RawHarness ui("\"" + QByteArray(60'000'000, 'x') + "\"");
    QTRY_VERIFY_WITH_TIMEOUT(ui.raw->lines().text().size() > 60'000'000, 60'000);
    ui.raw->setFocus();
    ui.search(u"nowhere"_s);
    QTRY_VERIFY(ui.find("rawFind.stop"));
    QVERIFY(ui.findState().startsWith(u"searching…"_s));
    ui.click("rawFind.stop");
    QVERIFY(!ui.find("rawFind.stop"));
    QVERIFY(!ui.findState().contains(u"No match"_s)); // that is not known
}

void TestRawView::otherLayoutIsSearchedAnew()
{
    RawHarness ui(R"({"a":1})");
    ui.search(u"\"a\": 1"_s);
    QTRY_COMPARE(ui.findState(), u"1 of 1"_s);
    ui.click("rawAsReceived");
    QTRY_COMPARE(ui.findState(), u"No match"_s);
}

void TestRawView::goToPointer()
{
    RawHarness ui(kSample);
    ui.clickGutter(1);
    ui.key(Qt::Key_G, Qt::ControlModifier);
    auto *line = ui.find<QLineEdit>("rawPointer.text");
    QVERIFY(line);
    QTest::keyClicks(line, u"/a/2/b"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(ui.selected(), u"\"x\""_s);
    QVERIFY(!ui.raw->rows().hasFolds());
    line->setText(u"/c/d/2"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(ui.text("rawPointer.problem"), u"/c/d is an array without an element “2”"_s);
    QVERIFY(ui.selected().startsWith(u'['));
    line->setText(u"#/e"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(ui.selected(), u"\"Nadel\""_s);
    QCOMPARE(ui.text("rawPointer.problem"), QString());
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(!ui.find("rawPointer"));
}

void TestRawView::goToPointerInLargeText()
{
    QByteArray items;
    for (int i = 0; i < 50'000; ++i)
        items += "{\"id\":" + QByteArray::number(i) + "},";
    items.chop(1);
    RawHarness ui("[" + items + "]");
    QTRY_VERIFY_WITH_TIMEOUT(ui.raw->lines().lineCount() > 100'000, 60'000);
    ui.raw->setFocus();
    ui.key(Qt::Key_G, Qt::ControlModifier);
    auto *line = ui.find<QLineEdit>("rawPointer.text");
    QTest::keyClicks(line, u"/49999/id"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(ui.selected(), u"49999"_s);
    QVERIFY(ui.isVisible(ui.raw->cursor()));
}

void TestRawView::wrapping()
{
    RawHarness ui("[\"" + QByteArray(3000, 'w') + "\"]");
    QVERIFY(ui.raw->rows().rowCount() > 10);
    const qsizetype wide = ui.raw->rows().rowCount();
    ui.view.resize(400, 480);
    QTRY_VERIFY(ui.raw->rows().rowCount() > wide);
    ui.click("rawWrap");
    QCOMPARE(ui.raw->rows().rowCount(), 3);
}

void TestRawView::menu()
{
    RawHarness ui(kSample);
    ui.key(Qt::Key_Down);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), QPoint(5, 5));
    QCoreApplication::sendEvent(ui.raw->viewport(), &event);
    auto *menu = ui.raw->findChild<QMenu *>(u"rawMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_F);
    QCOMPARE(ui.raw->rows().foldedTo(1), 7);
}

QTEST_MAIN(TestRawView)
#include "tst_rawview.moc"
