// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/jsonchildren.h"
#include "models/jsonmarks.h"
#include "models/jsonplace.h"
#include "models/jsontreemodel.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;
using Mcp::JsonPointer;
using Mcp::RawJson;

namespace {

RawJson json(const QByteArray &text) { return RawJson::fromText(text); }

JsonPointer pointer(const QString &text) { return *JsonPointer::parse(text); }

/// {"list":[{"id":0},…],"text":"…","map":{"key0":0,…}}: each too long to be scanned again.
RawJson large(int count)
{
    QByteArray list;
    QByteArray map;
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        list += "{\"id\" : " + number + "},";
        map += "\"key" + number + "\":[" + number + "],";
    }
    list.chop(1);
    map.chop(1);
    return json(" {\"list\":[" + list + "], \"text\":\"" + QByteArray(100'000, 'x')
                + "\\\" ]\", \"map\": {" + map + "}} ");
}

/// The same, without an index: what is there to be found.
RawJson valueAt(const RawJson &root, const JsonPlace &place)
{
    return RawJson(root.buffer(), place.value);
}

} // namespace

class TestJsonPlaces : public QObject
{
    Q_OBJECT

private slots:
    void childrenWithAndWithoutIndex_data();
    void childrenWithAndWithoutIndex();
    void ofPointer_data();
    void ofPointer();
    void problems_data();
    void problems();
    void atOffset();
    void everyOffsetOfASmallText();
    void tokens();
    void deepTextEnds();
    void marks();
    void rangesOfLongLists();
    void openFollowsRows();
};

void TestJsonPlaces::childrenWithAndWithoutIndex_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("list") << large(20'000).value("list").toByteArray();
    QTest::newRow("map") << large(20'000).value("map").toByteArray();
    QTest::newRow("both") << large(20'000).toByteArray();
    QTest::newRow("trailing comma") << QByteArray("[" + QByteArray("1,").repeated(30'000) + "]");
    QTest::newRow("cut off") << QByteArray("[" + QByteArray("1,").repeated(30'000) + "\"x");
    QTest::newRow("wrong brackets")
            << QByteArray("[[" + QByteArray("1,").repeated(30'000) + "1}, 2]");
    QTest::newRow("no commas") << QByteArray("[" + QByteArray("1 ").repeated(30'000) + "]");
    QTest::newRow("empty") << QByteArray("[" + QByteArray(100'000, ' ') + "]");
}

void TestJsonPlaces::childrenWithAndWithoutIndex()
{
    QFETCH(const QByteArray, text);
    const RawJson root(text, { 0, text.size() });
    const JsonIndex index(root);
    JsonChildren with(root);
    JsonChildren without(root);
    Mcp::JsonMember a;
    Mcp::JsonMember b;
    qsizetype count = 0;
    while (without.next(a, JsonIndex())) {
        QVERIFY(with.next(b, index));
        QVERIFY(a.key == b.key && a.value == b.value);
        ++count;
    }
    QVERIFY(!with.next(b, index));
    if (const JsonIndex::Part *part = index.partAt(0)) {
        // A comma too many counts, and a list without commas is one thing.
        QVERIFY(qAbs(part->count - count) <= 1);
        for (qsizetype i = 0; i < index.stepCount(*part); ++i) {
            JsonChildren jumped(root);
            jumped.jumpTo(index.step(*part, i));
            if (jumped.next(b, index) && root.isArray())
                QCOMPARE(b.value, root.element(JsonIndex::kStep * (i + 1)).range());
        }
    }
}

void TestJsonPlaces::ofPointer_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : { "", "/list", "/list/0", "/list/999/id", "/list/1000",
                              "/list/19999/id", "/text", "/map/key0", "/map/key12345/0" })
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestJsonPlaces::ofPointer()
{
    QFETCH(const QString, path);
    const RawJson root = large(20'000);
    const JsonPlace place = JsonPlace::of(root, JsonIndex(root), pointer(path));
    QCOMPARE(valueAt(root, place).range(), pointer(path).resolve(root).range());
    QVERIFY(place.problem(root, pointer(path)).isEmpty());
}

void TestJsonPlaces::problems_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("problem");
    QTest::newRow("member") << u"/a/x"_s << u"/a is an object without a member “x”"_s;
    QTest::newRow("top") << u"/x/y/z"_s << u"The top is an object without a member “x”"_s;
    QTest::newRow("element") << u"/a/b/2"_s << u"/a/b is an array without an element “2”"_s;
    QTest::newRow("sign") << u"/a/b/-1"_s << u"/a/b is an array without an element “-1”"_s;
    QTest::newRow("zeros") << u"/a/b/00"_s << u"/a/b is an array without an element “00”"_s;
    QTest::newRow("scalar") << u"/a/b/0/c"_s << u"/a/b/0 is a number: nothing is below it"_s;
}

void TestJsonPlaces::problems()
{
    QFETCH(const QString, path);
    QFETCH(const QString, problem);
    const RawJson root = json(R"({"a":{"b":[1,2]}})");
    const JsonPlace place = JsonPlace::of(root, JsonIndex(root), pointer(path));
    QCOMPARE(place.problem(root, pointer(path)), problem);
}

void TestJsonPlaces::atOffset()
{
    const RawJson root = large(20'000);
    const JsonIndex index(root);
    for (const char *path : { "/list/19999/id", "/list/1000/id", "/map/key19999/0", "/text" }) {
        const RawJson value = pointer(QString::fromLatin1(path)).resolve(root);
        const JsonPlace place = JsonPlace::at(root, index, value.range().begin + 1);
        QCOMPARE(place.value, value.range());
        QCOMPARE(JsonPlace::of(root, index, pointer(QString::fromLatin1(path))).rows, place.rows);
    }
}

void TestJsonPlaces::everyOffsetOfASmallText()
{
    const QByteArray text = R"( {"a": [1, {"b":2}], "a":"x" } )";
    const RawJson root = json(text);
    const JsonIndex index(root);
    const auto rows = [&](const char *token) {
        return JsonPlace::at(root, index, text.indexOf(token)).rows;
    };
    using Rows = QList<qsizetype>;
    QCOMPARE(rows("{\"a"), Rows());
    QCOMPARE(rows("\"a\": ["), Rows{ 0 }); // the key
    QCOMPARE(rows("[1"), Rows{ 0 });
    QCOMPARE(rows("1,"), (Rows{ 0, 0 }));
    QCOMPARE(rows(", {"), Rows{ 0 });
    QCOMPARE(rows("2}"), (Rows{ 0, 1, 0 }));
    QCOMPARE(rows("x\""), Rows{ 1 });
    for (qsizetype offset = 0; offset < text.size(); ++offset)
        (void)JsonPlace::at(root, index, offset);
}

void TestJsonPlaces::tokens()
{
    const RawJson root = large(20'000);
    const JsonIndex index(root);
    const RawJson text = root.value("text");
    QCOMPARE(index.tokenBefore(0), root.range().begin);
    QCOMPARE(index.tokenBefore(text.range().begin + 90'000), text.range().begin);
    const qsizetype offset = root.value("list").element(15'000).range().begin;
    const qsizetype token = index.tokenBefore(offset);
    QVERIFY(token <= offset && token > offset - 20'000);
}

void TestJsonPlaces::deepTextEnds()
{
    const QByteArray text = QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']');
    const RawJson root = json(text);
    const JsonIndex index(root);
    QVERIFY(JsonPlace::at(root, index, 999'999).rows.size() >= 1000);
}

void TestJsonPlaces::marks()
{
    const RawJson root = json(R"({"a":{"b":[1,2]},"c":3})");
    const JsonMarks marks(root, JsonIndex(root),
                          { { pointer(u"/a/b/1"_s), u"must be 1"_s },
                            { pointer(u"/a/missing/deep"_s), u"is required"_s },
                            { pointer(u""_s), u"is odd"_s } });
    const RawJson a = root.value("a");
    QCOMPARE(marks.sentencesAt(a.range().begin), QStringList{ u"“missing/deep” is required"_s });
    QCOMPARE(marks.sentencesAt(root.range().begin), QStringList{ u"is odd"_s });
    QCOMPARE(marks.countIn(a.range()), 2);
    QCOMPARE(marks.countIn(a.value("b").range()), 1);
    QCOMPARE(marks.countIn(root.value("c").range()), 0);

    JsonTreeModel model;
    model.setRoot(root);
    model.setMarks(marks);
    model.fetchMore({});
    const auto mark = [](const QModelIndex &index) {
        return JsonTreeModel::Mark(index.data(JsonTreeModel::MarkRole).toInt());
    };
    const QModelIndex rowA = model.index(0, 0);
    QCOMPARE(mark(rowA), JsonTreeModel::Mark::Own);
    QCOMPARE(mark(model.index(1, 0)), JsonTreeModel::Mark::None);
    model.fetchMore(rowA);
    const QModelIndex rowB = model.index(0, 0, rowA);
    QCOMPARE(mark(rowB), JsonTreeModel::Mark::Below);
    QVERIFY(rowB.data(Qt::ToolTipRole).toString().contains(u"1 problem below"_s));
    model.fetchMore(rowB);
    QCOMPARE(mark(model.index(1, 0, rowB)), JsonTreeModel::Mark::Own);
    QVERIFY(model.index(1, 0, rowB)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"must be 1"_s));
}

void TestJsonPlaces::rangesOfLongLists()
{
    const RawJson root = large(20'500);
    JsonTreeModel model;
    model.setRoot(root, JsonIndex(root));
    model.fetchMore({});
    const QModelIndex list = model.index(0, 0);
    model.fetchMore(list);
    QCOMPARE(model.rowCount(list), 21);
    const QModelIndex last = model.index(20, 0, list);
    QCOMPARE(last.data().toString(), u"[20000 … 20499]"_s);
    QVERIFY(model.value(last).isAbsent());
    QCOMPARE(model.pointer(last).toString(), u"/list"_s);
    while (model.canFetchMore(last))
        model.fetchMore(last);
    QCOMPARE(model.rowCount(last), 500);
    QCOMPARE(model.index(499, 0, last).data().toString(), u"20499"_s);
    QCOMPARE(model.pointer(model.index(0, 0, last)).toString(), u"/list/20000"_s);
    const QModelIndex first = model.index(0, 0, list);
    model.fetchMore(first);
    QCOMPARE(model.rowCount(first), 1000);
    QVERIFY(!model.canFetchMore(first));

    const QModelIndex map = model.index(2, 0);
    model.fetchMore(map);
    const QModelIndex second = model.index(1, 0, map);
    model.fetchMore(second);
    QCOMPARE(model.index(7, 0, second).data().toString(), u"key1007"_s);
    QCOMPARE(model.pointer(model.index(7, 0, second)).toString(), u"/map/key1007"_s);
}

void TestJsonPlaces::openFollowsRows()
{
    const RawJson root = large(20'500);
    const JsonIndex index(root);
    JsonTreeModel model;
    model.setRoot(root, index);
    for (const char *path : { "/list/20499/id", "/list/0", "/map/key1234/0", "/text" }) {
        const JsonPlace place = JsonPlace::of(root, index, pointer(QString::fromLatin1(path)));
        QCOMPARE(model.pointer(model.open(place.rows)).toString(), QString::fromLatin1(path));
    }
    QCOMPARE(model.pointer(model.open({ 0, 999'999 })).toString(), u"/list"_s);
    QVERIFY(!model.open({}).isValid());
}

QTEST_GUILESS_MAIN(TestJsonPlaces)
#include "tst_jsonplaces.moc"
