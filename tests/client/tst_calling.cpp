// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/fakerig.h"
#include "protocol/tool.h"
#include "protocol/toolresult.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

RawJson json(const QByteArray &text) { return RawJson::fromText(text); }

QString firstText(const Ended &ended)
{
    const auto content = ended.outcome ? ToolResult(*ended.outcome).content() : QList<Content>();
    return content.isEmpty() ? QString() : content.first().text();
}

/// A fake server that is connected.
struct Open : OpenRig
{
    using OpenRig::OpenRig;

    Ended call(const QString &tool, const QByteArray &arguments = "{}", int timeoutMs = 15'000)
    {
        return waitFor(client.callTool(tool, json(arguments)), timeoutMs);
    }
};

} // namespace

/// Listing and calling tools of servers with every manner, as real processes.
class TestCalling : public QObject
{
    Q_OBJECT

private slots:
    void bothEras_data()
    {
        QTest::addColumn<QString>("era");
        QTest::newRow("legacy") << u"legacy"_s;
        QTest::newRow("modern") << u"modern"_s;
    }

    void exactArguments_data() { bothEras_data(); }
    void exactArguments()
    {
        QFETCH(QString, era);
        Open rig({}, era);
        QVERIFY(rig.isOpen);
        const QByteArray arguments =
                R"({"id": 12345678901234567890, "x": 1.0, "z": 1e400, "city": "Zürich"})";
        const Ended ended = rig.call(u"echo"_s, arguments);
        QVERIFY2(ended.outcome, qPrintable(ended.error().describe()));
        QCOMPARE(firstText(ended).toUtf8(), arguments);
        QVERIFY2(rig.warnings().isEmpty(), qPrintable(rig.warnings()));
    }

    void results_data() { bothEras_data(); }
    void results()
    {
        QFETCH(QString, era);
        Open rig({}, era);
        const Ended structured = rig.call(u"structured"_s);
        const ToolResult result(*structured.outcome);
        QVERIFY2(result.problems().isEmpty(), qPrintable(result.problems().join(u' ')));
        QCOMPARE(result.structuredContent().toByteArray(), R"({"value":1.0,"list":["b","a"]})"_ba);
        QCOMPARE(result.unknownMembers().size(), 1);
        QVERIFY(!result.isError());
        const Ended failed = rig.call(u"fail"_s);
        QVERIFY(failed.outcome); // checklist 54: a tool's failure is a result
        QVERIFY(ToolResult(*failed.outcome).isError());
        const Ended unknown = rig.call(u"no-such-tool"_s);
        QCOMPARE(unknown.error().kind, Error::Kind::Remote);
        QCOMPARE(unknown.error().code, -32602);
    }

    void progress_data() { bothEras_data(); }
    void progress()
    {
        QFETCH(QString, era);
        Open rig({}, era);
        Call *const call = rig.client.callTool(u"slow"_s, json(R"({"ms":200,"steps":4})"));
        QStringList seen;
        connect(call, &Call::progressed, this,
                [&](const Progress &step) { seen.append(step.describe()); });
        const Ended ended = waitFor(call);
        QVERIFY(ended.outcome);
        QCOMPARE(seen.size(), 4);
        QCOMPARE(seen[1], u"2 of 4: step 2"_s);
        QVERIFY2(rig.warnings().isEmpty(), qPrintable(rig.warnings()));
    }

    void progressKeepsACallAlive()
    {
        ServerSpec spec;
        spec.timeouts.request = 400;
        Open rig({}, u"legacy"_s, spec);
        QVERIFY(rig.call(u"slow"_s, R"({"ms":1200,"steps":12})").outcome);
    }

    // Checklist 21, 45, 46.
    void cancel_data() { bothEras_data(); }
    void cancel()
    {
        QFETCH(QString, era);
        Open rig({ u"hold"_s, u"answer-after-cancel"_s }, era);
        Call *const call = rig.client.callTool(u"echo"_s);
        QTRY_VERIFY(rig.sentMethods().contains(u"tools/call"_s));
        call->cancel(u"enough"_s);
        QCOMPARE(waitFor(call).error().kind, Error::Kind::Cancelled);
        QTRY_VERIFY2(rig.stderrText().contains(u"enough"), qPrintable(rig.stderrText()));
        QTRY_COMPARE(rig.violations(u"late answer"_s), 1);
        QVERIFY2(rig.warnings().isEmpty(), qPrintable(rig.warnings()));
    }

    void timeout()
    {
        ServerSpec spec;
        spec.timeouts.request = 200;
        Open rig({ u"hold"_s }, u"legacy"_s, spec);
        QCOMPARE(rig.call(u"echo"_s).error().kind, Error::Kind::Timeout);
        QTRY_VERIFY2(rig.stderrText().contains(u"timeout"), qPrintable(rig.stderrText()));
    }

    void deathEndsEveryCall_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QStringList>("scenarios");
        QTest::addColumn<QString>("word");
        QTest::newRow("exit") << u"exit"_s << R"({"code":5})"_ba << QStringList{} << u"code 5"_s;
        QTest::newRow("signal") << u"exit"_s << R"({"signal":9})"_ba << QStringList{}
                                << u"SIGKILL"_s;
        QTest::newRow("mid-message")
                << u"echo"_s << "{}"_ba << QStringList{ u"crash-mid-message"_s } << u"SIGABRT"_s;
        QTest::newRow("die-after")
                << u"echo"_s << "{}"_ba << QStringList{ u"die-after=0,7"_s } << u"code 7"_s;
        QTest::newRow("stdout closed")
                << u"echo"_s << "{}"_ba << QStringList{ u"close-stdout"_s } << u"closed"_s;
    }
    void deathEndsEveryCall()
    {
        QFETCH(QString, tool);
        QFETCH(QByteArray, arguments);
        QFETCH(QStringList, scenarios);
        QFETCH(QString, word);
        Open rig(scenarios);
        QVERIFY(rig.isOpen);
        QSignalSpy disconnected(&rig.client, &Client::disconnected);
        Call *const other = rig.client.callTool(u"slow"_s, json(R"({"ms":60000,"steps":1})"));
        Error otherError;
        connect(other, &Call::finished, this,
                [&, other] { otherError = other->outcome().error(); });
        const Ended ended = rig.call(tool, arguments);
        QVERIFY(ended.isFinished);
        QCOMPARE(ended.error().kind, Error::Kind::Transport);
        QVERIFY2(ended.error().message.contains(word), qPrintable(ended.error().message));
        QTRY_COMPARE(otherError.kind, Error::Kind::Transport);
        QCOMPARE(disconnected.count(), 1);
        QVERIFY(!rig.client.isInitialized());
    }

    void theLastLinesOfADeadServer()
    {
        Open rig({ u"die-after=0"_s });
        const Ended ended = rig.call(u"echo"_s);
        const QByteArray lines = ended.error().data.value("stderr").toByteArray();
        QVERIFY2(lines.contains("out of cheese"), lines.constData());
    }

    void oddAnswersThatAreResults_data()
    {
        QTest::addColumn<QStringList>("scenarios");
        QTest::addColumn<bool>("hasProblems");
        QTest::newRow("no content") << QStringList{ u"invalid-tool-result"_s } << true;
        for (const auto *const kind : { "not-array", "string", "null", "block" }) {
            QTest::newRow(kind) << QStringList{ u"invalid-tool-result="_s
                                                + QString::fromLatin1(kind) }
                                << true;
        }
        QTest::newRow("huge numbers") << QStringList{ u"huge-numbers"_s } << false;
        QTest::newRow("invalid UTF-8") << QStringList{ u"invalid-utf8"_s } << false;
        QTest::newRow("result before id") << QStringList{ u"result-before-id"_s } << false;
        QTest::newRow("unknown id first") << QStringList{ u"unknown-id"_s } << false;
        QTest::newRow("answered twice") << QStringList{ u"duplicate-id"_s } << false;
        QTest::newRow("batches") << QStringList{ u"batch"_s } << false;
        QTest::newRow("text between") << QStringList{ u"junk-between-frames"_s } << false;
    }
    void oddAnswersThatAreResults()
    {
        QFETCH(QStringList, scenarios);
        QFETCH(bool, hasProblems);
        Open rig(scenarios);
        QVERIFY(rig.isOpen);
        const Ended ended = rig.call(u"echo"_s);
        QVERIFY2(ended.outcome, qPrintable(ended.error().describe()));
        QVERIFY(!ended.outcome->isAbsent());
        QCOMPARE(!ToolResult(*ended.outcome).problems().isEmpty(), hasProblems);
    }

    void warningsForBrokenRules_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QString>("word");
        QTest::newRow("unknown id") << u"unknown-id"_s << u"never made"_s;
        QTest::newRow("twice") << u"duplicate-id"_s << u"twice"_s;
        QTest::newRow("invalid UTF-8") << u"invalid-utf8"_s << u"well-formed"_s;
    }
    void warningsForBrokenRules()
    {
        QFETCH(QString, scenario);
        QFETCH(QString, word);
        Open rig({ scenario });
        QVERIFY(rig.call(u"echo"_s).outcome);
        QTRY_VERIFY2(rig.warnings().contains(word), qPrintable(rig.warnings()));
    }

    void oddErrors()
    {
        Open rig({ u"error-code-zero"_s });
        const Error error = rig.call(u"echo"_s).error();
        QCOMPARE(error.kind, Error::Kind::Remote);
        QCOMPARE(error.code, 0);
        QVERIFY(error.data.isArray());
    }

    void unknownResultType()
    {
        Open rig({ u"unknown-result-type"_s }, u"modern"_s);
        const Error error = rig.call(u"echo"_s).error();
        QCOMPARE(error.kind, Error::Kind::Protocol);
        QVERIFY(error.data.value("resultType").isString());
    }

    void inputRequiredIsNamed()
    {
        Open rig({ u"mrtr=undeclared"_s }, u"modern"_s);
        const Error error = rig.call(u"ask"_s).error();
        QCOMPARE(error.kind, Error::Kind::Protocol);
        QVERIFY2(error.message.contains(u"roots/list, which was not declared"),
                 qPrintable(error.message));
    }

    void aLegacyServerAsksDuringACall()
    {
        Open rig;
        const Ended ended = rig.call(u"ask"_s);
        QVERIFY2(ended.outcome, qPrintable(ended.error().describe()));
        QVERIFY2(firstText(ended).contains(u"-32601"), qPrintable(firstText(ended)));
    }

    void halfAFrame()
    {
        ServerSpec spec;
        spec.timeouts.request = 500;
        Open rig({ u"half-frame-then-silence"_s }, u"legacy"_s, spec);
        QCOMPARE(rig.call(u"echo"_s).error().kind, Error::Kind::Timeout);
    }

    void wrongHeader()
    {
        ServerSpec spec;
        spec.timeouts.request = 500;
        spec.framing = FramingSetting::ContentLength;
        FakeRig rig({ u"wrong-length-header"_s }, { u"--framing"_s, u"content-length"_s }, spec);
        QVERIFY(waitFor(rig.client.initialize()).outcome);
        const Ended ended = waitFor(rig.client.callTool(u"echo"_s));
        QVERIFY(ended.isFinished);
        QVERIFY(!ended.outcome);
    }

    void aStoppedReader()
    {
        ServerSpec spec;
        spec.timeouts.request = 500;
        Open rig({ u"close-stdin"_s, u"hold"_s }, u"legacy"_s, spec);
        const Ended first = rig.call(u"echo"_s);
        QVERIFY(first.isFinished && !first.outcome);
        const Ended second = rig.call(u"echo"_s); // whatever happens, it ends
        QVERIFY(second.isFinished && !second.outcome);
    }

    // Checklist 47.
    void lists_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QString>("warning"); // of the call; empty: none
        QTest::addColumn<int>("problems");
        QTest::newRow("pages") << u"pages=5"_s << QString() << 0;
        QTest::newRow("empty cursor") << u"empty-cursor"_s << QString() << 0;
        QTest::newRow("cursor loop") << u"cursor-loop"_s << u"second time"_s << 0;
        QTest::newRow("endless") << u"endless-pages"_s << u"1000 pages"_s << 0;
        QTest::newRow("malformed") << u"malformed-tool"_s << QString() << 2;
        QTest::newRow("other scripts") << u"unicode-tools"_s << QString() << 0;
        QTest::newRow("2 MB line") << u"long-line"_s << QString() << 0;
    }
    void lists()
    {
        QFETCH(QString, scenario);
        QFETCH(QString, warning);
        QFETCH(int, problems);
        Open rig({ scenario });
        const Ended ended = waitFor(rig.client.listTools());
        QVERIFY2(ended.outcome, qPrintable(ended.error().describe()));
        QCOMPARE(ended.warnings.size(), warning.isEmpty() ? 0 : 1);
        if (!warning.isEmpty())
            QVERIFY2(ended.warnings[0].contains(warning), qPrintable(ended.warnings[0]));
        const ToolList list = ToolList::fromResult(*ended.outcome);
        QVERIFY(list.tools.size() > 1);
        if (!scenario.contains(u"loop")) // where pages come twice, so do names
            QVERIFY2(list.problems.size() == problems, qPrintable(list.problems.join(u'\n')));
        if (scenario == "long-line"_L1)
            QVERIFY(ended.outcome->size() > 1'900'000);
    }

    void duplicateNamesAreKept()
    {
        Open once;
        Open twice({ u"duplicate-tools"_s });
        const auto count = [](const Ended &ended) {
            return ToolList::fromResult(*ended.outcome).tools.size();
        };
        const auto single = count(waitFor(once.client.listTools()));
        QCOMPARE(count(waitFor(twice.client.listTools())), 2 * single);
    }

    void listChanged()
    {
        Open rig({ u"list-changed-on-call"_s });
        QSignalSpy notified(&rig.client, &Client::notificationReceived);
        QVERIFY(rig.call(u"echo"_s).outcome);
        QTRY_VERIFY(notified.count() > 0);
        QCOMPARE(notified[0][0].value<Message>().method(), u"notifications/tools/list_changed"_s);
    }

    void manyCallsAtOnce()
    {
        Open rig;
        int finished = 0;
        for (int i = 0; i < 200; ++i) {
            Call *const call =
                    rig.client.callTool(u"echo"_s, json("{\"n\":" + QByteArray::number(i) + "}"));
            connect(call, &Call::finished, this, [&, call, i] {
                const auto content = ToolResult(*call->outcome()).content();
                QCOMPARE(content.first().text(), u"{\"n\":%1}"_s.arg(i));
                ++finished;
            });
        }
        QTRY_COMPARE(finished, 200);
        QVERIFY2(rig.warnings().isEmpty(), qPrintable(rig.warnings()));
    }
};

QTEST_GUILESS_MAIN(TestCalling)
#include "tst_calling.moc"
