// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/tracecodec.h"
#include "server/tracelog.h"
#include "server/tracespill.h"
#include "server/tracestatus.h"
#include "json/rawjson.h"

#include <QtCore/qdir.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;
using Direction = TraceEntry::Direction;
using Kind = TraceEntry::Kind;

namespace {

const QByteArray request =
        R"({"jsonrpc":"2.0", "id":1,"method":"tools/call","params":{"name":"a","arguments":{"x":1.0,"x":1e400}}})";
const QByteArray answer = R"({"jsonrpc":"2.0","id":1,"result":{"content":[]}})";

void add(TraceLog &log, Direction direction, const QByteArray &payload)
{
    log.addMessage(direction, Message::fromPayload(payload), Framing::Newline);
}

Message notification(const QByteArray &text)
{
    return Message::fromPayload(R"({"jsonrpc":"2.0","method":"n","params":{"t":")" + text + "\"}}");
}

QByteArray all(TraceSpill &spill)
{
    QByteArray bytes;
    for (qint64 offset = spill.begin(); offset < spill.end();) {
        const QByteArray part = spill.read(offset, 1000);
        if (part.isEmpty())
            return "unreadable";
        bytes += part;
        offset += part.size();
    }
    return bytes;
}

} // namespace

/// Entries of a trace as lines of JSON and back, and what older entries do on disk.
class TestTraceFiles : public QObject
{
    Q_OBJECT

private slots:
    void bytesSurvive_data();
    void bytesSurvive();
    void pairsAndConversations();
    void violationsKeepTheirRule();
    void truncatedOnesKeepTheirEnvelope();
    void wrongLines_data();
    void wrongLines();
    void filesWithBadLines();
    void olderOnesGoToDisk();
    void olderOnesComeBack();
    void olderOnesWithoutAGap();
    void lateAnswersFindTheirRequest();
    void endingsOfRequests();
    void diskIsBounded();
    void nothingIsLeftBehind();
    void noRoomOnDiskIsSaidOnce();
    void clearing();
};

void TestTraceFiles::bytesSurvive_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("member");
    QTest::newRow("message") << request << "message"_ba;
    QTest::newRow("white space around") << ' ' + answer + "\t"
                                        << "text"_ba;
    QTest::newRow("several lines") << "{\"jsonrpc\":\"2.0\",\n\"method\":\"m\"}"_ba
                                   << "text"_ba;
    QTest::newRow("no JSON") << "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{]}"_ba
                             << "text"_ba;
    QTest::newRow("no UTF-8") << "{\"jsonrpc\":\"2.0\",\"method\":\"\xff\xfe\"}"_ba
                              << "base64"_ba;
    QTest::newRow("unpaired surrogate")
            << R"({"jsonrpc":"2.0","method":"m","params":{"a":"\ud800"}})"_ba
            << "message"_ba;
}

void TestTraceFiles::bytesSurvive()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, member);
    TraceLog log;
    add(log, Direction::Received, bytes);
    log.addFrame(Kind::Noise, { Frame::Kind::Noise, Framing::ContentLength, bytes, {} }, u"n"_s);
    for (int i = 0; i < log.count(); ++i) {
        const QByteArray line = TraceCodec::line(log.at(i));
        QVERIFY(line.endsWith('\n') && line.count('\n') == 1);
        QVERIFY2(RawJson::fromText(line).contains(member), line);
        const auto entry = TraceCodec::entry(line);
        QVERIFY2(entry, qPrintable(entry.error().message));
        QCOMPARE(entry->payload(), bytes);
        QCOMPARE(entry->time, log.at(i).time);
        QVERIFY(entry->kind == log.at(i).kind && entry->framing == log.at(i).framing);
        QVERIFY(entry->message.kind() == log.at(i).message.kind());
        QCOMPARE(TraceCodec::line(*entry), line);
    }
}

void TestTraceFiles::pairsAndConversations()
{
    TraceLog log;
    log.addEvent(u"started"_s);
    QByteArray text;
    connect(&log, &TraceLog::entryAdded, this,
            [&text](const TraceEntry &entry) { text += TraceCodec::line(entry); });
    add(log, Direction::Sent, request);
    log.addMessage(Direction::Received, notification("x"), Framing::Newline, {}, 2);
    add(log, Direction::Received, answer);
    const TraceCodec::File file = TraceCodec::read(text); // as --trace writes it, from 2 on
    QCOMPARE(file.badLines, 0);
    QCOMPARE(file.entries.size(), 3);
    QCOMPARE(file.entries[0].serial, 1);
    QCOMPARE(file.entries[0].pair, 3);
    QVERIFY(file.entries[0].durationUs >= 0);
    QCOMPARE(file.entries[2].pair, 1);
    QCOMPARE(file.entries[2].method, u"tools/call"_s);
    for (const TraceEntry &entry : file.entries)
        QCOMPARE(entry.conversation, 1);
    TraceLog again;
    again.adopt(file.entries.first(2));
    again.adopt(file.entries.sliced(2));
    QCOMPARE(again.count(), 3);
    QCOMPARE(again.find(3)->message.payload(), answer);
}

void TestTraceFiles::violationsKeepTheirRule()
{
    TraceLog log;
    const Message message = notification("x");
    log.addMessage(Direction::Received, message, Framing::Newline);
    log.addViolation(message, Rule::ProgressToken, u"unknown token"_s);
    log.addInvalid(Message::fromPayload(R"({"id":7})"), Framing::Newline);
    const TraceCodec::File file =
            TraceCodec::read(TraceCodec::line(log.at(0)) + TraceCodec::line(log.at(1))
                             + TraceCodec::line(log.at(2)));
    QCOMPARE(file.entries.size(), 3);
    const TraceEntry &violation = file.entries.at(1);
    QVERIFY(violation.rule == Rule::ProgressToken);
    QCOMPARE(violation.note, u"unknown token"_s);
    QCOMPARE(violation.pair, 1);
    QCOMPARE(violation.method, u"n"_s);
    QVERIFY(violation.message.kind() == Message::Kind::Notification);
    QVERIFY(violation.payload().isEmpty());
    QVERIFY(file.entries.at(2).rule == Rule::JsonRpc);
    QCOMPARE(file.entries.at(2).message.id().toString(), u"7"_s);
}

void TestTraceFiles::truncatedOnesKeepTheirEnvelope()
{
    TraceLog log(100'000);
    add(log, Direction::Sent, request);
    add(log, Direction::Received,
        R"({"jsonrpc":"2.0","id":1,"result":{"a":")" + QByteArray(200'000, 'x') + "\"}}");
    QVERIFY(log.at(log.count() - 1).truncated);
    const TraceEntry &kept = log.at(log.count() - 1);
    const auto entry = TraceCodec::entry(TraceCodec::line(kept));
    QVERIFY2(entry, qPrintable(entry.error().message));
    QVERIFY(entry->truncated);
    QCOMPARE(entry->size, kept.size);
    QVERIFY(entry->message.kind() == Message::Kind::Response);
    QCOMPARE(entry->message.id().toString(), u"1"_s);
    QCOMPARE(entry->payload(), kept.payload());
    QCOMPARE(entry->method, u"tools/call"_s);
}

void TestTraceFiles::wrongLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("text") << "hello"_ba;
    QTest::newRow("array") << "[]"_ba;
    QTest::newRow("no kind") << R"({"time":"2026-01-01T00:00:00.000Z"})"_ba;
    QTest::newRow("no time") << R"({"kind":"message","message":{}})"_ba;
    QTest::newRow("cut off") << R"({"time":"2026-01-01T00:00:00.000Z","kind":"event")"_ba;
}

void TestTraceFiles::wrongLines()
{
    QFETCH(const QByteArray, line);
    QVERIFY(!TraceCodec::entry(line));
}

void TestTraceFiles::filesWithBadLines()
{
    const QByteArray event = R"({"time":"2026-01-01T00:00:00.000Z","kind":"event","note":"a"})";
    const TraceCodec::File file = TraceCodec::read(event + "\r\n\nnonsense\n" + event);
    QCOMPARE(file.entries.size(), 2);
    QCOMPARE(file.badLines, 1);
    QVERIFY2(file.firstProblem.startsWith(u"line 3:"_s), qPrintable(file.firstProblem));
    // Numbers that lead nowhere are none.
    const auto lost = TraceCodec::read(
            R"({"time":"2026-01-01T00:00:00Z","kind":"message","serial":5,"pair":9,"message":{}})");
    QCOMPARE(lost.entries.at(0).serial, 1);
    QCOMPARE(lost.entries.at(0).pair, 0);
}

void TestTraceFiles::olderOnesGoToDisk()
{
    const QTemporaryDir folder;
    TraceLog log(50'000);
    log.setSpill(std::make_unique<TraceSpill>(folder.path() + u"/traces"_s));
    constexpr int count = 2000;
    for (int i = 0; i < count; ++i)
        log.addMessage(Direction::Received, notification(QByteArray::number(i)), Framing::Newline);
    QCOMPARE(log.droppedCount(), 0);
    QCOMPARE(log.spilledCount() + quint64(log.count()), quint64(count));
    const TraceCodec::File file = TraceCodec::read(all(*log.spill()));
    QCOMPARE(file.badLines, 0);
    QCOMPARE(quint64(file.entries.size()), log.spilledCount());
    QCOMPARE(file.entries.first().payload(), notification("0").payload());
    QCOMPARE(file.entries.last().payload(),
             notification(QByteArray::number(file.entries.size() - 1)).payload());
}

void TestTraceFiles::olderOnesComeBack()
{
    const QTemporaryDir folder;
    TraceLog log(100'000);
    log.setSpill(std::make_unique<TraceSpill>(folder.path()));
    const auto payload = [](int i) {
        return notification(QByteArray::number(i) + QByteArray(i % 100 == 7 ? 20'000 : 50, 'x'))
                .payload();
    };
    constexpr int count = 5000;
    for (int i = 0; i < count; ++i)
        add(log, Direction::Received, payload(i));
    const int inMemory = log.count();
    QCOMPARE(log.spilledCount(), quint64(count - inMemory));
    // More comes in between, and what leaves memory meanwhile leaves no gap.
    int pieces = 0;
    int more = 0;
    while (log.firstSerial() > 1) {
        const auto piece = RecalledEntries::parse(log.olderPiece());
        QVERIFY(!piece.empty());
        for (int i = 0; i < 10; ++i)
            add(log, Direction::Received, payload(count + more++));
        QVERIFY(log.addOlder(piece) > 0);
        ++pieces;
    }
    QVERIFY(pieces > 2);
    QCOMPARE(log.count(), count + more);
    QCOMPARE(log.spilledCount(), 0u);
    for (int i = 0; i < count + more; ++i) {
        QCOMPARE(log.at(i).serial, quint64(i + 1));
        QCOMPARE(log.at(i).payload(), payload(i));
        QCOMPARE(log.find(quint64(i + 1)), &log.at(i));
    }
    QVERIFY(log.olderPiece().lines.isEmpty());
    log.forgetOlder();
    QVERIFY(log.count() < inMemory + 20);
    QCOMPARE(log.spilledCount(), quint64(count + more - log.count()));
    QVERIFY(log.totalBytes() <= 100'000);
    QCOMPARE(log.at(log.count() - 1).payload(), payload(count + more - 1));
}

void TestTraceFiles::olderOnesWithoutAGap()
{
    const QTemporaryDir folder;
    TraceLog log(20'000);
    log.setSpill(std::make_unique<TraceSpill>(folder.path()));
    for (int i = 0; i < 500; ++i)
        add(log, Direction::Received, answer);
    auto piece = RecalledEntries::parse(log.olderPiece());
    QVERIFY(piece.size() > 10);
    const auto whole = piece;
    piece.erase(piece.end() - 5); // one that could not be read
    QCOMPARE(log.addOlder(piece), 4);
    QCOMPARE(log.addOlder(whole), 0); // not before these
    const quint64 first = log.firstSerial();
    const auto rest = RecalledEntries::parse(log.olderPiece());
    QCOMPARE(log.addOlder(rest), int(first - 1));
    QCOMPARE(log.firstSerial(), 1u);
    log.clear();
    QCOMPARE(log.count(), 0);
    QVERIFY(log.olderPiece().lines.isEmpty());
    QCOMPARE(log.addOlder(whole), 0);
}

/// A call that takes long while the server floods.
void TestTraceFiles::lateAnswersFindTheirRequest()
{
    const QTemporaryDir folder;
    TraceLog log(20'000);
    log.setSpill(std::make_unique<TraceSpill>(folder.path()));
    add(log, Direction::Sent, request);
    for (int i = 0; i < 500; ++i)
        add(log, Direction::Received, notification("x").payload());
    add(log, Direction::Received, answer);
    const TraceEntry late = log.at(log.count() - 1);
    QCOMPARE(late.method, u"tools/call"_s);
    QCOMPARE(late.conversation, 1u);
    QVERIFY(late.durationUs >= 0);
    while (!log.find(1)) // read again, it knows of its answer
        QVERIFY(log.addOlder(RecalledEntries::parse(log.olderPiece())) > 0);
    QCOMPARE(log.find(1)->pair, late.serial);
}

void TestTraceFiles::endingsOfRequests()
{
    const QByteArray cancel =
            R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}})";
    TraceLog log;
    QByteArray asItCame;
    connect(&log, &TraceLog::entryAdded, this,
            [&asItCame](const TraceEntry &entry) { asItCame += TraceCodec::line(entry); });
    add(log, Direction::Sent, request);
    add(log, Direction::Sent, cancel);
    add(log, Direction::Sent, QByteArray(request).replace("\"id\":1", "\"id\":2"));
    log.forgetPending();
    const QByteArray saved =
            TraceCodec::line(log.at(0)) + TraceCodec::line(log.at(1)) + TraceCodec::line(log.at(2));
    const auto status = [](const QByteArray &text, int i) {
        return TraceStatus::of(TraceCodec::read(text).entries.at(i));
    };
    QCOMPARE(status(saved, 0), "cancelled"_L1);
    QCOMPARE(status(saved, 2), "unanswered"_L1);
    QCOMPARE(status(asItCame, 0), "cancelled"_L1);
}

void TestTraceFiles::diskIsBounded()
{
    const QTemporaryDir folder;
    TraceLog log(50'000);
    constexpr qint64 bound = 1'000'000;
    log.setSpill(std::make_unique<TraceSpill>(folder.path(), bound));
    const QByteArray text(1000, 'x');
    for (int i = 0; i < 3000; ++i)
        log.addMessage(Direction::Received, notification(text), Framing::Newline);
    QVERIFY(log.droppedCount() > 1000);
    QVERIFY(log.spilledCount() > 500);
    QCOMPARE(log.droppedCount() + log.spilledCount() + quint64(log.count()), quint64(3000));
    QVERIFY(log.spill()->end() - log.spill()->begin() < bound + 200'000);
    const TraceCodec::File file = TraceCodec::read(all(*log.spill()));
    QCOMPARE(file.badLines, 0); // whole lines went
    QCOMPARE(quint64(file.entries.size()), log.spilledCount());
}

void TestTraceFiles::nothingIsLeftBehind()
{
    const QTemporaryDir folder;
    {
        TraceLog log(50'000);
        log.setSpill(std::make_unique<TraceSpill>(folder.path()));
        for (int i = 0; i < 3000; ++i)
            log.addMessage(Direction::Received, notification("x"), Framing::Newline);
        QVERIFY(log.spilledCount() > 0);
        for (const QFileInfo &file : QDir(folder.path()).entryInfoList(QDir::Files))
            QCOMPARE(file.permissions() & 0x0077, QFile::Permissions());
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestTraceFiles::noRoomOnDiskIsSaidOnce()
{
    const QTemporaryDir folder;
    const QString path = folder.path() + u"/file"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly)); // no folder can be made of it
    TraceLog log(50'000);
    log.setSpill(std::make_unique<TraceSpill>(path));
    QSignalSpy failures(&log, &TraceLog::spillFailed);
    for (int i = 0; i < 3000; ++i)
        log.addMessage(Direction::Received, notification(QByteArray::number(i)), Framing::Newline);
    QCOMPARE(failures.size(), 1);
    QVERIFY(failures.first().first().toString().contains(path));
    QVERIFY(log.droppedCount() > 0);
    QCOMPARE(log.droppedCount() + log.spilledCount() + quint64(log.count()), quint64(3000));
    QCOMPARE(log.at(log.count() - 1).payload(), notification("2999").payload());
}

void TestTraceFiles::clearing()
{
    const QTemporaryDir folder;
    TraceLog log(50'000);
    log.setSpill(std::make_unique<TraceSpill>(folder.path()));
    for (int i = 0; i < 1000; ++i)
        log.addMessage(Direction::Received, notification("x"), Framing::Newline);
    log.clear();
    QCOMPARE(log.spilledCount(), 0);
    QCOMPARE(log.droppedCount(), 0);
    QVERIFY(all(*log.spill()).isEmpty());
}

QTEST_GUILESS_MAIN(TestTraceFiles)
#include "tst_tracefiles.moc"
