// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "wire/framedecoder.h"

#include <QtCore/qrandom.h>
#include <QtTest/qtest.h>

using namespace Mcp;

namespace {

constexpr auto Payload = Frame::Kind::Payload;
constexpr auto Noise = Frame::Kind::Noise;
constexpr auto Violation = Frame::Kind::Violation;
constexpr auto Ending = Frame::Kind::Ending;
constexpr auto Newline = Framing::Newline;
constexpr auto Headed = Framing::ContentLength;

struct Expected
{
    Frame::Kind kind = Payload;
    Framing framing = Newline;
    QByteArray bytes;
};
using Frames = QList<Expected>;

FrameDecoder::Limits smallLimits()
{
    FrameDecoder::Limits limits;
    limits.frameBytes = 100;
    limits.headerBytes = 60;
    return limits;
}

void drain(FrameDecoder &decoder, QList<Frame> &frames)
{
    while (std::optional<Frame> frame = decoder.next())
        frames.append(*frame);
}

/// Feeds @p stream in pieces that end at @p cuts and at its end.
QList<Frame> decode(const QByteArray &stream, const QList<qsizetype> &cuts)
{
    FrameDecoder decoder(smallLimits());
    QList<Frame> frames;
    qsizetype from = 0;
    for (const qsizetype cut : cuts) {
        decoder.feed(QByteArrayView(stream).sliced(from, cut - from));
        drain(decoder, frames);
        from = cut;
    }
    decoder.feed(QByteArrayView(stream).sliced(from));
    drain(decoder, frames);
    while (std::optional<Frame> frame = decoder.finish())
        frames.append(*frame);
    return frames;
}

QByteArray describe(const QList<Frame> &frames)
{
    QByteArray text;
    for (const Frame &frame : frames) {
        text += frame.kind == Payload  ? "payload"
                : frame.kind == Noise  ? "noise"
                : frame.kind == Ending ? "ending"
                                       : "violation";
        text += frame.framing == Newline ? " newline <" : " headed <";
        text += frame.bytes.toPercentEncoding("{}[]\" :,-") + ">\n";
    }
    return text;
}

QByteArray describe(const Frames &frames)
{
    QList<Frame> list;
    for (const Expected &frame : frames)
        list.append({ frame.kind, frame.framing, frame.bytes, {} });
    return describe(list);
}

QByteArray headed(const QByteArray &body)
{
    return "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Rows of the tests that cut a stream anywhere.
void addColumns()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("expected");
}

void row(const char *name, const QByteArray &stream, const Frames &frames)
{
    QTest::newRow(name) << stream << describe(frames);
}

} // namespace

class TestFrameDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void headers_data();
    void headers();
    void limits_data();
    void limits();
    void randomStreams();
    void notesExplain_data();
    void notesExplain();
    void waitsForMoreBytes();
    void resetForgets();

private:
    void framesHoweverCut();
};

void TestFrameDecoder::lines_data()
{
    addColumns();
    const QByteArray a = R"({"a":1})";
    const QByteArray b = R"({"b":"Zürich"})";

    row("nothing", "", {});
    row("white space alone", " \r\n\t\n ", {});
    row("one line", a + '\n', { { Payload, Newline, a } });
    row("CRLF", a + "\r\n" + b + "\r\n", { { Payload, Newline, a }, { Payload, Newline, b } });
    row("blank lines", "\n\n" + a + "\n\r\n\n" + b + "\n",
        { { Payload, Newline, a }, { Payload, Newline, b } });
    row("indented", "  \t" + a + "\n", { { Payload, Newline, a } });
    row("byte order mark", "\xef\xbb\xbf" + a + '\n', { { Payload, Newline, a } });
    row("byte order mark and header", "\xef\xbb\xbf" + headed(a), { { Payload, Headed, a } });
    row("second byte order mark is noise", "\xef\xbb\xbf\xef\xbb\xbfx\n",
        { { Noise, Newline, "\xef\xbb\xbfx" } });
    row("half a byte order mark", "\xef\xbb", { { Noise, Newline, "\xef\xbb" } });
    row("batch", "[1]\n", { { Payload, Newline, "[1]" } });
    row("last line without line break", a + '\n' + b,
        { { Payload, Newline, a }, { Payload, Newline, b } });
    row("last line with CR", a + '\r', { { Payload, Newline, a } });
    row("brackets stay open", "{\n  \"a\": 1\n}\n",
        { { Payload, Newline, "{" }, { Noise, Newline, "  \"a\": 1" }, { Noise, Newline, "}" } });
    row("CR inside a line", "{\"a\":\r1}\n", { { Payload, Newline, "{\"a\":\r1}" } });
    row("NUL bytes", QByteArray("{\0}\n", 4), { { Payload, Newline, QByteArray("{\0}", 3) } });

    row("noise", "Server started\n" + a + '\n',
        { { Noise, Newline, "Server started" }, { Payload, Newline, a } });
    row("noise keeps its indentation", "\n  at line 3\r\n", { { Noise, Newline, "  at line 3" } });
    row("log line in brackets is a payload", "[INFO] up\n", { { Payload, Newline, "[INFO] up" } });
    row("cut off at the end", R"({"id":1,"result":{)",
        { { Violation, Newline, R"({"id":1,"result":{)" } });
    row("noise at the end", "bye", { { Noise, Newline, "bye" } });
    row("noise that begins like a header",
        "Content loaded\nContent-Long: 3\nCo\nContent-Length 3\n",
        { { Noise, Newline, "Content loaded" },
          { Noise, Newline, "Content-Long: 3" },
          { Noise, Newline, "Co" },
          { Noise, Newline, "Content-Length 3" } });
    row("noise that ends like a header", "got Content-Length: 3\n" + a + '\n',
        { { Noise, Newline, "got Content-Length: 3" }, { Payload, Newline, a } });
    row("half a header at the end", "Content-Le", { { Noise, Newline, "Content-Le" } });
}

void TestFrameDecoder::headers_data()
{
    addColumns();
    const QByteArray a = R"({"a":1})";
    const QByteArray b = R"({"b":"Zürich"})";

    row("headed", headed(a), { { Payload, Headed, a } });
    row("headed, counted in bytes", headed(b) + headed(a),
        { { Payload, Headed, b }, { Payload, Headed, a } });
    row("headed with line breaks inside", headed("{\n\"a\":\r\n1}\n"),
        { { Payload, Headed, "{\n\"a\":\r\n1}\n" } });
    row("LF only", "Content-Length: 7\n\n" + a, { { Payload, Headed, a } });
    row("LF CRLF", "Content-Length: 7\n\r\n" + a, { { Payload, Headed, a } });
    row("any case, no space", "cOnTent-LENGTH:7\r\n\r\n" + a, { { Payload, Headed, a } });
    row("tabs and spaces", "Content-Length: \t 7 \t\r\n\r\n" + a, { { Payload, Headed, a } });
    row("content type first", "Content-Type: x; charset=utf-8\r\ncontent-length: 7\r\n\r\n" + a,
        { { Payload, Headed, a } });
    row("other headers", "Content-Length: 7\r\nX-Y: z\r\n\r\n" + a, { { Payload, Headed, a } });
    row("same length twice", "Content-Length: 7\r\nContent-Length: 07\r\n\r\n" + a,
        { { Payload, Headed, a } });
    row("line directly behind a body", headed(a) + b + '\n',
        { { Payload, Headed, a }, { Payload, Newline, b } });
    row("body, line break, line, header", headed(a) + '\n' + b + '\n' + headed(a),
        { { Payload, Headed, a }, { Payload, Newline, b }, { Payload, Headed, a } });
    row("text after a body", headed(a) + "oops\n" + a + '\n',
        { { Payload, Headed, a }, { Noise, Newline, "oops" }, { Payload, Newline, a } });
    row("header behind a line without line break", a + headed(b) + headed(a),
        { { Payload, Newline, a }, { Payload, Headed, b }, { Payload, Headed, a } });
    row("header inside a string", "{\"a\":\"Content-Length: 7\n" + a + '\n',
        { { Payload, Newline, "{\"a\":\"Content-Length: 7" }, { Payload, Newline, a } });
    row("length too small", "Content-Length: 5\r\n\r\n" + a + headed(b),
        { { Payload, Headed, R"({"a":)" }, { Noise, Newline, "1}" }, { Payload, Headed, b } });
    row("length too large", "Content-Length: 10\r\n\r\n" + a + headed(b) + '\n' + headed(a),
        { { Payload, Headed, a + "Con" },
          { Noise, Newline, "tent-Length: 15" },
          { Payload, Newline, b },
          { Payload, Headed, a } });

    row("negative length", "Content-Length: -7\r\n\r\n" + a + '\n',
        { { Violation, Headed, "Content-Length: -7\r\n\r\n" }, { Payload, Newline, a } });
    row("negative length, no line break", "Content-Length: -7\r\n\r\n" + a + headed(b),
        { { Violation, Headed, "Content-Length: -7\r\n\r\n" },
          { Payload, Newline, a },
          { Payload, Headed, b } });
    row("garbage length", "Content-Length: 7x\n\n" + headed(a),
        { { Violation, Headed, "Content-Length: 7x\n\n" }, { Payload, Headed, a } });
    row("no length", "Content-Length:\n\n" + headed(a),
        { { Violation, Headed, "Content-Length:\n\n" }, { Payload, Headed, a } });
    row("length 0", "Content-Length: 0\n\n" + headed(a),
        { { Violation, Headed, "Content-Length: 0\n\n" }, { Payload, Headed, a } });
    row("unbelievable length", "Content-Length: 99999999999999999999\n\n" + a + '\n',
        { { Violation, Headed, "Content-Length: 99999999999999999999\n\n" },
          { Payload, Newline, a } });
    row("contradiction", "Content-Length: 7\nContent-Length: 8\n\n" + a + '\n',
        { { Violation, Headed, "Content-Length: 7\nContent-Length: 8\n\n" },
          { Payload, Newline, a } });
    row("only a content type", "Content-Type: x\r\n\r\n" + a + '\n',
        { { Violation, Headed, "Content-Type: x\r\n\r\n" }, { Payload, Newline, a } });
    row("no empty line", "Content-Length: 7\r\n" + a + '\n',
        { { Violation, Headed, "Content-Length: 7\r\n" }, { Payload, Newline, a } });
    row("header block too long",
        "Content-Length: 7\r\nX: " + QByteArray(80, 'x') + "\r\n" + a + '\n',
        { { Violation, Headed, "Content-Length: 7\r\nX: " + QByteArray(38, 'x') },
          { Payload, Newline, a } });
    row("stream ends in headers", "Content-Length: 7\r\n",
        { { Violation, Headed, "Content-Length: 7\r\n" } });
    row("stream ends in a body", "Content-Length: 7\r\n\r\n{\"a\"",
        { { Violation, Headed, "{\"a\"" } });
    row("stream ends before a body", "Content-Length: 7\r\n\r\n", { { Violation, Headed, "" } });
}

void TestFrameDecoder::limits_data()
{
    addColumns();
    const QByteArray a = R"({"a":1})";
    const QByteArray longLine = '{' + QByteArray(200, 'y') + '}';
    row("longest line", '{' + QByteArray(99, 'x') + "\n" + a,
        { { Payload, Newline, '{' + QByteArray(99, 'x') }, { Payload, Newline, a } });
    row("line too long", longLine + '\n' + a + '\n',
        { { Violation, Newline, longLine.first(100) },
          { Ending, Newline, longLine.last(qMin<qsizetype>(256, longLine.size())) },
          { Payload, Newline, a } });
    row("line too long at the end", longLine, { { Violation, Newline, longLine.first(100) } });
    row("noise too long", QByteArray(101, 'z') + '\n' + a + '\n',
        { { Violation, Newline, QByteArray(100, 'z') }, { Payload, Newline, a } });
    row("body too long", headed(longLine) + headed(a),
        { { Violation, Headed, longLine.first(100) },
          { Ending, Headed, longLine.last(qMin<qsizetype>(256, longLine.size())) },
          { Payload, Headed, a } });
    row("body too long and cut off", "Content-Length: 300\n\n" + longLine,
        { { Violation, Headed, longLine.first(100) } });
}

void TestFrameDecoder::lines() { framesHoweverCut(); }

void TestFrameDecoder::headers() { framesHoweverCut(); }

void TestFrameDecoder::limits() { framesHoweverCut(); }

/// The frames of a row's stream are the same wherever it is cut.
void TestFrameDecoder::framesHoweverCut()
{
    QFETCH(QByteArray, stream);
    QFETCH(QByteArray, expected);

    QCOMPARE(describe(decode(stream, {})), expected);

    QList<qsizetype> everyByte;
    for (qsizetype i = 1; i < stream.size(); ++i)
        everyByte.append(i);
    QCOMPARE(describe(decode(stream, everyByte)), expected);

    for (const qsizetype cut : std::as_const(everyByte))
        QCOMPARE(describe(decode(stream, { cut })), expected);

    QRandomGenerator random(20260728);
    for (int round = 0; round < 50; ++round) {
        QList<qsizetype> cuts;
        for (const qsizetype cut : std::as_const(everyByte)) {
            if (random.bounded(8) == 0)
                cuts.append(cut);
        }
        QCOMPARE(describe(decode(stream, cuts)), expected);
    }
}

/// Pieces of what servers write, in any order: however they are cut, the frames are the same.
void TestFrameDecoder::randomStreams()
{
    const QByteArrayList pieces{ "{\"a\":1}",
                                 "[2]",
                                 "\n",
                                 "\r\n",
                                 " ",
                                 "\n\n",
                                 "Content-",
                                 "C",
                                 "x",
                                 "Length:",
                                 "Length: 3",
                                 " 7",
                                 "\r\n\r\n",
                                 "Content-Length: 7\r\n\r\n{\"b\":2}",
                                 "Content-Length: 4\n\n",
                                 "Content-Type: t\r\n",
                                 "\xef\xbb\xbf",
                                 "\xc3\xbc",
                                 "}",
                                 "{",
                                 "Content-Length: -1\r\n" };
    QRandomGenerator random(42);
    for (int round = 0; round < 3000; ++round) {
        QByteArray stream;
        for (int i = random.bounded(12); i >= 0; --i)
            stream += pieces[random.bounded(pieces.size())];
        QList<qsizetype> cuts;
        for (qsizetype i = 1; i < stream.size(); ++i) {
            if (round % 2 == 0 || random.bounded(4) == 0)
                cuts.append(i);
        }
        const QByteArray whole = describe(decode(stream, {}));
        QVERIFY2(describe(decode(stream, cuts)) == whole, stream.toPercentEncoding().constData());
    }
}

void TestFrameDecoder::notesExplain_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QString>("note");
    const auto row = [](const char *stream, const char *note) {
        QTest::newRow(stream) << QByteArray(stream) << QString::fromLatin1(note);
    };
    row("Content-Length: abc\n\n", "Content-Length must be a number of bytes, not \"abc\"");
    row("Content-Length: 1\nContent-Length: 2\n\n",
        "two Content-Length headers contradict each other");
    row("Content-Type: x\n\n", "a header block without Content-Length");
    row("Content-Length: 9\n\n{}", "the stream ended after 2 of the 9 bytes its header announced");
    row("Content-Length: 9\n", "the stream ended inside a header block");
    row("{\"id\":1,", "the stream ended in the middle of a message");
    row("Content-Length: 9\n{}\n", "a header block without the empty line that ends it");
}

void TestFrameDecoder::notesExplain()
{
    QFETCH(QByteArray, stream);
    const QList<Frame> frames = decode(stream, {});
    QVERIFY(!frames.isEmpty());
    QCOMPARE(frames[0].kind, Violation);
    QTEST(frames[0].note, "note");
}

void TestFrameDecoder::waitsForMoreBytes()
{
    FrameDecoder decoder;
    for (const char *piece : { "Con", "tent-", "Length", ": 2", "\r", "\n", "\r", "\n", "{" }) {
        decoder.feed(piece);
        QVERIFY2(!decoder.next(), piece);
    }
    QCOMPARE(decoder.pendingBytes(), 1);
    decoder.feed("}");
    const std::optional<Frame> frame = decoder.next();
    QVERIFY(frame);
    QCOMPARE(frame->bytes, "{}");
    QCOMPARE(decoder.pendingBytes(), 0);
    QVERIFY(!decoder.finish());
}

void TestFrameDecoder::resetForgets()
{
    FrameDecoder decoder;
    decoder.feed("Content-Length: 100\r\n\r\n{");
    QVERIFY(!decoder.next());
    decoder.reset();
    QCOMPARE(decoder.pendingBytes(), 0);
    decoder.feed("\xef\xbb\xbf{}\n");
    QCOMPARE(decoder.next()->bytes, "{}");
}

QTEST_GUILESS_MAIN(TestFrameDecoder)
#include "tst_framedecoder.moc"
