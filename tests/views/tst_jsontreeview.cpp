// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "treeharness.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

namespace {

constexpr int kStructured = 1;

QString clipboard() { return QGuiApplication::clipboard()->text(); }

} // namespace

class TestJsonTreeView : public QObject
{
    Q_OBJECT

private slots:
    void findByKeys();
    void findMarksNothing();
    void findInLargeValue();
    void goToPointer();
    void copiesRows();
    void expandAndCollapse();
    void starDoesNotReadAll();
};

void TestJsonTreeView::findByKeys()
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

void TestJsonTreeView::findMarksNothing()
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

void TestJsonTreeView::findInLargeValue()
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

void TestJsonTreeView::goToPointer()
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

void TestJsonTreeView::copiesRows()
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

void TestJsonTreeView::expandAndCollapse()
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

void TestJsonTreeView::starDoesNotReadAll()
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

QTEST_MAIN(TestJsonTreeView)
#include "tst_jsontreeview.moc"
