// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/handshakerig.h"

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

/// How the handshake finds the era and agrees on a version, against a peer without a process.
class TestHandshake : public QObject
{
    Q_OBJECT

private slots:
    void modern()
    {
        HandshakeRig rig;
        rig.peer.onMessage = [&](const auto &sent) { rig.peer.answer(sent, discovered); };
        const auto outcome = rig.initialize();
        QVERIFY2(outcome, qPrintable(outcome.error().describe()));
        QCOMPARE(outcome->toByteArray(), discovered);
        QCOMPARE(rig.log(), u"1 newline server/discover"_s);
        QCOMPARE(rig.server.state(), Server::State::Ready);
        QCOMPARE(toString(rig.client.connection()->era), toString(Era::Modern));
        QVERIFY(rig.timer.elapsed() < 900);
    }

    void legacyAnswersTheProbeWithAnyError_data()
    {
        QTest::addColumn<int>("code");
        for (const int code : { -32601, -32602, -32000, -32603, 0, 7 })
            QTest::addRow("%d", code) << code;
    }
    void legacyAnswersTheProbeWithAnyError() // checklist 18
    {
        QFETCH(int, code);
        HandshakeRig rig;
        rig.peer.onMessage = [&](const auto &sent) {
            if (sent.message.method() == "server/discover"_L1)
                rig.peer.refuse(sent, code, "no");
            else if (sent.message.method() == "initialize"_L1)
                rig.peer.answer(sent, initialized);
        };
        const auto outcome = rig.initialize();
        QVERIFY2(outcome, qPrintable(outcome.error().describe()));
        QCOMPARE(rig.log(), u"1 newline server/discover\n1 newline initialize\n"
                            "1 newline notifications/initialized"_s);
        QVERIFY(rig.timer.elapsed() < 900); // at once
        QCOMPARE(toString(rig.client.connection()->revision), toString(Revision::V2025_11_25));
    }

    void silentOnTheProbe()
    {
        HandshakeRig rig;
        rig.serveLegacy();
        QVERIFY(rig.initialize());
        QCOMPARE(rig.log(), u"1 newline server/discover\n1 newline initialize\n"
                            "1 newline notifications/initialized"_s);
        QVERIFY2(rig.timer.elapsed() >= 950 && rig.timer.elapsed() < 2000,
                 qPrintable(QString::number(rig.timer.elapsed())));
    }

    // protocol.md 2.4, 3.
    void lateDiscoverResultWins()
    {
        HandshakeRig rig;
        ScriptedPeer::Sent probe;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            if (sent.message.method() == "server/discover"_L1)
                probe = sent;
            if (sent.message.method() == "initialize"_L1) {
                rig.peer.answer(probe, discovered);
                rig.peer.answer(sent, initialized); // to be ignored
            }
        };
        QVERIFY(rig.initialize());
        QCOMPARE(toString(rig.client.connection()->era), toString(Era::Modern));
        QCOMPARE(rig.log(), u"1 newline server/discover\n1 newline initialize"_s);
        QTest::qWait(20); // the ignored answer arrives
        QVERIFY2(rig.server.warnings().filter(u"never made"_s).isEmpty(),
                 qPrintable(rig.server.warnings().join(u'\n')));
    }

    void lateProbeErrorIsIgnored()
    {
        HandshakeRig rig;
        ScriptedPeer::Sent probe;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            if (sent.message.method() == "server/discover"_L1)
                probe = sent;
            if (sent.message.method() == "initialize"_L1) {
                rig.peer.refuse(probe, -32601, "no");
                rig.peer.answer(sent, initialized);
            }
        };
        QVERIFY(rig.initialize());
        QCOMPARE(toString(rig.client.connection()->era), toString(Era::Legacy));
        QCOMPARE(rig.peer.log().filter(u" initialize"_s).size(), 1);
    }

    void exitOnTheProbe()
    {
        HandshakeRig rig;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            if (sent.message.method() == "server/discover"_L1)
                rig.peer.exit(1);
            else if (sent.message.method() == "initialize"_L1)
                rig.peer.answer(sent, initialized);
        };
        QVERIFY(rig.initialize());
        QCOMPARE(rig.log(), u"1 newline server/discover\n2 newline initialize\n"
                            "2 newline notifications/initialized"_s);
        QVERIFY(rig.timer.elapsed() < 900);
    }

    void refusedAfterTheProbe()
    {
        HandshakeRig rig;
        QSet<int> probed;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            if (sent.message.method() == "server/discover"_L1) {
                probed.insert(sent.process);
                rig.peer.refuse(sent, -32601, "no");
            } else if (probed.contains(sent.process)) {
                rig.peer.refuse(sent, -32600, "initialize must come first");
            } else if (sent.message.method() == "initialize"_L1) {
                rig.peer.answer(sent, initialized);
            }
        };
        QVERIFY(rig.initialize());
        QCOMPARE(rig.log(), u"1 newline server/discover\n1 newline initialize\n"
                            "2 newline initialize\n2 newline notifications/initialized"_s);
    }

    void refusedForGood()
    {
        HandshakeRig rig;
        rig.peer.onMessage = [&](const auto &sent) { rig.peer.refuse(sent, -32001, "go away"); };
        const Error error = rig.initialize().error();
        QCOMPARE(error.kind, Error::Kind::Remote);
        QCOMPARE(error.code, -32001);
        QCOMPARE(error.message, u"go away"_s);
        QCOMPARE(rig.peer.processCount(), 2);
        QTRY_COMPARE(rig.server.state(), Server::State::Failed);
    }

    void modernServerThatMissedTheProbe()
    {
        HandshakeRig rig;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            if (sent.process < 3)
                return; // a relay swallows it
            if (sent.message.method() == "initialize"_L1)
                rig.peer.refuse(sent, -32601, "this server speaks 2026-07-28");
            else
                rig.peer.answer(sent, discovered);
        };
        QVERIFY(rig.initialize());
        QCOMPARE(toString(rig.client.connection()->era), toString(Era::Modern));
        QCOMPARE(rig.peer.log().mid(3).join(u'\n'),
                 u"3 newline initialize\n3 newline server/discover"_s);
    }

    void versionsToChooseFrom()
    {
        HandshakeRig rig;
        QList<QByteArray> offers;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            const RawJson version = sent.message.params().value("protocolVersion");
            if (sent.message.method() == "server/discover"_L1)
                rig.peer.refuse(sent, -32601, "no");
            if (sent.message.method() != "initialize"_L1)
                return;
            offers.append(version.toByteArray());
            if (version.toString() == "2025-03-26"_L1)
                rig.peer.answer(sent, R"({"protocolVersion":"2025-03-26","capabilities":{},)"
                                      R"("serverInfo":{"name":"n"}})");
            else
                rig.peer.refuse(sent, -32602, "version", R"({"supported":["2025-03-26"]})");
        };
        QVERIFY(rig.initialize());
        QCOMPARE(offers, (QList<QByteArray>{ "\"2025-11-25\"", "\"2025-03-26\"" }));
        QCOMPARE(toString(rig.client.connection()->revision), toString(Revision::V2025_03_26));
        QCOMPARE(rig.peer.processCount(), 1);
    }

    void onlyLegacyIsShared()
    {
        HandshakeRig rig;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            if (sent.message.method() == "server/discover"_L1)
                rig.peer.answer(sent, R"({"supportedVersions":["2025-06-18"]})");
            else if (sent.message.method() == "initialize"_L1)
                rig.peer.answer(sent, R"({"protocolVersion":"2025-06-18"})");
        };
        QVERIFY(rig.initialize());
        QVERIFY(rig.peer.lastParams(u"initialize"_s).contains("\"2025-06-18\""));
    }

    void anUnsupportedVersionFails()
    {
        HandshakeRig rig;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            if (sent.message.method() == "server/discover"_L1)
                rig.peer.refuse(sent, -32601, "no");
            else
                rig.peer.answer(sent, R"({"protocolVersion":"1.0"})");
        };
        const Error error = rig.initialize().error();
        QCOMPARE(error.kind, Error::Kind::Protocol);
        QVERIFY(error.message.contains(u"1.0") && error.message.contains(u"2025-11-25"));
    }

    void eraSettings()
    {
        HandshakeRig legacy(specWith(FramingSetting::Newline, EraSetting::Legacy));
        legacy.serveLegacy();
        QVERIFY(legacy.initialize());
        QCOMPARE(legacy.peer.log().constFirst(), u"1 newline initialize"_s);

        HandshakeRig modern(specWith(FramingSetting::Newline, EraSetting::Modern));
        modern.peer.onMessage = [&](const auto &sent) {
            modern.peer.refuse(sent, -32601, "what?");
        };
        const Error error = modern.initialize().error();
        QCOMPARE(error.kind, Error::Kind::Protocol);
        QVERIFY2(error.message.contains(u"what?"), qPrintable(error.message));
        QCOMPARE(modern.log(), u"1 newline server/discover"_s);
        QVERIFY(modern.server.failure().advice.contains(u"legacy"));
    }

    void serversMayAskBeforeItIsReady()
    {
        HandshakeRig rig;
        rig.serveLegacy();
        rig.peer.onStart = [&](int) {
            rig.peer.send(R"({"jsonrpc":"2.0","id":"p","method":"ping"})");
            rig.peer.send(R"({"jsonrpc":"2.0","id":"r","method":"roots/list"})");
        };
        QVERIFY(rig.initialize());
        QByteArrayList answers;
        for (const auto &sent : rig.peer.sent()) {
            if (sent.message.isResponse())
                answers.append(sent.message.payload());
        }
        QCOMPARE(answers.size(), 2);
        QCOMPARE(answers[0], R"({"jsonrpc":"2.0","id":"p","result":{}})"_ba);
        QVERIFY(answers[1].contains("\"id\":\"r\"") && answers[1].contains("-32601"));
    }

    void cancelStopsTheServer()
    {
        HandshakeRig rig;
        Call *const call = rig.client.initialize();
        QTRY_COMPARE(rig.peer.sent().size(), 1);
        QSignalSpy finished(call, &Call::finished);
        call->cancel();
        QCOMPARE(call->outcome().error().kind, Error::Kind::Cancelled);
        QVERIFY(finished.wait());
        QTRY_COMPARE(rig.server.state(), Server::State::Stopped);
        QCOMPARE(rig.peer.sent().size(), 1); // checklist 46: initialize is never cancelled

        rig.peer.onMessage = [&](const auto &sent) { rig.peer.answer(sent, discovered); };
        QVERIFY(rig.initialize());
    }

    void cancelLeavesTheOthersWaiting()
    {
        HandshakeRig rig;
        rig.serveLegacy();
        Client second(&rig.server);
        Call *const first = rig.client.initialize();
        Call *const other = second.initialize();
        QSignalSpy finished(other, &Call::finished);
        first->cancel();
        QVERIFY(finished.wait(5000));
        QVERIFY(other->outcome());
        QVERIFY(rig.client.isInitialized());
    }

    void deletingTheOnlyClientStopsTheAttempt()
    {
        Server server{ ServerSpec() };
        ScriptedPeer peer;
        server.setTransportFactory(peer.factory());
        auto *const client = new Client(&server);
        client->initialize();
        QTRY_COMPARE(peer.sent().size(), 1);
        delete client;
        QTRY_COMPARE(server.state(), Server::State::Stopped);
    }

    void tryingAgainWhileTheFailedProcessGoes()
    {
        HandshakeRig rig;
        rig.peer.stopMs = 50;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            if (sent.process < 3)
                rig.peer.refuse(sent, -32001, "not yet");
            else if (sent.message.method() == "server/discover"_L1)
                rig.peer.exit(1);
            else if (sent.message.method() == "initialize"_L1)
                rig.peer.answer(sent, initialized);
        };
        bool isOpen = false;
        connect(rig.client.initialize(), &Call::finished, &rig.client, [&] {
            QCOMPARE(rig.server.state(), Server::State::Stopping);
            Call *const again = rig.client.initialize();
            connect(again, &Call::finished, &rig.client,
                    [&, again] { isOpen = bool(again->outcome()); });
        });
        QTRY_VERIFY(isOpen);
        QCOMPARE(rig.server.state(), Server::State::Ready);
        QCOMPARE(rig.peer.processCount(), 4);
    }

    void stoppingWhileTheFailedProcessGoes()
    {
        ServerSpec spec;
        spec.timeouts.connect = 0;
        HandshakeRig rig(spec);
        rig.peer.stopMs = 50;
        rig.peer.onMessage = [&](const auto &sent) { rig.peer.refuse(sent, -32001, "no"); };
        Error error;
        connect(rig.client.initialize(), &Call::finished, &rig.client, [&] {
            Call *const again = rig.client.initialize();
            connect(again, &Call::finished, &rig.client,
                    [&, again] { error = again->outcome().error(); });
            rig.server.stop();
        });
        QTRY_COMPARE(error.kind, Error::Kind::Transport);
        QCOMPARE(rig.peer.processCount(), 2);
    }
};

QTEST_GUILESS_MAIN(TestHandshake)
#include "tst_handshake.moc"
