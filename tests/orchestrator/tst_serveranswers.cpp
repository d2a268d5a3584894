// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/answerpolicy.h"
#include "orchestrator/serverdefinition.h"

#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

/// What a definition says about folders and sampling, read, written and agreed to.
class TestServerAnswers : public QObject
{
    Q_OBJECT

private slots:
    void reads();
    void oddities_data();
    void oddities();
    void writes_data();
    void writes();
    void defaultsAreNotWritten();
    void agreementsAreKept();
    void agreementsAreForOneList();
};

namespace {

ServerSpec read(const QByteArray &ours, QStringList *problems = nullptr)
{
    const auto spec = serverSpecFromJson(
            u"s"_s, RawJson::fromText(R"({"command":"c","mcpOrchestrator":)" + ours + '}'),
            problems);
    return spec.valueOr(ServerSpec());
}

} // namespace

void TestServerAnswers::reads()
{
    QStringList problems;
    const ServerSpec spec =
            read(R"({"roots":["/a b",{"uri":"file:///x%20y","name":"Other"},"file:///z"],)"
                 R"("sampling":{"answer":"command","command":"m","args":["-q","x"],"text":"t"}})",
                 &problems);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    const QList<Root> roots{ { u"file:///a%20b"_s, u"a b"_s },
                             { u"file:///x%20y"_s, u"Other"_s },
                             { u"file:///z"_s, {} } };
    QCOMPARE(spec.roots, roots);
    const SamplingResponder responder{
        SamplingResponder::Kind::Command, u"t"_s, u"m"_s, { u"-q"_s, u"x"_s }
    };
    QCOMPARE(spec.responder, responder);
}

void TestServerAnswers::oddities_data()
{
    QTest::addColumn<QByteArray>("ours");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no list") << R"({"roots":"/a"})"_ba << u"“roots” is not a list"_s;
    QTest::newRow("relative") << R"({"roots":["a/b"]})"_ba << u"not an absolute path"_s;
    QTest::newRow("web") << R"({"roots":["https://x/"]})"_ba << u"not a file:// URI"_s;
    QTest::newRow("number") << R"({"roots":[5]})"_ba << u"a root is left out"_s;
    QTest::newRow("no object") << R"({"sampling":true})"_ba << u"“sampling” is not an object"_s;
    QTest::newRow("word") << R"({"sampling":{"answer":"always"}})"_ba << u"ask, text, echo"_s;
    QTest::newRow("no command") << R"({"sampling":{"answer":"command"}})"_ba << u"no “command”"_s;
}

void TestServerAnswers::oddities()
{
    QFETCH(const QByteArray, ours);
    QFETCH(const QString, problem);
    QStringList problems;
    const ServerSpec spec = read(ours, &problems);
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().contains(problem), qPrintable(problems.first()));
    QVERIFY(spec.roots.isEmpty());
    QCOMPARE(spec.responder.kind, SamplingResponder::Kind::Off);
}

void TestServerAnswers::writes_data()
{
    QTest::addColumn<QByteArray>("before");
    const QByteArray bare = R"({"command":"c"})";
    QTest::newRow("new") << bare;
    QTest::newRow("changed")
            << R"({"command":"c","mcpOrchestrator":{"roots":["/old"],"sampling":{"answer":"ask"}}})"_ba;
}

void TestServerAnswers::writes()
{
    QFETCH(const QByteArray, before);
    ServerSpec spec = *serverSpecFromJson(u"s"_s, RawJson::fromText(before));
    spec.roots = { { u"file:///a"_s, u"A"_s }, { u"file:///b"_s, {} } };
    spec.responder = { SamplingResponder::Kind::Text, u"hello"_s, {}, {} };
    const RawJson after = RawJson::fromText(serverSpecToJson(spec, RawJson::fromText(before)));
    QStringList problems;
    QCOMPARE(*serverSpecFromJson(u"s"_s, after, &problems), spec);
    QVERIFY(problems.isEmpty());
}

void TestServerAnswers::defaultsAreNotWritten()
{
    ServerSpec spec = read(R"({"roots":["/a"],"sampling":{"answer":"echo"}})");
    const QByteArray text = serverSpecToJson(spec);
    spec.roots.clear();
    spec.responder = {};
    const QByteArray after = serverSpecToJson(spec, RawJson::fromText(text));
    QVERIFY2(text.contains("roots") && !after.contains("mcpOrchestrator"), after);
}

void TestServerAnswers::agreementsAreKept()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"answers.json"_s);
    ServerSpec spec = read(R"({"roots":["/a"],"sampling":{"answer":"command","command":"m"}})");
    {
        AnswerPolicy policy(path);
        QVERIFY(!policy.mayKnowRoots(spec));
        QVERIFY(!policy.mayRespond(spec));
        policy.letKnowRoots(spec);
        QVERIFY(policy.mayKnowRoots(spec));
        QVERIFY(!policy.mayRespond(spec)); // each for itself
        policy.letRespond(spec);
    }
    const AnswerPolicy again(path);
    QVERIFY(again.mayKnowRoots(spec));
    QVERIFY(again.mayRespond(spec));
}

void TestServerAnswers::agreementsAreForOneList()
{
    AnswerPolicy policy;
    const ServerSpec spec =
            read(R"({"roots":["/a"],"sampling":{"answer":"command","command":"m"}})");
    policy.letKnowRoots(spec);
    policy.letRespond(spec);
    ServerSpec other = spec;
    other.roots += Root{ u"file:///b"_s, {} };
    QVERIFY(!policy.mayKnowRoots(other));
    QVERIFY(policy.mayRespond(other));
    other = spec;
    other.launch.command = u"else"_s;
    QVERIFY(!policy.mayKnowRoots(other));
    QVERIFY(!policy.mayRespond(other));
    other = spec;
    other.responder.arguments = { u"x"_s };
    QVERIFY(policy.mayKnowRoots(other));
    QVERIFY(!policy.mayRespond(other));
    other.responder.kind = SamplingResponder::Kind::Echo; // runs nothing
    QVERIFY(policy.mayRespond(other));
    other.responder.kind = SamplingResponder::Kind::Off;
    QVERIFY(!policy.mayRespond(other));
}

QTEST_GUILESS_MAIN(TestServerAnswers)
#include "tst_serveranswers.moc"
