// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/elicitation.h"
#include "wire/error.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

/// Reading what a server asks for, also where it breaks the rules.
class TestElicitation : public QObject
{
    Q_OBJECT

private slots:
    void modes_data();
    void modes();
    void problems_data();
    void problems();
    void answers();
    void required();
    void hostile();
};

namespace {

const QByteArray flat =
        R"({"message":"m","requestedSchema":{"type":"object","properties":{"s":{"type":"string",)"
        R"("format":"email"},"n":{"type":"number"},"b":{"type":"boolean","default":true},)"
        R"("e":{"type":"string","enum":["a"],"enumNames":["A"]},)"
        R"("o":{"type":"string","oneOf":[{"const":"a","title":"A"}]},)"
        R"("m":{"type":"array","items":{"type":"string","enum":["a"]}},)"
        R"("t":{"type":"array","items":{"anyOf":[{"const":"a","title":"A"}]}}}}})";

QByteArray form(const QByteArray &schema)
{
    return R"({"message":"m","requestedSchema":)" + schema + '}';
}

} // namespace

void TestElicitation::modes_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<int>("mode");
    QTest::newRow("absent") << "{}"_ba << int(Elicitation::Mode::Form);
    QTest::newRow("form") << R"({"mode":"form"})"_ba << int(Elicitation::Mode::Form);
    QTest::newRow("url") << R"({"mode":"url"})"_ba << int(Elicitation::Mode::Url);
    QTest::newRow("other") << R"({"mode":"voice"})"_ba << int(Elicitation::Mode::Unknown);
    QTest::newRow("number") << R"({"mode":5})"_ba << int(Elicitation::Mode::Unknown);
}

void TestElicitation::modes()
{
    QFETCH(const QByteArray, params);
    QFETCH(const int, mode);
    QCOMPARE(int(Elicitation(RawJson::fromText(params)).mode()), mode);
}

void TestElicitation::problems_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("problem");
    QTest::newRow("clean") << flat << QString();
    QTest::newRow("clean url") << R"({"mode":"url","message":"m","url":"https://x/"})"_ba
                               << QString();
    QTest::newRow("no message") << R"({"mode":"url","url":"https://x/"})"_ba << u"“message”"_s;
    QTest::newRow("no url") << R"({"mode":"url","message":"m"})"_ba << u"“url”"_s;
    QTest::newRow("mode") << R"({"mode":"voice","message":"m"})"_ba << u"“voice” is not known"_s;
    QTest::newRow("no schema") << R"({"message":"m"})"_ba << u"“requestedSchema”"_s;
    QTest::newRow("list") << form(R"({"type":"array","properties":{}})") << u"not “object”"_s;
    QTest::newRow("nothing to fill") << form(R"({"type":"object"})") << u"no “properties”"_s;
    QTest::newRow("nested") << form(R"({"type":"object","properties":{"x":{"type":"object"}}})")
                            << u"not flat: “x”"_s;
    QTest::newRow("list of anything")
            << form(R"({"type":"object","properties":{"x":{"type":"array"}}})") << u"not flat"_s;
    QTest::newRow("no object at all") << "5"_ba << u"“message”"_s;
}

void TestElicitation::problems()
{
    QFETCH(const QByteArray, params);
    QFETCH(const QString, problem);
    const QStringList problems = Elicitation(RawJson::fromText(params)).problems();
    if (problem.isEmpty())
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    else
        QVERIFY2(problems.join(u'\n').contains(problem), qPrintable(problems.join(u'\n')));
}

void TestElicitation::answers()
{
    QCOMPARE(Elicitation::accepted(RawJson::fromText(R"({"n":1.0})")).toByteArray(),
             R"({"action":"accept","content":{"n":1.0}})"_ba);
    QCOMPARE(Elicitation::accepted().toByteArray(), R"({"action":"accept"})"_ba);
    QCOMPARE(Elicitation::declined().toByteArray(), R"({"action":"decline"})"_ba);
    QCOMPARE(Elicitation::cancelled().toByteArray(), R"({"action":"cancel"})"_ba);
}

void TestElicitation::required()
{
    Error error;
    error.kind = Error::Kind::Remote;
    error.code = -32042;
    error.data = RawJson::fromText(
            R"({"elicitations":[{"mode":"url","url":"https://a/"},{"mode":"form"},7]})");
    QCOMPARE(Elicitation::requiredBy(error).size(), 1);
    QCOMPARE(Elicitation(Elicitation::requiredBy(error).first()).url(), u"https://a/"_s);
    QByteArray many;
    for (int i = 0; i < 1000; ++i)
        many += R"({"mode":"url","url":"https://a/"},)";
    error.data = RawJson::fromText("{\"elicitations\":[" + many.chopped(1) + "]}");
    QCOMPARE(Elicitation::requiredBy(error).size(), Elicitation::maxRequired);
    error.code = -32602;
    QVERIFY(Elicitation::requiredBy(error).isEmpty());
    error = Error::usage(u"x"_s);
    QVERIFY(Elicitation::requiredBy(error).isEmpty());
}

void TestElicitation::hostile()
{
    QByteArray members;
    for (int i = 0; i < 100'000; ++i)
        members += "\"f" + QByteArray::number(i) + "\":{\"type\":\"object\"},";
    const Elicitation elicitation(RawJson::fromText(
            "{\"message\":\"" + QByteArray(5'000'000, 'x') + "\",\"requestedSchema\":"
            + "{\"type\":\"object\",\"properties\":{" + members.chopped(1) + "}}}"));
    QCOMPARE(elicitation.message(100).size(), 100);
    QVERIFY(elicitation.problems().join(u' ').size() < 300);
    const Elicitation turned(RawJson::fromText(
            form("{\"type\":\"object\",\"properties\":{\"a\\u202eb\":{\"type\":\"object\"}}}")));
    QVERIFY(turned.problems().first().contains("a\\u202Eb"_L1)
            || turned.problems().first().contains("a\\u202eb"_L1));
}

QTEST_GUILESS_MAIN(TestElicitation)
#include "tst_elicitation.moc"
