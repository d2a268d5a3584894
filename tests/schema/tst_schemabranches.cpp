// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemabranches.h"

#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::SchemaParser;

namespace {

QByteArray shapes()
{
    return R"({"oneOf":[
        {"type":"object","properties":{"kind":{"const":"circle"},"r":{"type":"number"}},"required":["kind","r"]},
        {"type":"object","properties":{"kind":{"const":"box"},"w":{"type":"number"},"h":{"type":"number"}},"required":["kind","w"]}]})";
}

QStringList labels(const QByteArray &schema)
{
    const SchemaParser parser(RawJson::fromText(schema));
    QStringList labels;
    for (const Mcp::SchemaBranch &branch : Mcp::schemaBranches(parser.root(), parser))
        labels.append(branch.label);
    return labels;
}

} // namespace

/// The alternatives of a union: what they are called, and which one a value is of.
class TestSchemaBranches : public QObject
{
    Q_OBJECT

private slots:
    void labels_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QByteArray &schema,
                            const QStringList &expected) {
            QTest::newRow(name) << schema << expected;
        };
        row("titles", R"({"anyOf":[{"title":"A","type":"string"},{"title":"B","type":"array"}]})",
            { u"A"_s, u"B"_s });
        row("constants", shapes(), { u"circle"_s, u"box"_s });
        row("enums of one",
            R"({"oneOf":[{"properties":{"t":{"enum":["x"]}}},{"properties":{"t":{"enum":["y"]}}}]})",
            { u"x"_s, u"y"_s });
        row("shapes",
            R"({"anyOf":[{"type":"string"},{"type":"array","items":{"type":"integer"}},{"type":"object","properties":{"a":{},"b":{}},"required":["b"]}]})",
            { u"text"_s, u"list of integer"_s, u"object with b"_s });
        row("the same twice", R"({"anyOf":[{"type":"object"},{"type":"object"},{"type":"null"}]})",
            { u"object"_s, u"object (2)"_s });
        row("titled as a place in our text",
            R"({"anyOf":[{"type":"object","title":"%1"},{"type":"array","title":"%1"}]})",
            { u"%1"_s, u"%1 (2)"_s });
        row("nothing is turned around",
            "{\"anyOf\":[{\"type\":\"object\",\"title\":\"a\\u202egpj.exe\"},"
            "{\"type\":\"object\",\"properties\":{\"\\u202eb\\nc\":{}}}]}",
            { u"a\\u202egpj.exe"_s, u"object with \\u202eb c"_s });
        row("types", R"({"type":["string","boolean"]})", { u"text"_s, u"true or false"_s });
        row("anything", "{}",
            { u"text"_s, u"number"_s, u"true or false"_s, u"object"_s, u"list"_s });
        row("nested",
            R"({"anyOf":[{"type":"boolean"},{"oneOf":[{"type":"string"},{"type":"array"}]}]})",
            { u"true or false"_s, u"text"_s, u"list"_s });
        row("named definitions",
            "{\"oneOf\":[{\"$ref\":\"#/$defs/Cat\"},{\"$ref\":\"#/$defs/Dog\"}],\"$defs\":{"
            "\"Cat\":{\"type\":\"object\"},\"Dog\":{\"type\":\"object\"}}}",
            { u"Cat"_s, u"Dog"_s });
        row("in a circle",
            "{\"anyOf\":[{\"$ref\":\"#\"},{\"type\":\"string\"},{\"type\":\"array\"}]}",
            { u"text"_s, u"list"_s });
    }
    void labels()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QStringList, expected);
        QCOMPARE(::labels(schema), expected);
    }

    void fitting_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("branch");
        QTest::newRow("valid") << R"({"kind":"box","w":1})"_ba << 1;
        QTest::newRow("by its constant, though invalid") << R"({"kind":"box"})"_ba << 1;
        QTest::newRow("by the other constant") << R"({"kind":"circle","w":1,"h":2})"_ba << 0;
        QTest::newRow("none") << R"({"kind":"line"})"_ba << -1;
        QTest::newRow("no object") << "7"_ba << -1;
    }
    void fitting()
    {
        QFETCH(QByteArray, value);
        QFETCH(int, branch);
        const SchemaParser parser(RawJson::fromText(shapes()));
        const auto branches = Mcp::schemaBranches(parser.root(), parser);
        QCOMPARE(Mcp::fittingBranch(RawJson::fromText(value), branches, parser), branch);
    }

    void theOneThatKnowsMore()
    {
        const SchemaParser parser(RawJson::fromText(
                R"({"anyOf":[{"type":"object"},{"type":"object","properties":{"a":{}}}]})"));
        const auto branches = Mcp::schemaBranches(parser.root(), parser);
        QCOMPARE(Mcp::fittingBranch(RawJson::fromText(R"({"a":1})"), branches, parser), 1);
        QCOMPARE(Mcp::fittingBranch(RawJson::fromText(R"({"b":1})"), branches, parser), 0);
    }

    void whatTheUnionSaysBeside()
    {
        const SchemaParser parser(RawJson::fromText(
                R"({"type":"object","title":"Whole","description":"d","properties":{"id":{"type":"string"}},"required":["id"],
                    "oneOf":[{"properties":{"a":{"type":"string"}}},{"properties":{"b":{"type":"string"}}}]})"));
        const auto branches = Mcp::schemaBranches(parser.root(), parser);
        QCOMPARE(branches.size(), 2);
        QVERIFY(branches[0].node.property(u"id"));
        QVERIFY(branches[0].node.property(u"id")->required);
        QVERIFY(branches[0].node.property(u"a"));
        QVERIFY(!branches[0].node.property(u"b"));
        QVERIFY(branches[0].node.title.isEmpty());
        QCOMPARE(parser.root().title, u"Whole"_s);
    }
};

QTEST_GUILESS_MAIN(TestSchemaBranches)
#include "tst_schemabranches.moc"
