// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "wire/framedecoder.h"

#include "support/worktimer.h"

#include <QtTest/qtest.h>

using namespace Mcp;

namespace {

QByteArray headed(const QByteArray &body)
{
    return "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

/// The decoder's cost is linear in its input: long frames, and many short ones.
class TestFrameVolume : public QObject
{
    Q_OBJECT

private slots:
    void endlessLine();
    void hugeLineIsLinearAndMoved()
    {
        constexpr qsizetype size = 64 * 1024 * 1024;
        const QByteArray chunk(64 * 1024, 'x');
        FrameDecoder decoder;
        decoder.feed("{");
        McpTest::WorkTimer timer;
        timer.start();
        for (qsizetype fed = 0; fed < size; fed += chunk.size()) {
            decoder.feed(chunk);
            QVERIFY(!decoder.next());
        }
        decoder.feed("}\n{\"a\":1}\n");
        const std::optional<Frame> frame = decoder.next();
        QVERIFY(frame);
        QCOMPARE(frame->bytes.size(), size + 2);
        QVERIFY(frame->bytes.endsWith("x}"));
        QCOMPARE(decoder.next()->bytes, "{\"a\":1}");
        QCOMPARE(decoder.pendingBytes(), 0);
        // A decoder that searched or moved what it has anew for each chunk would take minutes.
        QVERIFY2(timer.elapsed() < 20'000, QByteArray::number(timer.elapsed()).constData());
    }

    void hugeBodyIsMoved()
    {
        const QByteArray body(1024 * 1024, 'x');
        FrameDecoder decoder;
        decoder.feed(headed(body).chopped(1));
        QVERIFY(!decoder.next());
        decoder.feed("x" + headed("{}"));
        QCOMPARE(decoder.next()->bytes, body);
        QCOMPARE(decoder.next()->bytes, "{}");
        QVERIFY(!decoder.next());
    }

    void manySmallFrames()
    {
        constexpr int count = 200'000;
        const QByteArray line = R"({"jsonrpc":"2.0","method":"notifications/message","params":{}})"
                                "\n";
        const QByteArray stream = line.repeated(count);
        FrameDecoder decoder;
        int seen = 0;
        McpTest::WorkTimer timer;
        timer.start();
        for (qsizetype at = 0; at < stream.size(); at += 65'521) {
            decoder.feed(
                    QByteArrayView(stream).sliced(at, qMin<qsizetype>(65'521, stream.size() - at)));
            while (const std::optional<Frame> frame = decoder.next()) {
                QVERIFY(frame->bytes.size() == line.size() - 1);
                ++seen;
            }
        }
        QCOMPARE(seen, count);
        QVERIFY2(timer.elapsed() < 20'000, QByteArray::number(timer.elapsed()).constData());
        decoder.feed(stream); // all at once
        for (seen = 0; decoder.next(); ++seen) {
        }
        QCOMPARE(seen, count);
    }
};

/// A line of 1 GiB costs time, not memory.
void TestFrameVolume::endlessLine()
{
    FrameDecoder decoder({ 1024 * 1024, 1024 });
    const QByteArray piece(64 * 1024, 'x');
    decoder.feed("{\"");
    int violations = 0;
    for (int i = 0; i < 16 * 1024; ++i) {
        decoder.feed(piece);
        while (const auto frame = decoder.next())
            violations += frame->kind == Frame::Kind::Violation;
        QVERIFY(decoder.pendingBytes() <= 2 * 1024 * 1024);
    }
    QCOMPARE(violations, 1);
    decoder.feed("\"}\n{}\n");
    const auto ending = decoder.next();
    QVERIFY(ending);
    QCOMPARE(ending->kind, Frame::Kind::Ending);
    QCOMPARE(ending->bytes, QByteArray(254, 'x') + "\"}");
    const auto frame = decoder.next();
    QVERIFY(frame);
    QCOMPARE(frame->bytes, "{}");
    QCOMPARE(frame->kind, Frame::Kind::Payload);
}

QTEST_GUILESS_MAIN(TestFrameVolume)
#include "tst_framevolume.moc"
