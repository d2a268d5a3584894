// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resultharness.h"

#include "models/jsontreemodel.h"
#include "views/jsontreeview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;
using Mcp::RawJson;

namespace {

constexpr int kContent = 0;
constexpr int kStructured = 1;

const QByteArray kSchema = R"({"type":"object","required":["total"],"properties":{
    "items":{"type":"array","items":{"type":"object","properties":{"price":{"type":"number"}}}}}})";

QByteArray structured(const QByteArray &json)
{
    return R"({"content":[{"type":"text","text":"words"}],"structuredContent":)" + json + '}';
}

QString clipboard() { return QGuiApplication::clipboard()->text(); }

/// The result view of a tool with an output schema.
class SchemaHarness : public ResultHarness
{
public:
    void showChecked(const QByteArray &result, const QByteArray &schema = kSchema)
    {
        CallOutcome outcome;
        outcome.result = RawJson::fromText(result);
        outcome.toolName = u"tool"_s;
        outcome.outputSchema = RawJson::fromText(schema);
        view.setOutcome(outcome);
    }

    JsonTreeView *tree() const { return find<JsonTreeView>("jsonTree"); }
    QString pointer() const
    {
        return tree()->jsonModel()->pointer(tree()->currentIndex()).toString();
    }
    QLineEdit *line(const char *name) const { return find<QLineEdit>(name); }
    JsonTreeModel::Mark mark(const QModelIndex &index) const
    {
        return JsonTreeModel::Mark(index.data(JsonTreeModel::MarkRole).toInt());
    }

    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }

    QMenu *openMenu()
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(tree()->viewport(), &event);
        return tree()->findChild<QMenu *>(u"jsonTreeMenu"_s);
    }
};

} // namespace

class TestStructuredView : public QObject
{
    Q_OBJECT

private slots:
    void fits();
    void problemsAreListedAndMarked();
    void problemByKey();
    void theStripFolds();
    void largeValuesAreChecked();
    void missingStructuredContent();
    void errorsAreNotChecked();
    void nextResultClearsProblems();
    void sameJsonIsFolded();
    void otherTextIsNotFolded_data();
    void otherTextIsNotFolded();
    void chosenTabStays();
    void findByKeys();
    void findMarksNothing();
    void findInLargeValue();
    void goToPointer();
    void copiesRows();
    void expandAndCollapse();
    void starDoesNotReadAll();
};

void TestStructuredView::fits()
{
    SchemaHarness ui;
    ui.showChecked(structured(R"({"items":[{"price":1}],"total":1})"));
    QVERIFY(!ui.find("schemaStrip"));
    ui.openTab(kStructured);
    QVERIFY(ui.text("structuredTitle").endsWith(u"fits the tool's output schema"_s));
    ui.show(structured(R"({"items":[]})")); // no schema
    QVERIFY(!ui.text("structuredTitle").contains(u"schema"_s));
}

void TestStructuredView::problemsAreListedAndMarked()
{
    SchemaHarness ui;
    ui.showChecked(structured(R"({"items":[{"price":1},{"price":"free"}]})"));
    QCOMPARE(ui.tab(), u"Content"_s); // the result is shown all the same
    auto *list = ui.find<QListWidget>("schemaProblems");
    QVERIFY(list);
    QCOMPARE(list->count(), 2);
    QVERIFY(ui.find<QAbstractButton>("schemaSummary")
                    ->text()
                    .contains(u"Does not fit the tool's output schema: 2 problems"_s));
    int row = 0;
    while (row < 2 && !list->item(row)->text().startsWith(u"/items/1/price"_s))
        ++row;
    QVERIFY(row < 2);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualItemRect(list->item(row)).center());
    QCOMPARE(ui.tab(), u"Structured"_s);
    QCOMPARE(ui.pointer(), u"/items/1/price"_s);
    const QModelIndex price = ui.tree()->currentIndex().siblingAtColumn(0);
    QCOMPARE(ui.mark(price), JsonTreeModel::Mark::Own);
    QCOMPARE(ui.mark(price.parent()), JsonTreeModel::Mark::Below);
    QCOMPARE(ui.mark(price.parent().parent()), JsonTreeModel::Mark::Below);
    QCOMPARE(ui.mark(price.parent().siblingAtRow(0)), JsonTreeModel::Mark::None);
    QVERIFY(price.data(Qt::ToolTipRole).toString().contains(u"number"_s));
}

void TestStructuredView::problemByKey()
{
    SchemaHarness ui;
    QVERIFY(QTest::qWaitForWindowActive(&ui.view));
    ui.showChecked(structured(R"({"total":0,"items":[{"price":null}]})"));
    auto *list = ui.find<QListWidget>("schemaProblems");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(ui.tab(), u"Structured"_s);
    QCOMPARE(ui.pointer(), u"/items/0/price"_s);
    QVERIFY(ui.tree()->hasFocus());
}

void TestStructuredView::theStripFolds()
{
    SchemaHarness ui;
    ui.showChecked(structured(R"({})"));
    QVERIFY(ui.find("schemaProblems"));
    ui.click("schemaSummary");
    QVERIFY(!ui.find("schemaProblems"));
    ui.click("schemaSummary");
    QVERIFY(ui.find("schemaProblems"));
}

void TestStructuredView::largeValuesAreChecked()
{
    QByteArray items;
    for (int i = 0; i < 15'000; ++i)
        items += "{\"price\":" + QByteArray(i == 14'321 ? "\"free\"" : "10.50") + ",\"n\":1},";
    items.chop(1);
    SchemaHarness ui;
    QSignalSpy shown(&ui.view, &ResultView::shown);
    ui.showChecked(structured("{\"total\":1,\"items\":[" + items + "]}"));
    QTRY_COMPARE(shown.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(ui.find("schemaProblems"), 60'000);
    auto *list = ui.find<QListWidget>("schemaProblems");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(ui.pointer(), u"/items/14321/price"_s);
    const QModelIndex range = ui.tree()->currentIndex().parent().parent().siblingAtColumn(0);
    QCOMPARE(range.data().toString(), u"[14000 … 14999]"_s);
    QCOMPARE(ui.mark(range), JsonTreeModel::Mark::Below);
    QCOMPARE(ui.mark(range.siblingAtRow(3)), JsonTreeModel::Mark::None);
}

void TestStructuredView::missingStructuredContent()
{
    SchemaHarness ui;
    ui.showChecked(R"({"content":[{"type":"text","text":"words"}]})");
    QCOMPARE(ui.text("resultWarningText"),
             u"⚠ The tool has an output schema, but the result has no structured content."_s);
    // What is only found in a text is no structured content.
    ui.showChecked(R"({"content":[{"type":"text","text":"{\"total\":1}"}]})");
    QVERIFY(ui.find("resultWarnings"));
    QVERIFY(!ui.find("schemaStrip"));
}

void TestStructuredView::errorsAreNotChecked()
{
    SchemaHarness ui;
    ui.showChecked(R"({"content":[{"type":"text","text":"no"}],"isError":true})");
    QVERIFY(!ui.find("resultWarnings"));
    QVERIFY(!ui.find("schemaStrip"));
}

void TestStructuredView::nextResultClearsProblems()
{
    SchemaHarness ui;
    ui.showChecked(structured(R"({})"));
    QVERIFY(ui.find("schemaStrip"));
    ui.showChecked(structured(R"({"total":1})"));
    QVERIFY(!ui.find("schemaStrip"));
    ui.showChecked(structured(R"({})"));
    ui.ResultHarness::show(Mcp::Error::timeout(u"no"_s));
    QVERIFY(!ui.find("schemaStrip"));
}

void TestStructuredView::sameJsonIsFolded()
{
    ResultHarness ui;
    ui.show(R"({"content":[{"type":"text","text":"{\n  \"b\": 1.0, \"a\": \"x\"\n}"}],
                "structuredContent":{"a":"x","b":1}})");
    QCOMPARE(ui.tab(), u"Structured"_s); // the text has nothing to add
    ui.openTab(kContent);
    QVERIFY(!ui.find("block1"));
    QVERIFY(ui.find<QAbstractButton>("block1.unfold")
                    ->text()
                    .contains(u"the same JSON as the structured content"_s));
    ui.click("block1.unfold");
    QCOMPARE(ui.text("block1.pane.text"), u"{\n  \"b\": 1.0, \"a\": \"x\"\n}"_s);
    ui.click("block1.unfold");
    QVERIFY(!ui.find("block1"));
}

void TestStructuredView::otherTextIsNotFolded_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("another value") << QByteArray(R"({\"a\":2})");
    QTest::newRow("one member more") << QByteArray(R"({\"a\":1,\"b\":1})");
    QTest::newRow("with words") << QByteArray(R"(Here: {\"a\":1})");
    QTest::newRow("broken") << QByteArray(R"({\"a\":1)");
    QTest::newRow("a string of it") << QByteArray(R"(\"{\\\"a\\\":1}\")");
}

void TestStructuredView::otherTextIsNotFolded()
{
    QFETCH(const QByteArray, text);
    ResultHarness ui;
    ui.show("{\"content\":[{\"type\":\"text\",\"text\":\"" + text
            + "\"}],\"structuredContent\":{\"a\":1}}");
    QCOMPARE(ui.tab(), u"Content"_s);
    QVERIFY(ui.find("block1"));
    QVERIFY(!ui.find("block1.unfold"));
}

void TestStructuredView::chosenTabStays()
{
    const QByteArray same =
            R"({"content":[{"type":"text","text":"{\"a\":1}"}],"structuredContent":{"a":1}})";
    ResultHarness ui;
    ui.show(same);
    QCOMPARE(ui.tab(), u"Structured"_s);
    ui.openTab(kContent);
    ui.show(same);
    QCOMPARE(ui.tab(), u"Content"_s);
}

void TestStructuredView::findByKeys()
{
    SchemaHarness ui;
    ui.view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&ui.view));
    ui.show(structured(R"({"a":{"name":"Ann"},"b":[1,{"Name":"Bob","x":"name"}]})"));
    ui.openTab(kStructured);
    ui.tree()->setFocus();
    ui.key(Qt::Key_F, Qt::ControlModifier);
    auto *line = ui.line("treeFind.text");
    QVERIFY(line && line->hasFocus());
    QTest::keyClicks(line, u"NAME"_s);
    QTRY_COMPARE(ui.text("treeFind.state"), u"1 of 3"_s);
    QCOMPARE(ui.pointer(), u"/a/name"_s);
    ui.key(Qt::Key_Return);
    QCOMPARE(ui.pointer(), u"/b/1/Name"_s);
    ui.key(Qt::Key_F3);
    QCOMPARE(ui.pointer(), u"/b/1/x"_s);
    QCOMPARE(ui.text("treeFind.state"), u"3 of 3"_s);
    ui.key(Qt::Key_F3);
    QCOMPARE(ui.pointer(), u"/a/name"_s);
    ui.key(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(ui.pointer(), u"/b/1/x"_s);
    ui.click("treeFind.case");
    QCOMPARE(ui.text("treeFind.state"), u"No match"_s);
    ui.click("treeFind.case");
    ui.click("treeFind.regex");
    line->setText(u"^B.b$"_s);
    QTRY_COMPARE(ui.text("treeFind.state"), u"1 of 1"_s);
    QCOMPARE(ui.pointer(), u"/b/1/Name"_s);
    line->setText(u"(("_s);
    QTRY_VERIFY(ui.text("treeFind.state").startsWith(u"Not a regular expression"_s));
    line->setFocus();
    ui.key(Qt::Key_Escape);
    QVERIFY(!ui.find("treeFind"));
    QVERIFY(ui.tree()->hasFocus());
}

void TestStructuredView::findMarksNothing()
{
    SchemaHarness ui;
    ui.show(structured(R"({"a":1})"));
    ui.openTab(kStructured);
    ui.click("findStructured");
    ui.line("treeFind.text")->setText(u"zzz"_s);
    QTRY_COMPARE(ui.text("treeFind.state"), u"No match"_s);
    QVERIFY(!ui.find<QAbstractButton>("treeFind.next")->isEnabled());
    ui.show(structured(R"({"zzz":1})")); // an open bar searches the next value, too
    QCOMPARE(ui.text("treeFind.state"), u"1 of 1"_s);
}

void TestStructuredView::findInLargeValue()
{
    QByteArray items;
    for (int i = 0; i < 40'000; ++i)
        items += "{\"id\":" + QByteArray::number(i) + ",\"name\":\"caf\\u00e9 "
                 + QByteArray::number(i) + "\"},";
    items.chop(1);
    SchemaHarness ui;
    QSignalSpy shown(&ui.view, &ResultView::shown);
    ui.show(structured("[" + items + "]"));
    QTRY_COMPARE(shown.size(), 1);
    ui.openTab(kStructured);
    ui.click("findStructured");
    ui.line("treeFind.text")->setText(u"café 39999"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ui.text("treeFind.state"), u"1 of 1"_s, 60'000);
    QCOMPARE(ui.pointer(), u"/39999/name"_s);
    const QRect row = ui.tree()->visualRect(ui.tree()->currentIndex());
    QVERIFY(ui.tree()->viewport()->rect().contains(row.center()));
}

void TestStructuredView::goToPointer()
{
    SchemaHarness ui;
    QVERIFY(QTest::qWaitForWindowActive(&ui.view));
    ui.show(structured(R"({"a/b":{"c":[10,20]},"d":1})"));
    ui.openTab(kStructured);
    ui.tree()->setFocus();
    ui.key(Qt::Key_G, Qt::ControlModifier);
    auto *line = ui.line("treePointer.text");
    QVERIFY(line && line->hasFocus());
    QTest::keyClicks(line, u"/a~1b/c/1"_s);
    ui.key(Qt::Key_Return);
    QCOMPARE(ui.pointer(), u"/a~1b/c/1"_s);
    QCOMPARE(ui.text("treePointer.problem"), QString());
    line->setText(u"/a~1b/c/7/x"_s);
    ui.click("treePointer.go");
    QCOMPARE(ui.text("treePointer.problem"), u"/a~1b/c is an array without an element “7”"_s);
    QCOMPARE(ui.pointer(), u"/a~1b/c"_s);
    line->setText(u"a"_s);
    ui.click("treePointer.go");
    QVERIFY(ui.text("treePointer.problem").startsWith(u"Not a JSON pointer"_s));
    line->setFocus();
    ui.key(Qt::Key_Escape);
    QVERIFY(!ui.find("treePointer"));
}

void TestStructuredView::copiesRows()
{
    SchemaHarness ui;
    ui.show(structured(R"({"k\u00e9y":{ "b": 1.0},"list":["x"]})"));
    ui.openTab(kStructured);
    QTest::keyClick(ui.openMenu(), Qt::Key_R);
    QCOMPARE(clipboard(), u"\"k\\u00e9y\": { \"b\": 1.0}"_s);
    ui.tree()->reveal({ 1, 0 });
    QTest::keyClick(ui.openMenu(), Qt::Key_R);
    QCOMPARE(clipboard(), u"\"x\""_s);
}

void TestStructuredView::expandAndCollapse()
{
    SchemaHarness ui;
    ui.show(structured(R"([[[[[[[["deep"]]]]]]], 2])"));
    ui.openTab(kStructured);
    ui.tree()->setCurrentIndex(ui.tree()->model()->index(0, 0));
    QTest::keyClick(ui.openMenu(), Qt::Key_E);
    QModelIndex at = ui.tree()->model()->index(0, 0);
    int levels = 0;
    for (; at.isValid() && ui.tree()->isExpanded(at); ++levels)
        at = ui.tree()->model()->index(0, 0, at);
    QCOMPARE(levels, 7);
    QTest::keyClick(ui.openMenu(), Qt::Key_O);
    at = ui.tree()->model()->index(0, 0);
    QVERIFY(!ui.tree()->isExpanded(at));
    ui.tree()->expand(at); // nothing below is open any more
    QVERIFY(!ui.tree()->isExpanded(ui.tree()->model()->index(0, 0, at)));
}

void TestStructuredView::starDoesNotReadAll()
{
    SchemaHarness ui;
    QSignalSpy shown(&ui.view, &ResultView::shown);
    ui.show(structured("[" + QByteArray("[[1],[2]],").repeated(8000) + "0]"));
    QTRY_COMPARE(shown.size(), 1);
    ui.openTab(kStructured);
    QTest::keyClick(ui.tree(), Qt::Key_Asterisk);
    QTest::qWait(20);
    QVERIFY(ui.tree()->isExpanded(ui.tree()->model()->index(0, 0)));
    // Not the whole list: what "expand all below" opens has an end.
    QVERIFY(ui.tree()->model()->rowCount() <= 3000);
}

QTEST_MAIN(TestStructuredView)
#include "tst_structuredview.moc"
