// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/handshakerig.h"
#include "server/tracelog.h"

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

/*!
 * How the handshake finds the framing: its clocks, its restarts and its memory, against a peer
 * without a process. 1 s after the probe, 2.5 s after each initialize, counted from reading.
 */
class TestFramingSearch : public QObject
{
    Q_OBJECT

private slots:
    // All the way: newline twice, headers, newline for the rest of the time.
    void escalatesToTheEnd()
    {
        ServerSpec spec;
        spec.timeouts.connect = 7500;
        HandshakeRig rig(spec);
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
        HandshakeRig rig;
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
        HandshakeRig rig;
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
        HandshakeRig rig;
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
        HandshakeRig rig;
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
        HandshakeRig rig;
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
        HandshakeRig rig;
        rig.peer.untaken = std::nullopt;
        rig.serveLegacy();
        QVERIFY(rig.initialize());
        QVERIFY(rig.timer.elapsed() >= 950 && rig.timer.elapsed() < 2000);
    }

    void unreadBytesAreNamedInTheTimeout()
    {
        ServerSpec spec;
        spec.timeouts.connect = 300;
        HandshakeRig rig(spec);
        rig.peer.untaken = 200;
        const Error error = rig.initialize().error();
        QCOMPARE(error.kind, Error::Kind::Timeout);
        QVERIFY2(error.message.contains(u"has not read"), qPrintable(error.message));
        QCOMPARE(rig.log(), u"1 newline server/discover"_s);
    }

    void anErrorWithoutIdIsNamedInTheTimeout()
    {
        ServerSpec spec;
        spec.timeouts.connect = 300;
        HandshakeRig rig(spec);
        rig.peer.onMessage = [&](const auto &) {
            rig.peer.send(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"eh?"}})");
        };
        const Error error = rig.initialize().error();
        QVERIFY2(error.message.contains(u"eh?"), qPrintable(error.message));
    }

    // A hybrid reads both framings and always writes headers: newline stays.
    void answerInHeadersToANewlineRequest()
    {
        HandshakeRig rig;
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
        HandshakeRig rig(spec);
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
        HandshakeRig rig(spec);
        rig.peer.onStart = [&](int) {
            rig.peer.send(R"({"jsonrpc":"2.0","method":"notifications/message"})",
                          Framing::ContentLength);
        };
        QCOMPARE(rig.initialize().error().kind, Error::Kind::Timeout);
        QCOMPARE(rig.peer.log().constLast(), u"2 content-length initialize"_s);
    }

    void exitBeforeReadingFailsWithItsReason()
    {
        HandshakeRig rig;
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
        HandshakeRig rig;
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
        HandshakeRig rig;
        rig.peer.onMessage = [&](const auto &) {
            QTimer::singleShot(50, &rig.peer, [&] { rig.peer.exit(1); });
        };
        QCOMPARE(rig.initialize().error().kind, Error::Kind::Transport);
        QCOMPARE(rig.peer.processCount(), 3);
    }

    void headersFromTheFirstByte()
    {
        HandshakeRig rig(specWith(FramingSetting::ContentLength, EraSetting::Auto));
        rig.peer.onMessage = [&](const auto &sent) { rig.peer.answer(sent, discovered); };
        QVERIFY(rig.initialize());
        QCOMPARE(rig.log(), u"1 content-length server/discover"_s);
    }

    void noConnectTimeoutWhenItIsZero()
    {
        ServerSpec spec;
        spec.timeouts.connect = 0;
        HandshakeRig rig(spec);
        rig.peer.untaken = 200;
        QVERIFY(!rig.initialize({}, 600));
        QCOMPARE(rig.server.state(), Server::State::Running);
    }

    void everyStepIsVisible()
    {
        HandshakeRig rig;
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

QTEST_GUILESS_MAIN(TestFramingSearch)
#include "tst_framingsearch.moc"
