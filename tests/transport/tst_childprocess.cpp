// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transportprobe.h"

#include <QtCore/qregularexpression.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

#include <csignal>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;
using How = CloseReason::How;

/// How children are started: what they get from us, what they do not, and when they cannot.
class TestChildProcess : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void childHasNoDescriptorsOfOurs();
    void childLeadsItsSession();
    void childHasDefaultSignals();
    void programNotFound();
    void interpreterNotFound();
    void noProgramAtAll();
    void noMoreDescriptors();

private:
    QSet<int> m_inherited; ///< open in every child of ours because whoever started us left it so
};

void TestChildProcess::initTestCase()
{
    for (int fd = STDERR_FILENO + 1; fd < 1024; ++fd) {
        const int flags = ::fcntl(fd, F_GETFD);
        if (flags >= 0 && !(flags & FD_CLOEXEC))
            m_inherited.insert(fd);
    }
}

void TestChildProcess::childHasNoDescriptorsOfOurs()
{
#ifndef Q_OS_LINUX
    QSKIP("reads /proc");
#else
    const QString list = u"ls -l /proc/self/fd >&2; exec cat"_s;
    TransportProbe first(u"exec cat"_s);
    first.transport.start();
    QVERIFY(first.waitForStart());
    TransportProbe second(list);
    second.transport.start();
    QVERIFY(second.waitForStart());
    QVERIFY(second.transport.send("{}"));
    QVERIFY(second.waitForFrames(1));
    static const QRegularExpression line(u" (\\d+) -> (\\S+)"_s);
    auto match = line.globalMatch(QString::fromLocal8Bit(second.diagnostics));
    QVERIFY(match.hasNext());
    while (match.hasNext()) {
        const QRegularExpressionMatch entry = match.next();
        const int fd = entry.captured(1).toInt();
        const bool expected = fd <= STDERR_FILENO || m_inherited.contains(fd)
                              || entry.captured(2).startsWith("/proc/"_L1);
        QVERIFY2(expected, second.diagnostics.constData());
    }
    // Nobody else holds the first one's stdin: its end reaches it at once.
    first.transport.stop();
    QVERIFY(first.waitForEnd());
    QCOMPARE(first.end().message, u"was stopped"_s);
#endif
}

void TestChildProcess::childLeadsItsSession()
{
#ifndef Q_OS_LINUX
    QSKIP("reads /proc");
#else
    TransportProbe probe(u"read line < /proc/$$/stat; echo \"$line\" >&2"_s);
    probe.transport.start();
    QVERIFY(probe.waitForStart());
    const QByteArray pid = QByteArray::number(probe.transport.processId());
    QVERIFY(probe.waitForEnd());
    // pid (comm) state ppid pgrp session tty
    const QByteArrayList fields = probe.diagnostics.trimmed().split(' ');
    QCOMPARE(fields.value(0), pid);
    QCOMPARE(fields.value(4), pid);
    QCOMPARE(fields.value(5), pid);
    QCOMPARE(fields.value(6), "0");
#endif
}

void TestChildProcess::childHasDefaultSignals()
{
#ifndef Q_OS_LINUX
    QSKIP("reads /proc");
#else
    // As an embedding program might have them.
    const auto before = ::signal(SIGTERM, SIG_IGN);
    sigset_t blocked;
    sigset_t old;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &blocked, &old);
    TransportProbe probe(u"exec cat /proc/self/status >&2"_s);
    probe.transport.start();
    const bool ended = probe.waitForEnd();
    ::pthread_sigmask(SIG_SETMASK, &old, nullptr);
    ::signal(SIGTERM, before);
    QVERIFY(ended);
    QVERIFY(probe.diagnostics.contains("SigBlk:\t0000000000000000"));
    const qsizetype at = probe.diagnostics.indexOf("SigIgn:\t");
    const quint64 ignored = probe.diagnostics.sliced(at + 8, 16).toULongLong(nullptr, 16);
    QCOMPARE(ignored & (1ULL << (SIGTERM - 1)), 0ULL);
    QCOMPARE(ignored & (1ULL << (SIGPIPE - 1)), 0ULL);
#endif
}

void TestChildProcess::programNotFound()
{
    LaunchSpec spec;
    spec.command = u"no-such-program"_s;
    spec.environment.append({ u"PATH"_s, u"/nowhere/a:/nowhere/b"_s });
    TransportProbe probe(spec);
    probe.transport.start();
    QCOMPARE(probe.ends.size(), 0); // not from inside start()
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.starts, 0);
    QCOMPARE(probe.end().how, How::FailedToStart);
    QVERIFY(probe.end().message.contains("/nowhere/a, /nowhere/b"_L1));
    probe.transport.start(); // and once more
    QVERIFY(probe.waitForEnd(2));
    // Asked to stop before it is known: still one end.
    probe.transport.start();
    probe.transport.stop();
    probe.transport.terminate();
    QVERIFY(probe.waitForEnd(3));
    QTest::qWait(10);
    QCOMPARE(probe.ends.size(), 3);
}

void TestChildProcess::interpreterNotFound()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"server.py"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/nowhere/python3 -u\n");
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    LaunchSpec spec;
    spec.command = file.fileName();
    TransportProbe probe(spec);
    probe.transport.start();
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.starts, 0);
    QCOMPARE(probe.end().how, How::FailedToStart);
    QVERIFY2(probe.end().message.contains("asks for \"/nowhere/python3\", which does not exist"_L1),
             qPrintable(probe.end().message));
}

void TestChildProcess::noProgramAtAll()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"server"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("import sys\n");
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    LaunchSpec spec;
    spec.command = file.fileName();
    TransportProbe probe(spec);
    probe.transport.start();
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.end().how, How::FailedToStart);
    QVERIFY2(probe.end().message.contains("Exec format error. It looks like a script"_L1),
             qPrintable(probe.end().message));
}

void TestChildProcess::noMoreDescriptors()
{
    TransportProbe probe(u"exec cat"_s);
    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const int next = ::dup(STDERR_FILENO);
    ::close(next);
    const rlimit narrow = { rlim_t(next + 3), before.rlim_max };
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &narrow), 0);
    probe.transport.start();
    const bool ended = probe.waitForEnd();
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY(ended);
    QCOMPARE(probe.end().how, How::FailedToStart);
    QVERIFY2(probe.end().message.contains("Too many open files"_L1),
             qPrintable(probe.end().message));
    probe.transport.start(); // and well again
    QVERIFY(probe.waitForStart());
}

QTEST_GUILESS_MAIN(TestChildProcess)
#include "tst_childprocess.moc"
