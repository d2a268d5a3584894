// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/tracelog.h"
#include "server/tracestatus.h"

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;
using Direction = TraceEntry::Direction;
using Kind = TraceEntry::Kind;

namespace {

Message parse(const QByteArray &payload) { return Message::fromPayload(payload); }

Message request(const QByteArray &id, const QByteArray &method = "tools/call")
{
    return parse("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\"}");
}

Message response(const QByteArray &id)
{
    return parse("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}");
}

void send(TraceLog &log, const Message &message)
{
    log.addMessage(Direction::Sent, message, Framing::Newline);
}

void receive(TraceLog &log, const Message &message)
{
    log.addMessage(Direction::Received, message, Framing::Newline);
}

} // namespace

class TestTraceLog : public QObject
{
    Q_OBJECT

private slots:
    void keepsMessagesAsTheyWere();
    void pairsRequestAndResponse();
    void pairsByIdAndDirection();
    void usedIdsPairOnce();
    void endOfTheProcessEndsWaiting();
    void cancelledOnesDoNotWait();
    void duration();
    void invalidAnswersPairToo();
    void violationsPointAtTheirMessage();
    void noiseAndEvents();
    void oldestGoFirst();
    void dropForgetsWhatWaited();
    void hugeMessagesKeepTheirEnvelope();
    void targets();
    void hugeNamesCount();
    void hugeNamesOfHugeMessagesAreCut();
    void boundCanChange();
    void clear();
    void viewsAreToldOnceATurn();
};

void TestTraceLog::keepsMessagesAsTheyWere()
{
    TraceLog log;
    const Message message =
            parse(R"({"jsonrpc":"2.0","method":"notifications/x","params":{ "a" : 1.0 }})");
    log.addMessage(Direction::Received, message, Framing::ContentLength, u"note"_s);
    QCOMPARE(log.count(), 1);
    const TraceEntry &entry = log.at(0);
    QCOMPARE(entry.serial, quint64(1));
    QVERIFY(entry.kind == Kind::Message);
    QVERIFY(entry.direction == Direction::Received);
    QVERIFY(entry.framing == Framing::ContentLength);
    QCOMPARE(entry.message.payload(), message.payload());
    QCOMPARE(entry.size, message.payload().size());
    QCOMPARE(entry.method, u"notifications/x"_s);
    QCOMPARE(entry.note, u"note"_s);
    QVERIFY(entry.time > 0);
    QVERIFY(!entry.truncated);
}

void TestTraceLog::pairsRequestAndResponse()
{
    TraceLog log;
    QSignalSpy updated(&log, &TraceLog::entryUpdated);
    QList<quint64> pairsWhenAdded;
    connect(&log, &TraceLog::entryAdded, this,
            [&](const TraceEntry &entry) { pairsWhenAdded.append(entry.pair); });
    send(log, request("1"));
    send(log, parse(R"({"jsonrpc":"2.0","method":"notifications/initialized"})"));
    receive(log, response("1"));
    QCOMPARE(log.at(0).pair, quint64(3));
    QCOMPARE(log.at(2).pair, quint64(1));
    QCOMPARE(log.at(2).method, u"tools/call"_s);
    QCOMPARE(pairsWhenAdded, QList<quint64>({ 0, 0, 1 }));
    QCOMPARE(updated.size(), 1);
    QCOMPARE(updated[0][0].toULongLong(), quint64(1));
}

void TestTraceLog::pairsByIdAndDirection()
{
    TraceLog log;
    send(log, request("1"));
    receive(log, request("1", "roots/list")); // the server counts, too
    send(log, request("\"1\""));
    receive(log, parse(R"({"jsonrpc":"2.0","id":1.0,"error":{"code":-1,"message":"m"}})"));
    receive(log, response("\"1\""));
    send(log, response("1"));
    receive(log, response("7")); // nobody asked
    QCOMPARE(log.at(0).pair, quint64(4));
    QCOMPARE(log.at(1).pair, quint64(6));
    QCOMPARE(log.at(2).pair, quint64(5));
    QCOMPARE(log.at(5).method, u"roots/list"_s);
    QCOMPARE(log.at(6).pair, quint64(0));
    QCOMPARE(log.at(6).method, QString());
}

void TestTraceLog::usedIdsPairOnce()
{
    TraceLog log;
    send(log, request("1"));
    receive(log, response("1"));
    receive(log, response("1")); // a second answer
    QCOMPARE(log.at(0).pair, quint64(2));
    QCOMPARE(log.at(2).pair, quint64(0));
    send(log, request("2"));
    send(log, request("2")); // the same id again: the later one is answered
    receive(log, response("2"));
    QCOMPARE(log.at(3).pair, quint64(0));
    QCOMPARE(log.at(4).pair, quint64(6));
}

void TestTraceLog::endOfTheProcessEndsWaiting()
{
    TraceLog log;
    send(log, request("1"));
    log.forgetPending();
    receive(log, response("1")); // of another process
    QCOMPARE(log.at(0).pair, quint64(0));
    QCOMPARE(log.at(1).pair, quint64(0));
    QCOMPARE(TraceStatus::of(log.at(0)), "unanswered"_L1);
}

void TestTraceLog::cancelledOnesDoNotWait()
{
    TraceLog log;
    const QByteArray cancel =
            R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}})";
    send(log, request("1"));
    receive(log, request("1", "sampling/createMessage"));
    send(log, request("2"));
    send(log, request("3", "subscriptions/listen"));
    QSignalSpy updated(&log, &TraceLog::entryUpdated);
    receive(log, parse(cancel)); // the server cancels its own
    QCOMPARE(TraceStatus::of(log.at(0)), "pending"_L1);
    QCOMPARE(TraceStatus::of(log.at(1)), "cancelled"_L1);
    QCOMPARE(updated.size(), 1);
    send(log, parse(cancel));
    QCOMPARE(TraceStatus::of(log.at(0)), "cancelled"_L1);
    receive(log, parse(QByteArray(cancel).replace("1}", "2}"))); // not the server's to cancel
    QCOMPARE(TraceStatus::of(log.at(2)), "pending"_L1);
    receive(log, parse(QByteArray(cancel).replace("1}", "3}"))); // a subscription is
    QCOMPARE(TraceStatus::of(log.at(3)), "cancelled"_L1);
    receive(log, response("1")); // too late, and yet it came
    QCOMPARE(TraceStatus::of(log.at(0)), "answered"_L1);
}

void TestTraceLog::duration()
{
    TraceLog log;
    send(log, request("1"));
    QTest::qSleep(20);
    receive(log, response("1"));
    QVERIFY(log.at(1).durationUs >= 20'000);
    QVERIFY(log.at(1).durationUs < 10'000'000);
    QCOMPARE(log.at(0).durationUs, log.at(1).durationUs);
    receive(log, response("9"));
    QCOMPARE(log.at(2).durationUs, qint64(-1));
}

void TestTraceLog::invalidAnswersPairToo()
{
    TraceLog log;
    send(log, request("1", "tools/list"));
    const Message broken = parse(R"({"jsonrpc":"2.0","id":1,"result":{"tools":[)");
    QVERIFY(!broken.isValid());
    log.addInvalid(broken, Framing::Newline);
    const TraceEntry &entry = log.at(1);
    QVERIFY(entry.kind == Kind::Violation);
    QVERIFY(!entry.note.isEmpty());
    QCOMPARE(entry.bytes, broken.payload());
    QCOMPARE(entry.pair, quint64(1));
    QCOMPARE(entry.method, u"tools/list"_s);
    QCOMPARE(log.at(0).pair, quint64(2));
    QCOMPARE(log.violationCount(), quint64(1));
}

void TestTraceLog::violationsPointAtTheirMessage()
{
    TraceLog log;
    const Message first = response("1");
    const Message second = response("2");
    receive(log, first);
    receive(log, second);
    log.addViolation(first, Rule::JsonRpc, u"the rule"_s);
    QVERIFY(log.at(2).kind == Kind::Violation);
    QCOMPARE(log.at(2).pair, quint64(1));
    QCOMPARE(log.at(2).note, u"the rule"_s);
    QCOMPARE(log.at(2).size, first.payload().size());
    QCOMPARE(log.at(0).pair, quint64(0)); // it is no answer to it
    QCOMPARE(log.violationCount(), quint64(1));
}

void TestTraceLog::noiseAndEvents()
{
    TraceLog log;
    log.addFrame(Kind::Noise, { Frame::Kind::Noise, Framing::Newline, "hello", {} }, u"text"_s);
    log.addFrame(Kind::Violation,
                 { Frame::Kind::Violation, Framing::ContentLength, "Content-Length: x", {} },
                 u"bad length"_s);
    log.addEvent(u"process 7 started"_s);
    QCOMPARE(log.count(), 3);
    QVERIFY(log.at(0).kind == Kind::Noise);
    QCOMPARE(log.at(0).bytes, "hello");
    QCOMPARE(log.at(0).size, qint64(5));
    QCOMPARE(log.at(1).note, u"bad length"_s);
    QVERIFY(log.at(1).framing == Framing::ContentLength);
    QVERIFY(log.at(2).kind == Kind::Event);
    QCOMPARE(log.violationCount(), quint64(1));
}

void TestTraceLog::oldestGoFirst()
{
    TraceLog log(100'000);
    for (int i = 1; i <= 1000; ++i)
        receive(log, response(QByteArray::number(i) + QByteArray(1000, ' ')));
    QVERIFY(log.totalBytes() <= 100'000);
    QVERIFY(log.count() > 30);
    QCOMPARE(log.droppedCount(), quint64(1000 - log.count()));
    QCOMPARE(log.firstSerial(), log.droppedCount() + 1);
    QCOMPARE(log.at(0).serial, log.firstSerial());
    QCOMPARE(log.at(log.count() - 1).serial, quint64(1000));
    QCOMPARE(log.find(1), nullptr);
    QCOMPARE(log.find(1001), nullptr);
    QCOMPARE(log.find(1000), &log.at(log.count() - 1));
}

void TestTraceLog::dropForgetsWhatWaited()
{
    TraceLog log(20'000);
    send(log, request("1"));
    for (int i = 0; i < 100; ++i)
        receive(log, parse("{\"method\":\"" + QByteArray(1000, 'n') + "\"}"));
    QCOMPARE(log.find(1), nullptr);
    receive(log, response("1"));
    QCOMPARE(log.at(log.count() - 1).pair, quint64(0));
}

void TestTraceLog::hugeMessagesKeepTheirEnvelope()
{
    TraceLog log(1024 * 1024);
    send(log, request("5"));
    const QByteArray payload =
            R"({"jsonrpc":"2.0","id":5,"result":{"text":")" + QByteArray(300'000, 'x') + "\"}}";
    const Message message = parse(payload);
    receive(log, message);
    const TraceEntry &entry = log.at(1);
    QVERIFY(entry.truncated);
    QCOMPARE(entry.size, payload.size());
    QCOMPARE(entry.message.payload(), payload.first(64 * 1024));
    QVERIFY(entry.message.isResponse());
    QCOMPARE(entry.message.id().toInteger(), std::optional<qint64>(5));
    QCOMPARE(entry.pair, quint64(1));
    QVERIFY(log.totalBytes() < 80'000);
    QCOMPARE(message.payload(), payload); // others keep the whole
    log.addViolation(message, Rule::None, u"found later"_s);
    QCOMPARE(log.at(2).pair, quint64(2));
    // Below a quarter of the bound everything stays.
    receive(log, parse("{\"id\":6,\"result\":\"" + QByteArray(200'000, 'y') + "\"}"));
    QVERIFY(!log.at(3).truncated);
    // So it is with what is no message.
    log.addFrame(Kind::Noise,
                 { Frame::Kind::Noise, Framing::Newline, QByteArray(300'000, 'z'), {} }, {});
    QVERIFY(log.at(4).truncated);
    QCOMPARE(log.at(4).bytes.size(), 64 * 1024);
    QCOMPARE(log.at(4).size, qint64(300'000));
}

/// A method or an id as long as its message is kept a second time, decoded.
/// Read once when the message comes, so that it is known of those that are cut, too.
void TestTraceLog::targets()
{
    TraceLog log(1024 * 1024);
    const QByteArray text = '"' + QByteArray(300'000, 'x') + '"';
    send(log, parse(R"({"id":1,"method":"tools/call","params":{"arguments":)" + text
                    + R"(,"name":"far behind"}})"));
    send(log, parse(R"({"id":2,"method":"notifications/x","params":{"requestId":7,"level":5}})"));
    receive(log, parse(R"({"id":1,"result":{"name":"of a result"}})"));
    QVERIFY(log.at(0).truncated);
    QCOMPARE(log.at(0).target, u"far behind"_s);
    QCOMPARE(log.at(1).target, u"5"_s);
    QCOMPARE(log.at(2).target, QString());
}

void TestTraceLog::hugeNamesCount()
{
    TraceLog log(1024 * 1024);
    for (int i = 0; i < 50; ++i)
        receive(log, request('"' + QByteArray(100'000, 'i') + '"', QByteArray(100'000, 'm')));
    qint64 held = 0;
    for (int i = 0; i < log.count(); ++i)
        held += log.at(i).message.payload().size() + log.at(i).message.id().raw().size()
                + 2 * log.at(i).method.size();
    QVERIFY2(held <= 1024 * 1024, qPrintable(QString::number(held)));
}

void TestTraceLog::hugeNamesOfHugeMessagesAreCut()
{
    TraceLog log(1024 * 1024);
    receive(log, request('"' + QByteArray(300'000, 'i') + '"', QByteArray(300'000, 'm')));
    QVERIFY(log.at(0).truncated);
    QCOMPARE(log.at(0).method, QString(1000, u'm'));
    QCOMPARE(log.at(0).message.method(), QString(1000, u'm'));
    QVERIFY(log.at(0).message.id().isAbsent());
    log.addViolation(parse("{\"id\":1,\"method\":\"" + QByteArray(300'000, 'm') + "\"}"),
                     Rule::None, u"note"_s);
    QCOMPARE(log.at(1).message.method().size(), 1000);
    QVERIFY(log.totalBytes() < 80'000);
}

void TestTraceLog::boundCanChange()
{
    TraceLog log;
    for (int i = 0; i < 100; ++i)
        receive(log, response(QByteArray(1000, ' ') + '1'));
    QCOMPARE(log.count(), 100);
    log.setMaxBytes(20'000);
    QVERIFY(log.count() < 20);
    QVERIFY(log.totalBytes() <= 20'000);
}

void TestTraceLog::clear()
{
    TraceLog log;
    send(log, request("1"));
    log.addEvent(u"x"_s);
    log.clear();
    QCOMPARE(log.count(), 0);
    QCOMPARE(log.totalBytes(), qint64(0));
    QCOMPARE(log.droppedCount(), quint64(0));
    receive(log, response("1"));
    QCOMPARE(log.at(0).serial, quint64(3));
    QCOMPARE(log.firstSerial(), quint64(3));
    QCOMPARE(log.at(0).pair, quint64(0));
}

void TestTraceLog::viewsAreToldOnceATurn()
{
    TraceLog log;
    QSignalSpy changed(&log, &TraceLog::changed);
    QSignalSpy added(&log, &TraceLog::entryAdded);
    for (int i = 0; i < 100; ++i)
        receive(log, response("1"));
    QCOMPARE(added.size(), 100);
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
}

QTEST_GUILESS_MAIN(TestTraceLog)
#include "tst_tracelog.moc"
