// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/rawpeer.h"
#include "support/testprocess.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qregularexpression.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;
using McpTest::RawPeer;

/*!
 * The fake server has to do what its scenarios say, or every test built on it proves nothing.
 */
class TestFakeFaults : public QObject
{
    Q_OBJECT

private slots:
    void startFaults_data();
    void startFaults();
    void discoverFaults();
    void versionFaults();
    void earlyRequestsReportTheAnswer();
    void callFaults_data();
    void callFaults();
    void halfFrameAndWrongLength();
    void slowStartMindsItsInput();
    void endOfInputAndSignals();
    void dies();
    void closesStreams();
    void grandchildOutlivesSignals();
};

void TestFakeFaults::startFaults_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<bool>("answers");
    QTest::addColumn<QByteArray>("noise");
    QTest::addColumn<QByteArray>("errors");
    QTest::newRow("junk") << u"junk-line-first"_s << true << "Listening on stdio"_ba
                          << ""_ba;
    QTest::newRow("split") << u"stderr-split"_s << true << ""_ba
                           << "split: Zürich\n"_ba;
    QTest::newRow("flood") << u"stderr-flood=500"_s << true << ""_ba
                           << "flood 500\n"_ba;
    QTest::newRow("silent") << u"silent"_s << false << ""_ba
                            << ""_ba;
    QTest::newRow("never") << u"never-ready"_s << false << ""_ba
                           << ""_ba;
}

void TestFakeFaults::startFaults()
{
    QFETCH(QString, scenario);
    QFETCH(bool, answers);
    QFETCH(QByteArray, noise);
    QFETCH(QByteArray, errors);
    RawPeer peer;
    QVERIFY(peer.startFake({ scenario }));
    peer.request(1, "ping");
    if (!answers) {
        QVERIFY(!QTest::qWaitFor([&peer] { return !peer.payloads().isEmpty(); }, 200));
        QCOMPARE(peer.process().state(), QProcess::Running);
        return;
    }
    QVERIFY(!peer.answer(1).isEmpty());
    QVERIFY(peer.noise().join('\n').startsWith(noise));
    QVERIFY(peer.waitForError(errors));
}

void TestFakeFaults::discoverFaults()
{
    RawPeer exits;
    QVERIFY(exits.startFake({ u"exit-on-discover"_s }));
    exits.modernRequest(1, "server/discover");
    QVERIFY(exits.waitForExit());
    QCOMPARE(exits.process().exitCode(), 1);

    RawPeer ignores;
    QVERIFY(ignores.startFake({ u"ignore-unknown"_s }));
    ignores.modernRequest(1, "server/discover");
    ignores.handshake();
    ignores.request(2, "no/such");
    ignores.request(3, "ping");
    QVERIFY(!ignores.answer(3).isEmpty());
    QCOMPARE(ignores.payloads().size(), 2);

    RawPeer refuses;
    QVERIFY(refuses.startFake({ u"refuse-initialize-after-discover"_s }));
    refuses.modernRequest(1, "server/discover");
    QCOMPARE(RawPeer::errorCode(refuses.answerObject(1)), -32601);
    QCOMPARE(RawPeer::errorCode(refuses.handshake()), -32600);

    RawPeer late;
    QVERIFY(late.startFake({ u"discover-after-initialize"_s }));
    late.modernRequest(1, "server/discover");
    late.handshake();
    QVERIFY(late.payloads().first().contains("supportedVersions"));

    RawPeer slow;
    QVERIFY(slow.startFake({ u"discover-slow=50"_s }));
    slow.modernRequest(1, "server/discover");
    slow.handshake();
    QVERIFY(slow.payloads().first().contains("protocolVersion"));
    QVERIFY(slow.answer(1).contains("supportedVersions"));
}

void TestFakeFaults::versionFaults()
{
    RawPeer other;
    QVERIFY(other.startFake({ u"version=1999-01-01"_s }));
    QCOMPARE(other.handshake()["result"_L1]["protocolVersion"_L1], "1999-01-01"_L1);

    RawPeer refuses;
    QVERIFY(refuses.startFake({ u"refuse-version"_s }));
    QCOMPARE(RawPeer::errorCode(refuses.handshake()), -32602);

    RawPeer old;
    QVERIFY(old.startFake({}, { u"--revision"_s, u"2024-11-05"_s }));
    QCOMPARE(old.handshake()["result"_L1]["protocolVersion"_L1], "2024-11-05"_L1);

    RawPeer future;
    QVERIFY(future.startFake({ u"unsupported-version=2099-01-01,2025-11-25"_s }));
    future.modernRequest(1, "server/discover");
    const QJsonObject refused = future.answerObject(1);
    QCOMPARE(RawPeer::errorCode(refused), -32022);
    QCOMPARE(refused["error"_L1]["data"_L1]["supported"_L1].toArray(),
             (QJsonArray{ "2099-01-01"_L1, "2025-11-25"_L1 }));

    RawPeer once;
    QVERIFY(once.startFake({ u"unsupported-version=once"_s }));
    once.modernRequest(1, "server/discover");
    QCOMPARE(RawPeer::errorCode(once.answerObject(1)), -32022);
    once.modernRequest(2, "server/discover");
    QVERIFY(once.answer(2).contains("supportedVersions"));
}

void TestFakeFaults::earlyRequestsReportTheAnswer()
{
    for (const bool right : { true, false }) {
        RawPeer peer;
        QVERIFY(peer.startFake({ u"early-requests"_s }));
        QVERIFY(peer.waitForPayloads(2));
        QVERIFY(peer.payloads().at(1).contains("roots/list"));
        peer.send(right ? R"({"jsonrpc":"2.0","id":"early-1","error":{"code":-32601}})"
                        : R"({"jsonrpc":"2.0","id":"early-1","result":{}})");
        QVERIFY(peer.waitForError(right ? "answered with -32601" : "WRONG answer"));
    }
    RawPeer idless;
    QVERIFY(idless.startFake({ u"idless-answer-to-initialized"_s }));
    idless.handshake();
    QVERIFY(idless.waitForPayloads(2));
    QVERIFY(!idless.payloads().at(1).contains("\"id\""));
}

void TestFakeFaults::callFaults_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QByteArray>("expected"); // part of the first payload behind the handshake
    QTest::newRow("code 0") << u"error-code-zero"_s << R"("error":{"code":0,)"_ba;
    QTest::newRow("order") << u"result-before-id"_s << R"(,"id":1,"jsonrpc":"2.0"})"_ba;
    QTest::newRow("utf8") << u"invalid-utf8"_s << "\xff\xfe"_ba;
    QTest::newRow("unknown id") << u"unknown-id"_s << R"("id":987654321)"_ba;
    QTest::newRow("no content") << u"invalid-tool-result"_s << R"("result":"My tool result!")"_ba;
    QTest::newRow("string") << u"invalid-tool-result=string"_s << R"("result":"just)"_ba;
    QTest::newRow("no array") << u"invalid-tool-result=not-array"_s << R"("content":"no)"_ba;
    QTest::newRow("block") << u"invalid-tool-result=block"_s << R"("content":[42,)"_ba;
    QTest::newRow("null") << u"invalid-tool-result=null"_s << R"("result":null)"_ba;
    QTest::newRow("huge") << u"huge-numbers"_s << R"("huge":1e400,"digits":1234567890123456)"_ba;
    QTest::newRow("type") << u"unknown-result-type"_s << R"("content":[])"_ba;
    QTest::newRow("batch") << u"batch"_s << R"([{"jsonrpc":"2.0","method":)"_ba;
    QTest::newRow("growing") << u"list-changed-on-call"_s << R"("text":"3")"_ba;
}

void TestFakeFaults::callFaults()
{
    QFETCH(QString, scenario);
    QFETCH(QByteArray, expected);
    RawPeer peer;
    QVERIFY(peer.startFake({ scenario }, { u"--era"_s, u"both"_s }));
    peer.handshake();
    peer.request(1, "tools/call", RawPeer::callParams("add", R"({"a":1,"b":2})"));
    QVERIFY(peer.waitForPayloads(2));
    QVERIFY2(peer.payloads().at(1).contains(expected), peer.payloads().at(1).constData());
}

void TestFakeFaults::halfFrameAndWrongLength()
{
    RawPeer half(RawPeer::Wire::Headers);
    QVERIFY(half.startFake({ u"half-frame-then-silence"_s },
                           { u"--framing"_s, u"content-length"_s }));
    half.handshake();
    half.request(1, "tools/call", RawPeer::callParams("echo"));
    half.request(2, "ping");
    QVERIFY(!QTest::qWaitFor([&half] { return half.payloads().size() > 1; }, 200));
    QCOMPARE(half.process().state(), QProcess::Running);

    RawPeer wrong(RawPeer::Wire::Headers);
    QVERIFY(wrong.startFake({ u"wrong-length-header=-7"_s },
                            { u"--framing"_s, u"content-length"_s }));
    wrong.handshake();
    wrong.request(1, "tools/call", RawPeer::callParams("echo"));
    QVERIFY(wrong.waitForPayloads(2));
    QVERIFY(!wrong.payloads().at(1).endsWith("}"_ba + "}"_ba));

    RawPeer twice;
    QVERIFY(twice.startFake({ u"duplicate-id"_s, u"junk-between-frames"_s }));
    twice.handshake();
    twice.request(1, "tools/call", RawPeer::callParams("echo"));
    QVERIFY(twice.waitForPayloads(3));
    QCOMPARE(twice.payloads().at(1), twice.payloads().at(2));
    QCOMPARE(twice.noise().size(), 3);
}

void TestFakeFaults::slowStartMindsItsInput()
{
    RawPeer good;
    QVERIFY(good.startFake({ u"slow-start=100"_s }));
    QVERIFY(!good.handshake().isEmpty());

    for (const QByteArray &bytes :
         { "Content-Length: 3\r\n\r\n{}"_ba, "\n"_ba, "{\"a\":1}\n"_ba }) {
        RawPeer bad;
        QVERIFY(bad.startFake({ u"slow-start=50"_s }));
        bad.sendBytes(bytes);
        QVERIFY(bad.waitForExit());
        QCOMPARE(bad.process().exitCode(), 3);
        QVERIFY(bad.errorOutput().contains("not a message"));
    }
}

void TestFakeFaults::endOfInputAndSignals()
{
    RawPeer deaf;
    QVERIFY(deaf.startFake({ u"ignore-eof"_s, u"ignore-sigterm"_s }));
    deaf.handshake();
    deaf.process().closeWriteChannel();
    deaf.process().terminate();
    QVERIFY(!QTest::qWaitFor([&deaf] { return deaf.process().state() == QProcess::NotRunning; },
                             200));
    deaf.process().kill();
    QVERIFY(deaf.waitForExit());

    RawPeer polite;
    QVERIFY(polite.startFake({}));
    polite.handshake();
    polite.process().terminate();
    QVERIFY(polite.waitForExit());
}

void TestFakeFaults::dies()
{
    RawPeer crash;
    QVERIFY(crash.startFake({ u"crash-mid-message"_s }));
    crash.handshake();
    crash.request(1, "tools/call", RawPeer::callParams("echo"));
    QVERIFY(crash.waitForExit());
    QCOMPARE(crash.process().exitStatus(), QProcess::CrashExit);

    RawPeer later;
    QVERIFY(later.startFake({ u"die-after=1,9"_s }));
    later.handshake();
    later.request(1, "tools/call", RawPeer::callParams("echo"));
    QVERIFY(!later.answer(1).isEmpty());
    later.request(2, "tools/call", RawPeer::callParams("echo"));
    QVERIFY(later.waitForExit());
    QCOMPARE(later.process().exitCode(), 9);
    QVERIFY(later.errorOutput().contains("fatal: giving up"));

    RawPeer atOnce;
    QVERIFY(atOnce.startFake({ u"exit-at-start=4"_s }));
    QVERIFY(atOnce.waitForExit());
    QCOMPARE(atOnce.process().exitCode(), 4);

    RawPeer asked;
    QVERIFY(asked.startFake({}));
    asked.handshake();
    asked.request(1, "tools/call", RawPeer::callParams("exit", R"({"code":5})"));
    QVERIFY(asked.waitForExit());
    QCOMPARE(asked.process().exitCode(), 5);
}

void TestFakeFaults::closesStreams()
{
    RawPeer out;
    QVERIFY(out.startFake({ u"close-stdout"_s }));
    out.handshake();
    out.request(1, "tools/call", RawPeer::callParams("stderr", R"({"n":1,"text":"alive"})"));
    QVERIFY(out.waitForError("alive 1"));
    QVERIFY(!QTest::qWaitFor([&out] { return out.payloads().size() > 1; }, 100));
    QCOMPARE(out.process().state(), QProcess::Running);

    RawPeer in;
    QVERIFY(in.startFake({ u"close-stdin"_s }));
    in.handshake();
    in.request(1, "tools/call", RawPeer::callParams("echo"));
    QVERIFY(!in.answer(1).isEmpty());
    in.request(2, "ping");
    QVERIFY(!QTest::qWaitFor([&in] { return in.payloads().size() > 2; }, 100));
    QCOMPARE(in.process().state(), QProcess::Running);
}

void TestFakeFaults::grandchildOutlivesSignals()
{
    RawPeer peer;
    QVERIFY(peer.startFake({ u"grandchild=closed"_s }));
    QVERIFY(peer.waitForError("\n"));
    static const QRegularExpression pattern(u"grandchild pid (\\d+)"_s);
    const qint64 pid =
            pattern.match(QString::fromUtf8(peer.errorOutput())).captured(1).toLongLong();
    QVERIFY(McpTest::processExists(pid));
    QProcess::execute(u"kill"_s, { u"-TERM"_s, QString::number(pid) });
    QTest::qWait(50);
    QVERIFY(McpTest::processExists(pid));
    QProcess::execute(u"kill"_s, { u"-KILL"_s, QString::number(pid) });
    QTRY_VERIFY(!McpTest::processExists(pid));
}

QTEST_GUILESS_MAIN(TestFakeFaults)
#include "tst_fakefaults.moc"
