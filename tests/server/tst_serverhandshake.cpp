// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "serverprobe.h"

#include "server/stderrlog.h"
#include "support/testprocess.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;
using State = Server::State;

/// What a handshake asks of a server, and what becomes of a server that fails by itself.
class TestServerHandshake : public QObject
{
    Q_OBJECT

private slots:
    void ready();
    void relaunch();
    void relaunchAfterTheAttemptEnded();
    void relaunchOfADeafServer();
    void attemptEndedThenFail();
    void attemptEndedThenStop();
    void startedAgainWhileItStops();
    void failWhileRunning();
    void failWhenReadyStopsPolitely();
    void startAfterFail();
    void startAnewWhileStopping();
    void restartsByItselfAndGivesUp();
    void stopEndsWaitingForTheRestart();
    void noRestartOfWhatCannotStart();
};

void TestServerHandshake::ready()
{
    ServerProbe probe(ServerProbe::shell(u"exec cat"_s));
    ConnectionInfo connection;
    probe.server.setReady(connection); // no process: nothing
    QVERIFY(probe.server.state() == State::Stopped);
    probe.server.start();
    QVERIFY(probe.waitForState(State::Running));
    probe.server.setHandshakeActive(true);
    probe.server.setStep(u"waiting for the answer to initialize"_s);
    QCOMPARE(probe.server.step(), u"waiting for the answer to initialize"_s);
    probe.server.setReady(connection);
    QVERIFY(probe.server.state() == State::Ready);
    QVERIFY(probe.server.connection());
    QCOMPARE(probe.server.step(), QString());
    QVERIFY(probe.events().contains(u"waiting for the answer to initialize"_s));
    QVERIFY(probe.events().last().startsWith("connected: legacy revision 2025-11-25"_L1));
    probe.server.stop();
    QVERIFY(!probe.server.connection());
    QVERIFY(probe.waitForState(State::Stopped));
}

void TestServerHandshake::relaunch()
{
    ServerProbe probe(ServerProbe::shell(u"exec cat"_s));
    probe.server.start();
    QVERIFY(probe.waitForState(State::Running));
    const qint64 first = probe.server.processId();
    probe.server.setHandshakeActive(true);
    probe.server.relaunch(Framing::ContentLength);
    QVERIFY(probe.server.state() == State::Starting);
    QTRY_COMPARE(probe.starts, 2);
    QVERIFY(!processExists(first));
    QVERIFY(probe.server.framing() == Framing::ContentLength);
    QCOMPARE(probe.stateNames(), u"Starting Running Starting Running"_s);
    QCOMPARE(probe.ends.size(), 0);
    QCOMPARE(probe.attemptEnds.size(), 0);
    QCOMPARE(probe.server.launchCount(), 2);
}

void TestServerHandshake::relaunchAfterTheAttemptEnded()
{
    ServerProbe probe(ServerProbe::shell(u"echo why >&2; read go; exit 1"_s));
    connect(&probe.server, &Server::processStarted, &probe, [&] {
        probe.server.setHandshakeActive(true);
        probe.server.sendMessage(Message::notification(u"go"));
    });
    connect(&probe.server, &Server::attemptEnded, &probe,
            [&](const CloseReason &reason, const Error &error) {
                QCOMPARE(reason.exitCode, 1);
                QCOMPARE(error.data.value("stderr").elements().value(0).toString(), u"why"_s);
                if (probe.attemptEnds.size() < 3)
                    probe.server.relaunch(Framing::Newline);
            });
    probe.server.start();
    QTRY_COMPARE(probe.attemptEnds.size(), 3);
    QCOMPARE(probe.starts, 3);
    QCOMPARE(probe.ends.size(), 0);
    QVERIFY(probe.server.state() == State::Running); // it is for the handshake to say
}

void TestServerHandshake::relaunchOfADeafServer()
{
    ServerProbe probe(ServerProbe::fake({ u"ignore-sigterm"_s, u"ignore-eof"_s, u"grandchild"_s }));
    probe.server.start();
    QTRY_VERIFY(probe.server.stderrLog()->count() > 0);
    const qint64 grandchild =
            QString::fromUtf8(probe.server.stderrLog()->at(0).text).section(u' ', -1).toLongLong();
    const qint64 pid = probe.server.processId();
    probe.server.relaunch(Framing::Newline);
    QTRY_COMPARE(probe.starts, 2);
    QVERIFY(!processExists(pid));
    QTRY_VERIFY(!processExists(grandchild));
}

void TestServerHandshake::attemptEndedThenFail()
{
    ServerProbe probe(ServerProbe::shell(u"read go; echo last words >&2; exit 9"_s));
    probe.server.start();
    QVERIFY(probe.waitForState(State::Running));
    probe.server.setHandshakeActive(true);
    probe.server.sendMessage(Message::notification(u"go"));
    QTRY_COMPARE(probe.attemptEnds.size(), 1);
    probe.server.fail(u"connecting"_s, Error::protocol(u"It does not want to."_s), u"Ask."_s);
    QVERIFY(probe.server.state() == State::Failed);
    const ServerFailure &failure = probe.server.failure();
    QCOMPARE(failure.step, u"connecting"_s);
    QCOMPARE(failure.error.message, u"It does not want to."_s);
    QCOMPARE(failure.exitCode, std::optional(9));
    QCOMPARE(failure.stderrTail, QStringList({ u"last words"_s }));
    QCOMPARE(failure.advice, u"What it wrote to stderr should tell why. Ask."_s);
    QCOMPARE(probe.ends.size(), 1);
}

void TestServerHandshake::attemptEndedThenStop()
{
    ServerProbe probe(ServerProbe::shell(u"read go; exit 9"_s));
    probe.server.start();
    QVERIFY(probe.waitForState(State::Running));
    probe.server.setHandshakeActive(true);
    probe.server.sendMessage(Message::notification(u"go"));
    QTRY_COMPARE(probe.attemptEnds.size(), 1);
    probe.server.stop();
    QVERIFY(probe.server.state() == State::Stopped);
    QCOMPARE(probe.ends.size(), 1);
}

/// By somebody who hears that it stops: what ends then is the process that is gone.
void TestServerHandshake::startedAgainWhileItStops()
{
    ServerProbe probe(ServerProbe::shell(u"read go; exit 9"_s));
    probe.server.start();
    QVERIFY(probe.waitForState(State::Running));
    probe.server.setHandshakeActive(true);
    probe.server.sendMessage(Message::notification(u"go"));
    QTRY_COMPARE(probe.attemptEnds.size(), 1);
    bool wasEnded = false;
    connect(&probe.server, &Server::stateChanged, &probe, [&](State state) {
        if (state == State::Stopped || state == State::Stopping)
            probe.server.start();
        else if (state == State::Starting)
            wasEnded = !probe.ends.isEmpty();
    });
    probe.server.stop();
    QVERIFY(wasEnded);
    QCOMPARE(probe.ends.size(), 1);
    QVERIFY(probe.waitForState(State::Running));
    QCOMPARE(probe.starts, 2);
}

void TestServerHandshake::failWhileRunning()
{
    ServerProbe probe(ServerProbe::fake({ u"ignore-eof"_s }));
    probe.server.start();
    QVERIFY(probe.waitForState(State::Running));
    const qint64 pid = probe.server.processId();
    probe.server.fail(u"connecting"_s, Error::timeout(u"No answer within 2 s."_s), u"Wait."_s);
    QVERIFY(probe.server.state() == State::Stopping);
    QCOMPARE(probe.ends.size(), 1);
    QCOMPARE(probe.ends[0].kind, Error::Kind::Timeout);
    QVERIFY(probe.waitForState(State::Failed));
    QVERIFY(!processExists(pid));
    QCOMPARE(probe.server.failure().error.message, u"No answer within 2 s."_s);
    QCOMPARE(probe.server.failure().advice, u"Wait."_s);
    QCOMPARE(probe.ends.size(), 1);
    // Too late for anything else.
    probe.server.fail(u"again"_s, Error::timeout(u"x"_s));
    probe.server.relaunch(Framing::Newline);
    QCOMPARE(probe.server.failure().step, u"connecting"_s);
    QVERIFY(probe.server.state() == State::Failed);
}

void TestServerHandshake::failWhenReadyStopsPolitely()
{
    ServerProbe probe(ServerProbe::shell(u"trap 'echo term >&2' TERM; cat; echo eof >&2"_s));
    probe.server.start();
    QVERIFY(probe.waitForState(State::Running));
    probe.server.setReady({});
    probe.server.fail(u"subscribing"_s, Error::protocol(u"x"_s));
    QVERIFY(probe.waitForState(State::Failed));
    QCOMPARE(probe.server.failure().stderrTail, QStringList({ u"eof"_s }));
}

void TestServerHandshake::startAfterFail()
{
    ServerProbe probe(ServerProbe::shell(u"exec cat"_s));
    probe.server.start();
    QVERIFY(probe.waitForState(State::Running));
    probe.server.fail(u"connecting"_s, Error::timeout(u"x"_s));
    probe.server.start(); // as soon as it is gone
    QTRY_COMPARE(probe.starts, 2);
    QCOMPARE(probe.stateNames(), u"Starting Running Stopping Failed Starting Running"_s);
}

void TestServerHandshake::startAnewWhileStopping()
{
    // A handshake that begins while the earlier process is going belongs to the next one: the end
    // of the earlier is no news to it.
    ServerProbe probe(ServerProbe::shell(u"exec cat"_s));
    probe.server.start();
    QVERIFY(probe.waitForState(State::Running));
    probe.server.restart();
    QCOMPARE(probe.ends.size(), 1);
    probe.server.setHandshakeActive(true);
    QTRY_COMPARE(probe.starts, 2);
    QCOMPARE(probe.ends.size(), 1);
}

void TestServerHandshake::restartsByItselfAndGivesUp()
{
    ServerSpec spec = ServerProbe::shell(u"exit 4"_s);
    spec.autoRestart = true;
    ServerProbe probe(spec);
    probe.server.start();
    QVERIFY(probe.waitForState(State::Failed));
    QCOMPARE(probe.server.step(), u"starting again in 1 s"_s);
    QTRY_COMPARE(probe.server.launchCount(), 2);
    QVERIFY(probe.waitForState(State::Failed));
    QCOMPARE(probe.server.step(), QString());
    QVERIFY2(probe.server.failure().advice.startsWith("It ended twice within 10 seconds"_L1),
             qPrintable(probe.server.failure().advice));
    QCOMPARE(probe.events().filter(u"not started again by itself"_s).size(), 1);
    QCOMPARE(probe.stateNames(), u"Starting Running Failed Starting Running Failed"_s);
    QCOMPARE(probe.ends.size(), 2);
    QTest::qWait(50);
    QCOMPARE(probe.server.launchCount(), 2);
    probe.server.start(); // by hand it begins anew
    QVERIFY(probe.waitForState(State::Failed));
    QCOMPARE(probe.server.step(), u"starting again in 1 s"_s);
}

void TestServerHandshake::stopEndsWaitingForTheRestart()
{
    ServerSpec spec = ServerProbe::shell(u"exit 4"_s);
    spec.autoRestart = true;
    ServerProbe probe(spec);
    probe.server.start();
    QVERIFY(probe.waitForState(State::Failed));
    probe.server.stop();
    QVERIFY(probe.server.state() == State::Stopped);
    QCOMPARE(probe.server.step(), QString());
    QTest::qWait(1200); // longer than the restart would have taken
    QCOMPARE(probe.server.launchCount(), 1);
}

void TestServerHandshake::noRestartOfWhatCannotStart()
{
    ServerSpec spec;
    spec.launch.command = u"/nowhere/x"_s;
    spec.autoRestart = true;
    ServerProbe probe(spec);
    probe.server.start();
    QVERIFY(probe.waitForState(State::Failed));
    QCOMPARE(probe.server.step(), QString());
}

QTEST_GUILESS_MAIN(TestServerHandshake)
#include "tst_serverhandshake.moc"
