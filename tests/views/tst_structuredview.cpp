// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "treeharness.h"

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
    void uncheckedIsNotWrong_data();
    void uncheckedIsNotWrong();
    void schemaThatComesLater();
    void missingStructuredContent();
    void errorsAreNotChecked();
    void nextResultClearsProblems();
    void sameJsonIsFolded();
    void manyTextsBesideALargeTree();
    void otherTextIsNotFolded_data();
    void otherTextIsNotFolded();
    void chosenTabStays();
};

void TestStructuredView::fits()
{
    SchemaHarness ui;
    ui.showChecked(structured(R"({"items":[{"price":1}],"total":1})"), kSchema);
    QVERIFY(!ui.find("schemaStrip"));
    ui.openTab(kStructured);
    QVERIFY(ui.text("structuredTitle").endsWith(u"fits the tool's output schema"_s));
    ui.show(structured(R"({"items":[]})")); // no schema
    QVERIFY(!ui.text("structuredTitle").contains(u"schema"_s));
}

void TestStructuredView::problemsAreListedAndMarked()
{
    SchemaHarness ui;
    ui.showChecked(structured(R"({"items":[{"price":1},{"price":"free"}]})"), kSchema);
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
    ui.showChecked(structured(R"({"total":0,"items":[{"price":null}]})"), kSchema);
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
    ui.showChecked(structured(R"({})"), kSchema);
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
    ui.showChecked(structured("{\"total\":1,\"items\":[" + items + "]}"), kSchema);
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

void TestStructuredView::uncheckedIsNotWrong_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("summary");
    const QString open = u"Not wholly checked against the tool's output schema"_s;
    QTest::newRow("leads outside") << R"({"properties":{"a":{"$ref":"https://example.org/a"}}})"_ba
                                   << R"({"a":1})"_ba << open;
    QTest::newRow("endless") << R"({"properties":{"a":{"$ref":"#/properties/a"}}})"_ba
                             << R"({"a":1})"_ba << open;
    QTest::newRow("wrong as well")
            << R"({"properties":{"b":{"type":"null"},"a":{"$ref":"#/properties/a"}}})"_ba
            << R"({"a":1,"b":2})"_ba << u"Does not fit the tool's output schema: 1 problem"_s;
}

/// What nobody knows is neither said to fit nor said not to.
void TestStructuredView::uncheckedIsNotWrong()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QString, summary);
    SchemaHarness ui;
    ui.showChecked(structured(value), schema);
    auto *title = ui.find<QAbstractButton>("schemaSummary");
    QVERIFY(title);
    QVERIFY2(title->text().endsWith(summary), qPrintable(title->text()));
    QCOMPARE(ui.find<QListWidget>("schemaProblems")->count(), summary.contains(u"fit"_s) ? 2 : 1);
    ui.openTab(kStructured);
    QVERIFY(!ui.text("structuredTitle").contains(u"fits"_s));
}

void TestStructuredView::schemaThatComesLater()
{
    SchemaHarness ui;
    ui.show(structured(R"({"total":1,"items":[{"price":"free"}]})"));
    QVERIFY(!ui.find("schemaStrip"));
    ui.view.setOutputSchema(RawJson::fromText(kSchema));
    QVERIFY(ui.find("schemaStrip"));
    QCOMPARE(ui.find<QListWidget>("schemaProblems")->count(), 1);
    ui.view.setOutputSchema(RawJson::fromText("{}")); // of the list, not of this result
    QVERIFY(ui.find("schemaStrip"));
}

void TestStructuredView::missingStructuredContent()
{
    SchemaHarness ui;
    ui.showChecked(R"({"content":[{"type":"text","text":"words"}]})", kSchema);
    QCOMPARE(ui.text("resultWarningText"),
             u"⚠ The tool has an output schema, but the result has no structured content."_s);
    // What is only found in a text is no structured content.
    ui.showChecked(R"({"content":[{"type":"text","text":"{\"total\":1}"}]})", kSchema);
    QVERIFY(ui.find("resultWarnings"));
    QVERIFY(!ui.find("schemaStrip"));
}

void TestStructuredView::errorsAreNotChecked()
{
    SchemaHarness ui;
    ui.showChecked(R"({"content":[{"type":"text","text":"no"}],"isError":true})", kSchema);
    QVERIFY(!ui.find("resultWarnings"));
    QVERIFY(!ui.find("schemaStrip"));
}

void TestStructuredView::nextResultClearsProblems()
{
    SchemaHarness ui;
    ui.showChecked(structured(R"({})"), kSchema);
    QVERIFY(ui.find("schemaStrip"));
    ui.showChecked(structured(R"({"total":1})"), kSchema);
    QVERIFY(!ui.find("schemaStrip"));
    ui.showChecked(structured(R"({})"), kSchema);
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

void TestStructuredView::manyTextsBesideALargeTree()
{
    QByteArray tree = "{\"k\":0";
    for (int i = 0; i < 100'000; ++i)
        tree += ",\"k" + QByteArray::number(i) + "\":" + QByteArray::number(i);
    QByteArray blocks = R"({"type":"text","text":"{}"})";
    blocks += QByteArray(R"(,{"type":"text","text":"{\"a\":1}"})").repeated(1000);
    ResultHarness ui;
    QSignalSpy shown(&ui.view, &ResultView::shown);
    ui.show("{\"content\":[" + blocks + "],\"structuredContent\":" + tree + "}}");
    QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, 30'000); // not the tree read a thousand times
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

QTEST_MAIN(TestStructuredView)
#include "tst_structuredview.moc"
