// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/processwatchdog.h"

#include "support/testprocess.h"

#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qprocess.h>
#include <QtCore/qrandom.h>
#include <QtCore/quuid.h>
#include <QtTest/qtest.h>

#include <csignal>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 20'000;
constexpr int goneWithinMs = 1000; // the promise

/// Processes that have @p token on their command line.
QList<qint64> processesWith(const QByteArray &token)
{
    QList<qint64> found;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        QFile file(u"/proc/%1/cmdline"_s.arg(entry));
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(token))
            found.append(entry.toLongLong());
    }
    return found;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The program that starts children on command.
class Starter
{
public:
    Starter()
        : token(QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(MANY_CHILDREN), QStringList());
    }
    ~Starter() { kill(); }

    bool start(int count)
    {
        process.write("start " + QByteArray::number(count) + ' ' + token + '\n');
        const int expected = childCount() + count;
        return QTest::qWaitFor([&] { return childCount() >= expected; }, patienceMs);
    }
    int childCount()
    {
        output += process.readAllStandardOutput();
        return int(output.count("child "));
    }
    qint64 watchdog()
    {
        childCount();
        const qsizetype at = output.lastIndexOf("watchdog ");
        return at < 0 ? 0 : output.sliced(at + 9).split('\n')[0].toLongLong();
    }
    void kill()
    {
        process.kill();
        process.waitForFinished();
    }

    const QByteArray token;
    QProcess process;
    QByteArray output;
};

} // namespace

class TestProcessWatchdog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void killedProgramLeavesNothing();
    void normalEndLeavesNothingEither();
    void killedAtAnyMoment();
    void watchdogItself();
    void watchdogIsDeafToPoliteSignals();
    void killedWatchdogIsReplaced();
    void startInThisProgram();
};

void TestProcessWatchdog::initTestCase()
{
#ifndef Q_OS_LINUX
    QSKIP("looks into /proc");
#endif
}

void TestProcessWatchdog::killedProgramLeavesNothing()
{
    Starter starter;
    QVERIFY(starter.start(5));
    QTRY_VERIFY_WITH_TIMEOUT(processesWith(starter.token).size() >= 10, patienceMs);
    const qint64 watchdog = starter.watchdog();
    QVERIFY(processExists(watchdog));
    starter.kill();
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(starter.token), QList<qint64>(), goneWithinMs);
    QTRY_VERIFY_WITH_TIMEOUT(!processExists(watchdog), goneWithinMs);
}

void TestProcessWatchdog::normalEndLeavesNothingEither()
{
    Starter starter;
    QVERIFY(starter.start(2));
    const qint64 watchdog = starter.watchdog();
    starter.process.closeWriteChannel();
    QVERIFY(starter.process.waitForFinished(patienceMs));
    QCOMPARE(starter.process.exitCode(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(starter.token), QList<qint64>(), goneWithinMs);
    QTRY_VERIFY_WITH_TIMEOUT(!processExists(watchdog), goneWithinMs);
}

void TestProcessWatchdog::killedAtAnyMoment()
{
    for (int round = 0; round < 15; ++round) {
        Starter starter;
        QVERIFY(starter.process.waitForStarted(patienceMs));
        starter.process.write("start 20 " + starter.token + '\n');
        QElapsedTimer timer;
        timer.start();
        const int moment = QRandomGenerator::global()->bounded(60);
        while (timer.elapsed() < moment)
            QTest::qWait(1);
        starter.kill();
        QTRY_COMPARE_WITH_TIMEOUT(processesWith(starter.token), QList<qint64>(), goneWithinMs);
    }
}

void TestProcessWatchdog::watchdogItself()
{
    Starter starter;
    QVERIFY(starter.start(3));
    const qint64 pid = starter.watchdog();
    const QString proc = u"/proc/%1/"_s.arg(pid);
    // Who kills the program by its name or command line does not hit it.
    QCOMPARE(readFile(proc + u"comm"_s), "mcp-watchdog\n");
    QVERIFY(readFile(proc + u"cmdline"_s).startsWith("mcp-watchdog\0"_ba));
    QVERIFY(!readFile(proc + u"cmdline"_s).contains("mcp-many-children"));
    // One for the three; nobody's child, of a session of its own, and it holds nothing of ours.
    QCOMPARE(starter.output.count("watchdog " + QByteArray::number(pid) + '\n'), 3);
    const QList<qint64> children = childProcesses(starter.process.processId());
    QCOMPARE(children.size(), 3);
    QVERIFY(!children.contains(pid));
    QCOMPARE(QDir(proc + u"fd"_s).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System),
             QStringList({ u"0"_s, u"1"_s, u"2"_s, u"3"_s }));
    QCOMPARE(QFile::symLinkTarget(proc + u"fd/1"_s), u"/dev/null"_s);
}

void TestProcessWatchdog::watchdogIsDeafToPoliteSignals()
{
    Starter starter;
    QVERIFY(starter.start(1));
    const qint64 pid = starter.watchdog();
    for (int signal : { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGUSR1, SIGTSTP })
        ::kill(pid_t(pid), signal);
    starter.kill();
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(starter.token), QList<qint64>(), goneWithinMs);
}

void TestProcessWatchdog::killedWatchdogIsReplaced()
{
    Starter starter;
    QVERIFY(starter.start(2));
    const qint64 first = starter.watchdog();
    ::kill(pid_t(first), SIGKILL);
    QTRY_VERIFY(!processExists(first));
    QVERIFY(starter.start(1));
    const qint64 second = starter.watchdog();
    QVERIFY(second > 0 && second != first);
    QTRY_VERIFY_WITH_TIMEOUT(processesWith(starter.token).size() >= 6, patienceMs);
    starter.kill(); // the earlier children are known to the new one
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(starter.token), QList<qint64>(), goneWithinMs);
}

void TestProcessWatchdog::startInThisProgram()
{
    QCOMPARE(ProcessWatchdog::processId(), 0);
    const int socket = ProcessWatchdog::start();
    QVERIFY(socket > 2);
    const qint64 pid = ProcessWatchdog::processId();
    QVERIFY(processExists(pid));
    QCOMPARE(ProcessWatchdog::start(), socket);
    QCOMPARE(ProcessWatchdog::processId(), pid);
    QVERIFY(childProcesses(QCoreApplication::applicationPid()).isEmpty());
    ::kill(pid_t(pid), SIGKILL);
    QTRY_COMPARE(ProcessWatchdog::processId(), 0);
    QCOMPARE(ProcessWatchdog::start(), socket); // the number stays: children may know it
    QVERIFY(ProcessWatchdog::processId() != pid);
}

QTEST_GUILESS_MAIN(TestProcessWatchdog)
#include "tst_processwatchdog.moc"
