// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transportprobe.h"

#include "support/testprocess.h"

#include <QtTest/qtest.h>

#include <csignal>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;
using How = CloseReason::How;

class TestStdioTransport : public QObject
{
    Q_OBJECT

private slots:
    void exchangesPayloads_data();
    void exchangesPayloads();
    void hugePayloadBothWays();
    void everythingWrittenComesBeforeTheEnd();
    void lastLineWithoutLineEnd();
    void cutOffFrameIsAViolation();
    void diagnosticsAreHandedOnAsTheyCome();
    void ends_data();
    void ends();
    void outputClosedButAlive();
    void outputClosedBeforeExit();
    void inputClosedButAlive();
    void untakenBytes();
    void queueLimit();
    void sendNeedsAnOpenTransport();
    void startsAgainFromClosed();
    void deletedByAReceiver();
    void aReceiverWaitsForTheEnd();
};

void TestStdioTransport::exchangesPayloads_data()
{
    QTest::addColumn<Framing>("framing");
    QTest::newRow("newline") << Framing::Newline;
    QTest::newRow("content-length") << Framing::ContentLength;
}

void TestStdioTransport::exchangesPayloads()
{
    QFETCH(Framing, framing);
    TransportProbe probe(u"exec cat"_s);
    probe.transport.setFraming(framing);
    probe.transport.start();
    QVERIFY(probe.waitForStart());
    QVERIFY(probe.transport.isOpen());
    QVERIFY(processExists(probe.transport.processId()));
    for (int i = 0; i < 1000; ++i)
        QVERIFY(probe.transport.send("{\"i\":" + QByteArray::number(i) + '}'));
    QVERIFY(probe.waitForFrames(1000));
    QCOMPARE(probe.frames.size(), 1000);
    for (int i = 0; i < 1000; ++i) {
        QCOMPARE(probe.frames[i].bytes, "{\"i\":" + QByteArray::number(i) + '}');
        QVERIFY(probe.frames[i].framing == framing);
    }
}

void TestStdioTransport::hugePayloadBothWays()
{
    TransportProbe probe(u"exec cat"_s);
    probe.transport.start();
    QVERIFY(probe.waitForStart());
    const QByteArray payload = "{\"text\":\"" + QByteArray(64 * 1024 * 1024, 'x') + "\"}";
    QVERIFY(probe.transport.send(payload));
    QVERIFY(probe.waitForFrames(1));
    QVERIFY(probe.frames[0].bytes == payload);
    QCOMPARE(probe.transport.untakenBytes(), std::optional<qint64>(0));
}

void TestStdioTransport::everythingWrittenComesBeforeTheEnd()
{
    // 200 KB on each stream and gone, while a grandchild still adds to it.
    TransportProbe probe(uR"(i=0; (sleep 0.1; echo '{"last":1}'; echo late >&2) &
        while [ $i -lt 2000 ]; do i=$((i+1)); echo '{"x":"0123456789012345678901234567890123456789012345678901234567890123456789"}'
            echo 0123456789012345678901234567890123456789012345678901234567890123456789 >&2; done
        wait; exit 5)"_s);
    probe.transport.start();
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.end().exitCode, 5);
    QCOMPARE(probe.frames.size(), 2001);
    QCOMPARE(probe.frames.last().bytes, "{\"last\":1}");
    QCOMPARE(probe.diagnostics.count('\n'), 2001);
}

void TestStdioTransport::lastLineWithoutLineEnd()
{
    TransportProbe probe(u"printf '{\"a\":1}\\n{\"b\":2}'"_s);
    probe.transport.start();
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.frames.size(), 2);
    QCOMPARE(probe.frames[1].bytes, "{\"b\":2}");
}

void TestStdioTransport::cutOffFrameIsAViolation()
{
    TransportProbe probe(u"printf 'Content-Length: 50\\r\\n\\r\\n{\"a\":1}'"_s);
    probe.transport.start();
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.frames.size(), 1);
    QCOMPARE(probe.frames[0].kind, Frame::Kind::Violation);
    QVERIFY(!probe.frames[0].note.isEmpty());
}

void TestStdioTransport::diagnosticsAreHandedOnAsTheyCome()
{
    TransportProbe probe(u"printf 'Z\\303' >&2; read go; printf '\\274rich\\n' >&2; cat"_s);
    probe.transport.start();
    QVERIFY(probe.waitForStart());
    QVERIFY(probe.waitForDiagnostics("Z\xc3"));
    QCOMPARE(probe.diagnostics, "Z\xc3");
    QVERIFY(probe.transport.send("{}"));
    QVERIFY(probe.waitForDiagnostics("\n"));
    QCOMPARE(QString::fromUtf8(probe.diagnostics), u"Zürich\n"_s);
}

void TestStdioTransport::ends_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<How>("how");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("message");

    QTest::newRow("exit 0") << u"exit 0"_s << How::Exited << 0 << 0 << u"exited with code 0"_s;
    QTest::newRow("exit 3") << u"exit 3"_s << How::Exited << 3 << 0 << u"exited with code 3"_s;
    QTest::newRow("crash") << u"kill -SEGV $$"_s << How::Signalled << 0 << SIGSEGV
                           << u"was ended by signal 11 (SIGSEGV)"_s;
    QTest::newRow("killed") << u"kill -KILL $$"_s << How::Signalled << 0 << SIGKILL
                            << u"was ended by signal 9 (SIGKILL)"_s;
    QTest::newRow("rare signal") << u"kill -34 $$"_s << How::Signalled << 0 << 34
                                 << u"was ended by signal 34 (34)"_s;
}

void TestStdioTransport::ends()
{
    QFETCH(QString, script);
    TransportProbe probe(script);
    probe.transport.start();
    QVERIFY(probe.waitForEnd());
    QTEST(probe.end().how, "how");
    QTEST(probe.end().exitCode, "exitCode");
    QTEST(probe.end().signal, "signal");
    QTEST(probe.end().message, "message");
    QCOMPARE(probe.starts, 1);
    QVERIFY(!probe.transport.isOpen());
    QTest::qWait(0);
    QCOMPARE(probe.ends.size(), 1);
}

void TestStdioTransport::outputClosedButAlive()
{
    TransportProbe probe(u"exec >&-; exec sleep 1000"_s);
    probe.transport.start();
    QVERIFY(probe.waitForStart());
    const qint64 pid = probe.transport.processId();
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.end().how, How::OutputClosed);
    QVERIFY(probe.end().message.contains("closed its output"_L1));
    QVERIFY(!processExists(pid));
}

void TestStdioTransport::outputClosedBeforeExit()
{
    TransportProbe probe(u"exec >&-; sleep 0.05; exit 4"_s);
    StopTimes times = TransportProbe::quick();
    times.afterPipeClosed = 10'000;
    probe.transport.setStopTimes(times);
    probe.transport.start();
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.end().how, How::Exited);
    QCOMPARE(probe.end().exitCode, 4);
}

void TestStdioTransport::inputClosedButAlive()
{
    TransportProbe probe(u"exec <&-; echo '{}'; exec sleep 1000"_s);
    probe.transport.start();
    QVERIFY(probe.waitForFrames(1));
    probe.transport.send("{}");          // finds out
    QVERIFY(probe.transport.send("{}")); // no refusal: the end says why
    QVERIFY(probe.waitForEnd());
    QVERIFY(!probe.transport.send("{}"));
    QCOMPARE(probe.end().how, How::InputClosed);
    QVERIFY(probe.end().message.contains("closed its input"_L1));
}

void TestStdioTransport::untakenBytes()
{
    TransportProbe probe(u"trap 'exec cat' USR1; echo ready >&2; while :; do sleep 0.02; done"_s);
    QCOMPARE(probe.transport.untakenBytes(), std::nullopt);
    probe.transport.start();
    QVERIFY(probe.waitForDiagnostics("ready"));
    QCOMPARE(probe.transport.untakenBytes(), std::optional<qint64>(0));
    QVERIFY(probe.transport.send("{}"));
    QCOMPARE(probe.transport.untakenBytes(), std::optional<qint64>(3));
    const QByteArray payload = '"' + QByteArray(200'000, 'x') + '"'; // more than a pipe holds
    QVERIFY(probe.transport.send(payload));
    QCOMPARE(probe.transport.untakenBytes(), std::optional<qint64>(3 + 200'003));
    ::kill(pid_t(probe.transport.processId()), SIGUSR1);
    QTRY_COMPARE_WITH_TIMEOUT(probe.transport.untakenBytes(), std::optional<qint64>(0), 10'000);

    TransportProbe dies(u"exit 0"_s);
    connect(&dies.transport, &Transport::started, &dies.transport,
            [&dies] { dies.transport.send("{\"unread\":1}"); });
    dies.transport.start();
    QVERIFY(dies.waitForEnd());
    // What nobody read is still known, unless the write came too late already.
    QVERIFY(dies.transport.untakenBytes().value_or(13) == 13);
}

void TestStdioTransport::queueLimit()
{
    TransportProbe probe(u"exec sleep 1000"_s);
    probe.transport.setQueueLimit(100'000);
    probe.transport.start();
    QVERIFY(probe.waitForStart());
    QVERIFY(probe.transport.send(QByteArray(500'000, 'x'))); // one of any size
    QVERIFY(!probe.transport.send("{}"));
    QVERIFY(probe.transport.isOpen());
}

void TestStdioTransport::sendNeedsAnOpenTransport()
{
    TransportProbe probe(u"exec cat"_s);
    QVERIFY(!probe.transport.send("{}"));
    probe.transport.start();
    QVERIFY(!probe.transport.send("{}"));
    QVERIFY(probe.waitForStart());
    QVERIFY(probe.transport.send("{}"));
    probe.transport.stop();
    QVERIFY(!probe.transport.isOpen());
    QVERIFY(!probe.transport.send("{}"));
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.frames.size(), 1);
}

void TestStdioTransport::startsAgainFromClosed()
{
    TransportProbe probe(u"echo '{\"pid\":1}'; exit 2"_s);
    connect(&probe.transport, &Transport::closed, &probe, [&probe] {
        if (probe.ends.size() < 3)
            probe.transport.start();
    });
    probe.transport.start();
    probe.transport.start(); // runs already: nothing
    QVERIFY(probe.waitForEnd(3));
    QCOMPARE(probe.starts, 3);
    QCOMPARE(probe.frames.size(), 3);
}

void TestStdioTransport::deletedByAReceiver()
{
    auto *transport = new StdioTransport(
            TransportProbe::shell(u"echo '{}'; echo '{}'; echo '{}'; exec sleep 1000"_s));
    int frames = 0;
    qint64 pid = 0;
    connect(transport, &Transport::frameReceived, this, [&] {
        ++frames;
        pid = transport->processId();
        delete transport;
    });
    transport->start();
    QTRY_COMPARE_WITH_TIMEOUT(frames, 1, 10'000);
    QTRY_VERIFY(!processExists(pid));
}

void TestStdioTransport::aReceiverWaitsForTheEnd()
{
    // As a message box shown by a receiver does: the child ends while its output is being taken.
    TransportProbe probe(u"echo '{}'; echo '{}'; sleep 0.3; exit 3"_s);
    bool waited = false;
    connect(&probe.transport, &Transport::frameReceived, &probe, [&] {
        if (probe.frames.size() == 1)
            waited = probe.waitForEnd();
    });
    probe.transport.start();
    QVERIFY(probe.waitForEnd());
    QTRY_VERIFY(waited);
    QCOMPARE(probe.frames.size(), 2);
    QCOMPARE(probe.end().exitCode, 3);
}

QTEST_GUILESS_MAIN(TestStdioTransport)
#include "tst_stdiotransport.moc"
