// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsontext.h"
#include "json/rawjson.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsonobject.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

class TestRawJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void types_data();
    void types();
    void value_data();
    void value();
    void values();
    void crowds();
    void textStart_data();
    void textStart();
    void listing();
    void slices();
    void integers_data();
    void integers();
    void doubles_data();
    void doubles();
    void toValue_data();
    void toValue();
    void fromValue();
    void absent();
};

void TestRawJson::types_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<JsonType>("type");
    QTest::addColumn<QByteArray>("view");
    const auto row = [](const char *text, JsonType type, const char *view) {
        QTest::newRow(*text ? text : "(empty)") << QByteArray(text) << type << QByteArray(view);
    };
    row(" {} ", JsonType::Object, "{}");
    row("[1]", JsonType::Array, "[1]");
    row("\"a\"", JsonType::String, "\"a\"");
    row("1.0\n", JsonType::Number, "1.0");
    row("1e400", JsonType::Number, "1e400");
    row("true", JsonType::Boolean, "true");
    row("false", JsonType::Boolean, "false");
    row("null", JsonType::Null, "null");
    row("nullx", JsonType::Invalid, "nullx");
    row("tru", JsonType::Invalid, "tru");
    row("NaN", JsonType::Invalid, "NaN");
    row("-Infinity", JsonType::Invalid, "-Infinity");
    row("12abc", JsonType::Invalid, "12abc");
    row("", JsonType::Invalid, "");
    row("{", JsonType::Invalid, "");
    row("\xef\xbb\xbf{}", JsonType::Object, "{}");
}

void TestRawJson::types()
{
    QFETCH(QByteArray, text);
    const RawJson json = RawJson::fromText(text);
    QTEST(json.type(), "type");
    QTEST(json.view().toByteArray(), "view");
    QCOMPARE(json.isAbsent(), json.view().isEmpty());
}

void TestRawJson::value_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *key, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(key) << QByteArray(expected);
    };
    row("there", R"({"a":1,"b":2.0})", "b", "2.0");
    row("not there", R"({"a":1})", "b", "");
    row("null is there", R"({"a":null})", "a", "null");
    row("last one wins", R"({"a":1,"b":2,"a":3})", "a", "3");
    row("prefix", R"({"ab":1})", "a", "");
    row("only at this level", R"({"b":{"a":1}})", "a", "");
    row("escaped key", R"({"na\u006de":1})", "name", "1");
    row("escaped key wins", R"({"name":1,"na\u006de":2})", "name", "2");
    row("all of it escaped", R"({"\u0061\ud83d\ude00":1})", "a😀", "1");
    row("escaped quote", R"({"a\"b":1})", "a\"b", "1");
    row("backslash", R"({"a\\b":1})", "a\\b", "1");
    row("a key as it is spelled is no key", R"({"a\\b":1})", "a\\\\b", "");
    row("UTF-8", R"({"Zürich":1})", "Zürich", "1");
    row("empty key", R"({"":1})", "", "1");
    row("no object", "[1]", "a", "");
    row("no object 2", "\"a\"", "a", "");
    row("malformed behind", R"({"a":1,"b":)", "a", ""); // no value at all
    row("malformed inside", R"({"a":1 "b":2})", "a", "1");
    row("malformed inside 2", R"({"a":1 "b":2})", "b", "");
}

void TestRawJson::value()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, key);
    QFETCH(QByteArray, expected);
    const RawJson json = RawJson::fromText(text);
    QCOMPARE(json.value(key).view(), expected);
    QCOMPARE(json.value(QByteArrayView(key.toUtf8())).view(), expected);
    QCOMPARE(json.contains(key.toUtf8()), !expected.isEmpty());
}

/// As one look for each.
void TestRawJson::values()
{
    const RawJson object = RawJson::fromText(R"( {"a":1,"\u0062":2,"c":{"a":3},"a":4} )");
    const QList<RawJson> values = object.values({ "a", "b", "x", "c" });
    QCOMPARE(values, (QList<RawJson>{ object.value("a"), object.value("b"), RawJson(),
                                      object.value("c") }));
    QCOMPARE(values[0].view(), "4");
    QCOMPARE(values[1].view(), "2");
    QCOMPARE(RawJson::fromText("[1]").values({ "a" }), QList<RawJson>(1));
    QCOMPARE(RawJson().values({ "a", "b" }), QList<RawJson>(2));
}

/// Behind a million members nothing is searched any more, and the rest is as it was.
void TestRawJson::crowds()
{
    const QByteArray members = QByteArray(R"("k":0,)").repeated(RawJson::maxSearched - 1);
    const RawJson last = RawJson::fromText('{' + members + R"("a":1})");
    QCOMPARE(last.value("a").view(), "1");
    QCOMPARE(last.values({ "a" }).constFirst().view(), "1");
    const RawJson behind = RawJson::fromText('{' + members + R"("k":0,"a":1})");
    QVERIFY(behind.value("a").isAbsent());
    QVERIFY(behind.values({ "a" }).constFirst().isAbsent());
    QCOMPARE(behind.value("k").view(), "0");
    QCOMPARE(behind.count(), RawJson::maxSearched + 1);
}

void TestRawJson::textStart_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray filling(30, 'x');
    QTest::newRow("plain") << "abcdefgh" + filling;
    QTest::newRow("exactly") << "abcd"_ba;
    QTest::newRow("shorter") << "ab"_ba;
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("escapes") << R"(\u0041\u0042\u0043\u0044\u0045)" + filling;
    QTest::newRow("short escapes") << R"(\n\"\\\"\n)" + filling;
    QTest::newRow("quotes") << QByteArray(R"(\")").repeated(40);
    QTest::newRow("pairs") << QByteArray(R"(\ud83d\ude00)").repeated(9);
    QTest::newRow("pairs, cut in one") << 'a' + QByteArray(R"(\ud83d\ude00)").repeated(9);
    QTest::newRow("lone halves") << QByteArray(R"(\ud83d)").repeated(9);
    QTest::newRow("UTF-8") << QByteArray("\xc3\xbc\xe2\x82\xac").repeated(40);
    QTest::newRow("UTF-8 of four bytes") << QByteArray("\xf0\x9f\x98\x80").repeated(40);
    QTest::newRow("not UTF-8") << QByteArray(60, '\xff');
}

/// However the text is spelled, its start is that of the whole.
void TestRawJson::textStart()
{
    QFETCH(QByteArray, text);
    const RawJson json = RawJson::fromText('"' + text + '"');
    const QString whole = json.toString();
    for (qsizetype most = 0; most < 20; ++most) {
        QString start = whole.left(most);
        if (start.size() < whole.size() && !start.isEmpty() && start.back().isHighSurrogate())
            start.chop(1);
        QCOMPARE(json.textStart(most), start);
    }
    QCOMPARE(RawJson::fromText("5").textStart(4), QString());
}

void TestRawJson::listing()
{
    const RawJson object = RawJson::fromText(R"( {"z":1, "a\n":[2, 3],"z":{"b":4}} )");
    QCOMPARE(object.count(), 3);
    const QList<RawJsonMember> members = object.members();
    QCOMPARE(members.size(), 3);
    QCOMPARE(members[0].key, u"z"_s);
    QCOMPARE(members[1].key, u"a\n"_s);
    QCOMPARE(members[1].value.view(), "[2, 3]");
    QCOMPARE(members[2].value.value("b").view(), "4");
    QVERIFY(object.elements().isEmpty());

    const RawJson array = members[1].value;
    QCOMPARE(array.count(), 2);
    QCOMPARE(array.elements().size(), 2);
    QCOMPARE(array.elements()[1].view(), "3");
    QCOMPARE(array.element(0).view(), "2");
    QCOMPARE(array.element(1).view(), "3");
    QVERIFY(array.element(2).isAbsent());
    QVERIFY(array.element(-1).isAbsent());
    QVERIFY(object.element(0).isAbsent());
    QVERIFY(array.members().isEmpty());

    const RawJson broken = RawJson::fromText("[1, 2 3]");
    QCOMPARE(broken.count(), 2);
    QCOMPARE(broken.elements().size(), 2);
    QCOMPARE(RawJson::fromText("\"a\"").count(), 0);
}

void TestRawJson::slices()
{
    const QByteArray text = R"({"a":{"b":"x"}})";
    const RawJson root = RawJson::fromText(text);
    QVERIFY(root.toByteArray().constData() == text.constData());
    const RawJson inner = root.value("a");
    QVERIFY(inner.buffer().constData() == text.constData());
    QCOMPARE(inner.range(), (JsonRange{ 5, 14 }));
    QCOMPARE(inner.toByteArray(), R"({"b":"x"})");
    QCOMPARE(inner.size(), 9);
    QCOMPARE(inner, RawJson::fromText(R"({"b":"x"})"));
    QVERIFY(inner != RawJson::fromText(R"({"b": "x"})"));
    QCOMPARE(inner.value("b").toString(), u"x"_s);
}

void TestRawJson::integers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QVariant>("expected");
    const auto row = [](const char *text, const QVariant &expected = {}) {
        QTest::newRow(text) << QByteArray(text) << expected;
    };
    row("0", 0LL);
    row("-0", 0LL);
    row("0.000", 0LL);
    row("0e5", 0LL);
    row("0e99999999999999999999", 0LL);
    row("-42", -42LL);
    row("1.0", 1LL);
    row("1e2", 100LL);
    row("1.5e1", 15LL);
    row("1.50E+1", 15LL);
    row("1200e-2", 12LL);
    row("10e-1", 1LL);
    row("9007199254740993", 9007199254740993LL);
    row("9223372036854775807", std::numeric_limits<qint64>::max());
    row("-9223372036854775808", std::numeric_limits<qint64>::min());
    row("9223372036854775807.0", std::numeric_limits<qint64>::max());
    row("9223372036854775808");
    row("-9223372036854775809");
    row("12345678901234567890");
    row("18446744073709551616");
    row("1e18", 1'000'000'000'000'000'000LL);
    row("1e19");
    row("1e400");
    row("1e99999999999999999999");
    row("1e-99999999999999999999");
    row("0.5");
    row("1.25e1");
    row("1e-1");
    row("1.");
    row("1e");
    row("-");
    row("1-2");
    row("1e+-2");
    row("\"1\"");
    row("true");
    row("null");
}

void TestRawJson::integers()
{
    QFETCH(QByteArray, text);
    QFETCH(QVariant, expected);
    const std::optional<qint64> value = RawJson::fromText(text).toInteger();
    QCOMPARE(value ? QVariant(*value) : QVariant(), expected);
}

void TestRawJson::doubles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QVariant>("expected");
    const auto row = [](const char *text, const QVariant &expected = {}) {
        QTest::newRow(text) << QByteArray(text) << expected;
    };
    row("0.1", 0.1);
    row("-1e-3", -0.001);
    row("7", 7.0);
    row("1e308", 1e308);
    row("1e-400", 0.0);
    row("0.1e-987", 0.0);
    row("0", 0.0);
    row("1e400");
    row("-1e400");
    row("1.");
    row("--1");
    row("NaN");
    row("\"1\"");
}

void TestRawJson::doubles()
{
    QFETCH(QByteArray, text);
    const std::optional<double> value = RawJson::fromText(text).toDouble();
    QTEST(value ? QVariant(*value) : QVariant(), "expected");
}

void TestRawJson::toValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QJsonValue>("expected");
    QTest::newRow("object") << QByteArray(R"({"a":[1,"x"]})")
                            << QJsonValue(QJsonObject{ { u"a"_s, QJsonArray{ 1, u"x"_s } } });
    QTest::newRow("string") << QByteArray(R"("a\n")") << QJsonValue(u"a\n"_s);
    QTest::newRow("number") << QByteArray("1.5") << QJsonValue(1.5);
    QTest::newRow("null") << QByteArray("null") << QJsonValue(QJsonValue::Null);
    QTest::newRow("refused") << QByteArray("1e400") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("no JSON") << QByteArray("NaN") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("absent") << QByteArray() << QJsonValue(QJsonValue::Undefined);
}

void TestRawJson::toValue()
{
    QFETCH(QByteArray, text);
    QTEST(RawJson::fromText(text).toValue(), "expected");
}

void TestRawJson::fromValue()
{
    QCOMPARE(RawJson::fromValue(QJsonObject{ { u"a"_s, 1 } }).view(), R"({"a":1})");
    QCOMPARE(RawJson::fromValue(u"ü\n"_s).view(), "\"ü\\n\"");
    QCOMPARE(RawJson::fromValue(QJsonValue::Null).view(), "null");
    QCOMPARE(RawJson::fromValue(true).view(), "true");
    QVERIFY(RawJson::fromValue(QJsonValue::Undefined).isAbsent());
    QCOMPARE(RawJson::fromString(u"\"x\"").view(), R"("\"x\"")");
    QCOMPARE(RawJson::fromString(u"").toString(u"fallback"_s), QString());
}

void TestRawJson::absent()
{
    const RawJson absent;
    QVERIFY(absent.isAbsent());
    QVERIFY(!absent.isNull());
    QCOMPARE(absent.view().size(), 0);
    QCOMPARE(absent.toByteArray(), QByteArray());
    QVERIFY(absent.value("a").isAbsent());
    QVERIFY(absent.value("").isAbsent());
    QVERIFY(absent.members().isEmpty());
    QCOMPARE(absent.count(), 0);
    QCOMPARE(absent.toString(u"fallback"_s), u"fallback"_s);
    QVERIFY(absent.toBool(true));
    QVERIFY(!absent.toInteger());
    QVERIFY(RawJson::fromText("\"true\"").toBool(true));
    QVERIFY(!RawJson::fromText("\"true\"").toBool());
    QVERIFY(RawJson::fromText("true").toBool());
    QVERIFY(!RawJson::fromText("false").toBool(true));
}

QTEST_GUILESS_MAIN(TestRawJson)
#include "tst_rawjson.moc"
