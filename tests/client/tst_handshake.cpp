// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/client.h"
#include "client/scriptedpeer.h"
#include "server/tracelog.h"

#include <QtCore/qelapsedtimer.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray discovered =
        R"({"resultType":"complete","supportedVersions":["2026-07-28"],"capabilities":{"tools":{}},)"
        R"("ttlMs":0,"cacheScope":"private"})";
const QByteArray initialized =
        R"({"protocolVersion":"2025-11-25","capabilities":{"tools":{}},"serverInfo":{"name":"n"}})";

/// A server and what the scripted peer of it does; runs one initialize() to its end.
struct Rig
{
    explicit Rig(ServerSpec spec = {})
        : server(std::move(spec))
        , client(&server)
    {
        server.setTransportFactory(peer.factory());
    }

    /// Answers initialize and leaves everything else unanswered.
    void serveLegacy()
    {
        peer.onMessage = [this](const ScriptedPeer::Sent &sent) {
            if (sent.message.method() == "initialize"_L1)
                peer.answer(sent, initialized);
        };
    }

    Result<RawJson> initialize(const HandshakeHints &hints = {}, int timeoutMs = 15'000)
    {
        timer.start();
        Call *const call = client.initialize(hints);
        Result<RawJson> outcome = Error();
        QObject::connect(call, &Call::finished, &client, [&, call] { outcome = call->outcome(); });
        QSignalSpy finished(call, &Call::finished);
        finished.wait(timeoutMs);
        return outcome;
    }

    QString log() const { return peer.log().join(u'\n'); }

    ScriptedPeer peer;
    Server server;
    Client client;
    QElapsedTimer timer;
};

ServerSpec specWith(FramingSetting framing, EraSetting era)
{
    ServerSpec spec;
    spec.framing = framing;
    spec.era = era;
    return spec;
}

} // namespace

/*!
 * The handshake's decisions and clocks against a peer without a process. Times: 1 s after the
 * probe, 2.5 s after each initialize, counted from reading.
 */
class TestHandshake : public QObject
{
    Q_OBJECT

private slots:
    void modern()
    {
        Rig rig;
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
        Rig rig;
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
        Rig rig;
        rig.serveLegacy();
        QVERIFY(rig.initialize());
        QCOMPARE(rig.log(), u"1 newline server/discover\n1 newline initialize\n"
                            "1 newline notifications/initialized"_s);
        QVERIFY2(rig.timer.elapsed() >= 950 && rig.timer.elapsed() < 2000,
                 qPrintable(QString::number(rig.timer.elapsed())));
    }

    // All the way: newline twice, headers, newline for the rest of the time.
    void escalatesToTheEnd()
    {
        ServerSpec spec;
        spec.timeouts.connect = 7500;
        Rig rig(spec);
        const auto outcome = rig.initialize();
        QCOMPARE(outcome.error().kind, Error::Kind::Timeout);
        QCOMPARE(rig.log(), u"1 newline server/discover\n1 newline initialize\n"
                            "2 content-length initialize\n3 newline initialize"_s);
        const QString message = outcome.error().message;
        QVERIFY2(message.contains(u"7.5 s") && message.contains(u"Content-Length"),
                 qPrintable(message));
        QTRY_COMPARE(rig.server.state(), Server::State::Failed);
        QVERIFY(!rig.server.failure().step.isEmpty());
        QVERIFY(rig.server.failure().advice.contains(u"timeout"));
    }

    void headersOnlyServer()
    {
        Rig rig;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            if (sent.framing == Framing::ContentLength && sent.message.method() == "initialize"_L1)
                rig.peer.answer(sent, initialized);
        };
        QVERIFY(rig.initialize());
        QCOMPARE(rig.log(),
                 u"1 newline server/discover\n1 newline initialize\n2 content-length initialize\n"
                 "2 content-length notifications/initialized"_s);
        QVERIFY(rig.timer.elapsed() < 5000);
        QCOMPARE(toString(rig.client.connection()->framing), toString(Framing::ContentLength));
        QCOMPARE(rig.server.launchCount(), 2);
    }

    void hintsSkipAllThat()
    {
        Rig rig;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            if (sent.framing == Framing::ContentLength && sent.message.method() == "initialize"_L1)
                rig.peer.answer(sent, initialized);
        };
        QVERIFY(rig.initialize({ Framing::ContentLength, Era::Legacy }));
        QCOMPARE(rig.log(), u"1 content-length initialize\n"
                            "1 content-length notifications/initialized"_s);
        QVERIFY(rig.timer.elapsed() < 500);
    }

    void wrongHintsAreForgotten()
    {
        Rig rig;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            if (sent.framing == Framing::Newline)
                rig.peer.answer(sent, discovered);
        };
        QVERIFY(rig.initialize({ Framing::ContentLength, Era::Legacy }));
        QCOMPARE(rig.log(), u"1 content-length initialize\n2 newline server/discover"_s);
        QVERIFY(rig.timer.elapsed() >= 2400 && rig.timer.elapsed() < 4000);
    }

    void hintsOfAProcessThatEnds()
    {
        Rig rig;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            if (sent.message.method() == "initialize"_L1)
                rig.peer.exit(1);
            else
                rig.peer.answer(sent, discovered);
        };
        QVERIFY(rig.initialize({ Framing::Newline, Era::Legacy }));
        QCOMPARE(rig.log(), u"1 newline initialize\n2 newline server/discover"_s);
        QVERIFY(rig.timer.elapsed() < 900);
    }

    void unreadBytesStopTheClocks()
    {
        Rig rig;
        rig.peer.untaken = 200;
        rig.peer.onMessage = [&](const auto &sent) {
            if (sent.message.method() == "initialize"_L1)
                rig.peer.answer(sent, initialized);
        };
        // It starts to read after 3 s; a clock of wall time would have come to headers by then.
        QTimer::singleShot(3000, Qt::PreciseTimer, &rig.peer, [&] { rig.peer.untaken = 0; });
        QVERIFY(rig.initialize());
        QCOMPARE(rig.log(), u"1 newline server/discover\n1 newline initialize\n"
                            "1 newline notifications/initialized"_s);
        QVERIFY(rig.timer.elapsed() >= 3900);
    }

    void timeAloneCountsWhereNothingCanBeTold()
    {
        Rig rig;
        rig.peer.untaken = std::nullopt;
        rig.serveLegacy();
        QVERIFY(rig.initialize());
        QVERIFY(rig.timer.elapsed() >= 950 && rig.timer.elapsed() < 2000);
    }

    void unreadBytesAreNamedInTheTimeout()
    {
        ServerSpec spec;
        spec.timeouts.connect = 300;
        Rig rig(spec);
        rig.peer.untaken = 200;
        const Error error = rig.initialize().error();
        QCOMPARE(error.kind, Error::Kind::Timeout);
        QVERIFY2(error.message.contains(u"has not read"), qPrintable(error.message));
        QCOMPARE(rig.log(), u"1 newline server/discover"_s);
    }

    // A hybrid reads both framings and always writes headers: newline stays.
    void answerInHeadersToANewlineRequest()
    {
        Rig rig;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            ScriptedPeer::Sent answered = sent;
            answered.framing = Framing::ContentLength;
            if (sent.message.method() == "initialize"_L1)
                rig.peer.answer(answered, initialized);
            else if (sent.message.method() == "server/discover"_L1)
                rig.peer.refuse(answered, -32601, "no");
        };
        QVERIFY(rig.initialize());
        QCOMPARE(toString(rig.client.connection()->framing), toString(Framing::Newline));
        QCOMPARE(toString(rig.peer.sent().constLast().framing), toString(Framing::Newline));
    }

    void aSpontaneousNewlineMessageEndsTheEscalation()
    {
        ServerSpec spec;
        spec.timeouts.connect = 4500; // headers would be tried after 3.5 s
        Rig rig(spec);
        rig.peer.onStart = [&](int) {
            rig.peer.send(R"({"jsonrpc":"2.0","method":"notifications/tools/list_changed"})");
        };
        QSignalSpy notifications(&rig.client, &Client::notificationReceived);
        QCOMPARE(rig.initialize().error().kind, Error::Kind::Timeout);
        QCOMPARE(rig.log(), u"1 newline server/discover\n1 newline initialize"_s);
        QCOMPARE(notifications.count(), 1);
    }

    void aSpontaneousMessageInHeadersProvesNothing()
    {
        ServerSpec spec;
        spec.timeouts.connect = 4200;
        Rig rig(spec);
        rig.peer.onStart = [&](int) {
            rig.peer.send(R"({"jsonrpc":"2.0","method":"notifications/message"})",
                          Framing::ContentLength);
        };
        QCOMPARE(rig.initialize().error().kind, Error::Kind::Timeout);
        QCOMPARE(rig.peer.log().constLast(), u"2 content-length initialize"_s);
    }

    // protocol.md 2.4, 3.
    void lateDiscoverResultWins()
    {
        Rig rig;
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
        Rig rig;
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
        Rig rig;
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

    void exitBeforeReadingFailsWithItsReason()
    {
        Rig rig;
        rig.peer.untaken = 200;
        rig.peer.onStart = [&](int) { rig.peer.exit(3); };
        const Error error = rig.initialize().error();
        QCOMPARE(error.kind, Error::Kind::Transport);
        QVERIFY2(error.message.contains(u"code 3"), qPrintable(error.message));
        QVERIFY2(error.message.contains(u"initialize"), qPrintable(error.message));
        QTRY_COMPARE(rig.server.state(), Server::State::Failed);
        QCOMPARE(rig.server.failure().exitCode, std::optional(3));
        QCOMPARE(rig.peer.processCount(), 2); // with the probe and without it
    }

    void exitOnReadingNewlineTriesHeadersOnce()
    {
        Rig rig;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            if (sent.framing == Framing::Newline)
                QTimer::singleShot(50, &rig.peer, [&] { rig.peer.exit(1); });
            else if (sent.message.method() == "initialize"_L1)
                rig.peer.answer(sent, initialized);
        };
        QVERIFY(rig.initialize());
        QCOMPARE(rig.log(), u"1 newline server/discover\n2 newline initialize\n"
                            "3 content-length initialize\n"
                            "3 content-length notifications/initialized"_s);
    }

    void exitInEveryFramingEnds()
    {
        Rig rig;
        rig.peer.onMessage = [&](const auto &) {
            QTimer::singleShot(50, &rig.peer, [&] { rig.peer.exit(1); });
        };
        QCOMPARE(rig.initialize().error().kind, Error::Kind::Transport);
        QCOMPARE(rig.peer.processCount(), 3);
    }

    void refusedAfterTheProbe()
    {
        Rig rig;
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
        Rig rig;
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
        Rig rig;
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
        Rig rig;
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
        Rig rig;
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
        Rig rig;
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
        Rig legacy(specWith(FramingSetting::Newline, EraSetting::Legacy));
        legacy.serveLegacy();
        QVERIFY(legacy.initialize());
        QCOMPARE(legacy.peer.log().constFirst(), u"1 newline initialize"_s);

        Rig modern(specWith(FramingSetting::Newline, EraSetting::Modern));
        modern.peer.onMessage = [&](const auto &sent) {
            modern.peer.refuse(sent, -32601, "what?");
        };
        const Error error = modern.initialize().error();
        QCOMPARE(error.kind, Error::Kind::Protocol);
        QVERIFY2(error.message.contains(u"what?"), qPrintable(error.message));
        QCOMPARE(modern.log(), u"1 newline server/discover"_s);
        QVERIFY(modern.server.failure().advice.contains(u"legacy"));
    }

    void headersFromTheFirstByte()
    {
        Rig rig(specWith(FramingSetting::ContentLength, EraSetting::Auto));
        rig.peer.onMessage = [&](const auto &sent) { rig.peer.answer(sent, discovered); };
        QVERIFY(rig.initialize());
        QCOMPARE(rig.log(), u"1 content-length server/discover"_s);
    }

    void serversMayAskBeforeItIsReady()
    {
        Rig rig;
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

    void noConnectTimeoutWhenItIsZero()
    {
        ServerSpec spec;
        spec.timeouts.connect = 0;
        Rig rig(spec);
        rig.peer.untaken = 200;
        QVERIFY(!rig.initialize({}, 600));
        QCOMPARE(rig.server.state(), Server::State::Running);
    }

    void cancelStopsTheServer()
    {
        Rig rig;
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
        Rig rig;
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
        Rig rig;
        rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
            if (sent.process < 3)
                rig.peer.refuse(sent, -32001, "not yet");
            else
                rig.peer.answer(sent, discovered);
        };
        bool isOpen = false;
        connect(rig.client.initialize(), &Call::finished, &rig.client, [&] {
            Call *const again = rig.client.initialize();
            connect(again, &Call::finished, &rig.client,
                    [&, again] { isOpen = bool(again->outcome()); });
        });
        QTRY_VERIFY(isOpen);
        QCOMPARE(rig.server.state(), Server::State::Ready);
    }

    void everyStepIsVisible()
    {
        Rig rig;
        rig.serveLegacy();
        QSignalSpy steps(&rig.server, &Server::stepChanged);
        QVERIFY(rig.initialize());
        QStringList seen;
        for (const auto &arguments : steps)
            seen.append(arguments.at(0).toString());
        QVERIFY(seen.contains(u"waiting for the answer to server/discover in newline framing"_s));
        QVERIFY(seen.contains(u"waiting for the answer to initialize in newline framing"_s));
        bool isLabelled = false;
        for (int i = 0; i < rig.server.trace()->count(); ++i)
            isLabelled = isLabelled || rig.server.trace()->at(i).note == "era probe"_L1;
        QVERIFY(isLabelled);
    }
};

QTEST_GUILESS_MAIN(TestHandshake)
#include "tst_handshake.moc"
