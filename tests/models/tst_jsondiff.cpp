// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/diffmodel.h"
#include "models/jsondiff.h"
#include "models/resultdiff.h"
#include "models/sequencealignment.h"
#include "models/valuediff.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;
using Mcp::RawJson;
using Kind = JsonDifference::Kind;

namespace {

RawJson json(const QByteArray &text) { return RawJson::fromText(text); }

/// "changed /a: 1 > 2" a difference.
QStringList printed(const JsonDiff &diff)
{
    QStringList lines;
    for (const JsonDifference &at : diff.differences) {
        QStringList values;
        for (const RawJson &value : { at.left, at.right }) {
            if (!value.isAbsent())
                values.append(QString::fromUtf8(value.view()));
        }
        lines.append(DiffModel::kindText(at.kind) + u' ' + at.path
                     + (at.kind == Kind::Order ? QString() : u": "_s + values.join(u" > "_s)));
    }
    return lines;
}

} // namespace

class TestJsonDiff : public QObject
{
    Q_OBJECT

private slots:
    void differences_data();
    void differences();
    void alignment_data();
    void alignment();
    void longLists();
    void deepValues();
    void manyDifferences();
    void cancelled();
    void doubledTexts();
    void modelFilters();
    void valuesInFull_data();
    void valuesInFull();
};

void TestJsonDiff::differences_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const char *left, const char *right,
                        const QStringList &lines) {
        QTest::newRow(name) << QByteArray(left) << QByteArray(right) << lines;
    };
    row("same", R"({"a":[1,2]})", R"({ "a" : [ 1, 2 ] })", {});
    row("changed", R"({"a":1,"b":2})", R"({"a":1,"b":3})", { u"changed /b: 2 > 3"_s });
    row("added and removed", R"({"a":1,"b":2})", R"({"b":2,"c/d":3})",
        { u"added /c~1d: 3"_s, u"removed /a: 1"_s });
    row("another type", R"([1])", R"(["1"])", { u"changed /0: 1 > \"1\""_s });
    row("root", "1", "null", { u"changed : 1 > null"_s });
    row("spelling of numbers", "[1, 100, 5e2]", "[1.0, 1e2, 1e3]",
        { u"other spelling /0: 1 > 1.0"_s, u"other spelling /1: 100 > 1e2"_s,
          u"changed /2: 5e2 > 1e3"_s });
    row("exact numbers", "[9007199254740993, 0.1]", "[9007199254740992, 0.10000000000000001]",
        { u"changed /0: 9007199254740993 > 9007199254740992"_s,
          u"changed /1: 0.1 > 0.10000000000000001"_s });
    row("spelling of strings", R"(["caf\u00e9"])", "[\"caf\xc3\xa9\"]",
        { u"other spelling /0: \"caf\\u00e9\" > \"café\""_s });
    row("order", R"({"a":1,"b":2})", R"({"b":2,"a":1})", { u"other order "_s });
    row("order with a change", R"({"x":{"a":1,"b":2}})", R"({"x":{"b":3,"a":1}})",
        { u"changed /x/b: 2 > 3"_s, u"other order /x"_s });
    row("no order without common members", R"({"a":1,"b":2})", R"({"b":2,"c":1})",
        { u"added /c: 1"_s, u"removed /a: 1"_s });
    row("duplicates", R"({"a":1,"a":2})", R"({"a":9,"a":3})", { u"changed /a: 2 > 3"_s });
    row("inserted", R"([{"id":1},{"id":3}])", R"([{"id":1},{"id":2},{"id":3}])",
        { u"added /1: {\"id\":2}"_s });
    row("removed in between", "[1,2,3,4,5]", "[1,3,5]", { u"removed /1: 2"_s, u"removed /3: 4"_s });
    row("changed between the same", R"([0,{"a":1,"b":1},9])", R"([0,{"a":2,"b":1},9])",
        { u"changed /1/a: 1 > 2"_s });
    row("known by their id", R"([{"id":1,"n":1},{"id":2,"n":1.0},{"id":3,"n":1}])",
        R"([{"id":2,"n":1},{"id":3,"n":2}])",
        { u"removed /0: {\"id\":1,\"n\":1}"_s, u"other spelling /0/n: 1.0 > 1"_s,
          u"changed /1/n: 1 > 2"_s });
    row("known by their value", R"([[1],[2,{"a":1,"b":2}]])", R"([[2.0,{"b":2,"a":1}]])",
        { u"removed /0: [1]"_s, u"other spelling /0/0: 2 > 2.0"_s, u"other order /0/1"_s });
    row("JSON in a text", R"({"text":"{\"a\":[1,2]}"})", R"({"text":"{\"a\": [1,3]}"})",
        { u"changed /text ▸ /a/1: 2 > 3"_s });
    row("layout of JSON in a text", R"(["[1,2]"])", R"(["[1, 2]"])",
        { u"other spelling /0: \"[1,2]\" > \"[1, 2]\""_s });
    row("text that is no JSON", R"(["[1,2"])", R"(["[1, 2]"])",
        { u"changed /0: \"[1,2\" > \"[1, 2]\""_s });
}

void TestJsonDiff::differences()
{
    QFETCH(const QByteArray, left);
    QFETCH(const QByteArray, right);
    QFETCH(const QStringList, lines);
    QCOMPARE(printed(JsonDiff::of(json(left), json(right))), lines);
}

void TestJsonDiff::alignment_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("pairs");
    QTest::newRow("same") << u"abc"_s << u"abc"_s << u"aa bb cc"_s;
    QTest::newRow("empty") << QString() << QString() << QString();
    QTest::newRow("all new") << QString() << u"ab"_s << u"-a -b"_s;
    QTest::newRow("all gone") << u"ab"_s << QString() << u"a- b-"_s;
    QTest::newRow("in front") << u"bc"_s << u"abc"_s << u"-a bb cc"_s;
    QTest::newRow("in between") << u"axbyc"_s << u"abzc"_s << u"aa x- bb yz cc"_s;
    QTest::newRow("doubled") << u"aa"_s << u"aaa"_s << u"aa aa -a"_s;
    QTest::newRow("nothing in common") << u"ab"_s << u"xyz"_s << u"ax by -z"_s;
}

void TestJsonDiff::alignment()
{
    QFETCH(const QString, left);
    QFETCH(const QString, right);
    QFETCH(const QString, pairs);
    QStringList found;
    const auto all = alignSequences(left.size(), right.size(), [&](qsizetype i, qsizetype j) {
        return left.at(i) == right.at(j);
    });
    for (const auto &[i, j] : all)
        found.append(QString(i < 0 ? u'-' : left.at(i)) + (j < 0 ? u'-' : right.at(j)));
    QCOMPARE(found.join(u' '), pairs);
}

void TestJsonDiff::longLists()
{
    QByteArray list;
    for (int i = 0; i < 50'000; ++i)
        list += QByteArray::number(i) + ',';
    const QByteArray left = '[' + list + "0]";
    const QByteArray right = '[' + QByteArray(list).replace("25000,", "25000,\"new\",") + "0]";
    QCOMPARE(printed(JsonDiff::of(json(left), json(right))),
             QStringList{ u"added /25001: \"new\""_s });
    // Far too different to be aligned: index by index, and soon.
    const QByteArray other = '[' + QByteArray("1,").repeated(50'000) + "0]";
    QCOMPARE(JsonDiff::of(json(left), json(other)).count(Kind::Changed), 49'999);
}

void TestJsonDiff::deepValues()
{
    const QByteArray left = QByteArray(100'000, '[') + '1' + QByteArray(100'000, ']');
    const QByteArray right = QByteArray(100'000, '[') + '2' + QByteArray(100'000, ']');
    QCOMPARE(JsonDiff::of(json(left), json(right)).count(Kind::Changed), 1);
}

void TestJsonDiff::manyDifferences()
{
    const QByteArray left = '[' + QByteArray("1,").repeated(20'000) + "0]";
    const QByteArray right = '[' + QByteArray("2,").repeated(20'000) + "0]";
    const JsonDiff diff = JsonDiff::of(json(left), json(right));
    QCOMPARE(diff.differences.size(), JsonDiff::kMaxListed);
    QCOMPARE(diff.total(), 20'000);
    QCOMPARE(diff.unlisted(), 10'000);
}

void TestJsonDiff::cancelled()
{
    const QByteArray left = '[' + QByteArray("1,").repeated(20'000) + "0]";
    const QByteArray right = '[' + QByteArray("2,").repeated(20'000) + "0]";
    QList<int> seen;
    const JsonDiff diff = JsonDiff::of(json(left), json(right), {}, [&seen](int percent) {
        seen.append(percent);
        return seen.size() < 3;
    });
    QCOMPARE(seen.size(), 3);
    QVERIFY(std::is_sorted(seen.cbegin(), seen.cend()));
    QVERIFY(diff.total() < 5000);
}

void TestJsonDiff::doubledTexts()
{
    const auto result = [](const QByteArray &number) {
        return json("{\"content\":[{\"type\":\"text\",\"text\":\"{\\\"n\\\": " + number
                    + "}\"}],\"structuredContent\":{\"n\":" + number + "}}");
    };
    const auto goOn = [](int) { return true; };
    QCOMPARE(printed(ResultDiff::of(result("1"), result("2"), goOn)),
             QStringList{ u"changed /structuredContent/n: 1 > 2"_s });
    const RawJson without = json(R"({"content":[{"type":"text","text":"{\"n\": 3}"}]})");
    QCOMPARE(printed(ResultDiff::of(result("1"), without, goOn)).first(),
             u"changed /content/0/text ▸ /n: 1 > 3"_s);
}

void TestJsonDiff::modelFilters()
{
    DiffModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDiff(JsonDiff::of(json(R"({"a":1,"b":2,"s":1})"), json(R"({"a":2,"c":[1],"s":1.0})")));
    QCOMPARE(model.rowCount(), 4);
    model.setKindShown(Kind::Spelling, false);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.text({ 0, 1, 2 }), u"changed /a: 1 → 2\nadded /c: [1]\nremoved /b: 2\n"_s);
    model.setKindShown(Kind::Changed, false);
    QCOMPARE(model.index(0, DiffModel::PathColumn).data().toString(), u"/c"_s);
    QCOMPARE(model.index(0, DiffModel::NewColumn).data().toString(), u"1 element"_s);
    QCOMPARE(model.index(0, DiffModel::OldColumn).data().toString(), QString());
    model.setKindShown(Kind::Changed, true);
    QCOMPARE(model.index(0, DiffModel::KindColumn).data().toString(), u"changed"_s);
}

void TestJsonDiff::valuesInFull_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QString>("text");
    QTest::newRow("lines") << QByteArray(R"("a\nb\nc")") << QByteArray(R"("a\nB\nc\nd")")
                           << u"  a\n- b\n+ B\n  c\n+ d"_s;
    QTest::newRow("scalars") << QByteArray("1") << QByteArray("2") << u"- 1\n+ 2"_s;
    QTest::newRow("spelling") << QByteArray(R"("\u0061")") << QByteArray(R"("a")")
                              << u"- \"\\u0061\"\n+ \"a\""_s;
}

void TestJsonDiff::valuesInFull()
{
    QFETCH(const QByteArray, left);
    QFETCH(const QByteArray, right);
    QFETCH(const QString, text);
    const JsonDiff diff = JsonDiff::of(json(left), json(right));
    QCOMPARE(valueDiff(diff.differences.first()), text);
    const JsonDiff added = JsonDiff::of(json("{}"), json(R"({"a":[1]})"));
    QCOMPARE(valueDiff(added.differences.first()), u"+ [\n+   1\n+ ]"_s);
}

QTEST_GUILESS_MAIN(TestJsonDiff)
#include "tst_jsondiff.moc"
