// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/rawpeer.h"
#include "support/skip.h"
#include "support/testprocess.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qstandardpaths.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;
using McpTest::RawPeer;

namespace {

bool startFake(RawPeer &peer, const QStringList &scenarios, QStringList more = {})
{
    for (const QString &scenario : scenarios)
        more << u"--scenario"_s << scenario;
    return peer.start(McpTest::fakeServerPath(), more);
}

QByteArray call(const QByteArray &tool, const QByteArray &arguments = "{}")
{
    return "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + '}';
}

int code(const QJsonObject &answer) { return answer["error"_L1]["code"_L1].toInt(); }

} // namespace

/*!
 * The fake server has to do what its scenarios say, or every test built on it proves nothing.
 */
class TestFakeServer : public QObject
{
    Q_OBJECT

private slots:
    void helpListsScenarios();
    void refusesUnknownOptions();
    void legacyConversation();
    void modernConversation();
    void modernRulesAreChecked();
    void echoIsByteExact();
    void headersAndLines();
    void progressAndCancel();
    void asksQuestions();
    void startFaults_data();
    void startFaults();
    void discoverFaults();
    void versionFaults();
    void earlyRequestsReportTheAnswer();
    void lists_data();
    void lists();
    void malformedTools();
    void longLineHasItsSize();
    void callFaults_data();
    void callFaults();
    void halfFrameAndWrongLength();
    void slowStartMindsItsInput();
    void endOfInputAndSignals();
    void dies();
    void closesStreams();
    void grandchildOutlivesSignals();
    void seedManners_data();
    void seedManners();
};

void TestFakeServer::helpListsScenarios()
{
    RawPeer peer;
    QVERIFY(peer.start(McpTest::fakeServerPath(), { u"--help"_s }));
    QVERIFY(peer.waitForExit());
    const QByteArray help = peer.noise().join('\n');
    for (const char *name : { "exit-on-discover", "seed-manners", "stderr-flood=N", "long-line=N" })
        QVERIFY2(help.contains(name), name);
}

void TestFakeServer::refusesUnknownOptions()
{
    for (const QStringList &arguments :
         { QStringList{ u"--scenario"_s, u"nonsense"_s }, QStringList{ u"--era"_s, u"golden"_s },
           QStringList{ u"--framing"_s } }) {
        RawPeer peer;
        QVERIFY(peer.start(McpTest::fakeServerPath(), arguments));
        QVERIFY(peer.waitForExit());
        QCOMPARE(peer.process().exitCode(), 2);
        QVERIFY(peer.errorOutput().contains("--help"));
    }
}

void TestFakeServer::legacyConversation()
{
    RawPeer peer;
    QVERIFY(startFake(peer, {}));
    peer.request(9, "tools/list");
    QCOMPARE(code(peer.answerObject(9)), -32602); // neither initialize nor _meta
    QCOMPARE(peer.handshake("2025-06-18")["result"_L1]["protocolVersion"_L1], "2025-06-18"_L1);
    peer.request(1, "ping");
    QCOMPARE(peer.answer(1), R"({"jsonrpc":"2.0","id":1,"result":{}})");
    peer.request(2, "tools/call", call("add", R"({"a":2,"b":0.5})"));
    QCOMPARE(peer.answerText(2), "2.5"_L1);
    peer.request(3, "tools/call", call("nothing"));
    QCOMPARE(code(peer.answerObject(3)), -32602);
    peer.request(4, "tools/call", call("fail"));
    QCOMPARE(peer.answerObject(4)["result"_L1]["isError"_L1].toBool(), true);
    peer.request(5, "tools/call", call("big", R"({"n":300000})"));
    QCOMPARE(peer.answerText(5).size(), 300000);
    peer.request(6, "tools/call", call("notify", R"({"n":5})"));
    QCOMPARE(peer.answerText(6), "sent 5 notifications"_L1);
    QCOMPARE(peer.notifications(u"notifications/message"_s).size(), 5);
    peer.request(7, "tools/call", call("stderr", R"({"n":2,"text":"ä"})"));
    QVERIFY(peer.waitForError("ä 1\nä 2\n"));
    peer.request(8, "tools/call", call("structured"));
    QVERIFY(peer.answer(8).contains(R"("structuredContent":{"value":1.0,"list":["b","a"]})"));
    QVERIFY(!peer.errorOutput().contains("protocol:"));
    peer.process().closeWriteChannel();
    QVERIFY(peer.waitForExit());
    QCOMPARE(peer.process().exitCode(), 0);
}

void TestFakeServer::modernConversation()
{
    RawPeer peer;
    QVERIFY(startFake(peer, { u"list-changed-on-call"_s }, { u"--era"_s, u"modern"_s }));
    peer.modernRequest(1, "server/discover");
    const QJsonObject discovered = peer.answerObject(1)["result"_L1].toObject();
    QCOMPARE(discovered["resultType"_L1], "complete"_L1);
    QCOMPARE(discovered["supportedVersions"_L1].toArray(), QJsonArray{ "2026-07-28"_L1 });
    QVERIFY(discovered.contains("ttlMs"_L1) && discovered.contains("cacheScope"_L1));
    QVERIFY(discovered["_meta"_L1].toObject().contains("io.modelcontextprotocol/serverInfo"_L1));
    peer.modernRequest(2, "subscriptions/listen", R"("notifications":{"toolsListChanged":true})");
    peer.modernRequest(3, "tools/call", R"("name":"add","arguments":{"a":1,"b":1})");
    QCOMPARE(peer.answerText(3), "2"_L1);
    QTRY_COMPARE(peer.notifications(u"notifications/tools/list_changed"_s).size(), 1);
    QCOMPARE(peer.notifications(u"notifications/subscriptions/acknowledged"_s).size(), 1);
    peer.modernRequest(4, "tools/list");
    QVERIFY(peer.answer(4).contains("grown-1"));
    peer.request(5, "initialize");
    QCOMPARE(code(peer.answerObject(5)), -32601);
}

void TestFakeServer::modernRulesAreChecked()
{
    RawPeer peer;
    QVERIFY(startFake(peer, {}, { u"--era"_s, u"modern"_s }));
    peer.request(1, "server/discover");
    QCOMPARE(code(peer.answerObject(1)), -32602);
    peer.request(2, "tools/list",
                 R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}})");
    QCOMPARE(code(peer.answerObject(2)), -32602);
    peer.request(3, "tools/list",
                 R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"2030-01-01",)"
                 R"("io.modelcontextprotocol/clientCapabilities":{}}})");
    QCOMPARE(code(peer.answerObject(3)), -32022);
    peer.modernRequest(4, "ping");
    QCOMPARE(code(peer.answerObject(4)), -32601);
}

void TestFakeServer::echoIsByteExact()
{
    RawPeer peer;
    QVERIFY(startFake(peer, {}));
    peer.handshake();
    const QByteArray arguments =
            R"({"z":1.0, "a":1e400,"a":-0,"n":12345678901234567890,"t":"Z\u00fcrich ü"})";
    peer.request(1, "tools/call", call("echo", arguments));
    QCOMPARE(peer.answerText(1).toUtf8(), arguments);
    peer.request(2, "tools/call", call("raw-args", arguments));
    QCOMPARE(peer.answerText(2).toUtf8(), call("raw-args", arguments));
}

void TestFakeServer::headersAndLines()
{
    RawPeer headers(RawPeer::Wire::Headers);
    QVERIFY(startFake(headers, {}, { u"--framing"_s, u"content-length"_s }));
    headers.sendBytes("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"ping\"}\n"); // swallowed
    headers.handshake();
    headers.request(1, "tools/call", call("echo", R"({"t":"ü"})"));
    QCOMPARE(headers.answerText(1), uR"({"t":"ü"})"_s);
    QCOMPARE(headers.payloads().size(), 2);

    RawPeer hybrid(RawPeer::Wire::Headers);
    QVERIFY(startFake(hybrid, {}, { u"--framing"_s, u"both-read-headers-write"_s }));
    hybrid.handshake();
    hybrid.sendBytes("{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"ping\"}\n");
    QVERIFY(!hybrid.answer(6).isEmpty());

    RawPeer lines;
    QVERIFY(startFake(lines, {}));
    lines.sendBytes("Content-Length: 40\r\n\r\n");
    QVERIFY(lines.waitForError("not a message: Content-Length: 40"));
}

void TestFakeServer::progressAndCancel()
{
    RawPeer peer;
    QVERIFY(startFake(peer, {}));
    peer.handshake();
    peer.request(
            1, "tools/call",
            R"({"name":"slow","arguments":{"ms":30,"steps":3},"_meta":{"progressToken":"p"}})");
    QCOMPARE(peer.answerText(1), "done after 3 steps"_L1);
    QCOMPARE(peer.notifications(u"notifications/progress"_s).size(), 3);
    peer.request(2, "tools/call", call("slow", R"({"ms":60000,"steps":1})"));
    peer.notify("notifications/cancelled", R"({"requestId":2,"reason":"enough"})");
    QVERIFY(peer.waitForError("cancelled 2: enough"));

    RawPeer stubborn;
    QVERIFY(startFake(stubborn, { u"answer-after-cancel"_s, u"hold"_s }));
    stubborn.handshake();
    stubborn.request(1, "tools/call", call("echo"));
    stubborn.notify("notifications/cancelled", R"({"requestId":1})");
    QCOMPARE(stubborn.answerText(1), "too late"_L1);
}

void TestFakeServer::asksQuestions()
{
    RawPeer peer;
    QVERIFY(startFake(peer, {}));
    peer.handshake();
    peer.request(1, "tools/call", call("ask", R"({"method":"roots/list"})"));
    QVERIFY(peer.waitForPayloads(2));
    QVERIFY(peer.payloads().last().contains(R"("id":"ask-1","method":"roots/list")"));
    peer.send(R"({"jsonrpc":"2.0","id":"ask-1","result":{"roots":[]}})");
    QVERIFY(peer.answerText(1).contains("\"roots\":[]"_L1));

    peer.modernRequest(2, "tools/call", R"("name":"ask","arguments":{})");
    QCOMPARE(peer.answerObject(2)["result"_L1]["resultType"_L1], "input_required"_L1);
    peer.modernRequest(3, "tools/call",
                       R"("name":"ask","arguments":{},"inputResponses":{"q1":{"roots":[]}})");
    QCOMPARE(peer.answerText(3), R"({"q1":{"roots":[]}})"_L1);
}

void TestFakeServer::startFaults_data()
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

void TestFakeServer::startFaults()
{
    QFETCH(QString, scenario);
    QFETCH(bool, answers);
    QFETCH(QByteArray, noise);
    QFETCH(QByteArray, errors);
    RawPeer peer;
    QVERIFY(startFake(peer, { scenario }));
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

void TestFakeServer::discoverFaults()
{
    RawPeer exits;
    QVERIFY(startFake(exits, { u"exit-on-discover"_s }));
    exits.modernRequest(1, "server/discover");
    QVERIFY(exits.waitForExit());
    QCOMPARE(exits.process().exitCode(), 1);

    RawPeer ignores;
    QVERIFY(startFake(ignores, { u"ignore-unknown"_s }));
    ignores.modernRequest(1, "server/discover");
    ignores.handshake();
    ignores.request(2, "no/such");
    ignores.request(3, "ping");
    QVERIFY(!ignores.answer(3).isEmpty());
    QCOMPARE(ignores.payloads().size(), 2);

    RawPeer refuses;
    QVERIFY(startFake(refuses, { u"refuse-initialize-after-discover"_s }));
    refuses.modernRequest(1, "server/discover");
    QCOMPARE(code(refuses.answerObject(1)), -32601);
    QCOMPARE(code(refuses.handshake()), -32600);

    RawPeer late;
    QVERIFY(startFake(late, { u"discover-after-initialize"_s }));
    late.modernRequest(1, "server/discover");
    late.handshake();
    QVERIFY(late.payloads().first().contains("supportedVersions"));

    RawPeer slow;
    QVERIFY(startFake(slow, { u"discover-slow=50"_s }));
    slow.modernRequest(1, "server/discover");
    slow.handshake();
    QVERIFY(slow.payloads().first().contains("protocolVersion"));
    QVERIFY(slow.answer(1).contains("supportedVersions"));
}

void TestFakeServer::versionFaults()
{
    RawPeer other;
    QVERIFY(startFake(other, { u"version=1999-01-01"_s }));
    QCOMPARE(other.handshake()["result"_L1]["protocolVersion"_L1], "1999-01-01"_L1);

    RawPeer refuses;
    QVERIFY(startFake(refuses, { u"refuse-version"_s }));
    QCOMPARE(code(refuses.handshake()), -32602);

    RawPeer old;
    QVERIFY(startFake(old, {}, { u"--revision"_s, u"2024-11-05"_s }));
    QCOMPARE(old.handshake()["result"_L1]["protocolVersion"_L1], "2024-11-05"_L1);

    RawPeer future;
    QVERIFY(startFake(future, { u"unsupported-version=2099-01-01,2025-11-25"_s }));
    future.modernRequest(1, "server/discover");
    const QJsonObject refused = future.answerObject(1);
    QCOMPARE(code(refused), -32022);
    QCOMPARE(refused["error"_L1]["data"_L1]["supported"_L1].toArray(),
             (QJsonArray{ "2099-01-01"_L1, "2025-11-25"_L1 }));

    RawPeer once;
    QVERIFY(startFake(once, { u"unsupported-version=once"_s }));
    once.modernRequest(1, "server/discover");
    QCOMPARE(code(once.answerObject(1)), -32022);
    once.modernRequest(2, "server/discover");
    QVERIFY(once.answer(2).contains("supportedVersions"));
}

void TestFakeServer::earlyRequestsReportTheAnswer()
{
    for (const bool right : { true, false }) {
        RawPeer peer;
        QVERIFY(startFake(peer, { u"early-requests"_s }));
        QVERIFY(peer.waitForPayloads(2));
        QVERIFY(peer.payloads().at(1).contains("roots/list"));
        peer.send(right ? R"({"jsonrpc":"2.0","id":"early-1","error":{"code":-32601}})"
                        : R"({"jsonrpc":"2.0","id":"early-1","result":{}})");
        QVERIFY(peer.waitForError(right ? "answered with -32601" : "WRONG answer"));
    }
    RawPeer idless;
    QVERIFY(startFake(idless, { u"idless-answer-to-initialized"_s }));
    idless.handshake();
    QVERIFY(idless.waitForPayloads(2));
    QVERIFY(!idless.payloads().at(1).contains("\"id\""));
}

void TestFakeServer::lists_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("tools");
    QTest::newRow("one page") << u"hold"_s << 1 << 12;
    QTest::newRow("pages") << u"pages=4"_s << 4 << 12;
    QTest::newRow("empty cursor") << u"empty-cursor"_s << 2 << 12;
    QTest::newRow("many") << u"tools=500"_s << 1 << 512;
    QTest::newRow("unicode") << u"unicode-tools"_s << 1 << 16;
    QTest::newRow("duplicates") << u"duplicate-tools"_s << 1 << 24;
    QTest::newRow("loop") << u"cursor-loop"_s << -1 << 0;
    QTest::newRow("endless") << u"endless-pages"_s << -1 << 0;
    QTest::newRow("no capability") << u"no-tools-capability"_s << 1 << 12;
}

void TestFakeServer::lists()
{
    QFETCH(QString, scenario);
    QFETCH(int, pages);
    QFETCH(int, tools);
    RawPeer peer;
    QVERIFY(startFake(peer, { scenario }));
    const QJsonValue capabilities = peer.handshake()["result"_L1]["capabilities"_L1];
    QCOMPARE(capabilities.toObject().contains("tools"_L1), scenario != "no-tools-capability"_L1);
    int seen = 0;
    QByteArray params = "{}";
    for (int page = 1; page <= 20; ++page) {
        peer.request(page, "tools/list", params);
        const QJsonObject result = peer.answerObject(page)["result"_L1].toObject();
        seen += int(result["tools"_L1].toArray().size());
        if (!result.contains("nextCursor"_L1)) {
            QCOMPARE(page, pages);
            QCOMPARE(seen, tools);
            return;
        }
        params = R"({"cursor":")" + result["nextCursor"_L1].toString().toUtf8() + "\"}";
    }
    QCOMPARE(pages, -1);
}

void TestFakeServer::malformedTools()
{
    RawPeer peer;
    QVERIFY(startFake(peer, { u"malformed-tool"_s }));
    peer.handshake();
    peer.request(1, "tools/list");
    const QJsonArray tools = peer.answerObject(1)["result"_L1]["tools"_L1].toArray();
    QCOMPARE(tools.size(), 14);
    QVERIFY(tools.at(1).isDouble());
    QVERIFY(!tools.at(3).toObject().contains("name"_L1));
}

void TestFakeServer::longLineHasItsSize()
{
    RawPeer peer;
    QVERIFY(startFake(peer, { u"long-line"_s }));
    peer.handshake();
    peer.request(1, "tools/list");
    QCOMPARE(peer.answer(1).size(), 2 * 1024 * 1024);
    peer.request(2, "tools/list");
    QVERIFY(peer.answer(2).size() < 10000);
}

void TestFakeServer::callFaults_data()
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

void TestFakeServer::callFaults()
{
    QFETCH(QString, scenario);
    QFETCH(QByteArray, expected);
    RawPeer peer;
    QVERIFY(startFake(peer, { scenario }, { u"--era"_s, u"both"_s }));
    peer.handshake();
    peer.request(1, "tools/call", call("add", R"({"a":1,"b":2})"));
    QVERIFY(peer.waitForPayloads(2));
    QVERIFY2(peer.payloads().at(1).contains(expected), peer.payloads().at(1).constData());
}

void TestFakeServer::halfFrameAndWrongLength()
{
    RawPeer half(RawPeer::Wire::Headers);
    QVERIFY(startFake(half, { u"half-frame-then-silence"_s },
                      { u"--framing"_s, u"content-length"_s }));
    half.handshake();
    half.request(1, "tools/call", call("echo"));
    half.request(2, "ping");
    QVERIFY(!QTest::qWaitFor([&half] { return half.payloads().size() > 1; }, 200));
    QCOMPARE(half.process().state(), QProcess::Running);

    RawPeer wrong(RawPeer::Wire::Headers);
    QVERIFY(startFake(wrong, { u"wrong-length-header=-7"_s },
                      { u"--framing"_s, u"content-length"_s }));
    wrong.handshake();
    wrong.request(1, "tools/call", call("echo"));
    QVERIFY(wrong.waitForPayloads(2));
    QVERIFY(!wrong.payloads().at(1).endsWith("}"_ba + "}"_ba));

    RawPeer twice;
    QVERIFY(startFake(twice, { u"duplicate-id"_s, u"junk-between-frames"_s }));
    twice.handshake();
    twice.request(1, "tools/call", call("echo"));
    QVERIFY(twice.waitForPayloads(3));
    QCOMPARE(twice.payloads().at(1), twice.payloads().at(2));
    QCOMPARE(twice.noise().size(), 3);
}

void TestFakeServer::slowStartMindsItsInput()
{
    RawPeer good;
    QVERIFY(startFake(good, { u"slow-start=100"_s }));
    QVERIFY(!good.handshake().isEmpty());

    for (const QByteArray &bytes :
         { "Content-Length: 3\r\n\r\n{}"_ba, "\n"_ba, "{\"a\":1}\n"_ba }) {
        RawPeer bad;
        QVERIFY(startFake(bad, { u"slow-start=50"_s }));
        bad.sendBytes(bytes);
        QVERIFY(bad.waitForExit());
        QCOMPARE(bad.process().exitCode(), 3);
        QVERIFY(bad.errorOutput().contains("not a message"));
    }
}

void TestFakeServer::endOfInputAndSignals()
{
    RawPeer deaf;
    QVERIFY(startFake(deaf, { u"ignore-eof"_s, u"ignore-sigterm"_s }));
    deaf.handshake();
    deaf.process().closeWriteChannel();
    deaf.process().terminate();
    QVERIFY(!QTest::qWaitFor([&deaf] { return deaf.process().state() == QProcess::NotRunning; },
                             200));
    deaf.process().kill();
    QVERIFY(deaf.waitForExit());

    RawPeer polite;
    QVERIFY(startFake(polite, {}));
    polite.handshake();
    polite.process().terminate();
    QVERIFY(polite.waitForExit());
}

void TestFakeServer::dies()
{
    RawPeer crash;
    QVERIFY(startFake(crash, { u"crash-mid-message"_s }));
    crash.handshake();
    crash.request(1, "tools/call", call("echo"));
    QVERIFY(crash.waitForExit());
    QCOMPARE(crash.process().exitStatus(), QProcess::CrashExit);

    RawPeer later;
    QVERIFY(startFake(later, { u"die-after=1,9"_s }));
    later.handshake();
    later.request(1, "tools/call", call("echo"));
    QVERIFY(!later.answer(1).isEmpty());
    later.request(2, "tools/call", call("echo"));
    QVERIFY(later.waitForExit());
    QCOMPARE(later.process().exitCode(), 9);
    QVERIFY(later.errorOutput().contains("fatal: giving up"));

    RawPeer atOnce;
    QVERIFY(startFake(atOnce, { u"exit-at-start=4"_s }));
    QVERIFY(atOnce.waitForExit());
    QCOMPARE(atOnce.process().exitCode(), 4);

    RawPeer asked;
    QVERIFY(startFake(asked, {}));
    asked.handshake();
    asked.request(1, "tools/call", call("exit", R"({"code":5})"));
    QVERIFY(asked.waitForExit());
    QCOMPARE(asked.process().exitCode(), 5);
}

void TestFakeServer::closesStreams()
{
    RawPeer out;
    QVERIFY(startFake(out, { u"close-stdout"_s }));
    out.handshake();
    out.request(1, "tools/call", call("stderr", R"({"n":1,"text":"alive"})"));
    QVERIFY(out.waitForError("alive 1"));
    QVERIFY(!QTest::qWaitFor([&out] { return out.payloads().size() > 1; }, 100));
    QCOMPARE(out.process().state(), QProcess::Running);

    RawPeer in;
    QVERIFY(startFake(in, { u"close-stdin"_s }));
    in.handshake();
    in.request(1, "tools/call", call("echo"));
    QVERIFY(!in.answer(1).isEmpty());
    in.request(2, "ping");
    QVERIFY(!QTest::qWaitFor([&in] { return in.payloads().size() > 2; }, 100));
    QCOMPARE(in.process().state(), QProcess::Running);
}

void TestFakeServer::grandchildOutlivesSignals()
{
    RawPeer peer;
    QVERIFY(startFake(peer, { u"grandchild=closed"_s }));
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

void TestFakeServer::seedManners_data()
{
    QTest::addColumn<bool>("python");
    QTest::newRow("here") << false;
    QTest::newRow("python") << true;
}

void TestFakeServer::seedManners()
{
    QFETCH(bool, python);
    RawPeer peer(RawPeer::Wire::Headers);
    if (python) {
        const QString interpreter = QStandardPaths::findExecutable(u"python3"_s);
        if (interpreter.isEmpty())
            MCP_SKIP("python3 is not installed");
        QVERIFY(peer.start(interpreter, { McpTest::dataPath(u"reference_server.py"_s) }));
    } else {
        QVERIFY(startFake(peer, { u"seed-manners"_s }));
    }
    peer.sendBytes("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}\n"); // a header to it
    const QJsonObject result = peer.handshake()["result"_L1].toObject();
    QVERIFY(!result.contains("serverInfo"_L1));
    QVERIFY(result["capabilities"_L1].toObject().isEmpty());
    QVERIFY(peer.waitForPayloads(2));
    QVERIFY(peer.payloads().at(1).contains(R"("id": null)"));
    peer.request(1, "tools/list");
    QVERIFY(!peer.answerObject(1)["result"_L1]["tools"_L1][0].toObject().contains(
            "inputSchema"_L1));
    peer.request(2, "tools/call", call("tiny-tool", R"({"city":"Z\u00fcrich"})"));
    QCOMPARE(peer.answerObject(2)["result"_L1]["result"_L1], "Tiny result!"_L1);
    peer.request(3, "tools/call", call("tiny-tool", R"({"city":"Zürich"})"));
    QVERIFY(!QTest::qWaitFor([&peer] { return peer.payloads().size() > 4; }, 200));
    peer.process().closeWriteChannel();
    QVERIFY(!QTest::qWaitFor([&peer] { return peer.process().state() == QProcess::NotRunning; },
                             200));
}

QTEST_GUILESS_MAIN(TestFakeServer)
#include "tst_fakeserver.moc"
