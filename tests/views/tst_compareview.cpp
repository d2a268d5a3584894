// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resultharness.h"

#include "models/comparableresults.h"
#include "orchestrator/history.h"
#include "orchestrator/orchestrator.h"
#include "views/compareview.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;
using Mcp::RawJson;

namespace {

RawJson structured(const QByteArray &json)
{
    return RawJson::fromText("{\"content\":[],\"structuredContent\":" + json + '}');
}

class CompareHarness : public ResultHarness
{
public:
    CompareHarness()
    {
        view.setCompareSource([this] { return others; });
    }

    /// Through the menu, as a user does.
    void compareWith(int number)
    {
        auto *button = find<QToolButton>("compareResult");
        QVERIFY(button && button->isEnabled());
        QMenu *menu = button->menu();
        QMetaObject::invokeMethod(menu, "aboutToShow");
        QList<QAction *> actions = menu->actions();
        actions.removeIf([](QAction *action) { return action->isSeparator(); });
        QVERIFY(number < actions.size());
        actions.at(number)->trigger();
    }

    QTreeView *list() const { return find<QTreeView>("compareList"); }
    QString cell(int row, int column) const
    {
        return list()->model()->index(row, column).data().toString();
    }

    QList<ComparableResult> others;
};

} // namespace

class TestCompareView : public QObject
{
    Q_OBJECT

private slots:
    void differencesAreListed();
    void kindsAreFiltered();
    void copies();
    void details();
    void sameResults();
    void closing();
    void nothingToCompare();
    void largeResults();
    void whatThereIsToCompare();
    void keptResultsAreBounded();
};

void TestCompareView::differencesAreListed()
{
    CompareHarness ui;
    ui.others = { { u"Earlier"_s, u"10:00 & more"_s, structured(R"({"a":1,"gone":true})") } };
    ui.show(structured(R"({"a":2,"new":[1]})"));
    QVERIFY(!ui.tabs()->isTabVisible(3));
    ui.compareWith(0);
    QCOMPARE(ui.tab(), u"Compare"_s);
    QCOMPARE(ui.text("compareTitle"), u"Compared with 10:00 & more"_s);
    QCOMPARE(ui.list()->model()->rowCount(), 3);
    QCOMPARE(ui.cell(0, 0), u"/structuredContent/a"_s);
    QCOMPARE(ui.cell(0, 1), u"changed"_s);
    QCOMPARE(ui.cell(0, 2), u"1"_s);
    QCOMPARE(ui.cell(0, 3), u"2"_s);
    QCOMPARE(ui.cell(1, 1), u"added"_s);
    QCOMPARE(ui.cell(2, 1), u"removed"_s);
}

void TestCompareView::kindsAreFiltered()
{
    CompareHarness ui;
    ui.others = { { u"Earlier"_s, u"a"_s, structured(R"({"a":1,"b":1})") } };
    ui.show(structured(R"({"a":2,"b":1.0})"));
    ui.compareWith(0);
    auto *spelling = ui.find<QAbstractButton>("compareKind3");
    QVERIFY(spelling);
    QCOMPARE(spelling->text(), u"1 other spelling"_s);
    QVERIFY(!ui.find("compareKind1")); // nothing was added
    QCOMPARE(ui.list()->model()->rowCount(), 2);
    ui.click("compareKind3");
    QCOMPARE(ui.list()->model()->rowCount(), 1);
    ui.click("compareKind3");
    QCOMPARE(ui.list()->model()->rowCount(), 2);
}

void TestCompareView::copies()
{
    CompareHarness ui;
    QVERIFY(QTest::qWaitForWindowActive(&ui.view));
    ui.others = { { u"Earlier"_s, u"a"_s, structured(R"({"a":1,"b":1})") } };
    ui.show(structured(R"({"a":2,"b":3})"));
    ui.compareWith(0);
    QVERIFY(ui.list()->hasFocus());
    QTest::keyClick(ui.list(), Qt::Key_Down);
    QTest::keyClick(ui.list(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"changed /structuredContent/b: 1 → 3\n"_s);
    ui.find("compareDetails")->setFocus();
    ui.click("compareCopy");
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"changed /structuredContent/a: 1 → 2\nchanged /structuredContent/b: 1 → 3\n"_s);
}

void TestCompareView::details()
{
    CompareHarness ui;
    ui.others = { { u"Earlier"_s, u"a"_s, structured(R"({"a":"x\ny","b":1})") } };
    ui.show(structured(R"({"a":"x\nz","b":2})"));
    ui.compareWith(0);
    QCOMPARE(ui.text("compareDetails"), u"  x\n- y\n+ z"_s);
    QTest::keyClick(ui.list(), Qt::Key_Down);
    QCOMPARE(ui.text("compareDetails"), u"- 1\n+ 2"_s);
}

void TestCompareView::sameResults()
{
    CompareHarness ui;
    ui.others = { { u"Earlier"_s, u"a"_s, structured(R"({"a": 1,"b":2})") },
                  { u"Earlier"_s, u"b"_s, structured(R"({"b":2,"a":1.0})") } };
    ui.show(structured(R"({"a":1,"b":2})"));
    ui.compareWith(0);
    QVERIFY(ui.text("compareNote").startsWith(u"There is no difference"_s));
    QVERIFY(!ui.list());
    ui.compareWith(1);
    QVERIFY(ui.text("compareNote").startsWith(u"The values are the same"_s));
    QCOMPARE(ui.list()->model()->rowCount(), 2);
}

void TestCompareView::closing()
{
    CompareHarness ui;
    ui.others = { { u"Earlier"_s, u"a"_s, structured("1") } };
    ui.show(structured("2"));
    ui.openTab(2);
    ui.compareWith(0);
    ui.click("compareClose");
    QCOMPARE(ui.tab(), u"Raw"_s);
    QVERIFY(!ui.tabs()->isTabVisible(3));
    ui.compareWith(0);
    ui.show(structured("3")); // a comparison ends with its result
    QVERIFY(!ui.tabs()->isTabVisible(3));
    ui.show(Mcp::Error::timeout(u"no"_s));
    QVERIFY(!ui.find<QAbstractButton>("compareResult")->isEnabled());
}

void TestCompareView::nothingToCompare()
{
    CompareHarness ui;
    ui.show(structured("1"));
    auto *menu = ui.find<QToolButton>("compareResult")->menu();
    QMetaObject::invokeMethod(menu, "aboutToShow");
    QCOMPARE(menu->actions().size(), 1);
    QVERIFY(!menu->actions().first()->isEnabled());
}

void TestCompareView::largeResults()
{
    QByteArray items;
    for (int i = 0; i < 100'000; ++i)
        items += "{\"id\":" + QByteArray::number(i) + "},";
    CompareHarness ui;
    ui.others = { { u"Earlier"_s, u"a"_s, structured('[' + items + "0]") } };
    QSignalSpy shown(&ui.view, &ResultView::shown);
    ui.show(structured('[' + items.replace("{\"id\":77777}", "{\"id\":\"x\"}") + "0]"));
    QTRY_COMPARE(shown.size(), 1);
    ui.compareWith(0);
    QVERIFY(ui.text("compareNote").startsWith(u"Comparing…"_s));
    QTRY_VERIFY_WITH_TIMEOUT(ui.list(), 60'000);
    QCOMPARE(ui.cell(0, 0), u"/structuredContent/77777/id"_s);
}

void TestCompareView::whatThereIsToCompare()
{
    Mcp::Orchestrator orchestrator;
    const auto remember = [&](const QString &server, const QByteArray &result, qint64 time) {
        Mcp::HistoryEntry entry;
        entry.time = time;
        entry.server = server;
        entry.subject = u"sum"_s;
        entry.result = result;
        entry.resultSize = result.size();
        orchestrator.history()->add(entry);
    };
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    remember(u"mine"_s, "[1]", now - 5000);
    remember(u"other"_s, "[2]", now - 4000);
    remember(u"other"_s, "[3]", now - 3000);
    remember(u"third"_s, QByteArray(), now - 2000); // it failed
    ComparableResults results(&orchestrator);
    remember(u"mine"_s, "[4]", now + 60'000); // on the page by now
    results.add(RawJson::fromText("[4]"));
    results.add(RawJson::fromText("[5]"));
    QStringList found;
    for (const ComparableResult &result : results.list(u"mine"_s, u"sum"_s))
        found.append(result.group + u' ' + QString::fromUtf8(result.result.view()));
    QCOMPARE(found, (QStringList{ u"Earlier on this page [4]"_s, u"From the history [1]"_s,
                                  u"Latest on another server [3]"_s }));
    QCOMPARE(results.list(u"mine"_s, u"another tool"_s).size(), 1); // the page's own
}

void TestCompareView::keptResultsAreBounded()
{
    Mcp::Orchestrator orchestrator;
    ComparableResults results(&orchestrator);
    for (int i = 0; i < 50; ++i)
        results.add(RawJson::fromText(QByteArray::number(i)));
    QCOMPARE(results.list(u"s"_s, u"t"_s).size(), 20);
    QCOMPARE(results.list(u"s"_s, u"t"_s).first().result.view(), QByteArrayView("48"));
    for (int i = 0; i < 5; ++i)
        results.add(RawJson::fromText('"' + QByteArray(30 * 1024 * 1024, 'x') + '"'));
    QCOMPARE(results.list(u"s"_s, u"t"_s).size(), 2);
}

QTEST_MAIN(TestCompareView)
#include "tst_compareview.moc"
