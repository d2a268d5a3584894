// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/sampling.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

/// Reading what a server would like to ask a model, and writing the answer.
class TestSampling : public QObject
{
    Q_OBJECT

private slots:
    void reads();
    void problems_data();
    void problems();
    void answers();
    void automaticAnswersKeepTheLimit_data();
    void automaticAnswersKeepTheLimit();
    void echoes_data();
    void echoes();
    void hostile();
};

namespace {

SamplingRequest request(const QByteArray &messages, const QByteArray &more = {})
{
    return SamplingRequest(
            RawJson::fromText(R"({"maxTokens":100,"messages":[)" + messages + "]" + more + '}'));
}

} // namespace

void TestSampling::reads()
{
    const SamplingRequest sampling = request(
            R"({"role":"user","content":{"type":"text","text":"hi"}},)"
            R"({"role":"assistant","content":[{"type":"text","text":"a"},{"type":"image"}]})",
            R"(,"systemPrompt":"Be brief","modelPreferences":{"hints":[{"name":"m"}],)"
            R"("costPriority":0.30},"temperature":0.70,"stopSequences":["END"],)"
            R"("includeContext":"none","tools":[{"name":"t"}],"toolChoice":{"mode":"auto"})");
    QVERIFY2(sampling.problems().isEmpty(), qPrintable(sampling.problems().join(u'\n')));
    QCOMPARE(sampling.messages().size(), 2);
    QCOMPARE(sampling.messages().at(1).content.size(), 2);
    QCOMPARE(sampling.messages().at(0).content.first().text(), u"hi"_s);
    QCOMPARE(sampling.systemPrompt().toString(), u"Be brief"_s);
    QCOMPARE(sampling.maxTokens(), std::optional<qint64>(100));
    QVERIFY(sampling.offersTools());
    const QString wishes = sampling.wishes().join(u'\n');
    for (const QString &part : { u"Temperature: 0.70"_s, u"like “m”, cost 0.30"_s, u"END"_s,
                                 u"Include context: none"_s, u"Tool choice: auto"_s })
        QVERIFY2(wishes.contains(part), qPrintable(wishes));
}

void TestSampling::problems_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("problem");
    QTest::newRow("nothing") << "{}"_ba << u"no messages"_s;
    QTest::newRow("no limit") << R"({"messages":[]})"_ba << u"“maxTokens”"_s;
    QTest::newRow("role") << R"({"maxTokens":1,"messages":[{"role":"system","content":{}}]})"_ba
                          << u"role"_s;
    QTest::newRow("empty") << R"({"maxTokens":1,"messages":[{"role":"user"}]})"_ba
                           << u"no content"_s;
    QTest::newRow("tools") << R"({"maxTokens":1,"messages":[],"tools":{}})"_ba
                           << u"“tools” is no list"_s;
    QTest::newRow("no object") << "[]"_ba << u"no messages"_s;
}

void TestSampling::problems()
{
    QFETCH(const QByteArray, params);
    QFETCH(const QString, problem);
    const QString found = SamplingRequest(RawJson::fromText(params)).problems().join(u'\n');
    QVERIFY2(found.contains(problem), qPrintable(found));
}

void TestSampling::answers()
{
    SamplingAnswer answer;
    answer.content = { SamplingAnswer::textBlock(u"hi"_s) };
    QCOMPARE(answer.toJson().toByteArray(),
             R"({"role":"assistant","content":{"type":"text","text":"hi"},"model":"manual",)"
             R"("stopReason":"endTurn"})"_ba);
    answer.content += SamplingAnswer::toolUse(u"c"_s, u"t"_s, RawJson::fromText(R"({"n":1.0})"));
    answer.stopReason.clear();
    QCOMPARE(answer.toJson().toByteArray(),
             R"({"role":"assistant","content":[{"type":"text","text":"hi"},{"type":"tool_use",)"
             R"("id":"c","name":"t","input":{"n":1.0}}],"model":"manual"})"_ba);
}

void TestSampling::automaticAnswersKeepTheLimit_data()
{
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("none") << "null"_ba << u" one  two "_s << u"endTurn"_s;
    QTest::newRow("enough") << "2"_ba << u" one  two "_s << u"endTurn"_s;
    QTest::newRow("too long") << "1"_ba << u"one"_s << u"maxTokens"_s;
    QTest::newRow("negative") << "-3"_ba << QString() << u"maxTokens"_s;
}

void TestSampling::automaticAnswersKeepTheLimit()
{
    QFETCH(const QByteArray, limit);
    QFETCH(const QString, text);
    QFETCH(const QString, reason);
    const SamplingRequest sampling(RawJson::fromText("{\"maxTokens\":" + limit + '}'));
    const SamplingAnswer answer = SamplingAnswer::automatic(sampling, u" one  two "_s, u"model"_s);
    QCOMPARE(answer.content.first().value("text").toString(), text);
    QCOMPARE(answer.stopReason, reason);
    QCOMPARE(answer.model, u"model"_s);
}

void TestSampling::echoes_data()
{
    QTest::addColumn<QByteArray>("messages");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << R"({"role":"user","content":{"type":"text","text":"hi"}})"_ba
                          << R"({"type":"text","text":"hi"})"_ba;
    const QByteArray image = R"({"type":"image","data":"AA==","mimeType":"image/png"})";
    QTest::newRow("image") << R"({"role":"user","content":)" + image + '}' << image;
    QTest::newRow("both") << R"({"role":"user","content":[{"type":"text","text":"a"},)" + image
                                     + R"(,{"type":"text","text":"b"}]})"
                          << R"({"type":"text","text":"a\nb"})"_ba;
    QTest::newRow("none") << QByteArray() << R"({"type":"text","text":""})"_ba;
}

void TestSampling::echoes()
{
    QFETCH(const QByteArray, messages);
    QFETCH(const QByteArray, content);
    const SamplingAnswer answer = SamplingAnswer::echo(request(messages));
    QCOMPARE(answer.toJson().value("content").toByteArray(), content);
}

void TestSampling::hostile()
{
    QByteArray many;
    for (int i = 0; i < 5000; ++i)
        many += R"({"role":"user","content":{"type":"text","text":"x"}},)";
    const SamplingRequest sampling =
            request(many.chopped(1), ",\"metadata\":\"" + QByteArray(3'000'000, 'y')
                                             + "\",\"temperature\":\"\\u202e\"");
    QCOMPARE(sampling.messages().size(), 1000);
    QVERIFY(sampling.problems().join(u' ').contains("5000"_L1));
    const QString wishes = sampling.wishes().join(u' ');
    QVERIFY(wishes.size() < 400);
    QVERIFY(!wishes.contains(QChar(0x202e)));
}

QTEST_GUILESS_MAIN(TestSampling)
#include "tst_sampling.moc"
