// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// Where references lead and in which dialect what is there is read.

#include "schema/schemavalidator.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

// In raw strings a slash is escaped, as JSON allows: moc takes two for a comment.
namespace {

RawJson json(const QByteArray &text) { return RawJson::fromText(text); }

/// "pointer: sentence" of each problem, then the notes.
QString outcome(const SchemaDocument &document, const QByteArray &value)
{
    const SchemaOutcome found = SchemaValidator(document).check(json(value));
    QStringList lines;
    for (const SchemaProblem &problem : found.problems)
        lines.append(problem.pointer.toString() + ": "_L1 + problem.message);
    return (lines + found.notes).join(u'\n');
}

constexpr const char *kDraft7Reference = R"({
    "$schema": "http:\/\/json-schema.org/draft-07/schema#",
    "definitions": {"text": {"type": "string"}},
    "properties": {"a": {"$ref": "#/definitions/text", "maxLength": 1}},
    "dependentRequired": {"a": ["b"]}})";

constexpr const char *kEmbedded = R"({
    "$id": "https:\/\/example.org/root",
    "properties": {"a": {"$ref": "child"}, "b": {"$ref": "child#name"},
                   "c": {"$ref": "https:\/\/example.org/child#/$defs/n"}, "d": {"$ref": "urn:x:y"}},
    "$defs": {
        "child": {"$id": "child", "properties": {"x": {"$ref": "#/$defs/n"}},
                  "$defs": {"n": {"$anchor": "name", "type": "integer"}}},
        "other": {"$id": "urn:x:y", "properties": {"x": {"$ref": "#here"}},
                  "$defs": {"n": {"$anchor": "here", "type": "boolean"}}},
        "n": {"type": "string"},
        "decoy": {"const": {"$id": "child", "type": "null"}}}})";

constexpr const char *kTree = R"({
    "$id": "https:\/\/example.org/strict", "$dynamicAnchor": "node", "$ref": "tree",
    "unevaluatedProperties": false,
    "$defs": {"tree": {"$id": "tree", "$dynamicAnchor": "node", "properties": {
        "data": true, "children": {"items": {"$dynamicRef": "#node"}}}}}})";

constexpr const char *kRecursive2019 = R"({
    "$schema": "https:\/\/json-schema.org/draft/2019-09/schema",
    "$id": "https:\/\/example.org/strict", "$recursiveAnchor": true, "$ref": "tree",
    "unevaluatedProperties": false,
    "$defs": {"tree": {"$id": "tree", "$recursiveAnchor": true, "properties": {
        "data": true, "children": {"items": {"$recursiveRef": "#"}}}}}})";

constexpr const char *kLimitsOnly = R"({
    "$id": "https:\/\/example.org/meta", "$schema": "https:\/\/json-schema.org/draft/2020-12/schema",
    "$vocabulary": {"https:\/\/json-schema.org/draft/2020-12/vocab/core": true,
                    "https:\/\/json-schema.org/draft/2020-12/vocab/applicator": true}})";

void referenceRows()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("draft-07 ignores what stands beside $ref")
            << QByteArray(kDraft7Reference) << QByteArray(R"({"a":"long"})") << QString();
    QTest::newRow("draft-07 follows it")
            << QByteArray(kDraft7Reference) << QByteArray(R"({"a":1})") << u"/a: must be a text"_s;
    QTest::newRow("2020-12 does not ignore it")
            << QByteArray(R"({"$defs":{"t":{"type":"string"}},"$ref":"#/$defs/t","maxLength":1})")
            << QByteArray(R"("long")") << u": must have at most 1 character, has 4"_s;
    QTest::newRow("relative to the $id around it")
            << QByteArray(kEmbedded) << QByteArray(R"({"a":{"x":"text"}})")
            << u"/a/x: must be an integer"_s;
    QTest::newRow("anchor of another resource")
            << QByteArray(kEmbedded) << QByteArray(R"({"b":"text"})")
            << u"/b: must be an integer"_s;
    QTest::newRow("pointer in another resource")
            << QByteArray(kEmbedded) << QByteArray(R"({"c":"text"})")
            << u"/c: must be an integer"_s;
    QTest::newRow("urn") << QByteArray(kEmbedded) << QByteArray(R"({"d":{"x":1}})")
                         << u"/d/x: must be true or false"_s;
    QTest::newRow("escapes in a pointer")
            << QByteArray(R"({"$ref":"#/$defs/a~1b%20c","$defs":{"a/b c":{"type":"null"}}})")
            << QByteArray("1") << u": must be null"_s;
    QTest::newRow("dynamic, the outermost decides")
            << QByteArray(kTree) << QByteArray(R"({"children":[{"daat":1}]})")
            << u"/children/0/daat: is not a member that the schema allows"_s;
    QTest::newRow("recursive, 2019-09")
            << QByteArray(kRecursive2019) << QByteArray(R"({"children":[{"daat":1}]})")
            << u"/children/0/daat: is not a member that the schema allows"_s;
    QTest::newRow("outside") << QByteArray(
            R"({"properties":{"a":{"$ref":"https:\/\/example.org/x"}}})")
                             << QByteArray(R"({"a":1})")
                             << u"The reference https://example.org/x leads outside of this "
                                "schema and is not fetched."_s;
    QTest::newRow("nowhere") << QByteArray(R"({"$ref":"#/$defs/x","type":"string"})")
                             << QByteArray("1")
                             << u": must be a text\nThe reference #/$defs/x leads nowhere in "
                                "this schema."_s;
    QTest::newRow("no pattern") << QByteArray(R"({"pattern":"("})") << QByteArray(R"("x")")
                                << u"The pattern ( is not checked: a ) is missing."_s;
    QTest::newRow("a pattern that is none forbids nothing")
            << QByteArray(
                       R"({"patternProperties":{"(":{"type":"string"}},"additionalProperties":false})")
            << QByteArray(R"({"a":1})") << u"The pattern ( is not checked: a ) is missing."_s;
}

constexpr const char *kOfLimits = R"({"$schema":"https:\/\/example.org/meta",
    "properties":{"a":{"type":"string"},"b":false}})";
constexpr const char *kNewKeywords =
        R"("prefixItems":[{"type":"string"}],"unevaluatedItems":false})";
constexpr const char *kLibrary = R"({"$defs":{"n":{"$ref":"number.json"}}})";
constexpr const char *kUsesLibrary = R"({"$ref":"https:\/\/example.org/lib.json#/$defs/n"})";

} // namespace

class TestSchemaReferences : public QObject
{
    Q_OBJECT

private slots:
    void references_data() { referenceRows(); }
    void references()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, value);
        QFETCH(QString, expected);
        QCOMPARE(outcome(SchemaDocument(json(schema)), value), expected);
    }

    void aLibraryIsKnownAndNothingElse()
    {
        SchemaLibrary library;
        library.add(u"https://example.org/lib.json"_s, json(kLibrary));
        library.add(u"https://example.org/number.json"_s, json(R"({"type":"number"})"));
        const RawJson root = json(kUsesLibrary);
        QCOMPARE(outcome(SchemaDocument(root, library), "\"x\""), u": must be a number"_s);
        QVERIFY(outcome(SchemaDocument(root), "\"x\"").contains("is not fetched"_L1));
    }

    void aMetaschemaMayLeaveOutValidation()
    {
        SchemaLibrary library;
        library.add(u"https://example.org/meta"_s, json(kLimitsOnly));
        const SchemaDocument document(json(kOfLimits), library);
        QCOMPARE(outcome(document, R"({"a":1,"b":1})"), u"/b: is not allowed here"_s);
        QVERIFY(document.dialectNote().isEmpty());
    }

    void dialects_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<int>("dialect");
        const auto row = [](const char *uri, bool isKnown, SchemaDialect dialect) {
            QTest::newRow(uri) << QString::fromLatin1(uri) << isKnown << int(dialect);
        };
        row("https://json-schema.org/draft/2020-12/schema", true, SchemaDialect::Draft2020);
        row("https://json-schema.org/draft/2020-12/schema#", true, SchemaDialect::Draft2020);
        row("https://json-schema.org/draft/2019-09/schema", true, SchemaDialect::Draft2019);
        row("http://json-schema.org/draft-07/schema#", true, SchemaDialect::Draft7);
        row("https://json-schema.org/draft-07/schema", true, SchemaDialect::Draft7);
        row("http://json-schema.org/draft-04/schema#", true, SchemaDialect::Draft7);
        row("http://json-schema.org/draft-03/schema#", false, SchemaDialect::Draft2020);
        row("https://example.org/mine", false, SchemaDialect::Draft2020);
    }
    void dialects()
    {
        QFETCH(QString, uri);
        QFETCH(bool, isKnown);
        QFETCH(int, dialect);
        const SchemaDocument document(
                RawJson::fromText("{\"$schema\":\"" + uri.toUtf8() + "\",\"type\":\"string\"}"));
        QCOMPARE(document.dialectNote().isEmpty(), isKnown);
        QCOMPARE(int(document.dialect()), dialect);
        QVERIFY(isKnown || document.dialectNote().contains(uri));
        QCOMPARE(outcome(document, "1"), u": must be a text"_s); // read, never refused
    }

    void keywordsOfOtherDialectsAreIgnored()
    {
        const auto read = [&](const char *uri) {
            const QByteArray schema = "{\"$schema\":\""_ba + uri + "\"," + kNewKeywords;
            return outcome(SchemaDocument(RawJson::fromText(schema)), "[1]");
        };
        QCOMPARE(read("https://json-schema.org/draft/2020-12/schema"), u"/0: must be a text"_s);
        QCOMPARE(read("https://json-schema.org/draft/2019-09/schema"),
                 u"/0: is not allowed here"_s);
        QCOMPARE(read("http://json-schema.org/draft-07/schema#"), QString());
    }

    void aSubschemaIsReadWhereItStands()
    {
        const SchemaDocument document(json(kEmbedded));
        const RawJson child = document.root().value("$defs").value("child");
        QCOMPARE(document.resolve(u"#/$defs/n"_s).schema.value("type").toString(), u"string"_s);
        QCOMPARE(document.resolve(u"#/$defs/n"_s, child).schema.value("type").toString(),
                 u"integer"_s);
        const SchemaProblem expected{ JsonPointer({ u"x"_s }), u"must be an integer"_s };
        QCOMPARE(SchemaValidator(document).validate(json(R"({"x":"text"})"), child),
                 QList<SchemaProblem>{ expected });
    }
};

QTEST_GUILESS_MAIN(TestSchemaReferences)
#include "tst_schemareferences.moc"
