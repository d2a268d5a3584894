// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/tool.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

Tool tool(const QByteArray &json) { return Tool(RawJson::fromText(json)); }

} // namespace

class TestTool : public QObject
{
    Q_OBJECT

private slots:
    // Checklist 58: title, then annotations.title, then name.
    void displayNamePrecedence_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("shown");
        QTest::newRow("title") << R"({"name":"n","title":"T","annotations":{"title":"A"}})"_ba
                               << u"T"_s;
        QTest::newRow("annotations") << R"({"name":"n","annotations":{"title":"A"}})"_ba << u"A"_s;
        QTest::newRow("empty title") << R"({"name":"n","title":""})"_ba << u"n"_s;
        QTest::newRow("title of a wrong type") << R"({"name":"n","title":7})"_ba << u"n"_s;
        QTest::newRow("name") << R"({"name":"n"})"_ba << u"n"_s;
    }
    void displayNamePrecedence()
    {
        QFETCH(QByteArray, json);
        QTEST(tool(json).displayName(), "shown");
    }

    void beginnings()
    {
        const Tool both =
                tool(R"({"n\u0061me":"n","title":"Täuschend","description":"ab\ud83d\ude00c"})");
        QCOMPARE(both.name(), u"n"_s); // the key is written with an escape
        QCOMPARE(both.displayNameBeginning(100), u"Täuschend"_s);
        QCOMPARE(both.descriptionBeginning(100), u"ab😀c"_s);
        const QString whole = QString(u"ä😀\"\n"_s).repeated(20);
        const Tool much = tool("{\"name\":\"n\",\"description\":"
                               + RawJson::fromString(whole).toByteArray() + '}');
        for (qsizetype bytes = 0; bytes < 120; ++bytes) {
            const QString beginning = much.descriptionBeginning(bytes);
            QVERIFY(whole.startsWith(beginning));
            QVERIFY(beginning.isEmpty() || !beginning.back().isHighSurrogate());
            QVERIFY(beginning.size() > bytes / 3 - 14);
        }
        QCOMPARE(tool(R"({"name":"nnnn"})").displayNameBeginning(2), u"nn"_s);
    }

    void hintsHaveTheDefaultsOfTheSpecification()
    {
        const Tool silent = tool(R"({"name":"n"})");
        QVERIFY(!silent.isReadOnly());
        QVERIFY(silent.isDestructive());
        QVERIFY(!silent.isIdempotent());
        QVERIFY(silent.isOpenWorld());
        QVERIFY(!silent.hasHint("readOnlyHint"));

        const Tool spoken = tool(R"({"name":"n","annotations":{"readOnlyHint":true,
            "destructiveHint":false,"idempotentHint":true,"openWorldHint":false}})");
        QVERIFY(spoken.isReadOnly());
        QVERIFY(!spoken.isDestructive());
        QVERIFY(spoken.isIdempotent());
        QVERIFY(!spoken.isOpenWorld());
        QVERIFY(spoken.hasHint("readOnlyHint"));

        // A hint of a wrong type was not said.
        const Tool wrong = tool(R"({"name":"n","annotations":{"readOnlyHint":"yes"}})");
        QVERIFY(!wrong.isReadOnly());
    }

    void taskSupport()
    {
        using Support = Tool::TaskSupport;
        QCOMPARE(tool(R"({"execution":{"taskSupport":"required"}})").taskSupport(),
                 Support::Required);
        QCOMPARE(tool(R"({"execution":{"taskSupport":"optional"}})").taskSupport(),
                 Support::Optional);
        QCOMPARE(tool(R"({"execution":{"taskSupport":"forbidden"}})").taskSupport(),
                 Support::Forbidden);
        QCOMPARE(tool(R"({"execution":7})").taskSupport(), Support::Forbidden);
        QCOMPARE(tool("{}").taskSupport(), Support::Forbidden);
    }

    void unknownMembersSurvive()
    {
        const QByteArray json = R"({"name":"n","x-more":{"b":1,"a":1.0},"inputSchema":{}})";
        QCOMPARE(tool(json).raw().toByteArray(), json);
        QCOMPARE(tool(json).raw().value("x-more").toByteArray(), R"({"b":1,"a":1.0})"_ba);
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("words"); // each problem in turn contains this
        const QByteArray ok = R"("inputSchema":{"type":"object"})";
        QTest::newRow("clean") << "{\"name\":\"a.b-C_9\"," + ok + "}" << QStringList();
        QTest::newRow("no schema") << R"({"name":"n"})"_ba << QStringList{ u"missing"_s };
        QTest::newRow("root type") << R"({"name":"n","inputSchema":{"type":"string"}})"_ba
                                   << QStringList{ u"\"type\": \"object\""_s };
        QTest::newRow("no root type") << R"({"name":"n","inputSchema":{}})"_ba
                                      << QStringList{ u"\"type\": \"object\""_s };
        QTest::newRow("schema is null")
                << R"({"name":"n","inputSchema":null})"_ba << QStringList{ u"not a JSON Schema"_s };
        QTest::newRow("schema is true")
                << R"({"name":"n","inputSchema":true})"_ba << QStringList{ u"not a JSON Schema"_s };
        QTest::newRow("output schema is true")
                << "{\"name\":\"n\",\"outputSchema\":true," + ok + "}" << QStringList();
        QTest::newRow("any output root")
                << "{\"name\":\"n\",\"outputSchema\":{\"type\":\"array\"}," + ok + "}"
                << QStringList();
        QTest::newRow("output schema is a string")
                << "{\"name\":\"n\",\"outputSchema\":\"x\"," + ok + "}"
                << QStringList{ u"outputSchema"_s };
        QTest::newRow("name with a space")
                << "{\"name\":\"my tool\"," + ok + "}" << QStringList{ u"1 to 128"_s };
        QTest::newRow("name in another script")
                << "{\"name\":\"\xc3\xa4\"," + ok + "}" << QStringList{ u"1 to 128"_s };
        QTest::newRow("long name") << "{\"name\":\"" + QByteArray(129, 'a') + "\"," + ok + "}"
                                   << QStringList{ u"1 to 128"_s };
        QTest::newRow("name of 128")
                << "{\"name\":\"" + QByteArray(128, 'a') + "\"," + ok + "}" << QStringList();
        QTest::newRow("empty name") << "{\"name\":\"\"," + ok + "}" << QStringList{ u"empty"_s };
        QTest::newRow("wrong types")
                << "{\"name\":\"n\",\"title\":1,\"description\":[],\"annotations\":3," + ok + "}"
                << QStringList{ u"title"_s, u"description"_s, u"annotations"_s };
    }
    void problems()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, words);
        const QStringList problems = tool(json).problems();
        QVERIFY2(problems.size() == words.size(), qPrintable(problems.join(u'\n')));
        for (qsizetype i = 0; i < words.size(); ++i)
            QVERIFY2(problems[i].contains(words[i]), qPrintable(problems[i]));
    }

    void listKeepsOrderAndDuplicates()
    {
        const auto list = ToolList::fromResult(RawJson::fromText(
                R"({"tools":[{"name":"b"},{"name":"a","x":1},{"name":"a","x":2}]})"));
        QCOMPARE(list.tools.size(), 3);
        QCOMPARE(list.tools[0].name(), u"b"_s);
        QCOMPARE(list.tools[1].raw().value("x").toInteger(), std::optional<qint64>(1));
        QCOMPARE(list.tools[2].raw().value("x").toInteger(), std::optional<qint64>(2));
        QCOMPARE(list.problems.size(), 1);
        QVERIFY(list.problems[0].contains(u"\"a\""));
    }

    void listLeavesOutWhatIsNoTool()
    {
        const auto list = ToolList::fromResult(RawJson::fromText(
                R"({"tools":[7,{"name":"good"},{"title":"no name"},{"name":3},null]})"));
        QCOMPARE(list.tools.size(), 1);
        QCOMPARE(list.tools[0].name(), u"good"_s);
        QCOMPARE(list.problems.size(), 4);
        QVERIFY(list.problems[0].contains(u"Entry 1 "));
        QVERIFY(list.problems[1].contains(u"Entry 3 "));
        QVERIFY(list.problems[3].contains(u"Entry 5 "));
    }

    void listThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("missing") << "{}"_ba;
        QTest::newRow("object") << R"({"tools":{}})"_ba;
        QTest::newRow("null") << R"({"tools":null})"_ba;
        QTest::newRow("no object") << "[]"_ba;
        QTest::newRow("absent") << QByteArray();
    }
    void listThatIsNone()
    {
        QFETCH(QByteArray, json);
        const auto list = ToolList::fromResult(RawJson::fromText(json));
        QVERIFY(list.tools.isEmpty());
        QCOMPARE(list.problems.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTool)
#include "tst_tool.moc"
