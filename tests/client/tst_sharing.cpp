// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/rig.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray initialized =
        R"({"protocolVersion":"2025-11-25","capabilities":{"tools":{}},"serverInfo":{"name":"n"}})";

/// The errors of calls that end at the same time.
QList<Error> errorsOf(const QList<Call *> &calls)
{
    QList<Error> errors;
    QObject context;
    for (Call *const call : calls) {
        QObject::connect(call, &Call::finished, &context,
                         [&, call] { errors.append(call->outcome().error()); });
    }
    if (!QTest::qWaitFor([&] { return errors.size() == calls.size(); }, kWaitMs))
        errors.append(Error());
    return errors;
}

/// Answers the handshake and everything else with its own params.
void echo(ScriptedPeer &peer)
{
    peer.onMessage = [&peer](const ScriptedPeer::Sent &sent) {
        if (sent.message.method() == "server/discover"_L1)
            peer.refuse(sent, -32601, "no");
        else if (sent.message.method() == "initialize"_L1)
            peer.answer(sent, initialized);
        else if (sent.message.kind() == Message::Kind::Request
                 && sent.message.method() != "x/hold"_L1)
            peer.answer(sent, sent.message.params().toByteArray());
    };
}

} // namespace

/// Several clients on one connection, and who may go first.
class TestSharing : public QObject
{
    Q_OBJECT

private slots:
    void aConnectionIsInitialisedOnce()
    {
        Rig rig;
        echo(rig.peer);
        Client second(&rig.server);
        QSignalSpy atSecond(&second, &Client::initialized);
        Call *const one = rig.client.initialize();
        Call *const two = second.initialize();
        const Ended first = waitFor(one);
        QCOMPARE(first.text(), initialized);
        QTRY_VERIFY(two == nullptr || second.isInitialized());
        QCOMPARE(atSecond.count(), 1);

        const qsizetype before = rig.peer.sent().size();
        Client third(&rig.server);
        QVERIFY(third.isInitialized());
        QCOMPARE(waitFor(third.initialize()).text(), initialized);
        QCOMPARE(rig.peer.sent().size(), before); // nothing was sent for it
    }

    void clientsDoNotSeeEachOthersAnswers()
    {
        Rig rig;
        echo(rig.peer);
        Client second(&rig.server);
        QVERIFY(waitFor(rig.client.initialize()).outcome);
        Call *const one = rig.client.callTool(u"one"_s);
        Call *const two = second.callTool(u"two"_s);
        QList<QByteArray> texts;
        connect(one, &Call::finished, this,
                [&, one] { texts.append(one->outcome()->toByteArray()); });
        connect(two, &Call::finished, this,
                [&, two] { texts.append(two->outcome()->toByteArray()); });
        QTRY_COMPARE(texts.size(), 2);
        QVERIFY(texts[0].contains("\"one\"") && texts[1].contains("\"two\""));
        QVERIFY(rig.client.nextRequestId() < second.nextRequestId());
    }

    void notBeforeItIsConnected()
    {
        Rig rig;
        const auto errors = errorsOf({ rig.client.listTools(), rig.client.callTool(u"t"_s),
                                       rig.client.ping(), rig.client.request(u"x"_s) });
        for (const Error &error : errors) {
            QCOMPARE(error.kind, Error::Kind::Usage);
            QVERIFY(error.message.contains(u"initialize"));
        }
        QVERIFY(!rig.client.notify(u"notifications/x"_s));
        QVERIFY(!rig.client.isInitialized());
        QVERIFY(!rig.client.connection());
        QCOMPARE(rig.server.state(), Server::State::Stopped);
    }

    void whenTheProcessEnds()
    {
        Rig rig;
        echo(rig.peer);
        Client second(&rig.server);
        QVERIFY(waitFor(rig.client.initialize()).outcome);
        QSignalSpy disconnected(&second, &Client::disconnected);
        QList<Error> errors;
        for (Client *const client : { &rig.client, &second }) {
            Call *const call = client->request(u"x/hold"_s);
            connect(call, &Call::finished, this,
                    [&, call] { errors.append(call->outcome().error()); });
        }
        rig.peer.exit(7);
        QTRY_COMPARE(errors.size(), 2);
        for (const Error &error : errors) {
            QCOMPARE(error.kind, Error::Kind::Transport);
            QVERIFY2(error.message.contains(u"code 7"), qPrintable(error.message));
        }
        QCOMPARE(disconnected.count(), 1);
        QVERIFY(!rig.client.isInitialized());
        QVERIFY(waitFor(second.initialize()).outcome); // starts it again
        QCOMPARE(rig.peer.processCount(), 2);
    }

    void restartEndsTheInitialisation()
    {
        Rig rig;
        echo(rig.peer);
        QVERIFY(waitFor(rig.client.initialize()).outcome);
        QSignalSpy disconnected(&rig.client, &Client::disconnected);
        Call *const call = rig.client.request(u"x/hold"_s);
        QSignalSpy finished(call, &Call::finished);
        rig.server.restart();
        QVERIFY(finished.wait());
        QCOMPARE(disconnected.count(), 1);
        QTRY_COMPARE(rig.server.state(), Server::State::Running);
        QVERIFY(!rig.client.isInitialized());
        QCOMPARE(waitFor(rig.client.ping()).error().kind, Error::Kind::Usage);
        QVERIFY(waitFor(rig.client.initialize()).outcome); // in the process that runs
        QCOMPARE(rig.peer.processCount(), 2);
    }

    void answersThatComeWhileItStops()
    {
        Rig rig;
        echo(rig.peer);
        QVERIFY(waitFor(rig.client.initialize()).outcome);
        rig.peer.stopMs = 100;
        Call *const call = rig.client.request(u"x/hold"_s);
        QTRY_VERIFY(!rig.peer.lastParams(u"x/hold"_s).isEmpty());
        const QByteArray id = rig.peer.sent().constLast().message.id().raw();
        rig.server.stop();
        QCOMPARE(waitFor(call).error().kind, Error::Kind::Transport);
        rig.peer.send(R"({"jsonrpc":"2.0","id":)" + id + R"(,"result":{}})");
        QTRY_COMPARE(rig.server.state(), Server::State::Stopped);
        QVERIFY2(rig.server.warnings().isEmpty(), qPrintable(rig.server.warnings().join(u' ')));
    }

    void stopDuringTheHandshake()
    {
        Rig rig;
        Call *const call = rig.client.initialize();
        QTRY_COMPARE(rig.peer.sent().size(), 1);
        rig.server.stop();
        QCOMPARE(waitFor(call).error().kind, Error::Kind::Transport);
        QCOMPARE(rig.server.state(), Server::State::Stopped);
    }

    void restartDuringTheHandshake()
    {
        Rig rig;
        Call *const call = rig.client.initialize();
        QTRY_COMPARE(rig.peer.sent().size(), 1);
        rig.server.restart();
        QCOMPARE(waitFor(call).error().kind, Error::Kind::Transport);
        echo(rig.peer);
        QVERIFY(waitFor(rig.client.initialize()).outcome);
    }

    void initializeAServerThatRunsAlready()
    {
        Rig rig;
        echo(rig.peer);
        rig.server.start();
        QTRY_COMPARE(rig.server.state(), Server::State::Running);
        QVERIFY(waitFor(rig.client.initialize()).outcome);
        QCOMPARE(rig.peer.processCount(), 1);
    }

    void aClientThatGoesCancelsItsCalls()
    {
        Rig rig;
        echo(rig.peer);
        QVERIFY(waitFor(rig.client.initialize()).outcome);
        auto *const other = new Client(&rig.server);
        other->request(u"x/hold"_s);
        QTRY_VERIFY(!rig.peer.lastParams(u"x/hold"_s).isEmpty());
        const QByteArray id = rig.peer.sent().constLast().message.id().raw();
        delete other;
        QCOMPARE(rig.peer.lastParams(u"notifications/cancelled"_s), "{\"requestId\":" + id + "}");
        rig.peer.send(R"({"jsonrpc":"2.0","id":)" + id + R"(,"result":{}})");
        QVERIFY(waitFor(rig.client.ping()).outcome); // nothing dangles
    }

    void aServerThatGoesFirst()
    {
        ScriptedPeer peer;
        echo(peer);
        auto server = std::make_unique<Server>(ServerSpec());
        server->setTransportFactory(peer.factory());
        Client client(server.get());
        QVERIFY(waitFor(client.initialize()).outcome);
        QSignalSpy disconnected(&client, &Client::disconnected);
        Call *const call = client.request(u"x/hold"_s);
        QSignalSpy finished(call, &Call::finished);
        server.reset();
        QCOMPARE(finished.count(), 0);
        QCOMPARE(waitFor(call).error().kind, Error::Kind::Transport);
        QCOMPARE(disconnected.count(), 1);

        QVERIFY(!client.server());
        QVERIFY(!client.isInitialized());
        QVERIFY(!client.connection());
        QVERIFY(!client.notify(u"x"_s));
        QCOMPARE(client.nextRequestId(), 0);
        const auto errors = errorsOf({ client.initialize(), client.listTools(), client.ping(),
                                       client.request(u"x"_s), client.callTool(u"t"_s) });
        for (const Error &error : errors)
            QCOMPARE(error.kind, Error::Kind::Transport);
    }

    void aServerThatGoesDuringTheHandshake()
    {
        ScriptedPeer peer;
        auto server = std::make_unique<Server>(ServerSpec());
        server->setTransportFactory(peer.factory());
        Client client(server.get());
        Call *const call = client.initialize();
        QTRY_COMPARE(peer.sent().size(), 1);
        server.reset();
        QCOMPARE(waitFor(call).error().kind, Error::Kind::Transport);
    }

    void aSlotMayDeleteTheServer()
    {
        ScriptedPeer peer;
        echo(peer);
        auto *const server = new Server(ServerSpec{});
        server->setTransportFactory(peer.factory());
        Client client(server);
        Call *const call = client.initialize();
        connect(call, &Call::finished, this, [server] { delete server; });
        QVERIFY(waitFor(call).isFinished);
        QTRY_VERIFY(!client.server());
    }

    void aSlotMayMakeTheNextCall()
    {
        Rig rig;
        echo(rig.peer);
        QByteArray last;
        connect(&rig.server, &Server::stateChanged, this, [&](Server::State state) {
            if (state != Server::State::Ready)
                return;
            // Ready means ready: a call can be made from right here.
            Call *const call = rig.client.callTool(u"first"_s);
            connect(call, &Call::finished, this,
                    [&, call] { last = call->outcome()->toByteArray(); });
        });
        QVERIFY(waitFor(rig.client.initialize()).outcome);
        QTRY_VERIFY(last.contains("first"));
        QCOMPARE(rig.peer.log().mid(2).join(u' '),
                 u"1 newline notifications/initialized 1 newline tools/call"_s);
    }
};

QTEST_GUILESS_MAIN(TestSharing)
#include "tst_sharing.moc"
