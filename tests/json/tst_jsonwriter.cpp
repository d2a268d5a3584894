// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsontext.h"
#include "json/jsonwriter.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objects();
    void integers();
    void merging();
    void arrays();
};

void TestJsonWriter::objects()
{
    JsonObjectWriter writer;
    QVERIFY(writer.isEmpty());
    QCOMPARE(writer.toByteArray(), "{}");
    writer.add(u"z\"", u"ü\n").add(u"a", 1).add(u"b", true).add(u"c", false);
    QVERIFY(!writer.isEmpty());
    writer.add(u"raw", RawJson::fromText(" { \"x\": 1.0 } ")).addRaw(u"n", "1e400");
    writer.add(u"absent", RawJson()).addRaw(u"empty", "");
    writer.add(u"text", u"x"_s).add(u"z\"", QString());
    const QByteArray expected = "{\"z\\\"\":\"ü\\n\",\"a\":1,\"b\":true,\"c\":false,"
                                "\"raw\":{ \"x\": 1.0 },\"n\":1e400,\"text\":\"x\",\"z\\\"\":\"\"}";
    QCOMPARE(writer.toByteArray(), expected);
    QCOMPARE(writer.toRawJson().view(), expected);
    QVERIFY(!JsonText::check(expected));
}

void TestJsonWriter::integers()
{
    JsonObjectWriter writer;
    writer.add(u"min", std::numeric_limits<qint64>::min());
    writer.add(u"max", std::numeric_limits<qint64>::max());
    writer.add(u"u", std::numeric_limits<quint64>::max());
    writer.add(u"size", QByteArray("abc").size()).add(u"zero", 0);
    QCOMPARE(writer.toByteArray(),
             R"({"min":-9223372036854775808,"max":9223372036854775807,"u":18446744073709551615,)"
             R"("size":3,"zero":0})");
}

void TestJsonWriter::merging()
{
    JsonObjectWriter writer;
    writer.addMembers(RawJson::fromText("{}"))
            .addMembers(RawJson())
            .addMembers(RawJson::fromText("[1]"));
    QVERIFY(writer.isEmpty());
    const RawJson outer = RawJson::fromText(R"({"x": { "b" : 1.0 , "\u0061": [ 2 ], "b":3 }})");
    writer.addMembers(outer.value("x")).add(u"c", 4).addMembers(outer.value("x"));
    QCOMPARE(writer.toByteArray(), R"({"b":1.0,"\u0061":[ 2 ],"b":3,"c":4,"b":1.0,)"
                                   R"("\u0061":[ 2 ],"b":3})");
}

void TestJsonWriter::arrays()
{
    JsonArrayWriter writer;
    QVERIFY(writer.isEmpty());
    QCOMPARE(writer.toByteArray(), "[]");
    writer.add(u"a\\").add(RawJson::fromText("1.0")).addRaw("{}").add(RawJson()).addRaw("");
    QCOMPARE(writer.toByteArray(), R"(["a\\",1.0,{}])");
    QCOMPARE(writer.toRawJson().count(), 3);
}

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
