// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemadefaults.h"
#include "schema/schemavalidator.h"
#include "support/worktimer.h"

#include <QtTest/qtest.h>

using namespace Mcp;

namespace {

const QByteArray listsOfLists = R"({"type":"array","items":{"$ref":"#"},"minItems":100})";

/// An object of @p count required members p0, p1 …, each of @p schema; @p extra stands before them.
QByteArray requiredMembers(int count, const QByteArray &schema, const QByteArray &extra)
{
    QByteArray members;
    QByteArray names;
    for (int i = 0; i < count; ++i) {
        const QByteArray name = (i ? ",\"p" : "\"p") + QByteArray::number(i) + '"';
        members += name + ':' + schema;
        names += name;
    }
    return "{\"type\":\"object\"," + extra + "\"properties\":{" + members + "},\"required\":["
           + names + "]}";
}

QByteArray thirtyOfItself() { return requiredMembers(30, R"({"$ref":"#"})", {}); }

QByteArray thousandOfOneDefault()
{
    return requiredMembers(1000, R"({"$ref":"#/$defs/d"})",
                           R"("$defs":{"d":{"default":")" + QByteArray(1'000'000, 'd') + R"("}},)");
}

} // namespace

class TestSchemaDefaults : public QObject
{
    Q_OBJECT

private slots:
    void initial_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *schema, const char *expected) {
            QTest::newRow(name) << QByteArray(schema) << QByteArray(expected);
        };
        row("nothing declared", "{}", "{}");
        row("not even a schema", "", "{}");
        row("author's defaults of required members, in the author's order",
            R"({"type":"object","properties":{"b":{"default":1.0},"a":{"default":"x"},"c":{"default":3}},"required":["a","b"]})",
            R"({"b":1.0,"a":"x"})");
        row("constants", R"({"properties":{"t":{"const":"circle"}},"required":["t"]})",
            R"({"t":"circle"})");
        row("required objects are filled",
            R"({"properties":{"o":{"type":"object","properties":{"t":{"const":1},"u":{"type":"string"}},"required":["t","u"]}},"required":["o"]})",
            R"({"o":{"t":1}})");
        row("nobody chose a text", R"({"properties":{"s":{"type":"string"}},"required":["s"]})",
            "{}");
        row("a default of another type", R"({"type":"object","default":[1]})", "{}");
    }
    void initial()
    {
        QFETCH(QByteArray, schema);
        QTEST(SchemaDefaults::initialArguments(SchemaParser(RawJson::fromText(schema)))
                      .toByteArray(),
              "expected");
    }

    void initialOfARecursiveSchemaEnds()
    {
        const auto value = SchemaDefaults::initialArguments(
                SchemaParser(RawJson::fromText("{\"type\":\"object\",\"properties\":{\"child\":{\"$"
                                               "ref\":\"#\"}},\"required\":[\"child\"]}")));
        QVERIFY(value.isObject());
        QVERIFY(value.size() < 200);
    }

    void whatMultipliesIsLeftOut()
    {
        McpTest::WorkTimer timer;
        timer.start();
        for (const QByteArray &schema : { thirtyOfItself(), listsOfLists }) {
            const SchemaParser parser(RawJson::fromText(schema));
            QVERIFY(SchemaDefaults::initialArguments(parser).isObject());
            QVERIFY(!SchemaDefaults::smallest(parser.root(), parser).isAbsent());
        }
        const SchemaParser parser(RawJson::fromText(thousandOfOneDefault()));
        const RawJson value = SchemaDefaults::initialArguments(parser);
        QVERIFY(value.size() > 1'000'000);
        QVERIFY(value.size() < 20'000'000);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }

    void smallest_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *schema, const char *expected) {
            QTest::addRow("%s", schema) << QByteArray(schema) << QByteArray(expected);
        };
        row(R"({"type":"string"})", "\"\"");
        row(R"({"type":"string","default":"d"})", "\"d\"");
        row(R"({"type":"integer"})", "0");
        row(R"({"type":"integer","minimum":3})", "3");
        row(R"({"type":"integer","maximum":-3})", "-3");
        row(R"({"type":"integer","exclusiveMinimum":0})", "1");
        row(R"({"type":"boolean"})", "false");
        row(R"({"enum":["b","a"]})", "\"b\"");
        row(R"({"const":7})", "7");
        row(R"({"type":"null"})", "null");
        row(R"({"type":"array","items":{"type":"string"}})", "[]");
        row(R"({"type":"array","items":{"type":"string"},"minItems":2})", R"(["",""])");
        row(R"({"type":"object","properties":{"a":{"type":"integer"},"b":{}},"required":["a"]})",
            R"({"a":0})");
        row(R"({"anyOf":[{"type":"array"},{"type":"string"}]})", "[]");
        row(R"({"type":["string","number"]})", "\"\"");
    }
    void smallest()
    {
        QFETCH(QByteArray, schema);
        const SchemaParser parser(RawJson::fromText(schema));
        const RawJson value = SchemaDefaults::smallest(parser.root(), parser);
        QTEST(value.toByteArray(), "expected");
        QVERIFY(SchemaValidator(parser.document()).validate(value).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSchemaDefaults)
#include "tst_schemadefaults.moc"
