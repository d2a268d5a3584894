// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/jsontreemodel.h"

#include "support/worktimer.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

namespace {

Mcp::RawJson json(const QByteArray &text) { return Mcp::RawJson::fromText(text); }

void fetchAll(JsonTreeModel &model, const QModelIndex &parent = {})
{
    while (model.canFetchMore(parent))
        model.fetchMore(parent);
    for (int row = 0; row < model.rowCount(parent); ++row)
        fetchAll(model, model.index(row, 0, parent));
}

/// "key|value|type" a row, indented by level.
QStringList printed(const JsonTreeModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells.append(model.index(row, column, parent).data().toString());
        lines.append(QString(depth, u' ') + cells.join(u'|'));
        lines += printed(model, model.index(row, 0, parent), depth + 1);
    }
    return lines;
}

} // namespace

class TestJsonTreeModel : public QObject
{
    Q_OBJECT

private slots:
    void rows_data();
    void rows();
    void pointers();
    void valuesAreTheBytes();
    void batches();
    void nestedBatches();
    void longTextsAreCut();
    void deepNesting();
    void anotherRoot();
    void largeDocument();
};

void TestJsonTreeModel::rows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("absent") << QByteArray() << QStringList();
    QTest::newRow("scalar") << QByteArray("1.0") << QStringList{ u"|1.0|number"_s };
    QTest::newRow("null") << QByteArray("null") << QStringList{ u"|null|null"_s };
    QTest::newRow("empty object") << QByteArray("{ }") << QStringList();
    QTest::newRow("exact numbers")
            << QByteArray(R"({"big":12345678901234567890,"f":1.0,"huge":1e400})")
            << QStringList{ u"big|12345678901234567890|number"_s, u"f|1.0|number"_s,
                            u"huge|1e400|number"_s };
    QTest::newRow("order and duplicates")
            << QByteArray(R"({"z":1,"a":2,"z":true})")
            << QStringList{ u"z|1|number"_s, u"a|2|number"_s, u"z|true|boolean"_s };
    QTest::newRow("nested") << QByteArray(R"([{"a":[]},{},["x\ny"]])")
                            << QStringList{ u"0|1 member|object"_s, u" a|[]|array"_s,
                                            u"1|{}|object"_s, u"2|1 element|array"_s,
                                            u" 0|x↵y|string"_s };
    QTest::newRow("escaped keys") << QByteArray(R"({"\u00e9\"":"Z\u00fcrich"})")
                                  << QStringList{ u"é\"|Zürich|string"_s };
    QTest::newRow("cut off") << QByteArray(R"([1,{"a":2])").left(9) << QStringList();
    QTest::newRow("not JSON inside") << QByteArray("[NaN]") << QStringList{ u"0|NaN|not JSON"_s };
}

void TestJsonTreeModel::rows()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, lines);

    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // the tests look at what is there before it
    model.setRoot(json(text));
    fetchAll(model);
    QCOMPARE(printed(model), lines);
}

void TestJsonTreeModel::pointers()
{
    JsonTreeModel model;
    model.setRoot(json(R"({"a/b":[{"~":1}]})"));
    fetchAll(model);
    const QModelIndex list = model.index(0, 0);
    const QModelIndex leaf = model.index(0, 1, model.index(0, 0, list));
    QCOMPARE(model.pointer({}).toString(), QString());
    QCOMPARE(model.pointer(list).toString(), u"/a~1b"_s);
    QCOMPARE(model.pointer(leaf).toString(), u"/a~1b/0/~0"_s);
    QCOMPARE(model.pointer(leaf).resolve(model.root()).view(), QByteArrayView("1"));

    model.setRoot(json("5"));
    QCOMPARE(model.pointer(model.index(0, 0)).toString(), QString());
}

void TestJsonTreeModel::valuesAreTheBytes()
{
    JsonTreeModel model;
    model.setRoot(json(R"( {"a": { "b" : 1.50 } } )"));
    fetchAll(model);
    const QModelIndex a = model.index(0, JsonTreeModel::ValueColumn);
    QCOMPARE(model.value(a).view(), QByteArrayView(R"({ "b" : 1.50 })"));
    QCOMPARE(model.value({}).view(), QByteArrayView(R"({"a": { "b" : 1.50 } })"));
}

void TestJsonTreeModel::batches()
{
    QByteArray text = "[";
    for (int i = 0; i < 2500; ++i)
        text += QByteArray::number(i) + ',';
    text.back() = ']';
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // the tests look at what is there before it
    model.setRoot(json(text));
    QCOMPARE(model.rowCount(), 0);
    model.fetchMore({});
    QCOMPARE(model.rowCount(), 1000);
    QVERIFY(model.canFetchMore({}));
    fetchAll(model);
    QCOMPARE(model.rowCount(), 2500);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.index(2499, JsonTreeModel::ValueColumn).data().toString(), u"2499"_s);
}

void TestJsonTreeModel::nestedBatches()
{
    // Two lists that grow in turn must not mix up.
    QByteArray list = "[";
    for (int i = 0; i < 1500; ++i)
        list += QByteArray::number(i) + ',';
    list.back() = ']';
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // the tests look at what is there before it
    model.setRoot(json("{\"a\":" + list + ",\"b\":" + list + '}'));
    model.fetchMore({});
    const QPersistentModelIndex a(model.index(0, 0));
    const QPersistentModelIndex b(model.index(1, 0));
    model.fetchMore(a);
    model.fetchMore(b);
    model.fetchMore(a);
    model.fetchMore(b);
    QCOMPARE(model.rowCount(a), 1500);
    QCOMPARE(model.rowCount(b), 1500);
    QCOMPARE(model.pointer(model.index(1400, 0, b)).toString(), u"/b/1400"_s);
    QCOMPARE(model.index(3, 0, b).parent(), QModelIndex(b));
}

void TestJsonTreeModel::longTextsAreCut()
{
    JsonTreeModel model;
    model.setRoot(json('[' + Mcp::RawJson::fromString(QString(5000, u'ü')).toByteArray() + ','
                       + QByteArray(5000, '7') + ']'));
    model.fetchMore({});
    const QString text = model.index(0, JsonTreeModel::ValueColumn).data().toString();
    QCOMPARE(text, QString(300, u'ü') + u'…');
    QCOMPARE(model.index(1, JsonTreeModel::ValueColumn).data().toString(),
             QString(300, u'7') + u'…');
}

void TestJsonTreeModel::deepNesting()
{
    constexpr int depth = 1500;
    JsonTreeModel model;
    model.setRoot(json(QByteArray(depth, '[') + QByteArray(depth, ']')));
    QModelIndex at;
    int levels = 0;
    while (model.canFetchMore(at)) {
        model.fetchMore(at);
        if (model.rowCount(at) == 0)
            break;
        at = model.index(0, 0, at);
        ++levels;
    }
    QCOMPARE(levels, depth - 1);
    QCOMPARE(model.pointer(at).tokens().size(), depth - 1);
}

void TestJsonTreeModel::anotherRoot()
{
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // the tests look at what is there before it
    model.setRoot(json(R"({"a":{"b":1}})"));
    fetchAll(model);
    model.setRoot({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.hasChildren());
    model.setRoot(json("[true]"));
    fetchAll(model);
    QCOMPARE(printed(model), QStringList{ u"0|true|boolean"_s });
}

void TestJsonTreeModel::largeDocument()
{
    QByteArray text = "{\"items\":[";
    for (int i = 0; text.size() < 50'000'000; ++i)
        text += "{\"id\":" + QByteArray::number(i) + ",\"name\":\"item " + QByteArray::number(i)
                + "\",\"tags\":[\"a\",\"b\"],\"on\":true},";
    text.back() = ']';
    text += '}';
    JsonTreeModel model;
    McpTest::WorkTimer timer;
    timer.start();
    model.setRoot(json(text));
    model.fetchMore({});
    model.fetchMore(model.index(0, 0));
    QCOMPARE(model.rowCount(model.index(0, 0)), 1000);
    // Without optimisation and with sanitizers this is a matter of a second, otherwise of 100 ms.
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestJsonTreeModel)
#include "tst_jsontreemodel.moc"
