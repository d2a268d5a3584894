// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/rawpeer.h"
#include "support/skip.h"
#include "support/testprocess.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qstandardpaths.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;
using McpTest::RawPeer;

/*!
 * The fake server as a good server: both eras, both framings, its tools and its lists.
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
    void lists_data();
    void lists();
    void malformedTools();
    void longLineHasItsSize();
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
    QVERIFY(peer.startFake({}));
    peer.request(9, "tools/list");
    QCOMPARE(RawPeer::errorCode(peer.answerObject(9)), -32602); // neither initialize nor _meta
    QCOMPARE(peer.handshake("2025-06-18")["result"_L1]["protocolVersion"_L1], "2025-06-18"_L1);
    peer.request(1, "ping");
    QCOMPARE(peer.answer(1), R"({"jsonrpc":"2.0","id":1,"result":{}})");
    peer.request(2, "tools/call", RawPeer::callParams("add", R"({"a":2,"b":0.5})"));
    QCOMPARE(peer.answerText(2), "2.5"_L1);
    peer.request(3, "tools/call", RawPeer::callParams("nothing"));
    QCOMPARE(RawPeer::errorCode(peer.answerObject(3)), -32602);
    peer.request(4, "tools/call", RawPeer::callParams("fail"));
    QCOMPARE(peer.answerObject(4)["result"_L1]["isError"_L1].toBool(), true);
    peer.request(5, "tools/call", RawPeer::callParams("big", R"({"n":300000})"));
    QCOMPARE(peer.answerText(5).size(), 300000);
    peer.request(6, "tools/call", RawPeer::callParams("notify", R"({"n":5})"));
    QCOMPARE(peer.answerText(6), "sent 5 notifications"_L1);
    QCOMPARE(peer.notifications(u"notifications/message"_s).size(), 5);
    peer.request(7, "tools/call", RawPeer::callParams("stderr", R"({"n":2,"text":"ä"})"));
    QVERIFY(peer.waitForError("ä 1\nä 2\n"));
    peer.request(8, "tools/call", RawPeer::callParams("structured"));
    QVERIFY(peer.answer(8).contains(R"("structuredContent":{"value":1.0,"list":["b","a"]})"));
    QVERIFY(!peer.errorOutput().contains("protocol:"));
    peer.process().closeWriteChannel();
    QVERIFY(peer.waitForExit());
    QCOMPARE(peer.process().exitCode(), 0);
}

void TestFakeServer::modernConversation()
{
    RawPeer peer;
    QVERIFY(peer.startFake({ u"list-changed-on-call"_s }, { u"--era"_s, u"modern"_s }));
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
    QCOMPARE(RawPeer::errorCode(peer.answerObject(5)), -32601);
}

void TestFakeServer::modernRulesAreChecked()
{
    RawPeer peer;
    QVERIFY(peer.startFake({}, { u"--era"_s, u"modern"_s }));
    peer.request(1, "server/discover");
    QCOMPARE(RawPeer::errorCode(peer.answerObject(1)), -32602);
    peer.request(2, "tools/list",
                 R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}})");
    QCOMPARE(RawPeer::errorCode(peer.answerObject(2)), -32602);
    peer.request(3, "tools/list",
                 R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"2030-01-01",)"
                 R"("io.modelcontextprotocol/clientCapabilities":{}}})");
    QCOMPARE(RawPeer::errorCode(peer.answerObject(3)), -32022);
    peer.modernRequest(4, "ping");
    QCOMPARE(RawPeer::errorCode(peer.answerObject(4)), -32601);
}

void TestFakeServer::echoIsByteExact()
{
    RawPeer peer;
    QVERIFY(peer.startFake({}));
    peer.handshake();
    const QByteArray arguments =
            R"({"z":1.0, "a":1e400,"a":-0,"n":12345678901234567890,"t":"Z\u00fcrich ü"})";
    peer.request(1, "tools/call", RawPeer::callParams("echo", arguments));
    QCOMPARE(peer.answerText(1).toUtf8(), arguments);
    peer.request(2, "tools/call", RawPeer::callParams("raw-args", arguments));
    QCOMPARE(peer.answerText(2).toUtf8(), RawPeer::callParams("raw-args", arguments));
}

void TestFakeServer::headersAndLines()
{
    RawPeer headers(RawPeer::Wire::Headers);
    QVERIFY(headers.startFake({}, { u"--framing"_s, u"content-length"_s }));
    headers.sendBytes("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"ping\"}\n"); // swallowed
    headers.handshake();
    headers.request(1, "tools/call", RawPeer::callParams("echo", R"({"t":"ü"})"));
    QCOMPARE(headers.answerText(1), uR"({"t":"ü"})"_s);
    QCOMPARE(headers.payloads().size(), 2);

    RawPeer hybrid(RawPeer::Wire::Headers);
    QVERIFY(hybrid.startFake({}, { u"--framing"_s, u"both-read-headers-write"_s }));
    hybrid.handshake();
    hybrid.sendBytes("{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"ping\"}\n");
    QVERIFY(!hybrid.answer(6).isEmpty());

    RawPeer lines;
    QVERIFY(lines.startFake({}));
    lines.sendBytes("Content-Length: 40\r\n\r\n");
    QVERIFY(lines.waitForError("not a message: Content-Length: 40"));
}

void TestFakeServer::progressAndCancel()
{
    RawPeer peer;
    QVERIFY(peer.startFake({}));
    peer.handshake();
    peer.request(
            1, "tools/call",
            R"({"name":"slow","arguments":{"ms":30,"steps":3},"_meta":{"progressToken":"p"}})");
    QCOMPARE(peer.answerText(1), "done after 3 steps"_L1);
    QCOMPARE(peer.notifications(u"notifications/progress"_s).size(), 3);
    peer.request(2, "tools/call", RawPeer::callParams("slow", R"({"ms":60000,"steps":1})"));
    peer.notify("notifications/cancelled", R"({"requestId":2,"reason":"enough"})");
    QVERIFY(peer.waitForError("cancelled 2: enough"));

    RawPeer stubborn;
    QVERIFY(stubborn.startFake({ u"answer-after-cancel"_s, u"hold"_s }));
    stubborn.handshake();
    stubborn.request(1, "tools/call", RawPeer::callParams("echo"));
    stubborn.notify("notifications/cancelled", R"({"requestId":1})");
    QCOMPARE(stubborn.answerText(1), "too late"_L1);
}

void TestFakeServer::asksQuestions()
{
    RawPeer peer;
    QVERIFY(peer.startFake({}));
    peer.handshake();
    peer.request(1, "tools/call", RawPeer::callParams("ask", R"({"method":"roots/list"})"));
    QVERIFY(peer.waitForPayloads(2));
    QVERIFY(peer.payloads().last().contains(R"("id":"ask-1","method":"roots/list")"));
    peer.send(R"({"jsonrpc":"2.0","id":"ask-1","result":{"roots":[]}})");
    QVERIFY(peer.answerText(1).contains("\"roots\":[]"_L1));

    peer.modernRequest(2, "tools/call", R"("name":"ask","arguments":{})");
    QCOMPARE(RawPeer::errorCode(peer.answerObject(2)), -32021); // roots are not declared
    const QByteArray roots = R"("io.modelcontextprotocol/clientCapabilities":{"roots":{}})";
    const QByteArray ask = R"("name":"ask","arguments":{})";
    peer.modernRequest(3, "tools/call", ask, roots);
    QCOMPARE(peer.answerObject(3)["result"_L1]["resultType"_L1], "input_required"_L1);
    const QByteArray answered = ask + R"(,"inputResponses":{"q1":{"roots":[]}})";
    peer.modernRequest(4, "tools/call", answered, roots);
    QCOMPARE(RawPeer::errorCode(peer.answerObject(4)), -32602); // without the requestState
    peer.modernRequest(5, "tools/call", answered + R"(,"requestState":"state-1")", roots);
    QCOMPARE(peer.answerText(5), R"({"q1":{"roots":[]}})"_L1);
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
    QVERIFY(peer.startFake({ scenario }));
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
    QVERIFY(peer.startFake({ u"malformed-tool"_s }));
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
    QVERIFY(peer.startFake({ u"long-line"_s }));
    peer.handshake();
    peer.request(1, "tools/list");
    QCOMPARE(peer.answer(1).size(), 2 * 1024 * 1024);
    peer.request(2, "tools/list");
    QVERIFY(peer.answer(2).size() < 10000);
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
        QVERIFY(peer.startFake({ u"seed-manners"_s }));
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
    peer.request(2, "tools/call", RawPeer::callParams("tiny-tool", R"({"city":"Z\u00fcrich"})"));
    QCOMPARE(peer.answerObject(2)["result"_L1]["result"_L1], "Tiny result!"_L1);
    peer.request(3, "tools/call", RawPeer::callParams("tiny-tool", R"({"city":"Zürich"})"));
    QVERIFY(!QTest::qWaitFor([&peer] { return peer.payloads().size() > 4; }, 200));
    peer.process().closeWriteChannel();
    QVERIFY(!QTest::qWaitFor([&peer] { return peer.process().state() == QProcess::NotRunning; },
                             200));
}

QTEST_GUILESS_MAIN(TestFakeServer)
#include "tst_fakeserver.moc"
