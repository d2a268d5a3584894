// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/askingrig.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray request(const QByteArray &id, const QByteArray &body)
{
    return R"({"jsonrpc":"2.0","id":)" + id + ',' + body + '}';
}

} // namespace

/// Questions of the server to the user, in both eras.
class TestInput : public QObject
{
    Q_OBJECT

private slots:
    void capabilities_data();
    void capabilities();
    void legacyAnswer();
    void legacyRefusal();
    void ofATask();
    void notDeclared_data();
    void notDeclared();
    void modernServersMustNotAsk();
    void takenBack();
    void endOfTheServer();
    void sameIdTwice();
    void tooMany();
    void tooLargeTogether();
    void tooLarge();
    void clocksStandStill();
};

void TestInput::capabilities_data()
{
    QTest::addColumn<ClientCapabilities>("capabilities");
    QTest::addColumn<QByteArray>("legacy");
    QTest::addColumn<QByteArray>("modern");
    QTest::newRow("none") << ClientCapabilities() << "{}"_ba
                          << "{}"_ba;
    QTest::newRow("all")
            << ClientCapabilities::all()
            << R"({"roots":{"listChanged":true},"sampling":{"tools":{}},"elicitation":{"form":{},"url":{}}})"_ba
            << R"({"roots":{},"sampling":{"tools":{}},"elicitation":{"form":{},"url":{}},"extensions":{"io.modelcontextprotocol/tasks":{}}})"_ba;
    ClientCapabilities some;
    some.sampling = some.elicitationUrl = true;
    QTest::newRow("some") << some << R"({"sampling":{},"elicitation":{"url":{}}})"_ba
                          << R"({"sampling":{},"elicitation":{"url":{}}})"_ba;
}

/// They reach the server in the way of each era.
void TestInput::capabilities()
{
    QFETCH(const ClientCapabilities, capabilities);
    QFETCH(const QByteArray, legacy);
    QFETCH(const QByteArray, modern);
    Asking old(Era::Legacy, capabilities);
    QCOMPARE(json(old.peer.lastParams(u"initialize"_s)).value("capabilities").toByteArray(),
             legacy);
    Asking now(Era::Modern, capabilities);
    now.reply = [&](const auto &sent) { now.peer.answer(sent, R"({"resultType":"complete"})"); };
    QVERIFY(waitFor(now.client.callTool(u"t"_s)).outcome);
    for (const QString &method : { u"server/discover"_s, u"tools/call"_s }) {
        QCOMPARE(json(now.peer.lastParams(method))
                         .value("_meta")
                         .value("io.modelcontextprotocol/clientCapabilities")
                         .toByteArray(),
                 modern);
    }
}

void TestInput::legacyAnswer()
{
    Asking rig(Era::Legacy);
    rig.peer.send(request("\"s1\"", elicitation));
    QTRY_COMPARE(rig.asked.size(), 1);
    const QPointer<InputRequest> question = rig.asked.constFirst();
    QCOMPARE(question->kind(), InputRequest::Kind::Elicitation);
    QCOMPARE(question->method(), u"elicitation/create"_s);
    QCOMPARE(question->params().toByteArray(), R"({"message":"Size?"})"_ba);
    QVERIFY(question->isOpen());
    QCOMPARE(rig.client.inputRequests(), QList<InputRequest *>{ question.data() });
    QSignalSpy answered(question, &InputRequest::answered);
    question->answer(json(R"({"action":"accept","content":{"n":4.0}})"));
    QCOMPARE(answered.size(), 1);
    QVERIFY(!question->isOpen());
    QVERIFY(rig.client.inputRequests().isEmpty());
    question->answer(json(R"({"action":"cancel"})")); // too late, nothing happens
    QTRY_COMPARE(
            rig.lastAnswer(),
            R"({"jsonrpc":"2.0","id":"s1","result":{"action":"accept","content":{"n":4.0}}})"_ba);
    QTRY_VERIFY(!question);
}

/// Checklist 69: what belongs to a task says so, answers too.
void TestInput::ofATask()
{
    Asking rig(Era::Legacy);
    rig.peer.send(
            R"({"jsonrpc":"2.0","id":1,"method":"elicitation/create","params":{"message":"x",)"
            R"("_meta":{"io.modelcontextprotocol/related-task":{"taskId":"t1"}}}})");
    QTRY_COMPARE(rig.asked.size(), 1);
    rig.asked.constFirst()->answer(json(R"({"action":"decline","_meta":{"k":1}})"));
    QTRY_COMPARE(rig.lastAnswer(),
                 R"({"jsonrpc":"2.0","id":1,"result":{"action":"decline","_meta":{"k":1,)"
                 R"("io.modelcontextprotocol/related-task":{"taskId":"t1"}}}})"_ba);
}

void TestInput::legacyRefusal()
{
    Asking rig(Era::Legacy);
    rig.peer.send(request("7", sampling));
    QTRY_COMPARE(rig.asked.size(), 1);
    rig.asked.constFirst()->refuse(-1, u"User rejected sampling request"_s);
    QTRY_COMPARE(
            rig.lastAnswer(),
            R"({"jsonrpc":"2.0","id":7,"error":{"code":-1,"message":"User rejected sampling request"}})"_ba);
}

void TestInput::notDeclared_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ClientCapabilities>("capabilities");
    QTest::addColumn<int>("code");
    ClientCapabilities form;
    form.elicitationForm = true;
    ClientCapabilities url;
    url.elicitationUrl = true;
    ClientCapabilities plainSampling;
    plainSampling.sampling = true;
    QTest::newRow("sampling") << sampling << form << -32601;
    QTest::newRow("roots") << R"("method":"roots/list")"_ba << form << -32601;
    QTest::newRow("elicitation") << elicitation << plainSampling << -32601;
    // 2025-11-25, client/elicitation: an undeclared mode is answered with -32602
    QTest::newRow("URL") << R"("method":"elicitation/create","params":{"mode":"url"})"_ba << form
                         << -32602;
    QTest::newRow("form") << elicitation << url << -32602;
    QTest::newRow("mode to come") << R"("method":"elicitation/create","params":{"mode":"dance"})"_ba
                                  << ClientCapabilities::all() << -32602;
    QTest::newRow("sampling with tools")
            << R"("method":"sampling/createMessage","params":{"messages":[],"tools":[]})"_ba
            << plainSampling << -32602;
}

void TestInput::notDeclared()
{
    QFETCH(const QByteArray, body);
    QFETCH(const ClientCapabilities, capabilities);
    QFETCH(const int, code);
    Asking rig(Era::Legacy, capabilities);
    rig.peer.send(request("1", body));
    QTRY_VERIFY(!rig.lastAnswer().isEmpty());
    QCOMPARE(json(rig.lastAnswer()).value("error").value("code").toInteger(), code);
    QVERIFY(rig.asked.isEmpty());
}

/// 2026-07-28, basic/patterns/index: a client must not send responses.
void TestInput::modernServersMustNotAsk()
{
    Asking rig(Era::Modern);
    rig.peer.send(request("1", elicitation));
    QTRY_VERIFY(!rig.violations().isEmpty());
    QVERIFY(rig.asked.isEmpty());
    QVERIFY(rig.lastAnswer().isEmpty());
}

void TestInput::takenBack()
{
    Asking rig(Era::Legacy);
    rig.peer.send(request("1", elicitation));
    rig.peer.send(request("2", elicitation));
    QTRY_COMPARE(rig.asked.size(), 2);
    QSignalSpy withdrawn(rig.asked.at(1), &InputRequest::withdrawn);
    rig.peer.send(
            R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2,"reason":"enough"}})");
    QTRY_COMPARE(withdrawn.size(), 1);
    QCOMPARE(withdrawn.at(0).at(0).toString(), u"The server has taken the question back: enough"_s);
    QCOMPARE(rig.client.inputRequests(), QList<InputRequest *>{ rig.asked.at(0).data() });
    QTRY_VERIFY(!rig.asked.at(1));
    QVERIFY(rig.lastAnswer().isEmpty()); // what was taken back is not answered
}

void TestInput::endOfTheServer()
{
    Asking rig(Era::Legacy);
    rig.peer.send(request("1", elicitation));
    QTRY_COMPARE(rig.asked.size(), 1);
    QSignalSpy withdrawn(rig.asked.at(0), &InputRequest::withdrawn);
    rig.peer.exit(1);
    QTRY_COMPARE(withdrawn.size(), 1);
    QVERIFY(rig.client.inputRequests().isEmpty());
}

void TestInput::sameIdTwice()
{
    Asking rig(Era::Legacy);
    rig.peer.send(request("1", elicitation));
    rig.peer.send(request("1", elicitation));
    QTRY_COMPARE(rig.violations().size(), 1);
    QCOMPARE(rig.asked.size(), 1);
    rig.asked.constFirst()->answer(json(R"({"action":"cancel"})"));
    QTRY_VERIFY(!rig.lastAnswer().isEmpty());
}

void TestInput::tooLarge()
{
    Asking rig(Era::Legacy);
    rig.peer.send(request("1", R"("method":"elicitation/create","params":{"message":")"
                                       + QByteArray(InputRequest::maxBytes, 'x') + "\"}"));
    QTRY_VERIFY(rig.lastAnswer().contains("-32602"));
    QVERIFY(rig.asked.isEmpty());
}

void TestInput::tooMany()
{
    Asking rig(Era::Legacy);
    for (int i = 0; i <= InputDesk::maxOpen; ++i)
        rig.peer.send(request(QByteArray::number(i), elicitation));
    QTRY_VERIFY(!rig.lastAnswer().isEmpty());
    QCOMPARE(json(rig.lastAnswer()).value("error").value("code").toInteger(), -32603);
    QCOMPARE(rig.asked.size(), InputDesk::maxOpen);
    QCOMPARE(rig.server.warnings().filter(u"100 questions"_s).size(), 1);
}

void TestInput::tooLargeTogether()
{
    Asking rig(Era::Legacy);
    const QByteArray large = R"("method":"elicitation/create","params":{"message":")"
                             + QByteArray(InputDesk::maxOpenBytes / 3, 'x') + "\"}";
    for (int i = 1; i <= 3; ++i)
        rig.peer.send(request(QByteArray::number(i), large));
    QTRY_VERIFY(!rig.lastAnswer().isEmpty());
    QCOMPARE(json(rig.lastAnswer()).value("id").toInteger(), 3);
    QCOMPARE(json(rig.lastAnswer()).value("error").value("code").toInteger(), -32603);
    QCOMPARE(rig.asked.size(), 2);
    QCOMPARE(rig.server.warnings().filter(u"64 MiB"_s).size(), 1);
    // There is room again when one is answered.
    rig.asked.first()->answer(json("{}"));
    rig.peer.send(request("4", large));
    QTRY_COMPARE(rig.asked.size(), 3);
}

/// The server waits for the user: that takes as long as it takes.
void TestInput::clocksStandStill()
{
    Asking rig(Era::Legacy);
    CallOptions options;
    options.timeoutMs = 300;
    options.hardTimeoutMs = 400;
    Call *const call = rig.client.callTool(u"t"_s, {}, options);
    QSignalSpy finished(call, &Call::finished);
    rig.peer.send(request("1", elicitation));
    QTRY_COMPARE(rig.asked.size(), 1);
    QVERIFY(!finished.wait(900));
    rig.asked.constFirst()->answer(json(R"({"action":"cancel"})"));
    QVERIFY(finished.wait(15'000)); // and goes on afterwards
    QVERIFY(call->elapsed() >= 1000);
}

QTEST_GUILESS_MAIN(TestInput)
#include "tst_input.moc"
