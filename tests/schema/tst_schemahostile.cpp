// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// Schemas and values that are made to hurt: each costs a sentence, none a hang or the stack.

#include "schema/schemavalidator.h"

#include "support/worktimer.h"

#include <QtTest/qtest.h>

#include <thread>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

/// @p inner within @p depth times what begins with @p open and ends with @p close.
QByteArray nested(const QByteArray &open, const QByteArray &inner, const QByteArray &close,
                  int depth)
{
    return open.repeated(depth) + inner + close.repeated(depth);
}

SchemaOutcome check(const QByteArray &schema, const QByteArray &value)
{
    const SchemaDocument document(RawJson::fromText(schema));
    return SchemaValidator(document).check(RawJson::fromText(value));
}

QString tooMuch() { return u"is too large or too deep to be checked to its end"_s; }

constexpr const char *kTree =
        R"({"$defs":{"node":{"anyOf":[{"type":"string"},{"type":"object","properties":
            {"child":{"$ref":"#/$defs/node"}},"required":["child"]}]}},"$ref":"#/$defs/node"})";
constexpr const char *kAnchored = R"({"$ref":"#a","$defs":{"a":{"$anchor":"a","type":"string"}}})";

QByteArray thousandObjects()
{
    // A thousand objects that refer to each other: the size of the largest that occur.
    QByteArray schema = R"({"$id":"https://example.org/","$ref":"#/$defs/t0","$defs":{)";
    for (int i = 0; i < 1000; ++i) {
        schema += R"("t%1":{"type":"object","properties":{"next":{"$ref":"#/$defs/t%2"},)"
                  R"("name":{"type":"string"}}},)"_ba.replace("%1", QByteArray::number(i))
                          .replace("%2", QByteArray::number((i + 1) % 1000));
    }
    schema.chop(1);
    return schema + "}}";
}

void hostileRows()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("givesUp");
    const auto row = [](const char *name, const QByteArray &schema, const QByteArray &value,
                        bool givesUp) { QTest::newRow(name) << schema << value << givesUp; };
    row("itself", R"({"$ref":"#"})", "1", true);
    row("each other", R"({"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},
                         "b":{"allOf":[{"$ref":"#/$defs/a"}]}}})",
        "1", true);
    row("alternatives of itself", R"({"anyOf":[{"$ref":"#"},{"$ref":"#"}]})", "1", true);
    row("the opposite of itself", R"({"not":{"$ref":"#"}})", "1", true);
    row("dynamically itself", R"({"$dynamicAnchor":"a","$dynamicRef":"#a"})", "1", true);
    row("deep value", R"({"items":{"$ref":"#"}})", nested("[", "1", "]", 3000), true);
    row("deep schema", nested(R"({"not":)", "{}", "}", 3000), "1", true);
    row("deep schema with identifiers", nested(R"({"$id":"a/","items":)", "{}", "}", 3000), "[1]",
        false);
    row("deep constant", R"({"const":)" + nested("[", "1", "]", 3000) + '}',
        nested("[", "2", "]", 3000), false);
    row("binary tree of branches",
        R"({"$defs":{"a":{"oneOf":[{"$ref":"#/$defs/b"},{"$ref":"#/$defs/b"}]},
            "b":{"oneOf":[{"$ref":"#/$defs/c"},{"$ref":"#/$defs/c"}]},
            "c":{"items":{"$ref":"#/$defs/a"}}},"$ref":"#/$defs/a"})",
        nested("[", "1", "]", 30), true);
    row("many items",
        R"({"items":{"oneOf":[{"type":"string"},{"type":"null"},{"type":"boolean"}]}})",
        '[' + QByteArray("1,").repeated(2'000'000) + "1]", false);
    row("exponential pattern", R"({"items":{"pattern":"(a+)+$"}})",
        "[\"" + QByteArray(50, 'a') + "!\"]", false);
}

} // namespace

class TestSchemaHostile : public QObject
{
    Q_OBJECT

private slots:
    void everythingEnds_data() { hostileRows(); }
    void everythingEnds()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, value);
        QFETCH(bool, givesUp);
        McpTest::WorkTimer timer;
        timer.start();
        const SchemaOutcome outcome = check(schema, value);
        QVERIFY(!outcome.problems.isEmpty() || !outcome.notes.isEmpty() || !givesUp);
        QVERIFY(outcome.problems.size() <= 201);
        if (givesUp)
            QCOMPARE(outcome.problems.constLast().message, tooMuch());
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }

    void aPatternThatTakesTooLongIsNoted()
    {
        const SchemaOutcome outcome =
                check(R"({"pattern":"(a+)+$"})", '"' + QByteArray(50, 'a') + "!\"");
        QVERIFY(outcome.problems.isEmpty());
        QCOMPARE(outcome.notes, QStringList{ u"The pattern (a+)+$ took too long to check."_s });
    }

    void depthThatOccursIsChecked()
    {
        const QByteArray schema =
                nested(R"({"properties":{"a":)", R"({"type":"string"})", "}}", 150);
        const SchemaOutcome outcome = check(schema, nested(R"({"a":)", "1", "}", 150));
        QCOMPARE(outcome.problems.size(), 1);
        QCOMPARE(outcome.problems.constFirst().message, u"must be a text"_s);
        QCOMPARE(outcome.problems.constFirst().pointer.tokens().size(), 150);
    }

    void theMistakeAtTheBottomOfATreeIsFound()
    {
        const QByteArray schema = kTree;
        const SchemaOutcome outcome = check(schema, nested(R"({"child":)", "{}", "}", 30));
        QCOMPARE(outcome.problems.size(), 1);
        QCOMPARE(outcome.problems.constFirst().pointer.tokens().size(), 31);
        QCOMPARE(outcome.problems.constFirst().message, u"is required"_s);
    }

    void theTimeLimitCanBeSet()
    {
        const QByteArray value = '[' + QByteArray("\"a\",").repeated(1'000'000) + "\"a\"]";
        SchemaValidator validator{ SchemaDocument(RawJson::fromText(
                R"({"items":{"allOf":[{"minLength":1},{"type":"string"},{"enum":["b","a"]}]}})")) };
        validator.setTimeLimit(50);
        McpTest::WorkTimer timer;
        timer.start();
        const QList<SchemaProblem> problems = validator.validate(RawJson::fromText(value));
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.constFirst().message, tooMuch());
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void largeSchemasAreQuick()
    {
        const QByteArray schema = thousandObjects();
        QVERIFY(schema.size() > 80'000);
        const SchemaDocument document(RawJson::fromText(schema));
        McpTest::WorkTimer timer;
        timer.start();
        for (int i = 0; i < 1000; ++i) {
            const QString reference = u"#/$defs/t%1"_s.arg(i);
            QVERIFY(document.resolve(reference).problem.isEmpty());
        }
        const QByteArray value = nested(R"({"name":"a","next":)", R"({"name":1})", "}", 60);
        QCOMPARE(SchemaValidator(document).validate(RawJson::fromText(value)).size(), 1);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void oneDocumentServesManyThreads()
    {
        const SchemaDocument document(RawJson::fromText(kAnchored));
        std::array<qsizetype, 8> found{};
        std::vector<std::thread> threads;
        threads.reserve(found.size());
        for (qsizetype &count : found) {
            threads.emplace_back([&count, document] {
                count = SchemaValidator(document).validate(RawJson::fromText("1")).size();
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        for (const qsizetype count : found)
            QCOMPARE(count, 1);
    }
};

QTEST_GUILESS_MAIN(TestSchemaHostile)
#include "tst_schemahostile.moc"
