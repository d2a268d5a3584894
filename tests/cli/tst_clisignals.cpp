// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/clirun.h"

#include "support/skip.h"
#include "support/testhome.h"
#include "support/testprocess.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qfile.h>
#include <QtTest/qtest.h>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

/// Ctrl+C and its relatives: politely the first time, at once the second.
class TestCliSignals : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void interrupted_data();
    void interrupted();
    void aTask();
    void whileConnecting();
    void twice();
    void whilePrinting_data();
    void whilePrinting();
    void killedOutright();

private:
    QByteArray trace() const
    {
        QFile file(m_trace);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<QProcess> startHeld(const QStringList &scenarios, QList<qint64> &children);
    static void send(const QProcess &process, int signal);

    std::unique_ptr<TestHome> m_home;
    QString m_trace;
};

void TestCliSignals::initTestCase()
{
#ifndef Q_OS_UNIX
    MCP_SKIP("signals are Unix's");
#endif
    m_home = std::make_unique<TestHome>();
    m_trace = m_home->path() + u"/trace"_s;
}

void TestCliSignals::send(const QProcess &process, int signal)
{
#ifdef Q_OS_UNIX
    ::kill(pid_t(process.processId()), signal);
#else
    Q_UNUSED(process)
    Q_UNUSED(signal)
#endif
}

/// A run whose call is under way and will never be answered.
std::unique_ptr<QProcess> TestCliSignals::startHeld(const QStringList &scenarios,
                                                    QList<qint64> &children)
{
    QFile::remove(m_trace);
    auto process = CliRun::start(fakeServer(scenarios + QStringList{ u"hold"_s })
                                 + QStringList{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s,
                                                u"echo"_s, u"--trace"_s, m_trace });
    const bool called = QTest::qWaitFor(
            [&] {
                QFile file(m_trace);
                return file.open(QIODevice::ReadOnly)
                       && file.readAll().contains("\"method\":\"tools/call\"");
            },
            20'000);
    if (!called)
        qWarning("the call was never sent");
    children = childProcesses(process->processId());
    return process;
}

void TestCliSignals::interrupted_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("exitCode");
#ifdef Q_OS_UNIX
    QTest::newRow("Ctrl+C") << SIGINT << 130;
    QTest::newRow("SIGTERM") << SIGTERM << 143;
    QTest::newRow("hangup") << SIGHUP << 129;
#endif
}

void TestCliSignals::interrupted()
{
    QFETCH(int, signal);
    QFETCH(int, exitCode);
    QList<qint64> children;
    const auto process = startHeld({}, children);
    QVERIFY(!children.isEmpty());
    send(*process, signal);
    const CliRun run = CliRun::ended(*process);
    QVERIFY2(run.exitCode == exitCode, run.all());
    QCOMPARE(run.errorCode(), u"interrupted"_s);
    QFile file(m_trace);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(file.readAll().contains("notifications/cancelled"), "the server was not told");
    for (const qint64 pid : children)
        QTRY_VERIFY(!processExists(pid));
}

/// The task is given up, and nothing that the server does about it is a fault.
void TestCliSignals::aTask()
{
    for (const QString &era : { u"legacy"_s, u"modern"_s }) {
        QFile::remove(m_trace);
        const auto process =
                CliRun::start(fakeServer({ u"everything"_s, u"task=stuck"_s }, { u"--era"_s, era })
                              + QStringList{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s,
                                             u"work"_s, u"--task"_s, u"--trace"_s, m_trace });
        QTRY_VERIFY_WITH_TIMEOUT(trace().contains("\"method\":\"tasks/get\""), 20'000);
        send(*process, 2);
        const CliRun run = CliRun::ended(*process);
        QVERIFY2(run.exitCode == 130, run.all());
        QVERIFY2(run.errors.contains("task cancelled"), run.all());
        QVERIFY2(!trace().contains("\"kind\":\"violation\""), trace());
    }
}

void TestCliSignals::whileConnecting()
{
    QFile::remove(m_trace); // of an earlier one
    const auto process =
            CliRun::start(fakeServer({ u"silent"_s })
                          + QStringList{ u"--method"_s, u"ping"_s, u"--trace"_s, m_trace });
    // Not at its first child: on the way to the server there are some that end at once.
    QTRY_VERIFY(trace().contains("\"direction\":\"sent\""));
    const QList<qint64> children = childProcesses(process->processId());
    QVERIFY(!children.isEmpty());
    send(*process, 2);
    const CliRun run = CliRun::ended(*process);
    QVERIFY2(run.exitCode == 130, run.all());
    QCOMPARE(run.errorCode(), u"interrupted"_s);
    for (const qint64 pid : children)
        QTRY_VERIFY(!processExists(pid));
}

void TestCliSignals::twice()
{
    QList<qint64> children;
    const auto process = startHeld({ u"ignore-eof"_s, u"ignore-sigterm"_s }, children);
    QElapsedTimer timer;
    timer.start();
    send(*process, 2);
    QTest::qWait(100);
    QVERIFY(process->state() == QProcess::Running); // it is being asked politely
    send(*process, 2);
    const CliRun run = CliRun::ended(*process);
    QVERIFY2(run.exitCode == 130, run.all());
    // Asked politely all the way it would take four seconds.
    QVERIFY2(timer.elapsed() < 3500, qPrintable(QString::number(timer.elapsed())));
    for (const qint64 pid : children)
        QTRY_VERIFY(!processExists(pid));
}

void TestCliSignals::whilePrinting_data()
{
    QTest::addColumn<int>("delay");
    for (const int delay : { 0, 2, 5, 10, 20, 40, 300 })
        QTest::addRow("%d ms", delay) << delay;
}

/// The reader has stopped to read: Ctrl+C ends the program all the same, whether it has begun to
/// write or is about to.
void TestCliSignals::whilePrinting()
{
    QFETCH(int, delay);
    QFile::remove(m_trace);
    QProcess shell;
    shell.start(
            u"sh"_s,
            { u"-c"_s, u"{ \"$0\" \"$@\" & echo $! >&2; wait $!; echo rc=$? >&2; } | sleep 20"_s,
              programPath(u"mcp-orchestrator-cli"_s), fakeServerPath(), u"--method=tools/call"_s,
              u"--tool-name=big"_s, u"--tool-arg=n=3000000"_s, u"--trace"_s, m_trace });
    QVERIFY(shell.waitForStarted());
    QByteArray errors;
    QVERIFY(QTest::qWaitFor(
            [&] { return (errors += shell.readAllStandardError()).contains('\n'); }));
    const qint64 pid = errors.split('\n').constFirst().toLongLong();
    QVERIFY(pid > 0);
    QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                QFile file(m_trace);
                return file.open(QIODevice::ReadOnly) && file.size() > 3'000'000;
            }(),
            20'000);
    QTest::qWait(delay); // the pipe is full after the longest at the latest
#ifdef Q_OS_UNIX
    ::kill(pid_t(pid), SIGTERM); // a shell's background jobs ignore SIGINT
#endif
    QVERIFY(QTest::qWaitFor(
            [&] { return (errors += shell.readAllStandardError()).contains("rc="); },
            10'000)); // well before the reader ends
    QVERIFY2(errors.contains("rc=143"), errors);
    shell.kill();
    shell.waitForFinished();
}

/// SIGKILL cannot be caught; the watchdog ends the server.
void TestCliSignals::killedOutright()
{
    QList<qint64> children;
    const auto process = startHeld({ u"ignore-eof"_s, u"ignore-sigterm"_s }, children);
    QVERIFY(!children.isEmpty());
    send(*process, 9);
    QVERIFY(process->waitForFinished());
    for (const qint64 pid : children)
        QTRY_VERIFY(!processExists(pid));
}

QTEST_GUILESS_MAIN(TestCliSignals)
#include "tst_clisignals.moc"
