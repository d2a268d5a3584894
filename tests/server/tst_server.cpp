// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "serverprobe.h"

#include "server/stderrlog.h"
#include "server/tracelog.h"
#include "support/testprocess.h"

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <csignal>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;
using State = Server::State;

/// A server's life with real processes.
class TestServer : public QObject
{
    Q_OBJECT

private slots:
    void startAndStop();
    void afterTheReference();
    void restart();
    void startWhileStopping();
    void stopWhileStarting();
    void stopCallsOffTheRestart();
    void programNotFound();
    void endsUnexpectedly_data();
    void endsUnexpectedly();
    void failureTellsThisRunOnly();
    void startAgainForgets();
    void sendsAndReceives();
    void sendNeedsAProcess();
    void configuredFraming();
    void invalidAnswerIsDelivered();
    void warnings();
    void specChanges();
    void destructionLeavesNoProcess();
    void deletedInASlot_data();
    void deletedInASlot();
};

void TestServer::startAndStop()
{
    ServerProbe probe(ServerProbe::shell(u"exec cat"_s));
    QCOMPARE(probe.server.startedAt(), qint64(0));
    QCOMPARE(probe.server.processId(), qint64(0));
    probe.server.start();
    probe.server.start();
    QVERIFY(probe.server.state() == State::Starting);
    QCOMPARE(probe.server.step(), u"starting the program"_s);
    QVERIFY(probe.waitForState(State::Running));
    QVERIFY(probe.server.isRunning());
    QCOMPARE(probe.server.step(), QString());
    const qint64 pid = probe.server.processId();
    QVERIFY(processExists(pid));
    QVERIFY(probe.server.startedAt() > 0);
    probe.server.stop();
    QVERIFY(probe.server.state() == State::Stopping);
    QCOMPARE(probe.ends.size(), 1); // at once: no answer will come
    QCOMPARE(probe.ends[0].kind, Error::Kind::Transport);
    QVERIFY(probe.waitForState(State::Stopped));
    QVERIFY(!processExists(pid));
    probe.server.stop();
    QCOMPARE(probe.stateNames(), u"Starting Running Stopping Stopped"_s);
    QCOMPARE(probe.starts, 1);
    QCOMPARE(probe.ends.size(), 1);
    QCOMPARE(probe.server.launchCount(), 1);
    QCOMPARE(probe.events(),
             QStringList({ u"starting /bin/sh -c 'exec cat', writing newline frames"_s,
                           u"process %1 started"_s.arg(pid), u"the process was stopped"_s }));
}

void TestServer::afterTheReference()
{
    Server server(u"/bin/cat"_s, {});
    QCOMPARE(server.name(), u"/bin/cat"_s);
    QSignalSpy received(&server, &Server::messageReceived);
    server.start();
    QTRY_VERIFY(server.isRunning());
    QCOMPARE(server.nextRequestId(), 1);
    QCOMPARE(server.nextRequestId(), 2);
    QVERIFY(server.sendMessage(Message::request(MessageId(3), u"ping")));
    QTRY_COMPARE(received.size(), 1);
}

void TestServer::restart()
{
    ServerProbe probe(ServerProbe::shell(u"exec cat"_s));
    probe.server.restart(); // not running: a start
    QVERIFY(probe.waitForState(State::Running));
    const qint64 first = probe.server.processId();
    probe.server.restart();
    QTRY_COMPARE(probe.starts, 2);
    QVERIFY(probe.server.processId() != first);
    QVERIFY(!processExists(first));
    QCOMPARE(probe.stateNames(), u"Starting Running Stopping Stopped Starting Running"_s);
    QCOMPARE(probe.ends.size(), 1);
}

void TestServer::startWhileStopping()
{
    ServerProbe probe(ServerProbe::shell(u"exec cat"_s));
    probe.server.start();
    QVERIFY(probe.waitForState(State::Running));
    probe.server.stop();
    probe.server.start();
    QTRY_COMPARE(probe.starts, 2);
}

void TestServer::stopWhileStarting()
{
    ServerProbe probe(ServerProbe::shell(u"exec cat"_s));
    probe.server.start();
    probe.server.stop();
    QVERIFY(probe.waitForState(State::Stopped));
    QCOMPARE(probe.starts, 0);
    QCOMPARE(probe.stateNames(), u"Starting Stopping Stopped"_s);

    ServerProbe missing([] {
        ServerSpec spec;
        spec.launch.command = u"/nowhere/x"_s;
        return spec;
    }());
    missing.server.start();
    missing.server.stop();
    QVERIFY(missing.waitForState(State::Stopped));
}

void TestServer::stopCallsOffTheRestart()
{
    ServerProbe probe(ServerProbe::shell(u"exec cat"_s));
    probe.server.start();
    QVERIFY(probe.waitForState(State::Running));
    probe.server.restart();
    probe.server.stop();
    QVERIFY(probe.waitForState(State::Stopped));
    QTest::qWait(20);
    QVERIFY(probe.server.state() == State::Stopped);
    QCOMPARE(probe.starts, 1);
}

void TestServer::programNotFound()
{
    ServerSpec spec;
    spec.launch.command = u"no-such-program"_s;
    spec.launch.arguments = { u"a b"_s };
    spec.launch.environment.append({ u"PATH"_s, u"/nowhere/a:/nowhere/b"_s });
    ServerProbe probe(spec);
    probe.server.start();
    QVERIFY(probe.waitForState(State::Failed));
    const ServerFailure &failure = probe.server.failure();
    QCOMPARE(failure.step, u"starting the program"_s);
    QVERIFY(failure.error.message.contains("/nowhere/a, /nowhere/b"_L1));
    QCOMPARE(failure.commandLine, u"no-such-program 'a b'"_s);
    QVERIFY(failure.advice.contains("full path"_L1));
    QVERIFY(!failure.exitCode);
    QCOMPARE(probe.starts, 0);
    QCOMPARE(probe.ends.size(), 1);
    QCOMPARE(probe.stateNames(), u"Starting Failed"_s);
    probe.server.stop(); // the failure stays to be read
    QVERIFY(probe.server.state() == State::Failed);
}

void TestServer::endsUnexpectedly_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("signal");

    QTest::newRow("exit code") << u"exit 3"_s << u"The server exited with code 3."_s << 3 << -1;
    QTest::newRow("signal") << u"kill -SEGV $$"_s
                            << u"The server was ended by signal 11 (SIGSEGV)."_s << -1 << SIGSEGV;
    QTest::newRow("output closed")
            << u"exec >&-; exec sleep 1000"_s
            << u"The server closed its output but went on running, so it was ended."_s << -1
            << SIGTERM;
}

void TestServer::endsUnexpectedly()
{
    QFETCH(QString, script);
    QFETCH(int, exitCode);
    QFETCH(int, signal);
    const QString noise = u"i=0; while [ $i -lt 30 ]; do i=$((i+1)); echo line $i >&2; done; "
                          "printf unfinished >&2; "_s;
    ServerProbe probe(ServerProbe::shell(noise + script));
    probe.server.start();
    QVERIFY(probe.waitForState(State::Failed));
    const ServerFailure &failure = probe.server.failure();
    QTEST(failure.error.message, "message");
    QCOMPARE(failure.exitCode.value_or(-1), exitCode);
    QCOMPARE(failure.signal.value_or(-1), signal);
    QCOMPARE(failure.stderrTail.size(), 20);
    QCOMPARE(failure.stderrTail.first(), u"line 12"_s);
    QCOMPARE(failure.stderrTail.last(), u"unfinished"_s);
    QCOMPARE(probe.stateNames(), u"Starting Running Failed"_s);
    QCOMPARE(probe.ends.size(), 1);
    const Error &error = probe.ends[0];
    QTEST(error.message, "message");
    QCOMPARE(error.data.value("exitCode").toInteger().value_or(-1), qint64(exitCode));
    QCOMPARE(error.data.value("signal").toInteger().value_or(-1), qint64(signal));
    QCOMPARE(error.data.value("stderr").count(), 20);
    QVERIFY(!probe.server.connection());
    QVERIFY(!probe.server.sendMessage(Message::notification(u"x")));
}

void TestServer::failureTellsThisRunOnly()
{
    ServerSpec spec = ServerProbe::shell(u"echo first run >&2; exit 1"_s);
    ServerProbe probe(spec);
    probe.server.start();
    QVERIFY(probe.waitForState(State::Failed));
    QCOMPARE(probe.server.failure().stderrTail, QStringList({ u"first run"_s }));
    spec.launch.arguments[1] = u"exit 1"_s;
    probe.server.setSpec(spec);
    probe.server.start();
    QVERIFY(probe.waitForState(State::Failed));
    QCOMPARE(probe.server.failure().stderrTail, QStringList());
    QCOMPARE(probe.server.stderrLog()->count(), 1); // the log goes on
}

void TestServer::startAgainForgets()
{
    ServerProbe probe(ServerProbe::shell(u"echo hello; read go; exit 2"_s));
    probe.server.start();
    QTRY_COMPARE(probe.server.warnings().size(), 1);
    probe.server.sendMessage(Message::notification(u"go"));
    QVERIFY(probe.waitForState(State::Failed));
    probe.server.start();
    QVERIFY(probe.server.warnings().isEmpty());
    QVERIFY(probe.server.failure().error.message.isEmpty());
    QTRY_COMPARE(probe.server.warnings().size(), 1); // said anew, since it was done anew
}

void TestServer::sendsAndReceives()
{
    ServerProbe probe(ServerProbe::shell(u"exec cat"_s));
    probe.server.start();
    QVERIFY(probe.waitForState(State::Running));
    const Message request =
            Message::request(MessageId(1), u"tools/call", RawJson::fromText("{\"x\": 1.0}"));
    QVERIFY(probe.server.sendMessage(request, u"a note"_s));
    QVERIFY(probe.waitForMessages(1));
    QCOMPARE(probe.messages[0].payload(), request.payload());
    const TraceLog *trace = probe.server.trace();
    QCOMPARE(trace->at(2).note, u"a note"_s);
    QVERIFY(trace->at(2).direction == TraceEntry::Direction::Sent);
    QVERIFY(trace->at(3).direction == TraceEntry::Direction::Received);
    QCOMPARE(probe.server.untakenBytes(), std::optional<qint64>(0));
    probe.server.setFraming(Framing::ContentLength);
    QVERIFY(probe.server.framing() == Framing::ContentLength);
    QVERIFY(probe.server.sendMessage(request));
    QVERIFY(probe.waitForMessages(2));
    QVERIFY(probe.server.receivedFraming() == Framing::ContentLength);
    QCOMPARE(probe.messages[1].payload(), request.payload());
    QVERIFY(probe.events().contains(u"writing content-length frames from now on"_s));
}

void TestServer::sendNeedsAProcess()
{
    ServerProbe probe(ServerProbe::shell(u"exec cat"_s));
    const Message message = Message::notification(u"x");
    QVERIFY(!probe.server.sendMessage(message));
    QCOMPARE(probe.server.untakenBytes(), std::nullopt);
    probe.server.start();
    QVERIFY(!probe.server.sendMessage(message));
    QVERIFY(probe.waitForState(State::Running));
    QVERIFY(probe.server.sendMessage(message));
    probe.server.stop();
    QVERIFY(!probe.server.sendMessage(message));
    for (int i = 0; i < probe.server.trace()->count(); ++i)
        QVERIFY(probe.server.trace()->at(i).message.method() != "x"_L1 || i == 2);
}

void TestServer::configuredFraming()
{
    ServerSpec spec = ServerProbe::shell(u"exec cat >&2"_s);
    spec.framing = FramingSetting::ContentLength;
    ServerProbe probe(spec);
    QVERIFY(probe.server.framing() == Framing::ContentLength);
    probe.server.start();
    QVERIFY(probe.waitForState(State::Running));
    probe.server.sendMessage(Message::notification(u"Zürich"));
    QTRY_VERIFY(probe.server.stderrLog()->hasPartialLine());
    const QString written = probe.server.stderrLog()->tail(9).join(u'\n');
    QVERIFY(written.startsWith("Content-Length: "_L1));
    QVERIFY(written.contains("Z\\u00fcrich"_L1));
    probe.server.stop();
    QVERIFY(probe.waitForState(State::Stopped));
    spec.asciiOnlyHeaders = false;
    probe.server.setSpec(spec);
    probe.server.start();
    QVERIFY(probe.waitForState(State::Running));
    probe.server.sendMessage(Message::notification(u"Zürich"));
    QTRY_VERIFY(probe.server.stderrLog()->tail(1).value(0).contains(u"Zürich"_s));
}

void TestServer::invalidAnswerIsDelivered()
{
    ServerProbe probe(ServerProbe::shell(
            u"echo '{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":{'; echo '{\"x\":'; exec cat"_s));
    probe.server.start();
    QVERIFY(probe.waitForMessages(1));
    QVERIFY(!probe.messages[0].isValid());
    QCOMPARE(probe.messages[0].id().toInteger(), std::optional<qint64>(4));
    QTRY_COMPARE(probe.server.trace()->violationCount(), quint64(2));
    QCOMPARE(probe.messages.size(), 1);
}

void TestServer::warnings()
{
    Server server(ServerProbe::shell(u"exec cat"_s));
    QSignalSpy changed(&server, &Server::warningsChanged);
    server.addWarning(u"one"_s);
    server.addWarning(u"two"_s);
    server.addWarning(u"one"_s);
    QCOMPARE(server.warnings(), QStringList({ u"one"_s, u"two"_s }));
    QCOMPARE(changed.size(), 2);
    for (int i = 0; i < 1000; ++i)
        server.addWarning(QString::number(i));
    QCOMPARE(server.warnings().size(), 101);
    QVERIFY(server.warnings().last().contains("more"_L1));
    Server other(ServerProbe::shell(u"exec cat"_s)); // texts of a server may be part of them
    other.addWarning(QString(5'000'000, u'x'));
    QVERIFY(other.warnings().first().size() <= 2001);
}

void TestServer::specChanges()
{
    ServerProbe probe(ServerProbe::shell(
            u"i=0; while [ $i -lt 50 ]; do i=$((i+1)); echo $i >&2; done; exec cat"_s));
    QSignalSpy changed(&probe.server, &Server::specChanged);
    probe.server.start();
    QTRY_COMPARE(probe.server.stderrLog()->count(), 50);
    ServerSpec spec = probe.server.spec();
    probe.server.setSpec(spec);
    QCOMPARE(changed.size(), 0);
    spec.name = u"other"_s;
    spec.stderrLines = 10;
    probe.server.setSpec(spec);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(probe.server.name(), u"other"_s);
    QCOMPARE(probe.server.stderrLog()->count(), 10);
    QVERIFY(probe.server.isRunning());
}

void TestServer::destructionLeavesNoProcess()
{
    auto probe = std::make_unique<ServerProbe>(
            ServerProbe::fake({ u"ignore-sigterm"_s, u"ignore-eof"_s, u"grandchild"_s }));
    probe->server.start();
    QTRY_VERIFY(probe->server.stderrLog()->count() > 0);
    const qint64 grandchild =
            QString::fromUtf8(probe->server.stderrLog()->at(0).text).section(u' ', -1).toLongLong();
    const qint64 pid = probe->server.processId();
    QVERIFY(processExists(pid) && processExists(grandchild));
    probe.reset();
    QVERIFY(!processExists(pid));
    QTRY_VERIFY(!processExists(grandchild));
}

void TestServer::deletedInASlot_data()
{
    QTest::addColumn<QString>("when");
    for (const char *when : { "message", "started", "ended", "batch" })
        QTest::newRow(when) << QString::fromLatin1(when);
}

void TestServer::deletedInASlot()
{
    QFETCH(QString, when);
    auto *server = new Server(
            ServerProbe::shell(u"echo '[{\"method\":\"a\"},{\"method\":\"b\"}]'; echo noise; "
                               "echo '{\"method\":\"c\"}'; echo x >&2; exit 1"_s));
    QSignalSpy gone(server, &QObject::destroyed);
    const auto remove = [server] { delete server; };
    if (when == "message"_L1)
        connect(server, &Server::messageReceived, this, [server](const Message &message) {
            if (message.method() == "c"_L1)
                delete server;
        });
    else if (when == "batch"_L1)
        connect(server, &Server::messageReceived, this, remove);
    else if (when == "started"_L1)
        connect(server, &Server::processStarted, this, remove);
    else
        connect(server, &Server::processEnded, this, remove);
    server->start();
    QTRY_COMPARE(gone.size(), 1);
}

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
