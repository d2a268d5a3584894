// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/askingrig.h"
#include "client/inputrounds.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray inputRequired(const QByteArray &requests, const QByteArray &more = {})
{
    return R"({"resultType":"input_required","inputRequests":{)" + requests + '}' + more + '}';
}

} // namespace

/// 2026-07-28, basic/patterns/mrtr: calls that the server answers with questions first.
class TestInputRounds : public QObject
{
    Q_OBJECT

private slots:
    void rounds();
    void stateAloneIsAskedAgain();
    void refusedInARound();
    void cancelledInARound();
    void faults_data();
    void faults();
    void endlessRounds();
    void answersAtOnce();
    void clientDiesInARound();
    void serverEndsInARound();
    void serverEndsBetweenRounds();
    void limitsOfEveryRound();
    void madeByHandFromALaterRound();
};

void TestInputRounds::rounds()
{
    Asking rig(Era::Modern);
    int calls = 0;
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        ++calls;
        if (calls == 1)
            return rig.peer.answer(
                    sent, inputRequired("\"z\":{" + elicitation + "},\"a\":{" + sampling + '}',
                                        R"(,"requestState":"v1.\u006fpaque==")"));
        if (calls == 2) // asks once more, without a state
            return rig.peer.answer(sent, inputRequired("\"again\":{" + elicitation + '}'));
        rig.peer.answer(sent, R"({"resultType":"complete","content":[]})");
    };
    Call *const call = rig.client.callTool(u"greet"_s, json(R"({"n":1.0})"));
    QSignalSpy ofCall(call, &Call::inputRequested);
    QSignalSpy finished(call, &Call::finished);
    QTRY_COMPARE(rig.asked.size(), 2);
    QCOMPARE(ofCall.size(), 2);
    QCOMPARE(rig.asked.at(0)->kind(), InputRequest::Kind::Elicitation); // in the server's order
    QCOMPARE(rig.asked.at(1)->kind(), InputRequest::Kind::Sampling);
    QCOMPARE(rig.asked.at(0)->call(), call);
    rig.asked.at(1)->answer(json(R"({"role":"assistant"})"));
    QCOMPARE(calls, 1); // all of them first
    rig.asked.at(0)->answer(json(R"({"action":"accept"})"));
    QTRY_COMPARE(calls, 2);
    const RawJson second = json(rig.peer.lastParams(u"tools/call"_s));
    QCOMPARE(second.value("name").toString(), u"greet"_s);
    QCOMPARE(second.value("arguments").toByteArray(), R"({"n":1.0})"_ba);
    QCOMPARE(second.value("inputResponses").toByteArray(),
             R"({"z":{"action":"accept"},"a":{"role":"assistant"}})"_ba);
    QCOMPARE(second.value("requestState").toByteArray(), R"("v1.\u006fpaque==")"_ba);
    QTRY_COMPARE(rig.asked.size(), 3);
    rig.asked.at(2)->answer(json(R"({"action":"decline"})"));
    QVERIFY(finished.wait());
    QVERIFY(call->outcome());
    const RawJson third = json(rig.peer.lastParams(u"tools/call"_s));
    QCOMPARE(third.value("inputResponses").toByteArray(), R"({"again":{"action":"decline"}})"_ba);
    QVERIFY(!third.contains("requestState"));
    QSet<QByteArray> ids;
    for (const auto &sent : rig.peer.sent()) {
        if (sent.message.method() == "tools/call"_L1)
            ids.insert(sent.message.id().raw());
    }
    QCOMPARE(ids.size(), 3);
}

/// Checklist 45.
void TestInputRounds::limitsOfEveryRound()
{
    ServerSpec spec;
    spec.timeouts.request = 300;
    Asking rig(Era::Modern, ClientCapabilities::all(), spec);
    int calls = 0;
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        if (++calls == 1)
            rig.peer.answer(sent, inputRequired("\"a\":{" + elicitation + '}'));
    };
    Call *const call = rig.client.callTool(u"t"_s);
    QSignalSpy finished(call, &Call::finished);
    QTRY_COMPARE(rig.asked.size(), 1);
    rig.asked.constFirst()->answer(json(R"({"action":"decline"})"));
    QTRY_COMPARE(calls, 2);
    QVERIFY(finished.wait());
    QCOMPARE(call->outcome().error().kind, Error::Kind::Timeout);
}

/// What was sent along by hand belongs to that request alone.
void TestInputRounds::madeByHandFromALaterRound()
{
    Asking rig(Era::Modern);
    int calls = 0;
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        if (++calls == 1)
            return rig.peer.answer(sent, inputRequired("\"a\":{" + elicitation + '}'));
        rig.peer.answer(sent, R"({"resultType":"complete","content":[]})");
    };
    Call *const call = rig.client.request(
            u"tools/call"_s,
            json(R"({"name":"t","inputResponses":{"old":{}},"requestState":"x"})"));
    QSignalSpy finished(call, &Call::finished);
    QTRY_COMPARE(rig.asked.size(), 1);
    rig.asked.constFirst()->answer(json(R"({"action":"decline"})"));
    QVERIFY(finished.wait());
    const RawJson params = json(rig.peer.lastParams(u"tools/call"_s));
    QCOMPARE(params.value("inputResponses").toByteArray(), R"({"a":{"action":"decline"}})"_ba);
    QVERIFY(!params.contains("requestState"));
}

void TestInputRounds::stateAloneIsAskedAgain()
{
    Asking rig(Era::Modern);
    int calls = 0;
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        if (++calls == 1)
            return rig.peer.answer(sent, R"({"resultType":"input_required","requestState":""})");
        rig.peer.answer(sent, R"({"resultType":"complete","content":[]})");
    };
    QVERIFY(waitFor(rig.client.callTool(u"t"_s)).outcome);
    const RawJson params = json(rig.peer.lastParams(u"tools/call"_s));
    QCOMPARE(params.value("requestState").toByteArray(), R"("")"_ba);
    QVERIFY(!params.contains("inputResponses"));
}

void TestInputRounds::refusedInARound()
{
    Asking rig(Era::Modern);
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        rig.peer.answer(sent,
                        inputRequired("\"a\":{" + sampling + "},\"b\":{" + elicitation + '}'));
    };
    Call *const call = rig.client.callTool(u"t"_s);
    QSignalSpy finished(call, &Call::finished);
    QTRY_COMPARE(rig.asked.size(), 2);
    QSignalSpy withdrawn(rig.asked.at(1), &InputRequest::withdrawn);
    rig.asked.at(0)->refuse(-1, u"no"_s);
    QVERIFY(finished.wait());
    QCOMPARE(call->outcome().error().kind, Error::Kind::Cancelled);
    QCOMPARE(withdrawn.size(), 1);
    QVERIFY(rig.client.inputRequests().isEmpty());
    QCOMPARE(rig.peer.log().filter(u"tools/call"_s).size(), 1); // nothing more was sent
}

void TestInputRounds::cancelledInARound()
{
    Asking rig(Era::Modern);
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        rig.peer.answer(sent, inputRequired("\"a\":{" + elicitation + '}'));
    };
    Call *const call = rig.client.callTool(u"t"_s);
    QTRY_COMPARE(rig.asked.size(), 1);
    QSignalSpy withdrawn(rig.asked.at(0), &InputRequest::withdrawn);
    call->cancel();
    QCOMPARE(withdrawn.size(), 1);
    QVERIFY(rig.client.inputRequests().isEmpty());
    QTRY_VERIFY(!rig.asked.at(0));
    QVERIFY(rig.peer.log().filter(u"cancelled"_s).isEmpty()); // no request is in flight
}

void TestInputRounds::faults_data()
{
    QTest::addColumn<QByteArray>("result");
    QTest::addColumn<QString>("what");
    QTest::newRow("nothing") << R"({"resultType":"input_required"})"_ba << u"neither"_s;
    QTest::newRow("list") << R"({"resultType":"input_required","inputRequests":[]})"_ba
                          << u"not an object"_s;
    QTest::newRow("state") << R"({"resultType":"input_required","requestState":5})"_ba
                           << u"not a string"_s;
    QTest::newRow("method") << inputRequired(R"("k":{"method":"tools/list"})")
                            << u"\"k\" asks with tools/list"_s;
    QTest::newRow("no method") << inputRequired(R"("k":5)") << u"no method"_s;
    QTest::newRow("not declared") << inputRequired(R"("k":{"method":"roots/list"})")
                                  << u"not declared"_s;
    QByteArray many;
    for (int i = 0; i <= InputDesk::maxOpen; ++i)
        many += (i ? ",\"" : "\"") + QByteArray::number(i) + "\":{" + elicitation + '}';
    QTest::newRow("one key twice")
            << inputRequired("\"k\":{" + elicitation + "},\"k\":{" + elicitation + '}')
            << u"twice"_s;
    QTest::newRow("many") << inputRequired(many) << u"more than 100"_s;
}

void TestInputRounds::faults()
{
    QFETCH(const QByteArray, result);
    QFETCH(const QString, what);
    ClientCapabilities capabilities = ClientCapabilities::all();
    capabilities.roots = false;
    Asking rig(Era::Modern, capabilities);
    rig.reply = [&](const ScriptedPeer::Sent &sent) { rig.peer.answer(sent, result); };
    const Ended ended = waitFor(rig.client.callTool(u"t"_s));
    QCOMPARE(ended.error().kind, Error::Kind::Protocol);
    QVERIFY2(ended.error().message.contains(what), qPrintable(ended.error().message));
    QCOMPARE(ended.error().data.toByteArray(), result);
    QVERIFY(rig.asked.isEmpty());
}

void TestInputRounds::endlessRounds()
{
    Asking rig(Era::Modern);
    QObject::connect(&rig.client, &Client::inputRequested, &rig.client, [](InputRequest *request) {
        request->answer(json(R"({"action":"cancel"})"));
    });
    int calls = 0;
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        ++calls;
        rig.peer.answer(sent, inputRequired("\"a\":{" + elicitation + '}'));
    };
    const Ended ended = waitFor(rig.client.callTool(u"t"_s));
    QCOMPARE(ended.error().kind, Error::Kind::Protocol);
    QVERIFY2(ended.error().message.contains(u"10 times"), qPrintable(ended.error().message));
    QCOMPARE(calls, InputRounds::maxRounds + 1);
}

/// Whoever answers in the slot that tells of the question has answered in time.
void TestInputRounds::answersAtOnce()
{
    Asking rig(Era::Modern);
    QObject::connect(&rig.client, &Client::inputRequested, &rig.client, [](InputRequest *request) {
        request->answer(json(R"({"action":"decline"})"));
    });
    int calls = 0;
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        if (++calls == 1)
            return rig.peer.answer(
                    sent, inputRequired("\"a\":{" + elicitation + "},\"b\":{" + elicitation + '}'));
        rig.peer.answer(sent, R"({"resultType":"complete","content":[]})");
    };
    QVERIFY(waitFor(rig.client.callTool(u"t"_s)).outcome);
    QCOMPARE(json(rig.peer.lastParams(u"tools/call"_s)).value("inputResponses").toByteArray(),
             R"({"a":{"action":"decline"},"b":{"action":"decline"}})"_ba);
}

void TestInputRounds::clientDiesInARound()
{
    Asking rig(Era::Modern);
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        rig.peer.answer(sent, inputRequired("\"a\":{" + elicitation + '}'));
    };
    auto other = std::make_unique<Client>(&rig.server);
    QPointer<InputRequest> question;
    connect(&rig.client, &Client::inputRequested, this,
            [&](InputRequest *request) { question = request; });
    other->callTool(u"t"_s);
    QTRY_VERIFY(question);
    QSignalSpy withdrawn(question, &InputRequest::withdrawn);
    other.reset();
    QCOMPARE(withdrawn.size(), 1);
    QTRY_VERIFY(!question);
}

/// No request is in flight that could fail, and yet the call must not wait for ever.
void TestInputRounds::serverEndsInARound()
{
    Asking rig(Era::Modern);
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        rig.peer.answer(sent, inputRequired("\"a\":{" + elicitation + '}'));
    };
    Call *const call = rig.client.callTool(u"t"_s);
    QSignalSpy finished(call, &Call::finished);
    QTRY_COMPARE(rig.asked.size(), 1);
    rig.peer.exit(3);
    QVERIFY(finished.wait());
    QCOMPARE(call->outcome().error().kind, Error::Kind::Transport);
    QVERIFY(rig.client.inputRequests().isEmpty());
}

void TestInputRounds::serverEndsBetweenRounds()
{
    Asking rig(Era::Modern);
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        rig.peer.answer(sent, R"({"resultType":"input_required","requestState":"s"})");
        QTimer::singleShot(0, &rig.peer, [&rig] { rig.server.stop(); });
    };
    QCOMPARE(waitFor(rig.client.callTool(u"t"_s)).error().kind, Error::Kind::Transport);
}

QTEST_GUILESS_MAIN(TestInputRounds)
#include "tst_inputrounds.moc"
