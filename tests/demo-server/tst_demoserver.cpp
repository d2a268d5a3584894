// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/rawpeer.h"
#include "support/testprocess.h"

#include <QtCore/qjsonarray.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;
using McpTest::RawPeer;

/*!
 * The demo server as a peer: command line, framings, eras, refusals, and its end.
 */
class TestDemoServer : public QObject
{
    Q_OBJECT

private slots:
    void helpAndVersion();
    void refusesWrongOptions_data();
    void refusesWrongOptions();
    void legacyVersions_data();
    void legacyVersions();
    void olderThanOffered();
    void discovers();
    void checksModernRequests_data();
    void checksModernRequests();
    void legacyKnowsNoDiscover();
    void modernKnowsNoInitialize();
    void initializeComesFirst();
    void readsEitherFraming();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void refusesAnIdInUse();
    void batches();
    void strayAnswersAreSaid();
    void endsWithItsInput();
    void endsWhenNobodyReads();
    void isQuietOnDemand();

private:
    static bool start(RawPeer &peer, const QStringList &arguments = {})
    {
        return peer.start(McpTest::programPath(u"mcp-demo-server"_s), arguments);
    }
};

void TestDemoServer::helpAndVersion()
{
    RawPeer help;
    QVERIFY(start(help, { u"--help"_s }));
    QVERIFY(help.waitForExit());
    QCOMPARE(help.process().exitCode(), 0);
    const QByteArray text = help.noise().join('\n');
    QVERIFY(text.contains("--framing") && text.contains("--era") && text.contains("legacy"));

    RawPeer version;
    QVERIFY(start(version, { u"--version"_s }));
    QVERIFY(version.waitForExit());
    const QByteArray line = version.noise().join();
    for (const char *fact :
         { "mcp-demo-server " MCP_VERSION, qVersion(), "2024-11-05", "2026-07-28" })
        QVERIFY2(line.contains(fact), line);
}

void TestDemoServer::refusesWrongOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("framing") << QStringList{ u"--framing"_s, u"xml"_s };
    QTest::newRow("era") << QStringList{ u"--era"_s, u"stone"_s };
    QTest::newRow("unknown") << QStringList{ u"--port"_s, u"80"_s };
    QTest::newRow("word") << QStringList{ u"serve"_s };
}

void TestDemoServer::refusesWrongOptions()
{
    QFETCH(QStringList, arguments);
    RawPeer peer;
    QVERIFY(start(peer, arguments));
    QVERIFY(peer.waitForExit());
    QCOMPARE(peer.process().exitCode(), 2);
    QVERIFY(peer.errorOutput().startsWith("mcp-demo-server: "));
    QVERIFY(peer.payloads().isEmpty() && peer.noise().isEmpty());
}

void TestDemoServer::legacyVersions_data()
{
    QTest::addColumn<QByteArray>("offered");
    QTest::addColumn<QString>("agreed");
    for (const char *known : { "2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25" })
        QTest::newRow(known) << QByteArray(known) << QString::fromLatin1(known);
    QTest::newRow("older") << QByteArray("2023-01-01") << u"2025-11-25"_s;
    QTest::newRow("newer") << QByteArray("2026-07-28") << u"2025-11-25"_s;
}

void TestDemoServer::legacyVersions()
{
    QFETCH(QByteArray, offered);
    QFETCH(QString, agreed);
    RawPeer peer;
    QVERIFY(start(peer));
    const QJsonObject result = peer.handshake(offered)["result"_L1].toObject();
    QCOMPARE(result["protocolVersion"_L1].toString(), agreed);
    QCOMPARE(result["serverInfo"_L1]["name"_L1], "mcp-demo-server"_L1);
    QVERIFY(!result["instructions"_L1].toString().isEmpty());
    QVERIFY(!result.contains("resultType"_L1));
    for (const QLatin1String capability :
         { "tools"_L1, "resources"_L1, "prompts"_L1, "logging"_L1 })
        QVERIFY(result["capabilities"_L1].toObject().contains(capability));
}

/// An older server, as clients meet them.
void TestDemoServer::olderThanOffered()
{
    for (const QString &newest : { u"2024-11-05"_s, u"2025-03-26"_s, u"2025-06-18"_s }) {
        for (const QByteArray &offered : { "2025-11-25"_ba, "2024-11-05"_ba }) {
            RawPeer peer;
            QVERIFY(start(peer, { u"--era"_s, newest }));
            const QString agreed =
                    peer.handshake(offered)["result"_L1]["protocolVersion"_L1].toString();
            QCOMPARE(agreed, qMin(newest, QString::fromLatin1(offered)));
            peer.modernRequest(7, "server/discover");
            QCOMPARE(RawPeer::errorCode(peer.answerObject(7)), -32601);
        }
    }
}

void TestDemoServer::discovers()
{
    RawPeer peer;
    QVERIFY(start(peer, { u"--era"_s, u"modern"_s }));
    peer.modernRequest(1, "server/discover");
    const QJsonObject result = peer.answerObject(1)["result"_L1].toObject();
    QCOMPARE(result["resultType"_L1], "complete"_L1);
    QCOMPARE(result["supportedVersions"_L1].toArray(), QJsonArray{ "2026-07-28"_L1 });
    QVERIFY(result["ttlMs"_L1].isDouble() && result["cacheScope"_L1].isString());
    const QJsonValue info = result["_meta"_L1]["io.modelcontextprotocol/serverInfo"_L1];
    QCOMPARE(info["name"_L1], "mcp-demo-server"_L1);
    peer.modernRequest(2, "ping");
    QCOMPARE(RawPeer::errorCode(peer.answerObject(2)), -32601);
}

void TestDemoServer::checksModernRequests_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<int>("code");
    QTest::newRow("no params") << ""_ba << -32602;
    QTest::newRow("no version")
            << R"({"_meta":{"io.modelcontextprotocol/clientCapabilities":{}}})"_ba << -32602;
    QTest::newRow("no capabilities")
            << R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}})"_ba << -32602;
    QTest::newRow("other version")
            << R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"2027-01-01",)"
               R"("io.modelcontextprotocol/clientCapabilities":{}}})"_ba
            << -32022;
}

void TestDemoServer::checksModernRequests()
{
    QFETCH(QByteArray, params);
    QFETCH(int, code);
    RawPeer peer;
    QVERIFY(start(peer, { u"--era"_s, u"modern"_s }));
    peer.request(1, "server/discover", params);
    peer.request(2, "tools/list", params);
    for (const int id : { 1, 2 }) {
        const QJsonObject answer = peer.answerObject(id);
        QCOMPARE(RawPeer::errorCode(answer), code);
        if (code == -32022) {
            const QJsonValue data = answer["error"_L1]["data"_L1];
            QCOMPARE(data["supported"_L1].toArray(), QJsonArray{ "2026-07-28"_L1 });
            QCOMPARE(data["requested"_L1], "2027-01-01"_L1);
        }
    }
}

void TestDemoServer::legacyKnowsNoDiscover()
{
    RawPeer peer;
    QVERIFY(start(peer, { u"--era"_s, u"legacy"_s }));
    peer.modernRequest(1, "server/discover");
    QCOMPARE(RawPeer::errorCode(peer.answerObject(1)), -32601);
    peer.handshake();
    peer.modernRequest(2, "tools/list"); // _meta means nothing to it
    QVERIFY(!peer.answerObject(2)["result"_L1].toObject().contains("resultType"_L1));
}

void TestDemoServer::modernKnowsNoInitialize()
{
    RawPeer peer;
    QVERIFY(start(peer, { u"--era"_s, u"modern"_s }));
    const QJsonObject answer = peer.handshake();
    QCOMPARE(RawPeer::errorCode(answer), -32022);
    QVERIFY(answer["error"_L1]["message"_L1].toString().contains("2026-07-28"_L1));
}

void TestDemoServer::initializeComesFirst()
{
    for (const auto &[era, code] :
         { std::pair(u"legacy"_s, -32600), std::pair(u"both"_s, -32602) }) {
        RawPeer peer;
        QVERIFY(start(peer, { u"--era"_s, era }));
        peer.request(1, "ping");
        QCOMPARE(peer.answer(1), R"({"jsonrpc":"2.0","id":1,"result":{}})");
        peer.request(2, "tools/list");
        QCOMPARE(RawPeer::errorCode(peer.answerObject(2)), code);
        peer.handshake();
        peer.request(3, "tools/list");
        QVERIFY(peer.answerObject(3).contains("result"_L1));
    }
}

void TestDemoServer::readsEitherFraming()
{
    const QByteArray zurich = RawPeer::callParams("echo", R"({"city":"Zürich"})");
    RawPeer headers(RawPeer::Wire::Headers);
    QVERIFY(start(headers, { u"--framing"_s, u"content-length"_s }));
    headers.handshake();
    headers.request(1, "tools/call", zurich);
    QCOMPARE(headers.answerText(1), uR"({"city":"Zürich"})"_s);
    headers.sendBytes("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}\r\n");
    QVERIFY(!headers.answer(2).isEmpty()); // read as a line, answered with a header
    QVERIFY(headers.noise().isEmpty());

    RawPeer lines;
    QVERIFY(start(lines));
    lines.handshake();
    lines.sendBytes("Content-Length: 40\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"ping\"}");
    QVERIFY(!lines.answer(5).isEmpty());
    lines.request(6, "tools/call", zurich);
    QCOMPARE(lines.answerText(6), uR"({"city":"Zürich"})"_s);
    lines.sendBytes("hello?\n");
    QVERIFY(lines.waitForError("not a message: hello?"));
    QVERIFY(lines.noise().isEmpty());
}

void TestDemoServer::refusesBadRequests_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    QTest::newRow("not JSON") << R"({"jsonrpc":"2.0","id":7,"method":)"_ba << -32700;
    QTest::newRow("no message") << R"({"id":7})"_ba << -32600;
    QTest::newRow("id null") << R"({"jsonrpc":"2.0","id":null,"method":"ping"})"_ba << -32600;
    QTest::newRow("method") << R"({"jsonrpc":"2.0","id":7,"method":"no/such"})"_ba << -32601;
    QTest::newRow("other era") << R"({"jsonrpc":"2.0","id":7,"method":"subscriptions/listen"})"_ba
                               << -32601;
    QTest::newRow("tool")
            << R"({"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"no"}})"_ba
            << -32602;
    QTest::newRow("arguments") << R"({"jsonrpc":"2.0","id":7,"method":"tools/call","params":)"
                                  R"({"name":"echo","arguments":[1]}})"_ba
                               << -32602;
    QTest::newRow("cursor")
            << R"({"jsonrpc":"2.0","id":7,"method":"tools/list","params":{"cursor":"x"}})"_ba
            << -32602;
    QTest::newRow("level")
            << R"({"jsonrpc":"2.0","id":7,"method":"logging/setLevel","params":{"level":"loud"}})"_ba
            << -32602;
    QTest::newRow("batch") << R"([{"jsonrpc":"2.0","id":7,"method":"ping"}])"_ba << -32600;
}

void TestDemoServer::refusesBadRequests()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, code);
    RawPeer peer;
    QVERIFY(start(peer));
    peer.handshake();
    peer.send(payload);
    QVERIFY(peer.waitForPayloads(2));
    QVERIFY2(peer.payloads().at(1).contains("\"code\":" + QByteArray::number(code)),
             peer.payloads().at(1).constData());
    peer.request(8, "ping");
    QVERIFY(!peer.answer(8).isEmpty());
}

void TestDemoServer::refusesAnIdInUse()
{
    RawPeer peer;
    QVERIFY(start(peer));
    peer.handshake();
    peer.request(1, "tools/call", RawPeer::callParams("slow-job", R"({"delay":60000})"));
    peer.request(1, "ping");
    QCOMPARE(RawPeer::errorCode(peer.answerObject(1)), -32600);
    peer.send(R"({"jsonrpc":"2.0","id":"1","method":"ping"})"); // a text is another id
    QVERIFY(peer.waitForPayloads(3));
    QVERIFY(peer.payloads().at(2).contains(R"("id":"1","result")"));
}

void TestDemoServer::batches()
{
    RawPeer peer;
    QVERIFY(start(peer));
    peer.handshake("2025-03-26");
    peer.send(R"([{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"x"},)"
              R"({"jsonrpc":"2.0","id":2,"method":"ping"}])");
    QVERIFY(!peer.answer(1).isEmpty());
    QVERIFY(!peer.answer(2).isEmpty());
}

void TestDemoServer::strayAnswersAreSaid()
{
    RawPeer peer;
    QVERIFY(start(peer));
    peer.handshake();
    peer.send(R"({"jsonrpc":"2.0","id":"ask-1","result":{}})");
    QVERIFY(peer.waitForError(R"(nothing was asked with the id "ask-1")"));
}

void TestDemoServer::endsWithItsInput()
{
    RawPeer peer;
    QVERIFY(start(peer));
    QVERIFY(peer.waitForError("is ready"));
    peer.handshake();
    peer.request(1, "tools/call", RawPeer::callParams("slow-job", R"({"delay":60000})"));
    peer.sendBytes(R"({"jsonrpc":"2.0","id":2,"method":"ping"})"); // no line break behind it
    peer.process().closeWriteChannel();
    QVERIFY(peer.waitForExit());
    QCOMPARE(peer.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(peer.process().exitCode(), 0);
    QCOMPARE(peer.payloads().last(), R"({"jsonrpc":"2.0","id":2,"result":{}})");
}

void TestDemoServer::endsWhenNobodyReads()
{
    QProcess server;
    QProcess reader;
    server.setStandardOutputProcess(&reader);
    reader.start(u"head"_s, { u"-c"_s, u"1"_s }); // reads one byte and goes
    server.start(McpTest::programPath(u"mcp-demo-server"_s), { u"--quiet"_s });
    QVERIFY(server.waitForStarted());
    server.write("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n");
    QTRY_COMPARE(reader.state(), QProcess::NotRunning);
    server.write("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}\n");
    QTRY_COMPARE(server.state(), QProcess::NotRunning); // although its input is still open
    QCOMPARE(server.exitStatus(), QProcess::NormalExit);
}

void TestDemoServer::isQuietOnDemand()
{
    RawPeer peer;
    QVERIFY(start(peer, { u"--quiet"_s }));
    peer.handshake();
    QVERIFY(peer.errorOutput().isEmpty());
}

QTEST_GUILESS_MAIN(TestDemoServer)
#include "tst_demoserver.moc"
