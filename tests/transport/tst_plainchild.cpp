// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transportprobe.h"

#include "support/testprocess.h"
#include "transport/plainchildprocess.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;
using How = CloseReason::How;

namespace {

class PlainProbe : public TransportProbe
{
public:
    explicit PlainProbe(const QString &script)
        : TransportProbe(script)
    {
        transport.setChildFactory([] { return std::make_unique<PlainChildProcess>(); });
    }
};

} // namespace

/// The child of the platforms without Unix pipes, here where there are some: what it promises it
/// keeps everywhere.
class TestPlainChild : public QObject
{
    Q_OBJECT

private slots:
    void exchangesPayloads_data();
    void exchangesPayloads();
    void hugePayloadBothWays();
    void diagnosticsAndTheEnd();
    void stopsInStages();
    void neverStarts();
};

void TestPlainChild::exchangesPayloads_data()
{
    QTest::addColumn<Framing>("framing");
    QTest::newRow("newline") << Framing::Newline;
    QTest::newRow("content-length") << Framing::ContentLength;
}

void TestPlainChild::exchangesPayloads()
{
    QFETCH(Framing, framing);
    PlainProbe probe(u"exec cat"_s);
    probe.transport.setFraming(framing);
    probe.transport.start();
    QVERIFY(probe.waitForStart());
    for (int i = 0; i < 1000; ++i)
        QVERIFY(probe.transport.send("{\"i\":" + QByteArray::number(i) + '}'));
    QVERIFY(probe.waitForFrames(1000));
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(probe.frames[i].bytes, "{\"i\":" + QByteArray::number(i) + '}');
}

void TestPlainChild::hugePayloadBothWays()
{
    PlainProbe probe(u"exec cat"_s);
    probe.transport.start();
    QVERIFY(probe.waitForStart());
    const QByteArray payload = "{\"text\":\"" + QByteArray(16 * 1024 * 1024, 'x') + "\"}";
    QVERIFY(probe.transport.send(payload));
    QVERIFY(probe.waitForFrames(1));
    QVERIFY(probe.frames[0].bytes == payload);
}

void TestPlainChild::diagnosticsAndTheEnd()
{
    PlainProbe probe(u"echo '{\"a\":1}'; echo log >&2; printf '{\"b\":2}'; exit 3"_s);
    probe.transport.start();
    QVERIFY(probe.waitForEnd());
    QCOMPARE(probe.frames.size(), 2);
    QCOMPARE(probe.diagnostics, "log\n");
    QCOMPARE(probe.end().how, How::Exited);
    QCOMPARE(probe.end().exitCode, 3);
    probe.transport.start(); // and once more
    QVERIFY(probe.waitForEnd(2));
    QCOMPARE(probe.frames.size(), 4);
}

void TestPlainChild::stopsInStages()
{
    PlainProbe polite(u"exec cat"_s);
    polite.transport.start();
    QVERIFY(polite.waitForStart());
    polite.transport.stop();
    QVERIFY(polite.waitForEnd());
    QCOMPARE(polite.end().how, How::Stopped);

    PlainProbe deaf(u"trap '' TERM; echo ready >&2; while :; do sleep 0.05; done"_s);
    deaf.transport.start();
    QVERIFY(deaf.waitForDiagnostics("ready"));
    const qint64 pid = deaf.transport.processId();
    deaf.transport.stop();
    QVERIFY(deaf.waitForEnd());
    QCOMPARE(deaf.end().how, How::Stopped);
    QVERIFY(!processExists(pid));
}

void TestPlainChild::neverStarts()
{
    LaunchSpec spec;
    spec.command = u"/nowhere/server"_s;
    StdioTransport transport(spec);
    transport.setChildFactory([] { return std::make_unique<PlainChildProcess>(); });
    CloseReason reason;
    bool closed = false;
    connect(&transport, &Transport::closed, this, [&](const CloseReason &why) {
        reason = why;
        closed = true;
    });
    transport.start();
    QTRY_VERIFY(closed);
    QCOMPARE(reason.how, How::FailedToStart);
    QVERIFY2(reason.message.contains("/nowhere/server"_L1), qPrintable(reason.message));
}

QTEST_GUILESS_MAIN(TestPlainChild)
#include "tst_plainchild.moc"
