// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemawords.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

class TestSchemaWords : public QObject
{
    Q_OBJECT

private slots:
    void type_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *schema, const QString &expected) {
            QTest::addRow("%s", schema) << QByteArray(schema) << expected;
        };
        row(R"({"type":"string"})", u"text"_s);
        row(R"({"type":["string","null"]})", u"text or null"_s);
        row(R"({"type":"string","minLength":1})", u"text, not empty"_s);
        row(R"({"type":"string","minLength":2,"maxLength":5})", u"text, 2 to 5 characters"_s);
        row(R"({"type":"string","minLength":2,"maxLength":2})", u"text, exactly 2 characters"_s);
        row(R"({"type":"string","maxLength":5})", u"text, at most 5 characters"_s);
        row(R"({"type":"string","pattern":"^a$"})", u"text, pattern ^a$"_s);
        row(R"({"type":"string","format":"date-time"})", u"date and time"_s);
        row(R"({"type":"string","format":"odd"})", u"text (odd)"_s);
        row(R"({"type":"integer","minimum":1,"maximum":100})", u"integer, 1 to 100"_s);
        row(R"({"type":"integer","minimum":-9007199254740991,"maximum":9007199254740991})",
            u"integer"_s);
        row(R"({"type":"integer","exclusiveMinimum":0,"maximum":9007199254740991})",
            u"integer, above 0"_s);
        row(R"({"type":"number","minimum":0.5})", u"number, at least 0.5"_s);
        row(R"({"type":"number","maximum":2,"multipleOf":0.5})",
            u"number, at most 2, multiple of 0.5"_s);
        row(R"({"type":"number","exclusiveMinimum":0,"exclusiveMaximum":1})",
            u"number, above 0, below 1"_s);
        row(R"({"enum":[1,2,3]})", u"one of 3"_s);
        row(R"({"const":"x"})", u"always x"_s);
        row(R"({"type":"array"})", u"list"_s);
        row(R"({"type":"array","items":{"type":"string"},"minItems":1})",
            u"list of text, at least 1"_s);
        row(R"({"type":"array","items":{"type":"array","items":{"type":"integer"}}})",
            u"list of list of integer"_s);
        row(R"({"type":"array","prefixItems":[{},{}]})", u"list of 2 fixed places"_s);
        row(R"({"type":["string","number","null"]})", u"text or number or null"_s);
        row(R"({"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]})",
            u"text or list of text"_s);
        row(R"({"oneOf":[{"title":"Circle","type":"object"},{"title":"Square","type":"object"}]})",
            u"Circle or Square"_s);
        row("{}", u"any value"_s);
        row("false", u"no value is allowed"_s);
        row(R"({"type":"object"})", u"object"_s);
        row("{\"type\":\"string\",\"format\":\"\\u202egpj\"}", u"text (\\u202egpj)"_s);
        row("{\"type\":\"string\",\"pattern\":\"^\\u202egpj\\u001b$\"}",
            u"text, pattern ^\\u202egpj\\u001b$"_s);
        row(R"({"type":"object","minProperties":1})", u"object, at least 1 member"_s);
        row(R"({"type":"string","minLength":1,"maxLength":1})", u"text, exactly 1 character"_s);
        row(R"({"type":"string","maxLength":2})", u"text, at most 2 characters"_s);
    }
    void type()
    {
        QFETCH(QByteArray, schema);
        const SchemaParser parser(RawJson::fromText(schema));
        QTEST(SchemaWords::type(parser.root(), parser), "expected");
    }

    void recursiveListsEnd()
    {
        const SchemaParser parser(
                RawJson::fromText("{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}"));
        QVERIFY(SchemaWords::type(parser.root(), parser).size() < 100);
    }

    void value_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("expected");
        QTest::newRow("text") << "\"abc d\""_ba << u"abc d"_s;
        QTest::newRow("empty") << "\"\""_ba << u"\"\""_s;
        QTest::newRow("like a number") << "\"12\""_ba << u"\"12\""_s;
        QTest::newRow("like a word") << "\"true\""_ba << u"\"true\""_s;
        QTest::newRow("blanks") << "\" a\""_ba << u"\" a\""_s;
        QTest::newRow("number") << "1.0"_ba << u"1.0"_s;
        QTest::newRow("object") << "{ \"a\": 1 }"_ba << u"{\"a\":1}"_s;
        QTest::newRow("long") << '"' + QByteArray(100, 'x') + '"' << QString(59, u'x') + u'…';
        QTest::newRow("huge") << '"' + QByteArray(100'000, 'x') + '"'
                              << u'"' + QString(58, u'x') + u'…';
        QTest::newRow("lines") << "\"a\\nb\""_ba << u"a b"_s;
        // What is not seen is: by the quotes the value is told from one with a backslash.
        QTest::newRow("turned around")
                << u"\"a\u202egpj.exe\""_s.toUtf8() << u"\"a\\u202egpj.exe\""_s;
        QTest::newRow("turned inside") << u"[\"\u2066a\"]"_s.toUtf8() << u"[\"\\u2066a\"]"_s;
        QTest::newRow("terminal") << "\"a\\u001b[31m\""_ba << u"\"a\\u001b[31m\""_s;
        QTest::newRow("raw control") << u"\"a\u0085b\""_s.toUtf8() << u"\"a\\u0085b\""_s;
        QTest::newRow("a mark that languages need") << u"\"a\u200fb\""_s.toUtf8() << u"a\u200fb"_s;
    }
    void value()
    {
        QFETCH(QByteArray, value);
        QTEST(SchemaWords::value(RawJson::fromText(value)), "expected");
    }
};

QTEST_GUILESS_MAIN(TestSchemaWords)
#include "tst_schemawords.moc"
