// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transportprobe.h"

#include "support/testprocess.h"

#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtTest/qtest.h>

#include <csignal>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;
using How = CloseReason::How;

namespace {

/// Outlives the stages of a test: whoever waits for them all waits in vain.
constexpr int never = 600'000;

/// A grandchild that ignores everything but SIGKILL; its pid goes to stderr.
const QString deafGrandchild =
        u"(trap '' TERM HUP INT; echo \"grandchild $(exec sh -c 'echo $PPID')\" >&2; while :; do sleep 0.05; done) & "_s;

int openDescriptors()
{
    return int(QDir(u"/proc/self/fd"_s)
                       .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                       .size());
}

} // namespace

/// How children are ended: in stages, as a group, leaving nothing behind.
class TestStopping : public QObject
{
    Q_OBJECT

private slots:
    void endOfInputIsEnough();
    void stagesComeInOrder();
    void stages_data();
    void stages();
    void terminateSkipsThePolitePart();
    void terminateKillsSoonAfter();
    void terminateHastensAStop();
    void stopBeforeItHasStarted();
    void stopTwiceAndWhenClosed();
    void grandchildrenGoToo_data();
    void grandchildrenGoToo();
    void restOfTheGroupIsAskedFirst();
    void daemonIsLetGo();
    void destructorKillsAtOnce();
    void nothingLeaks();
};

void TestStopping::endOfInputIsEnough()
{
    TransportProbe probe(u"cat; echo bye >&2"_s);
    StopTimes times;
    times.afterInputClosed = never;
    probe.transport.setStopTimes(times);
    probe.transport.start();
    QVERIFY(probe.waitForStart());
    probe.transport.stop();
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.end().how, How::Stopped);
    QCOMPARE(probe.end().signal, 0);
    QCOMPARE(probe.end().message, u"was stopped"_s);
    QCOMPARE(probe.diagnostics, "bye\n");
}

void TestStopping::stagesComeInOrder()
{
    TransportProbe probe(u"trap 'echo term >&2' TERM; echo ready >&2; cat; echo eof >&2; "
                         "while :; do sleep 0.01; done"_s);
    StopTimes times;
    times.afterInputClosed = 150;
    times.afterTerminate = 250;
    probe.transport.setStopTimes(times);
    probe.transport.start();
    QVERIFY(probe.waitForDiagnostics("ready"));
    QElapsedTimer timer;
    timer.start();
    probe.transport.stop();
    QVERIFY(probe.waitForDiagnostics("term"));
    QVERIFY(timer.elapsed() >= 140); // timers may be 5 % early
    QVERIFY(probe.waitForEnd());
    QVERIFY(timer.elapsed() >= 370);
    const qsizetype eof = probe.diagnostics.indexOf("\neof\n");
    QVERIFY(eof > 0 && probe.diagnostics.indexOf("term\n") > eof);
    QCOMPARE(probe.end().how, How::Stopped);
    QCOMPARE(probe.end().signal, SIGKILL);
}

void TestStopping::stages_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("message");

    QTest::newRow("spins at end of input")
            << u"echo ready >&2; while :; do read x; done"_s << u"was stopped by SIGTERM"_s;
    QTest::newRow("ignores end of input, exits at SIGTERM")
            << u"trap 'exit 7' TERM; echo ready >&2; while :; do sleep 0.01; done"_s
            << u"was stopped by SIGTERM"_s;
    QTest::newRow("ignores both") << u"trap '' TERM; echo ready >&2; while :; do sleep 0.05; done"_s
                                  << u"was stopped by SIGKILL"_s;
    QTest::newRow("stopped by job control")
            << u"echo ready >&2; kill -STOP $$; cat"_s << u"was stopped by SIGKILL"_s;
}

void TestStopping::stages()
{
    QFETCH(QString, script);
    TransportProbe probe(script);
    probe.transport.start();
    QVERIFY(probe.waitForDiagnostics("ready"));
    const qint64 pid = probe.transport.processId();
    probe.transport.stop();
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.end().how, How::Stopped);
    QTEST(probe.end().message, "message");
    QVERIFY(!processExists(pid));
}

void TestStopping::terminateSkipsThePolitePart()
{
    TransportProbe probe(u"trap 'echo term >&2; exit 0' TERM; echo ready >&2; "
                         "while :; do sleep 0.01; done"_s);
    StopTimes times;
    times.afterInputClosed = never;
    times.afterTerminateNow = never;
    probe.transport.setStopTimes(times);
    probe.transport.start();
    QVERIFY(probe.waitForDiagnostics("ready"));
    probe.transport.terminate();
    QVERIFY(probe.waitForEnd());
    QVERIFY(probe.diagnostics.endsWith("term\n"));
    QCOMPARE(probe.end().how, How::Stopped);
}

void TestStopping::terminateKillsSoonAfter()
{
    TransportProbe probe(u"trap '' TERM; echo ready >&2; while :; do sleep 0.05; done"_s);
    StopTimes times;
    times.afterTerminate = never;
    times.afterTerminateNow = 50;
    probe.transport.setStopTimes(times);
    probe.transport.start();
    QVERIFY(probe.waitForDiagnostics("ready"));
    probe.transport.terminate();
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.end().signal, SIGKILL);
}

void TestStopping::terminateHastensAStop()
{
    TransportProbe probe(u"trap '' TERM; echo ready >&2; while :; do sleep 0.05; done"_s);
    StopTimes times;
    times.afterInputClosed = never;
    times.afterTerminateNow = 50;
    probe.transport.setStopTimes(times);
    probe.transport.start();
    QVERIFY(probe.waitForDiagnostics("ready"));
    probe.transport.stop();
    probe.transport.terminate();
    QVERIFY(probe.waitForEnd());
}

void TestStopping::stopBeforeItHasStarted()
{
    TransportProbe probe(u"cat"_s);
    probe.transport.start();
    probe.transport.stop();
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.end().how, How::Stopped);
    probe.transport.start();
    probe.transport.terminate();
    QVERIFY(probe.waitForEnd(2));
    QCOMPARE(probe.end().how, How::Stopped);
}

void TestStopping::stopTwiceAndWhenClosed()
{
    TransportProbe probe(u"cat"_s);
    probe.transport.stop();
    probe.transport.terminate();
    probe.transport.start();
    QVERIFY(probe.waitForStart());
    probe.transport.stop();
    probe.transport.stop();
    QVERIFY(probe.waitForEnd());
    probe.transport.stop();
    probe.transport.terminate();
    QTest::qWait(20);
    QCOMPARE(probe.ends.size(), 1);
}

void TestStopping::grandchildrenGoToo_data()
{
    QTest::addColumn<QString>("leader");
    QTest::addColumn<bool>("stop");

    QTest::newRow("stopped, leader waits") << u"wait"_s << true;
    QTest::newRow("stopped, leader exits at end of input") << u"cat"_s << true;
    QTest::newRow("leader exits by itself") << u"exit 3"_s << false;
    QTest::newRow("leader crashes") << u"kill -SEGV $$"_s << false;
}

void TestStopping::grandchildrenGoToo()
{
    QFETCH(QString, leader);
    QFETCH(bool, stop);
    // The leader goes once the grandchild is known.
    TransportProbe probe(deafGrandchild + u"read go; "_s + leader);
    probe.transport.start();
    QVERIFY(probe.waitForDiagnostics("grandchild "));
    QVERIFY(probe.waitForDiagnostics("\n"));
    const qint64 grandchild = probe.number("grandchild ");
    QVERIFY(processExists(grandchild));
    probe.transport.send("{}");
    if (stop)
        probe.transport.stop();
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.end().how == How::Stopped, stop);
    QTRY_VERIFY(!processExists(grandchild));
}

void TestStopping::restOfTheGroupIsAskedFirst()
{
    TransportProbe probe(u"(trap 'echo saved >&2; exit 0' TERM; echo ready >&2; "
                         "while :; do sleep 0.01; done) & read go; exit 0"_s);
    StopTimes times;
    times.afterLeader = never;
    probe.transport.setStopTimes(times);
    probe.transport.start();
    QVERIFY(probe.waitForDiagnostics("ready"));
    probe.transport.send("{}");
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.end().how, How::Exited);
    QVERIFY2(probe.diagnostics.endsWith("saved\n"), probe.diagnostics.constData());
}

void TestStopping::daemonIsLetGo()
{
    // It has left the group on purpose and holds our pipes: neither may keep the end waiting.
    TransportProbe probe(
            u"setsid sh -c 'echo \"daemon $$\" >&2; exec sleep 1000' & read go; exit 0"_s);
    probe.transport.start();
    QVERIFY(probe.waitForDiagnostics("daemon "));
    QVERIFY(probe.waitForDiagnostics("\n"));
    const qint64 daemon = probe.number("daemon ");
    probe.transport.send("{}");
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.end().how, How::Exited);
    QVERIFY(processExists(daemon));
    ::kill(pid_t(daemon), SIGKILL);
}

void TestStopping::destructorKillsAtOnce()
{
    auto probe = std::make_unique<TransportProbe>(u"trap '' TERM; "_s + deafGrandchild
                                                  + u"while :; do sleep 0.05; done"_s);
    probe->transport.start();
    QVERIFY(probe->waitForDiagnostics("grandchild "));
    QVERIFY(probe->waitForDiagnostics("\n"));
    const qint64 child = probe->transport.processId();
    const qint64 grandchild = probe->number("grandchild ");
    probe.reset();
    QVERIFY(!processExists(child)); // reaped
    QTRY_VERIFY(!processExists(grandchild));
}

void TestStopping::nothingLeaks()
{
#ifndef Q_OS_LINUX
    QSKIP("counts in /proc");
#else
    TransportProbe probe(u"exec cat"_s);
    LaunchSpec missing;
    missing.command = u"/nowhere/program"_s;
    TransportProbe failing(missing);
    const auto cycle = [&](int number) {
        probe.starts = 0;
        probe.transport.start();
        QVERIFY(probe.waitForStart());
        if (number % 2 == 0)
            probe.transport.stop();
        else
            probe.transport.terminate();
        QVERIFY(probe.waitForEnd(number));
        failing.transport.start();
        QVERIFY(failing.waitForEnd(number));
        StdioTransport dropped(TransportProbe::shell(u"exec cat"_s));
        if (number % 10 == 0)
            dropped.start();
    };
    cycle(1);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const int before = openDescriptors();
    for (int i = 2; i <= 201; ++i)
        cycle(i);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(openDescriptors(), before);
    QVERIFY(childProcesses(QCoreApplication::applicationPid()).isEmpty());
#endif
}

QTEST_GUILESS_MAIN(TestStopping)
#include "tst_stopping.moc"
