// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/fakerig.h"
#include "protocol/tool.h"

#include <QtTest/qtest.h>

#include <csignal>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

RawJson json(const QByteArray &text) { return RawJson::fromText(text); }

struct Open : OpenRig
{
    explicit Open(const Limits &limits, const QStringList &scenarios = {})
        : OpenRig(scenarios, u"legacy"_s, specWith(limits))
    {}
    static ServerSpec specWith(const Limits &limits)
    {
        ServerSpec spec;
        spec.limits = limits;
        return spec;
    }
    Ended echo(qsizetype bytes)
    {
        return waitFor(
                client.callTool(u"echo"_s, json("{\"text\":\"" + QByteArray(bytes, 'x') + "\"}")));
    }
    /// The trace shows the last request as answered, by what was skipped.
    bool isSkippedAnswerPaired()
    {
        const TraceLog &trace = *server.trace();
        for (int i = 0; i < trace.count(); ++i) {
            if (!trace.at(i).isTooLong)
                continue;
            const TraceEntry *request = trace.find(trace.at(i).pair);
            return request && request->pair == trace.at(i).serial
                   && trace.at(i).method == "tools/call"_L1
                   && request->message.id() == trace.at(i).message.id();
        }
        return false;
    }
};

} // namespace

/// Each limit with a server that reaches it: what is said, and that all else goes on.
class TestLimits : public QObject
{
    Q_OBJECT

private slots:
    void frameBytes()
    {
        Limits limits;
        limits.frameBytes = 10'000;
        Open rig(limits);
        QVERIFY(rig.isOpen);
        const Ended small = rig.echo(5000);
        QVERIFY2(small.outcome, qPrintable(small.error().describe()));
        // Its beginning names the request, so nobody waits for the end of its time.
        const Ended large = rig.echo(20'000);
        QCOMPARE(large.error().kind, Error::Kind::Protocol);
        QVERIFY2(large.error().message.contains("limit frameBytes"_L1),
                 qPrintable(large.error().message));
        QCOMPARE(rig.violations(u"limit frameBytes"_s), 1);
        QVERIFY(rig.isSkippedAnswerPaired());
        QVERIFY(rig.echo(5000).outcome);
    }

    /// As the TypeScript SDK writes them: the end of the skipped answer names the request.
    void frameBytesWithTheIdLast()
    {
        Limits limits;
        limits.frameBytes = 100'000;
        Open rig(limits, { u"result-before-id"_s });
        QVERIFY(rig.isOpen);
        const Ended large = rig.echo(1'000'000);
        QCOMPARE(large.error().kind, Error::Kind::Protocol);
        QVERIFY2(large.error().message.contains("limit frameBytes"_L1),
                 qPrintable(large.error().message));
        QVERIFY(rig.isSkippedAnswerPaired());
        QVERIFY(rig.echo(5000).outcome);
    }

    void pendingRequests()
    {
        Limits limits;
        limits.pendingRequests = 3;
        Open rig(limits);
        QVERIFY(rig.isOpen);
        QList<Call *> waiting;
        for (int i = 0; i < 3; ++i)
            waiting.append(rig.client.callTool(u"slow"_s, json(R"({"ms":60000})")));
        const Ended refused = rig.echo(1);
        QVERIFY2(refused.error().message.contains("limit pendingRequests"_L1),
                 qPrintable(refused.error().message));
        waiting.first()->cancel();
        QVERIFY(rig.echo(1).outcome);
    }

    void unreadBytes()
    {
        Limits limits;
        limits.unreadBytes = 100'000;
        Open rig(limits);
        QVERIFY(rig.isOpen);
        ::kill(pid_t(rig.server.processId()), SIGSTOP);
        QString refusal;
        for (int i = 0; i < 100 && refusal.isEmpty(); ++i) {
            Call *call = rig.client.callTool(
                    u"echo"_s, json("{\"text\":\"" + QByteArray(50'000, 'x') + "\"}"));
            if (call->isFinished())
                refusal = call->outcome().error().message;
        }
        ::kill(pid_t(rig.server.processId()), SIGCONT);
        QVERIFY2(refusal.contains("does not read its input"_L1), qPrintable(refusal));
        QTRY_VERIFY(rig.echo(1).outcome); // once it has caught up
    }

    void lists()
    {
        Limits limits;
        limits.listPages = 2;
        limits.listItems = 3;
        Open rig(limits, { u"endless-pages"_s });
        QVERIFY(rig.isOpen);
        const Ended ended = waitFor(rig.client.listTools());
        QVERIFY2(ended.outcome, qPrintable(ended.error().describe()));
        QVERIFY2(ended.warnings.join(u' ').contains("limit listPages"_L1),
                 qPrintable(ended.warnings.join(u' ')));
        const ToolList list = ToolList::fromResult(
                json(R"({"tools":[{"name":"a"},{"name":"b"},{"name":"c"},{"name":"d"}]})"),
                limits.listItems);
        QCOMPARE(list.tools.size(), 3);
        QVERIFY(list.problems.value(0).contains("limit listItems"_L1));
    }

    void problemsOfAList()
    {
        const ToolList list = ToolList::fromResult(
                json("{\"tools\":[" + QByteArray("7,").repeated(5000) + "7]}"));
        QCOMPARE(list.tools.size(), 0);
        QCOMPARE(list.problems.size(), 101);
    }

    void stderrBytes()
    {
        StderrLog log;
        Limits limits;
        limits.stderrLineBytes = 100;
        limits.stderrBytes = 1000;
        log.setLimits(limits);
        log.append(QByteArray(5000, 'x') + '\n');
        QVERIFY(log.count() <= 10);
        QCOMPARE(log.at(0).text.size(), 100);
        QVERIFY(log.droppedCount() > 0);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
