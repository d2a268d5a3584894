// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemavalidator.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

/// "pointer: sentence" of each problem, in order.
QStringList problems(const QByteArray &schema, const QByteArray &value)
{
    QStringList result;
    const SchemaValidator validator{ SchemaDocument(RawJson::fromText(schema)) };
    for (const SchemaProblem &problem : validator.validate(RawJson::fromText(value)))
        result.append(problem.pointer.toString() + ": "_L1 + problem.message);
    return result;
}

} // namespace

class TestSchemaValidator : public QObject
{
    Q_OBJECT

private:
    static void addColumns()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("expected"); // empty: valid
    }
    static void row(const char *schema, const char *value, const QString &expected = {})
    {
        QTest::addRow("%s on %s", schema, value)
                << QByteArray(schema) << QByteArray(value) << expected;
    }
    static void checkRow()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, value);
        QFETCH(QString, expected);
        QCOMPARE(::problems(schema, value).join(u'\n'), expected);
    }

private slots:
    void problems_data()
    {
        addColumns();
        row(R"({"type":"string"})", "1", u": must be a text"_s);
        row(R"({"type":["string","null"]})", "1", u": must be a text or null"_s);
        row(R"({"type":["string","null"]})", "null");
        row(R"({"type":"boolean","enum":[true],"nullable":true})", "null"); // OpenAPI 3.0
        row(R"({"type":"integer"})", "1.0");
        row(R"({"type":"integer"})", "1e400");
        row(R"({"type":"integer"})", "1.5", u": must be an integer"_s);
        row(R"({"type":"number"})", "12345678901234567890");
        row(R"({"maximum":9007199254740992})", "9007199254740993",
            u": must be at most 9007199254740992"_s);
        row(R"({"maximum":9007199254740992})", "9007199254740992.0");
        row(R"({"minimum":12345678901234567890})", "12345678901234567889",
            u": must be at least 12345678901234567890"_s);
        row(R"({"exclusiveMinimum":0})", "0", u": must be above 0"_s);
        row(R"({"exclusiveMaximum":1})", "1e0", u": must be below 1"_s);
        row(R"({"multipleOf":0.01})", "19.99");
        row(R"({"multipleOf":0.01})", "19.995", u": must be a multiple of 0.01"_s);
        row(R"({"minimum":5})", "\"a text is not compared\"");
        row(R"({"minLength":1})", "\"\"", u": must not be empty"_s);
        row(R"({"maxLength":2})", "\"😀😀\"");
        row(R"({"maxLength":2})", "\"abc\"", u": must have at most 2 characters, has 3"_s);
        row(R"({"pattern":"^a+$"})", "\"b\"", u": must match the pattern ^a+$"_s);
        row(R"({"pattern":"b"})", "\"abc\"");
        row("{\"pattern\":\"(\"}", "\"a pattern that is none checks nothing\"");
        row(R"({"enum":["a",1]})", "1.0");
        row(R"({"enum":["a",1]})", "\"b\"", u": must be one of a, 1"_s);
        row(R"({"const":{"a":[1]}})", R"({ "a": [ 1.0 ] })");
        row(R"({"const":5})", "6", u": must be 5"_s);
        row(R"({"required":["a"]})", "{}", u"/a: is required"_s);
        row(R"({"required":["a"]})", R"({"a":null})");
        row(R"({"required":["a"]})", "[]");
        row(R"({"properties":{"a":{"type":"string"}}})", R"({"a":1})", u"/a: must be a text"_s);
        row(R"({"properties":{"a/b":{"properties":{"c":{"minimum":1}}}}})", R"({"a/b":{"c":0}})",
            u"/a~1b/c: must be at least 1"_s);
        row(R"({"properties":{"a":{}},"additionalProperties":false})", R"({"b":1})",
            u"/b: is not a member that the schema allows"_s);
        row(R"({"additionalProperties":{"type":"number"}})", R"({"b":"x"})",
            u"/b: must be a number"_s);
        row(R"({"patternProperties":{"^x":{"type":"number"}},"additionalProperties":false})",
            R"({"x1":"x"})", u"/x1: must be a number"_s);
        row(R"({"propertyNames":{"maxLength":1}})", R"({"ab":1})",
            u"/ab: has a name that must have at most 1 character, has 2"_s);
        row(R"({"minProperties":1})", "{}", u": must not be empty"_s);
        row(R"({"maxProperties":1})", R"({"a":1,"b":2})", u": must have at most 1 member, has 2"_s);
        row(R"({"items":{"type":"integer"}})", "[1,\"x\"]", u"/1: must be an integer"_s);
        row(R"({"items":false,"prefixItems":[{}]})", "[1,2]", u"/1: is not allowed here"_s);
        row(R"({"items":[{"type":"string"}],"additionalItems":false})", "[1]",
            u"/0: must be a text"_s);
        row(R"({"minItems":2})", "[1]", u": must have at least 2 items, has 1"_s);
        row(R"({"maxItems":0})", "[1]", u": must have at most 0 items, has 1"_s);
        row(R"({"uniqueItems":true})", "[1,2,1.0]",
            u": must not repeat an item; items 1 and 3 are the same"_s);
        row(R"({"allOf":[{"minimum":1},{"maximum":3}]})", "4", u": must be at most 3"_s);
        row(R"({"anyOf":[{"type":"string"},{"type":"null"}]})", "null");
        row(R"({"anyOf":[{"type":"integer","minimum":3},{"type":"null"}]})", "1",
            u": must be at least 3"_s);
        row(R"({"oneOf":[{"minimum":1},{"maximum":5}]})", "3",
            u": must fit exactly one of the alternatives, but fits 2"_s);
        row(R"({"oneOf":[{"properties":{"t":{"const":"a"},"n":{"type":"number"}}},{"properties":{"t":{"const":"b"},"m":{}},"required":["m"]}]})",
            R"({"t":"b"})", u"/m: is required"_s);
        row(R"({"not":{"type":"string"}})", "\"a\"", u": is a value that the schema excludes"_s);
        row("{\"$ref\":\"#/$defs/x\",\"$defs\":{\"x\":{\"type\":\"string\"}}}", "1",
            u": must be a text"_s);
        row("{\"properties\":{\"c\":{\"$ref\":\"#\"},\"v\":{\"type\":\"integer\"}}}",
            R"({"c":{"c":{"c":{"v":"x"}}}})", u"/c/c/c/v: must be an integer"_s);
    }
    void problems() { checkRow(); }

    void exactAndCombined_data()
    {
        addColumns();
        row(R"({"multipleOf":0.1234567890123456789})", "1.234567890123456789");
        row(R"({"multipleOf":0.1234567890123456789})", "1.234567890123456788",
            u": must be a multiple of 0.1234567890123456789"_s);
        row(R"({"minimum":5,"exclusiveMinimum":true})", "5", u": must be above 5"_s);
        row(R"({"maximum":5,"exclusiveMaximum":false})", "5");
        row(R"({"enum":[12345678901234567890]})", "12345678901234567891",
            u": must be one of 12345678901234567890"_s);
        row(R"({"uniqueItems":true})", R"([{"a":1,"b":2},{"b":2.0,"a":1}])",
            u": must not repeat an item; items 1 and 2 are the same"_s);
        row(R"({"uniqueItems":true})", R"([1,true,"1",[1],0,false,null])");
        row(R"({"maxProperties":1})", R"({"a":1,"a":2})"); // the last of duplicates counts
        row(R"({"properties":{"a":{"type":"string"}}})", R"({"a":1,"a":2,"b":3,"a":"x"})");
        row(R"({"properties":{"a":{"type":"string"}},"maxProperties":9})",
            R"({"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"a":"x"})");
        row(R"({"if":{"properties":{"a":{"const":1}}},"then":{"required":["b"]},"else":{"required":["c"]}})",
            R"({"a":1})", u"/b: is required"_s);
        row(R"({"if":{"properties":{"a":{"const":1}}},"then":{"required":["b"]},"else":{"required":["c"]}})",
            R"({"a":2})", u"/c: is required"_s);
        row(R"({"then":{"required":["b"]}})", "{}");
        row(R"({"dependentRequired":{"card":["address"]}})", R"({"card":1})",
            u"/address: is required when card is given"_s);
        row(R"({"dependentRequired":{"card":["address"]}})", "{}");
        row(R"({"dependentSchemas":{"a":{"maxProperties":1}}})", R"({"a":1,"b":1})",
            u": must have at most 1 member, has 2"_s);
        row(R"({"dependencies":{"a":["b"],"c":{"minProperties":3}}})", R"({"a":1,"c":2})",
            u"/b: is required when a is given\n: must have at least 3 members, has 2"_s);
        row(R"({"contains":{"type":"integer"}})", R"(["a",1])");
        row(R"({"contains":{"minimum":5}})", "[1,2]",
            u": must have at least 1 item that fits (each of which must be at least 5), has 0"_s);
        row(R"({"contains":{"const":1},"minContains":2})", "[1,2]",
            u": must have at least 2 items that fit (each of which must be 1), has 1"_s);
        row(R"({"contains":{"const":1},"minContains":0})", "[]");
        row(R"({"contains":{"const":1},"maxContains":1})", "[1,1]",
            u": must have at most 1 item that fits, has 2"_s);
        row(R"({"properties":{"a":{}},"allOf":[{"properties":{"b":{}}}],"unevaluatedProperties":false})",
            R"({"a":1,"b":2,"c":3})", u"/c: is not a member that the schema allows"_s);
        row(R"({"anyOf":[{"properties":{"a":{"const":1}},"required":["a"]},{"properties":{"b":{}},"required":["b"]}],"unevaluatedProperties":{"type":"string"}})",
            R"({"b":1,"c":2})", u"/c: must be a text"_s);
        row(R"({"if":{"properties":{"a":{"const":1}},"required":["a"]},"unevaluatedProperties":false})",
            R"({"a":2})", u"/a: is not a member that the schema allows"_s);
        // A branch that is meant but wrong speaks for its members all the same.
        row(R"({"oneOf":[{"properties":{"k":{"const":"a"},"n":{"type":"number"}}},{"properties":{"k":{"const":"b"}}}],"unevaluatedProperties":false})",
            R"({"k":"a","n":"x"})", u"/n: must be a number"_s);
        row(R"({"allOf":[{"properties":{"a":{}}},{"unevaluatedProperties":false}]})", R"({"a":1})",
            u"/a: is not a member that the schema allows"_s);
        row(R"({"prefixItems":[{}],"contains":{"const":3},"unevaluatedItems":false})", "[1,3,4]",
            u"/2: is not allowed here"_s);
        row(R"({"allOf":[{"items":{"type":"integer"}}],"unevaluatedItems":false})", "[1,2]");
        row(R"({"not":{"const":"a"}})", "\"a\"", u": must not be a"_s);
        row(R"({"not":{"enum":[1,2]}})", "2", u": must not be 1 or 2"_s);
        row(R"({"not":{"required":["a"]}})", R"({"a":1})", u"/a: must not be given"_s);
        row(R"({"not":{"pattern":"^x"}})", "\"xy\"", u": must not match the pattern ^x"_s);
        row(R"({"anyOf":[{"required":["a","b"],"properties":{"a":{},"b":{}}},{"required":["c","d"],"properties":{"c":{},"d":{}}}]})",
            R"({"c":1})", u"/d: is required"_s);
        row(R"({"oneOf":[{"type":"string"},{"type":"boolean"}]})", "1",
            u": must be a text or true or false"_s);
        row(R"({"anyOf":[{"type":["string","null"]},{"type":"null"},{"type":"array"}]})", "1",
            u": must be a text or null or a list"_s);
        row(R"({"oneOf":[{"const":"a","title":"A"},{"const":"b"},{"enum":["c"]}]})", "1",
            u": must be one of a, b, c"_s);
        row(R"({"anyOf":[{"properties":{"a":{"minimum":1}}},{"properties":{"a":{"minimum":2}}}]})",
            R"({"a":0})",
            u": fits none of the 2 alternatives; for one of them a must be at least 1"_s);
        row(R"({"format":"date"})", "\"2026-02-30\"", u": must be a date such as 2026-11-22"_s);
        row(R"({"format":"date"})", "5");
        row(R"({"format":"something else"})", "\"x\"");
        row(R"({"pattern":"^\\d+$"})", "\"42\\n\"", u": must match the pattern ^\\d+$"_s);
        row("false", "1", u": is not allowed here"_s);
        row("true", "1");
        row("{}", "1e400");
    }
    void exactAndCombined() { checkRow(); }

    void severalProblemsAtOnce()
    {
        const QStringList found = ::problems(
                R"({"required":["a","b"],"properties":{"c":{"type":"string"},"d":{"minimum":1}}})",
                R"({"c":1,"d":0})");
        QCOMPARE(found, QStringList({ u"/a: is required"_s, u"/b: is required"_s,
                                      u"/c: must be a text"_s, u"/d: must be at least 1"_s }));
    }

    void formatsCanBeRemarks()
    {
        const SchemaDocument document(RawJson::fromText(R"({"format":"ipv4"})"));
        const RawJson value = RawJson::fromText("\"x\"");
        QVERIFY(!SchemaValidator(document).validate(value).isEmpty());
        QVERIFY(SchemaValidator(document, SchemaValidator::Formats::Ignore)
                        .validate(value)
                        .isEmpty());
    }

    void longChoicesAreCut()
    {
        const QString found =
                ::problems(R"({"enum":["1a","2a","3a","4a","5a","6a","7a","8a","9a","10a"]})", "0")
                        .value(0);
        QCOMPARE(found, u": must be one of 1a, 2a, 3a, 4a, 5a, 6a, 7a, 8a, … (10 in all)"_s);
    }
};

QTEST_GUILESS_MAIN(TestSchemaValidator)
#include "tst_schemavalidator.moc"
