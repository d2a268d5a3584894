// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsonscanner.h"

#include "support/worktimer.h"
#include "json/randomjson.h"

#include <QtTest/qtest.h>

using namespace Mcp;

class TestJsonScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void skipValue_data();
    void skipValue();
    void peekType_data();
    void peekType();
    void members_data();
    void members();
    void elements_data();
    void elements();
    void position();
    void truncatedNeverEnds();
    void anyBytesEnd();
    void hostileDepth_data();
    void hostileDepth();
    void linearTime_data();
    void linearTime();
};

namespace {

QByteArray text(const QByteArray &source, JsonRange range)
{
    return source.sliced(range.begin, range.size());
}

} // namespace

void TestJsonScanner::skipValue_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("value"); // empty: nothing
    const auto row = [](const QByteArray &source, const QByteArray &value) {
        QTest::newRow(source.isEmpty() ? "(empty)" : source.constData()) << source << value;
    };
    for (const char *same : { "null",
                              "true",
                              "false",
                              "0",
                              "-1.5e+10",
                              "1e400",
                              "\"\"",
                              "\"a\"",
                              R"("\"")",
                              R"("\\")",
                              R"("\\\"")",
                              R"("a\\\\")",
                              "{}",
                              "[]",
                              "[[]]",
                              R"({"a":"}"})",
                              R"(["]","[","\"]"])",
                              "NaN",
                              "-Infinity",
                              "\"raw\nbreak\"",
                              "\"\xff\"",
                              "[1,]",
                              "[}" })
        row(same, same);
    row(" \t\r\n 7 ", "7");
    row("1,2", "1");
    row("1 2", "1");
    row("true]", "true");
    row("{}{}", "{}");
    row("\"a\"b", "\"a\"");
    row("nullx", "nullx");
    row("", "");
    row("  ", "");
    row("\"", "");
    row("\"a", "");
    row(R"("a\")", "");
    row(R"("\\\")", "");
    row("{", "");
    row("[", "");
    row(R"({"a":1)", "");
    row(R"({"a":"})", "");
    row("[[1]", "");
    row(",", "");
    row("]", "");
    row("}", "");
    row(":", "");
    row("'a'", "");
    row("\xc3\xbc", "");
}

void TestJsonScanner::skipValue()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, value);
    JsonScanner scanner(source);
    const std::optional<JsonRange> range = scanner.skipValue();
    QCOMPARE(range.has_value(), !value.isEmpty());
    QCOMPARE(scanner.failed(), value.isEmpty());
    if (range) {
        QCOMPARE(text(source, *range), value);
        QCOMPARE(scanner.position(), range->end);
    }
}

void TestJsonScanner::peekType_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<JsonType>("type");
    QTest::newRow("object") << QByteArray(" {") << JsonType::Object;
    QTest::newRow("array") << QByteArray("\n[") << JsonType::Array;
    QTest::newRow("string") << QByteArray("\"") << JsonType::String;
    QTest::newRow("digit") << QByteArray("0") << JsonType::Number;
    QTest::newRow("minus") << QByteArray("-") << JsonType::Number;
    QTest::newRow("true") << QByteArray("true") << JsonType::Boolean;
    QTest::newRow("false") << QByteArray("false") << JsonType::Boolean;
    QTest::newRow("null") << QByteArray("null") << JsonType::Null;
    QTest::newRow("NaN") << QByteArray("NaN") << JsonType::Invalid;
    QTest::newRow("plus") << QByteArray("+1") << JsonType::Invalid;
    QTest::newRow("point") << QByteArray(".5") << JsonType::Invalid;
    QTest::newRow("closing") << QByteArray("}") << JsonType::Invalid;
    QTest::newRow("nothing") << QByteArray() << JsonType::Invalid;
}

void TestJsonScanner::peekType()
{
    QFETCH(QByteArray, source);
    JsonScanner scanner(source);
    QTEST(scanner.peekType(), "type");
    QVERIFY(!scanner.failed());
}

void TestJsonScanner::members_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArrayList>("members"); // key, value, key, value ...
    QTest::addColumn<qsizetype>("stopsAt");      // -1: well-formed
    const auto row = [](const char *source, const QByteArrayList &members, qsizetype stopsAt = -1) {
        QTest::newRow(source) << QByteArray(source) << members << stopsAt;
    };
    row("{}", {});
    row(" { } ", {});
    row(R"({"a":1})", { "\"a\"", "1" });
    row(R"({ "b" : [1, 2] , "a" : {"c":"}"} , "b" : null })",
        { "\"b\"", "[1, 2]", "\"a\"", R"({"c":"}"})", "\"b\"", "null" });
    row(R"({"a\"b":1.0})", { R"("a\"b")", "1.0" });
    row(R"({"a":1,})", { "\"a\"", "1" });
    row(R"({"a":NaN})", { "\"a\"", "NaN" });
    row(R"({"a":1 "b":2})", { "\"a\"", "1" }, 7);
    row(R"({"a":1]})", { "\"a\"", "1" }, 6);
    row(R"({"a" 1})", {}, 5);
    row("{a:1}", {}, 1);
    row("{,}", {}, 1);
    row("{1:2}", {}, 1);
    row(R"({"a":})", {}, 5);
    row(R"({"a":1,,"b":2})", { "\"a\"", "1" }, 7);
    row("{", {}, 1);
    row(R"({"a)", {}, 3);
    row(R"({"a")", {}, 4);
    row(R"({"a":)", {}, 5);
    row(R"({"a":1)", { "\"a\"", "1" }, 6);
    row(R"({"a":1,)", { "\"a\"", "1" }, 7);
    row(R"({"a":[)", {}, 6);
    row("[]", {}, 0);
    row("", {}, 0);
}

void TestJsonScanner::members()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArrayList, members);
    QFETCH(qsizetype, stopsAt);
    JsonScanner scanner(source);
    QByteArrayList found;
    JsonMember member;
    if (scanner.enterObject()) {
        while (scanner.nextMember(member))
            found << text(source, member.key) << text(source, member.value);
    }
    QCOMPARE(found, members);
    QCOMPARE(scanner.failed(), stopsAt >= 0);
    if (stopsAt >= 0) {
        QCOMPARE(scanner.position(), stopsAt);
        QVERIFY(!scanner.nextMember(member)); // and stays there
        QVERIFY(!scanner.skipValue());
        QCOMPARE(scanner.position(), stopsAt);
    } else {
        QVERIFY(scanner.atEnd());
    }
}

void TestJsonScanner::elements_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArrayList>("elements");
    QTest::addColumn<bool>("fails");
    const auto row = [](const char *source, const QByteArrayList &elements, bool fails = false) {
        QTest::newRow(source) << QByteArray(source) << elements << fails;
    };
    row("[]", {});
    row("[ \n]", {});
    row("[1]", { "1" });
    row(R"([1, "a,b", [2,3], {"c":4},null])", { "1", "\"a,b\"", "[2,3]", "{\"c\":4}", "null" });
    row("[1,]", { "1" });
    row("[1 2]", { "1" }, true);
    row("[1}", { "1" }, true);
    row("[,1]", {}, true);
    row("[1", { "1" }, true);
    row("[1,", { "1" }, true);
    row("[INFO] text", { "INFO" });
    row("[12:00]", { "12" }, true);
    row("{}", {}, true);
}

void TestJsonScanner::elements()
{
    QFETCH(QByteArray, source);
    JsonScanner scanner(source);
    QByteArrayList found;
    JsonRange element;
    if (scanner.enterArray()) {
        while (scanner.nextElement(element))
            found << text(source, element);
    }
    QTEST(found, "elements");
    QTEST(scanner.failed(), "fails");
}

void TestJsonScanner::position()
{
    const QByteArray source = "garbage [1] more";
    JsonScanner scanner(source, 8);
    QCOMPARE(scanner.skipValue(), (JsonRange{ 8, 11 }));
    QCOMPARE(scanner.position(), 11);
    scanner.skipSpace();
    QCOMPARE(scanner.position(), 12);
    QVERIFY(!scanner.atEnd());
    JsonScanner copy = scanner;
    QVERIFY(copy.skipValue());
    QCOMPARE(scanner.position(), 12);
}

/// No prefix of an object or array is taken for a complete value.
void TestJsonScanner::truncatedNeverEnds()
{
    RandomJson json(7, RandomJson::Style::Odd);
    for (int round = 0; round < 300; ++round) {
        const QByteArray source = round % 2 ? json.object() : json.array();
        QCOMPARE(JsonScanner(source).skipValue(), (JsonRange{ 0, source.size() }));
        for (qsizetype size = 0; size < source.size(); ++size)
            QVERIFY(!JsonScanner(QByteArrayView(source).first(size)).skipValue());
    }
}

/// Whatever the bytes, the scan ends inside the text (the sanitizers watch the rest).
void TestJsonScanner::anyBytesEnd()
{
    RandomJson json(8, RandomJson::Style::Odd);
    const QByteArray junk("{}[]\",:\\ \n\xff\0u1tn-", 18);
    for (int round = 0; round < 5000; ++round) {
        QByteArray source = json.value();
        for (int i = json.random().bounded(5); i >= 0 && !source.isEmpty(); --i)
            source[json.random().bounded(source.size())] = junk[json.random().bounded(18)];
        // An exact copy on the heap, so that one byte too far is seen.
        const std::vector<char> bytes(source.begin(), source.end());
        const QByteArrayView view(bytes.data(), qsizetype(bytes.size()));
        JsonScanner scanner(view);
        JsonMember member;
        JsonRange element;
        const JsonType type = scanner.peekType();
        if (type == JsonType::Object && scanner.enterObject()) {
            while (scanner.nextMember(member))
                QVERIFY(member.key.size() >= 2 && member.value.begin > member.key.end);
        } else if (type == JsonType::Array && scanner.enterArray()) {
            while (scanner.nextElement(element))
                QVERIFY(!element.isEmpty());
        } else {
            const bool found = scanner.skipValue().has_value();
            QCOMPARE(found, !scanner.failed());
        }
        QVERIFY(scanner.position() <= view.size());
    }
}

void TestJsonScanner::hostileDepth_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<bool>("complete");
    constexpr qsizetype deep = 25'000'000;
    QTest::newRow("open brackets") << QByteArray(deep, '[') << false;
    QTest::newRow("closed brackets") << QByteArray(deep, '[') + QByteArray(deep, ']') << true;
    QTest::newRow("open objects") << QByteArray("{\"a\":").repeated(5'000'000) << false;
    QTest::newRow("closing brackets") << QByteArray(deep, ']') << false;
    QTest::newRow("backslashes") << '"' + QByteArray(deep, '\\') + '"' << true;
    QTest::newRow("escaped quotes") << '"' + QByteArray("\\\"").repeated(deep / 2) << false;
}

void TestJsonScanner::hostileDepth()
{
    QFETCH(QByteArray, source);
    QFETCH(bool, complete);
    McpTest::WorkTimer timer;
    timer.start();
    QCOMPARE(JsonScanner(source).skipValue().has_value(), complete);
    QVERIFY2(timer.elapsed() < 20'000, QByteArray::number(timer.elapsed()).constData());
}

void TestJsonScanner::linearTime_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("records") << QByteArray(
            R"({"name":"tool","description":"does this and that, at some length","n":123.5},)");
    QTest::newRow("numbers") << QByteArray("1234,5.5,0,");
    QTest::newRow("long strings") << '"' + QByteArray(100'000, 'x') + "\",";
    QTest::newRow("escapes") << QByteArray(R"("a\nb\"c\\",)");
}

/// A bound with a wide margin: unoptimised and under sanitizers it still holds for a linear scan.
void TestJsonScanner::linearTime()
{
    QFETCH(QByteArray, part);
    const QByteArray source = '[' + part.repeated(20'000'000 / part.size()) + "0]";
    McpTest::WorkTimer timer;
    timer.start();
    QVERIFY(JsonScanner(source).skipValue());
    JsonScanner scanner(source);
    JsonRange element;
    scanner.enterArray();
    while (scanner.nextElement(element)) {
    }
    QVERIFY(!scanner.failed());
    QVERIFY2(timer.elapsed() < 30'000, QByteArray::number(timer.elapsed()).constData());
}

QTEST_GUILESS_MAIN(TestJsonScanner)
#include "tst_jsonscanner.moc"
