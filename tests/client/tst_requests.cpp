// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/connectedrig.h"

#include <QtCore/qelapsedtimer.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

ServerSpec limits(int request, int hard)
{
    ServerSpec spec;
    spec.timeouts.request = request;
    spec.timeouts.requestHard = hard;
    return spec;
}

const QString callMethod = u"tools/call"_s;
const QString cancelled = u"notifications/cancelled"_s;

} // namespace

/// Requests, their limits and their lists on an open connection, against a peer without a process.
class TestRequests : public QObject
{
    Q_OBJECT

private slots:
    void argumentsGoOutByteForByte()
    {
        Connected rig;
        QVERIFY(rig.isOpen);
        const QByteArray arguments = R"({ "id": 12345678901234567890, "x": 1.0, "z": 1e400 })";
        rig.reply = [&](const auto &sent) { rig.peer.answer(sent, R"({"content":[],"n":1.0})"); };
        const Ended ended =
                waitFor(rig.client.callTool(u"a \"tool\""_s, RawJson::fromText(arguments)));
        QCOMPARE(ended.text(), R"({"content":[],"n":1.0})"_ba);
        QVERIFY(ended.warnings.isEmpty());
        const auto sent = rig.last(callMethod);
        const QByteArray id = sent.message.id().raw();
        QCOMPARE(sent.message.payload(),
                 R"({"jsonrpc":"2.0","id":)" + id
                         + ",\"method\":\"tools/call\",\"params\":{\"name\":\"a "
                           "\\\"tool\\\"\",\"arguments\":"
                         + arguments + R"(,"_meta":{"progressToken":)" + id + "}}}");
    }

    void absentArgumentsAreAnEmptyObject()
    {
        Connected rig;
        rig.client.callTool(u"t"_s);
        QTRY_VERIFY(rig.peer.lastParams(callMethod).contains(R"("arguments":{})"));
    }

    // Checklist 45 and 46.
    void timesOutTellsTheServerAndIgnoresTheLateAnswer()
    {
        Connected rig(Era::Legacy, limits(150, 0));
        QElapsedTimer timer;
        timer.start();
        const Ended ended = waitFor(rig.client.callTool(u"t"_s));
        QVERIFY(timer.elapsed() >= 140 && timer.elapsed() < 1500);
        QCOMPARE(ended.error().kind, Error::Kind::Timeout);
        QVERIFY2(ended.error().message.contains(u"0.15 s"), qPrintable(ended.error().message));
        QVERIFY(ended.error().message.contains(u"settings"));
        const auto sent = rig.last(callMethod);
        QTRY_VERIFY(!rig.peer.lastParams(cancelled).isEmpty());
        QVERIFY(rig.peer.lastParams(cancelled).startsWith("{\"requestId\":"
                                                          + sent.message.id().raw()));
        rig.peer.answer(sent, "{}");
        QTRY_COMPARE(rig.violations(), QStringList{ u"late answer to a call that timed out"_s });
        QVERIFY(rig.server.warnings().isEmpty());
    }

    void progressResetsTheTimeButNotTheHardLimit()
    {
        Connected rig(Era::Legacy, limits(250, 900));
        QTimer ticker;
        int steps = 0;
        connect(&ticker, &QTimer::timeout, this, [&] {
            rig.peer.send(R"({"jsonrpc":"2.0","method":"notifications/progress","params":{)"
                          R"("progressToken":)"
                          + rig.last(callMethod).message.id().raw() + R"(,"progress":)"
                          + QByteArray::number(++steps) + "}}");
        });
        rig.reply = [&](const auto &) { ticker.start(60); };
        QElapsedTimer timer;
        timer.start();
        Call *const call = rig.client.callTool(u"t"_s);
        QSignalSpy progressed(call, &Call::progressed);
        const Ended ended = waitFor(call);
        ticker.stop();
        QVERIFY2(timer.elapsed() >= 850, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(ended.error().kind, Error::Kind::Timeout);
        QVERIFY2(ended.error().message.contains(u"hard limit"), qPrintable(ended.error().message));
        QVERIFY(progressed.count() > 3);
    }

    void limitsOfOneCall()
    {
        Connected rig(Era::Legacy, limits(100, 200));
        CallOptions options;
        options.timeoutMs = 0;
        options.hardTimeoutMs = 0;
        rig.reply = [&](const auto &sent) {
            QTimer::singleShot(500, &rig.peer, [&, sent] { rig.peer.answer(sent, "{}"); });
        };
        QVERIFY(waitFor(rig.client.request(u"x/slow"_s, {}, options)).outcome);
        options.timeoutMs = 50;
        QVERIFY(waitFor(rig.client.request(u"x/slow"_s, {}, options))
                        .error()
                        .message.contains(u"0.05 s"));
    }

    void aTimeoutMentionsAnErrorWithoutId()
    {
        Connected rig(Era::Legacy, limits(100, 0));
        rig.reply = [&](const auto &) {
            rig.peer.send(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"eh?"}})");
        };
        const Error error = waitFor(rig.client.ping()).error();
        QVERIFY2(error.message.contains(u"eh?"), qPrintable(error.message));
        rig.reply = nullptr;
        QVERIFY(!waitFor(rig.client.ping()).error().message.contains(u"eh?")); // older than it
    }

    void cancelTellsTheServer()
    {
        Connected rig;
        Call *const call = rig.client.callTool(u"t"_s);
        QTRY_VERIFY(!rig.peer.lastParams(callMethod).isEmpty());
        const auto sent = rig.last(callMethod);
        call->cancel(u"no longer needed"_s);
        QVERIFY(call->isFinished());
        QCOMPARE(waitFor(call).error().kind, Error::Kind::Cancelled);
        QCOMPARE(rig.peer.lastParams(cancelled),
                 "{\"requestId\":" + sent.message.id().raw() + ",\"reason\":\"no longer needed\"}");
        rig.peer.answer(sent, "{}");
        QTRY_COMPARE(rig.violations(), QStringList{ u"late answer to a cancelled call"_s });
        QVERIFY(rig.server.warnings().isEmpty());
    }

    // Checklist 44.
    void progressTokens()
    {
        Connected rig;
        Call *const first = rig.client.callTool(u"a"_s);
        CallOptions options;
        options.meta = RawJson::fromText(R"({"progressToken":"mine","k":1})");
        Call *const second = rig.client.callTool(u"b"_s, {}, options);
        Call *const third = rig.client.callTool(u"c"_s, {}, options);
        QTRY_VERIFY(rig.peer.lastParams(callMethod).contains("\"c\""));
        QSignalSpy firstProgress(first, &Call::progressed);
        QSignalSpy secondProgress(second, &Call::progressed);
        QSignalSpy thirdProgress(third, &Call::progressed);
        const auto progress = [&](const QByteArray &token, const QByteArray &value) {
            rig.peer.send(R"({"jsonrpc":"2.0","method":"notifications/progress","params":{)"
                          R"("progressToken":)"
                          + token + R"(,"progress":)" + value + "}}");
        };
        progress("\"mine\"", "0.5");
        QTRY_COMPARE(secondProgress.count(), 1);
        QCOMPARE(second->progress()->progress, 0.5);
        QCOMPARE(firstProgress.count() + thirdProgress.count(), 0);
        QVERIFY(rig.server.warnings().isEmpty());

        progress("\"mine\"", "0.5"); // must grow
        QTRY_COMPARE(rig.server.warnings().filter(u"increase"_s).size(), 1);
        progress("\"other\"", "1");
        QTRY_COMPARE(rig.violations().filter(u"progress with an unknown token"_s).size(), 1);
        QCOMPARE(rig.violations().filter(u"increase"_s).size(), 1);
        QCOMPARE(rig.violations().size(), 2);
        // It is no notification for everybody.
        QCOMPARE(rig.last(callMethod).message.params().value("_meta").value("k").toByteArray(),
                 "1"_ba);
    }

    /// One of the user's own is a task's as long as that lives; late progress is no fault.
    void ownProgressTokenOfATask()
    {
        Connected rig;
        rig.reply = [&](const ScriptedPeer::Sent &sent) {
            const bool isCall = sent.message.method() == callMethod;
            const QByteArray task = R"({"taskId":"t1","status":"working","pollInterval":100})";
            rig.peer.answer(sent, isCall ? R"({"task":)" + task + '}' : task);
        };
        const auto tell = [&](const QByteArray &progress) {
            rig.peer.send(R"({"jsonrpc":"2.0","method":"notifications/progress","params":)"
                          R"({"progressToken":"mine","progress":)"
                          + progress + "}}");
        };
        CallOptions options;
        options.taskTtl = 0;
        options.meta = RawJson::fromText(R"({"progressToken":"mine"})");
        Call *const call = rig.client.callTool(u"slow"_s, {}, options);
        QSignalSpy progressed(call, &Call::progressed);
        QTRY_VERIFY(!rig.peer.lastParams(u"tasks/get"_s).isEmpty());
        tell("2");
        QTRY_COMPARE(progressed.size(), 1);
        Call *const other = rig.client.callTool(u"slow"_s, {}, options);
        QSignalSpy others(other, &Call::progressed);
        tell("3");
        QTRY_COMPARE(progressed.size(), 2);
        QCOMPARE(others.size(), 0);
        tell("3"); // must grow
        QTRY_COMPARE(rig.violations().filter(u"increase"_s).size(), 1);
        other->cancel();
        call->cancel();
        QTRY_VERIFY(!rig.peer.lastParams(u"tasks/cancel"_s).isEmpty());
        tell("4");
        QVERIFY(waitFor(rig.client.ping()).outcome);
        QCOMPARE(rig.violations().filter(u"unknown token"_s), QStringList());
    }

    void whoeverIsWarnedMayEndTheRequest()
    {
        Connected rig;
        rig.reply = [&](const ScriptedPeer::Sent &sent) {
            for (const QByteArray &value : { "2"_ba, "1"_ba })
                rig.peer.send(R"({"jsonrpc":"2.0","method":"notifications/progress","params":{)"
                              R"("progressToken":)"
                              + sent.message.id().raw() + R"(,"progress":)" + value + "}}");
        };
        const QPointer<Call> call = rig.client.callTool(u"t"_s);
        int reported = 0;
        connect(call, &Call::progressed, this, [&] { ++reported; });
        connect(&rig.server, &Server::warningsChanged, call, [&] { call->cancel(); });
        QCOMPARE(waitFor(call).error().kind, Error::Kind::Cancelled);
        QCOMPARE(reported, 1);
    }

    void progressAfterTheEndIsNoFault()
    {
        Connected rig;
        rig.reply = [&](const auto &sent) { rig.peer.answer(sent, "{}"); };
        QSignalSpy notified(&rig.client, &Client::notificationReceived);
        QVERIFY(waitFor(rig.client.ping()).outcome);
        rig.peer.send(R"({"jsonrpc":"2.0","method":"notifications/progress","params":{)"
                      R"("progressToken":)"
                      + rig.last(u"ping"_s).message.id().raw() + R"(,"progress":1}})");
        rig.peer.send(R"({"jsonrpc":"2.0","method":"notifications/x"})");
        QTRY_COMPARE(notified.count(), 1);
        QVERIFY(rig.violations().isEmpty());
        QVERIFY(rig.server.warnings().isEmpty());
    }

    void whatDoesNotExistInTheEra()
    {
        Connected rig(Era::Modern);
        QCOMPARE(waitFor(rig.client.ping()).error().kind, Error::Kind::Usage);
        QVERIFY(rig.peer.lastParams(u"ping"_s).isEmpty());
        // Asked for by name it is sent: seeing what happens is what an explorer is for.
        rig.reply = [&](const auto &sent) { rig.peer.refuse(sent, -32601, "no ping"); };
        const Ended ended = waitFor(rig.client.request(u"ping"_s));
        QCOMPARE(ended.error().message, u"no ping"_s);
        QCOMPARE(ended.warnings.size(), 1);
    }

    void listFollowsPages()
    {
        Connected rig;
        rig.reply = [&](const ScriptedPeer::Sent &sent) {
            const QByteArray cursor = sent.message.params().value("cursor").toByteArray();
            if (cursor.isEmpty())
                rig.peer.answer(sent, R"({"things":[1.0],"nextCursor":"\u00e4 "})");
            else if (cursor == R"("\u00e4 ")")
                rig.peer.answer(sent, R"({"things":[2],"nextCursor":""})");
            else if (cursor == R"("")")
                rig.peer.answer(sent, R"({"things":[3],"nextCursor":null})");
        };
        const Ended ended = waitFor(rig.client.list(u"x/list"_s, u"things"_s));
        QCOMPARE(ended.text(), R"({"things":[1.0,2,3]})"_ba);
        QVERIFY(ended.warnings.isEmpty());
        QCOMPARE(rig.peer.log().filter(u"x/list"_s).size(), 3);
    }

    void aRefusedCursorStartsTheListOver()
    {
        Connected rig;
        int refused = 0;
        rig.reply = [&](const ScriptedPeer::Sent &sent) {
            const bool isFirst = sent.message.params().value("cursor").isAbsent();
            if (isFirst)
                rig.peer.answer(sent, R"({"things":[1],"nextCursor":"a"})");
            else if (++refused == 1)
                rig.peer.refuse(sent, -32602, "bad cursor");
            else
                rig.peer.answer(sent, R"({"things":[2]})");
        };
        Ended ended = waitFor(rig.client.list(u"x/list"_s, u"things"_s));
        QCOMPARE(ended.text(), R"({"things":[1,2]})"_ba);
        QCOMPARE(ended.warnings.size(), 1);

        rig.reply = [&](const ScriptedPeer::Sent &sent) {
            if (sent.message.params().value("cursor").isAbsent())
                rig.peer.answer(sent, R"({"things":[1],"nextCursor":"a"})");
            else
                rig.peer.refuse(sent, -32602, "bad cursor");
        };
        ended = waitFor(rig.client.list(u"x/list"_s, u"things"_s));
        QCOMPARE(ended.error().code, -32602); // once is enough
    }

    void aListHasOneHardLimit()
    {
        Connected rig(Era::Legacy, limits(0, 400));
        int page = 0;
        rig.reply = [&](const ScriptedPeer::Sent &sent) {
            QTimer::singleShot(100, &rig.peer, [&, sent] {
                rig.peer.answer(sent, "{\"things\":[],\"nextCursor\":\""
                                              + QByteArray::number(++page) + "\"}");
            });
        };
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(waitFor(rig.client.list(u"x/list"_s, u"things"_s)).error().kind,
                 Error::Kind::Timeout);
        QVERIFY(timer.elapsed() < 2000);
    }

    void cancelBetweenPages()
    {
        Connected rig;
        rig.reply = [&](const ScriptedPeer::Sent &sent) {
            if (sent.message.params().value("cursor").isAbsent())
                rig.peer.answer(sent, R"({"things":[1],"nextCursor":"a"})");
        };
        Call *const call = rig.client.list(u"x/list"_s, u"things"_s);
        QTRY_COMPARE(rig.peer.log().filter(u"x/list"_s).size(), 2);
        call->cancel();
        QCOMPARE(waitFor(call).error().kind, Error::Kind::Cancelled);
        QCOMPARE(rig.peer.lastParams(cancelled),
                 "{\"requestId\":" + rig.last(u"x/list"_s).message.id().raw() + "}");
    }

    void toolsOfAServerThatDeclaresNone()
    {
        Connected rig;
        rig.reply = [&](const auto &sent) { rig.peer.answer(sent, R"({"tools":[]})"); };
        QVERIFY(waitFor(rig.client.listTools()).outcome);
        QCOMPARE(rig.server.warnings().filter(u"\"tools\""_s).size(), 1);
    }

    void callsAreSettledFromTheEventLoop()
    {
        Connected rig;
        rig.peer.accepts = false; // its input is full
        Call *const call = rig.client.ping();
        QSignalSpy finished(call, &Call::finished);
        QCOMPARE(finished.count(), 0);
        const Ended ended = waitFor(call);
        QCOMPARE(ended.error().kind, Error::Kind::Transport);
        QVERIFY2(ended.error().message.contains(u"does not read"),
                 qPrintable(ended.error().message));
    }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
