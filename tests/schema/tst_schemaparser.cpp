// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemaparser.h"

#include "support/worktimer.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(Mcp::SchemaKind)

namespace {

SchemaNode parse(const QByteArray &schema)
{
    return SchemaParser(RawJson::fromText(schema)).root();
}

QStringList names(const SchemaNode &node)
{
    QStringList result;
    for (const SchemaProperty &property : node.properties)
        result.append(property.required ? property.name + u'*' : property.name);
    return result;
}

QByteArrayList choices(const SchemaNode &node)
{
    QByteArrayList result;
    for (const SchemaChoice &choice : node.choices)
        result.append(choice.value.toByteArray()
                      + (choice.title.isEmpty() ? QByteArray() : '=' + choice.title.toUtf8()));
    return result;
}

} // namespace

class TestSchemaParser : public QObject
{
    Q_OBJECT

private slots:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<SchemaKind>("kind");
        QTest::addColumn<bool>("nullable");
        const auto row = [](const char *name, const char *schema, SchemaKind kind,
                            bool nullable = false) {
            QTest::newRow(name) << QByteArray(schema) << kind << nullable;
        };
        row("string", R"({"type":"string"})", SchemaKind::String);
        row("integer", R"({"type":"integer"})", SchemaKind::Integer);
        row("number", R"({"type":"number"})", SchemaKind::Number);
        row("number and integer", R"({"type":["number","integer"]})", SchemaKind::Number);
        row("boolean", R"({"type":"boolean"})", SchemaKind::Boolean);
        row("null", R"({"type":"null"})", SchemaKind::Null, true);
        row("object", R"({"type":"object"})", SchemaKind::Object);
        row("array", R"({"type":"array"})", SchemaKind::Array);
        row("nothing", "{}", SchemaKind::Any);
        row("true", "true", SchemaKind::Any);
        row("false", "false", SchemaKind::Never);
        row("no schema", "17", SchemaKind::Any);
        row("unknown type", R"({"type":"text"})", SchemaKind::Any);
        row("enum", R"({"enum":[1,"1",null]})", SchemaKind::Choice, true);
        row("empty enum keeps its type", R"({"type":"string","enum":[]})", SchemaKind::String);
        row("const", R"({"const":{"a":1}})", SchemaKind::Constant);
        row("type array", R"({"type":["string","number"]})", SchemaKind::Union);
        row("nullable by type", R"({"type":["string","null"]})", SchemaKind::String, true);
        row("nullable by anyOf", R"({"anyOf":[{"type":"string"},{"type":"null"}]})",
            SchemaKind::String, true);
        row("nullable by const", R"({"oneOf":[{"type":"integer"},{"const":null}]})",
            SchemaKind::Integer, true);
        row("nullable by keyword", R"({"type":"string","nullable":true})", SchemaKind::String,
            true);
        row("nullable choice by oneOf",
            R"({"oneOf":[{"type":"string","enum":["a"]},{"type":"null"}]})", SchemaKind::Choice,
            true);
        row("type allows null, enum does not", R"({"type":["string","null"],"enum":["a"]})",
            SchemaKind::Choice, false);
        row("nullable object", R"({"type":["object","null"],"properties":{"a":{}}})",
            SchemaKind::Object, true);
        row("union", R"({"anyOf":[{"type":"string"},{"type":"array"}]})", SchemaKind::Union);
        row("nullable union", R"({"anyOf":[{"type":"string"},{"type":"array"},{"type":"null"}]})",
            SchemaKind::Union, true);
        row("alternatives of one scalar type",
            R"({"anyOf":[{"type":"string","minLength":3},{"type":"string","maxLength":1}]})",
            SchemaKind::String);
        row("object with alternatives of members",
            R"({"type":"object","properties":{"a":{},"b":{}},"anyOf":[{"required":["a"]},{"required":["b"]}]})",
            SchemaKind::Object);
        row("oneOf objects",
            R"({"type":"object","oneOf":[{"properties":{"a":{}}},{"properties":{"b":{}}}]})",
            SchemaKind::Union);
        row("shape of an object", R"({"properties":{"a":{}}})", SchemaKind::Object);
        row("shape of an array", R"({"items":{"type":"string"}})", SchemaKind::Array);
        row("shape of a number", R"({"minimum":3})", SchemaKind::Number);
        row("shape of a text", R"({"pattern":"a"})", SchemaKind::String);
        row("allOf", R"({"allOf":[{"type":"object"},{"properties":{"a":{}}}]})",
            SchemaKind::Object);
        row("allOf excludes", R"({"allOf":[{"type":["string","number"]},{"type":"string"}]})",
            SchemaKind::String);
    }
    void kinds()
    {
        QFETCH(QByteArray, schema);
        const SchemaNode node = parse(schema);
        QTEST(node.kind, "kind");
        QTEST(node.nullable, "nullable");
    }

    void propertyOrder()
    {
        const SchemaNode node = parse(R"({"type":"object",
            "properties":{"zeta":{},"alpha":{},"mid":{}},"required":["alpha","ghost"]})");
        QCOMPARE(names(node), QStringList({ u"zeta"_s, u"alpha*"_s, u"mid"_s, u"ghost*"_s }));
    }

    void annotations()
    {
        const SchemaNode node = parse(R"({"type":"integer","title":"T","description":"D",
            "default":12345678901234567890,"examples":[1,2],"deprecated":true,
            "minimum":1.0,"exclusiveMaximum":9,"multipleOf":0.5})");
        QCOMPARE(node.title, u"T"_s);
        QCOMPARE(node.description, u"D"_s);
        QCOMPARE(node.defaultValue.toByteArray(), "12345678901234567890");
        QCOMPARE(node.examples.size(), 2);
        QVERIFY(node.deprecated);
        QCOMPARE(node.minimum.toByteArray(), "1.0");
        QCOMPARE(node.exclusiveMaximum.toByteArray(), "9");
        QCOMPARE(node.multipleOf.toByteArray(), "0.5");
    }

    void titledChoices_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::newRow("oneOf") << "{\"oneOf\":[{\"const\":\"a\",\"title\":\"A\"},{\"const\":2,"
                                  "\"title\":\"B\"}]}"_ba;
        QTest::newRow("anyOf with type") << "{\"type\":\"string\",\"anyOf\":[{\"const\":\"a\","
                                            "\"title\":\"A\"},{\"const\":2,\"title\":\"B\"}]}"_ba;
        QTest::newRow("enumNames") << "{\"enum\":[\"a\",2],\"enumNames\":[\"A\",\"B\"]}"_ba;
        QTest::newRow("by reference")
                << "{\"$defs\":{\"x\":{\"const\":\"a\",\"title\":\"A\"}},\"oneOf\":[{\"$ref\":\"#/"
                   "$defs/x\"},{\"const\":2,\"title\":\"B\"}]}"_ba;
    }
    void titledChoices()
    {
        QFETCH(QByteArray, schema);
        const SchemaNode node = parse(schema);
        QCOMPARE(node.kind, SchemaKind::Choice);
        QCOMPARE(choices(node), QByteArrayList({ "\"a\"=A", "2=B" }));
    }

    void references_data()
    {
        QTest::addColumn<QByteArray>("schema");
        const auto row = [](const char *name, const char *schema) {
            QTest::newRow(name) << QByteArray(schema);
        };
        row("$defs",
            "{\"$ref\":\"#/$defs/x\",\"$defs\":{\"x\":{\"type\":\"string\",\"minLength\":2}}}");
        row("definitions", "{\"$ref\":\"#/definitions/"
                           "x\",\"definitions\":{\"x\":{\"type\":\"string\",\"minLength\":2}}}");
        row("any pointer", "{\"$ref\":\"#/properties/a~1b/items\",\"properties\":{\"a/"
                           "b\":{\"items\":{\"type\":\"string\",\"minLength\":2}}}}");
        row("anchor", "{\"$ref\":\"#here\",\"$defs\":{\"x\":{\"$anchor\":\"here\",\"type\":"
                      "\"string\",\"minLength\":2}}}");
        row("own id", "{\"$id\":\"http://x.example/s\",\"$ref\":\"http://x.example/s#/$defs/"
                      "x\",\"$defs\":{\"x\":{\"type\":\"string\",\"minLength\":2}}}");
        row("chain", "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"$ref\":\"#/$defs/"
                     "b\"},\"b\":{\"type\":\"string\",\"minLength\":2}}}");
        row("sibling wins for texts",
            "{\"minLength\":2,\"$ref\":\"#/$defs/"
            "x\",\"$defs\":{\"x\":{\"type\":\"string\",\"minLength\":1}}}");
    }
    void references()
    {
        QFETCH(QByteArray, schema);
        SchemaNode node = parse(schema);
        if (node.properties.size() == 1 && node.kind == SchemaKind::Object)
            QFAIL("the reference was not followed");
        QCOMPARE(node.types.value(0), u"string"_s);
        QCOMPARE(node.minLength.value_or(0), 2);
        QVERIFY(node.notes.isEmpty());
    }

    void badReferences_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("note");
        QTest::newRow("remote") << R"({"$ref":"https://x.example/s.json"})"_ba << u"not fetched"_s;
        QTest::newRow("nowhere") << "{\"$ref\":\"#/$defs/none\"}"_ba << u"leads nowhere"_s;
        QTest::newRow("no anchor") << "{\"$ref\":\"#none\"}"_ba << u"leads nowhere"_s;
        QTest::newRow("itself") << "{\"$ref\":\"#\"}"_ba << u"circle"_s;
        QTest::newRow("two in a circle")
                << "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"$ref\":\"#/$defs/a\"}}}"_ba
                << u"circle"_s;
    }
    void badReferences()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QString, note);
        const SchemaNode node = parse(schema);
        QCOMPARE(node.kind, SchemaKind::Any);
        QVERIFY2(node.notes.join(u'\n').contains(note), qPrintable(node.notes.join(u'\n')));
    }

    void referencesWithinAnEmbeddedResource()
    {
        const SchemaParser parser(RawJson::fromText(
                "{\"$id\":\"https://x.example/outer\",\"properties\":{\"v\":{\"$id\":\"inner\","
                "\"$ref\":\"#/$defs/d\",\"$defs\":{\"d\":{\"type\":\"integer\"}}}},"
                "\"$defs\":{\"d\":{\"type\":\"string\"}}}"));
        const SchemaNode node = parser.parse(parser.root().property(u"v")->schema);
        QCOMPARE(node.kind, SchemaKind::Integer); // its own $defs, not those around it
    }

    void recursionIsExpandedOnDemand()
    {
        const SchemaParser parser(
                RawJson::fromText("{\"type\":\"object\",\"properties\":{\"name\":{\"type\":"
                                  "\"string\"},\"child\":{\"$ref\":\"#\"}}}"));
        SchemaNode node = parser.root();
        for (int level = 0; level < 50; ++level) {
            QCOMPARE(node.kind, SchemaKind::Object);
            QVERIFY(node.property(u"child"));
            node = parser.parse(node.property(u"child")->schema);
        }
        QVERIFY(node.notes.isEmpty());
    }

    void allOfMerges()
    {
        const SchemaNode node = parse(R"({"allOf":[
            {"type":"object","properties":{"a":{"minimum":1}},"required":["a"]},
            {"properties":{"b":{},"a":{"maximum":5}},"minProperties":2}]})");
        QCOMPARE(names(node), QStringList({ u"a*"_s, u"b"_s }));
        const SchemaNode a = SchemaParser().parse(node.properties[0].schema);
        QCOMPARE(a.minimum.toByteArray(), "1");
        QCOMPARE(a.maximum.toByteArray(), "5");
        const SchemaNode limits =
                parse(R"({"allOf":[{"minimum":3,"maxLength":9},{"minimum":2.5,"maxLength":10}]})");
        QCOMPARE(limits.minimum.toByteArray(), "3");
        QCOMPARE(limits.maxLength.value_or(0), 9);
    }

    void tuples()
    {
        const SchemaNode modern =
                parse(R"({"type":"array","prefixItems":[{},{}],"items":{"type":"string"}})");
        QCOMPARE(modern.prefixItems.size(), 2);
        QVERIFY(modern.items.isObject());
        const SchemaNode draft7 =
                parse(R"({"type":"array","items":[{},{}],"additionalItems":false})");
        QCOMPARE(draft7.prefixItems.size(), 2);
        QVERIFY(draft7.items.isBool());
    }

    void hostileSchemasEnd_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QByteArray doubling = "{\"$ref\":\"#/$defs/d0\",\"$defs\":{";
        for (int i = 0; i < 40; ++i) {
            const QByteArray next = "{\"$ref\":\"#/$defs/d" + QByteArray::number(i + 1) + "\"}";
            doubling +=
                    "\"d" + QByteArray::number(i) + "\":{\"allOf\":[" + next + ',' + next + "]},";
        }
        QTest::newRow("doubling references") << doubling + "\"d40\":{}}}";
        QTest::newRow("single alternatives, nested")
                << QByteArray("{\"anyOf\":[").repeated(60) + "{}" + QByteArray("]}").repeated(60);
        QTest::newRow("double alternatives, nested") << QByteArray("{\"anyOf\":[{},").repeated(60)
                                                                + "{}"
                                                                + QByteArray("]}").repeated(60);
        QTest::newRow("alternatives of themselves")
                << "{\"anyOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}"_ba;
        QTest::newRow("deep") << QByteArray("{\"allOf\":[").repeated(5000) + "{}"
                                         + QByteArray("]}").repeated(5000);
    }
    void hostileSchemasEnd()
    {
        QFETCH(QByteArray, schema);
        McpTest::WorkTimer timer;
        timer.start();
        const SchemaNode node = parse(schema);
        QVERIFY2(timer.elapsed() < 5000, "took too long");
        Q_UNUSED(node);
    }
};

QTEST_GUILESS_MAIN(TestSchemaParser)
#include "tst_schemaparser.moc"
