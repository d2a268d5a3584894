// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "printedmodel.h"

#include "models/tracemodel.h"
#include "models/tracerecalls.h"
#include "server/tracespill.h"
#include "wire/error.h"

#include <QtCore/qtemporarydir.h>
#include <QtTest/qabstractitemmodeltester.h>
#include <QtTest/qtest.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using Mcp::Framing;
using Mcp::Message;
using Mcp::RawJson;
using Mcp::TraceEntry;
using Mcp::TraceLog;
using McpTest::printed;

/// The trace as a table: directions, pairs, what is no message, filters.
class TestTraceModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void words();
    void pairs();
    void answerArrivesLater();
    void tooLong();
    void tones();
    void filters();
    void wrongFiltersChangeNothing();
    void allServers();
    void olderOnesOfAllServers();
    void quietServersKeepTheirRows();
    void rules();
    void dropsWithTheLog();
    void wholeText();

private:
    void sent(const Message &message, const QString &note = {});
    void received(const Message &message);

    std::unique_ptr<TraceLog> m_log;
    std::unique_ptr<TraceModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTraceModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<TraceModel>();
    m_log = std::make_unique<TraceLog>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    m_model->setLog(m_log.get());
}

void TestTraceModel::sent(const Message &message, const QString &note)
{
    m_log->addMessage(TraceEntry::Direction::Sent, message, Framing::Newline, note);
}

void TestTraceModel::received(const Message &message)
{
    m_log->addMessage(TraceEntry::Direction::Received, message, Framing::Newline);
}

void TestTraceModel::words()
{
    m_log->addEvent(u"process 7 started"_s);
    sent(Message::request(1, u"server/discover"), u"era probe"_s);
    m_log->addFrame(TraceEntry::Kind::Noise,
                    { Mcp::Frame::Kind::Noise, Framing::Newline, "hello", {} }, {});
    received(Message::errorResponse(1, -32601, u"no such method"));
    sent(Message::notification(u"notifications/initialized"));
    QTRY_COMPARE(m_model->rowCount(), 5);
    const QStringList rows = printed(*m_model, { TraceModel::Direction, TraceModel::Method,
                                                 TraceModel::Id, TraceModel::Status });
    QCOMPARE(rows.at(0), u"• | step |  | process 7 started"_s);
    QCOMPARE(rows.at(1), u"→ | server/discover | 1 | answered · era probe"_s);
    QCOMPARE(rows.at(2), u"← | hello |  | text on stdout that is no message"_s);
    QCOMPARE(rows.at(3), u"← | server/discover | 1 | error -32601: no such method · era probe"_s);
    QCOMPARE(rows.at(4), u"→ | notifications/initialized |  | "_s);
    QCOMPARE(m_model->index(1, TraceModel::Direction).data(Qt::AccessibleTextRole).toString(),
             u"sent"_s);
    QVERIFY(m_model->index(3, TraceModel::Duration).data().toString().endsWith(u"ms"_s));
}

void TestTraceModel::pairs()
{
    sent(Message::request(1, u"a"));
    sent(Message::request(2, u"b"));
    received(Message::response(2, RawJson::fromText("{}")));
    received(Message::response(1, RawJson::fromText("{}")));
    QTRY_COMPARE(m_model->rowCount(), 4);
    const auto serial = [this](int row) {
        return m_model->index(row, 0).data(TraceModel::SerialRole).toULongLong();
    };
    const auto pair = [this](int row) {
        return m_model->index(row, 0).data(TraceModel::PairRole).toULongLong();
    };
    QCOMPARE(pair(0), serial(3));
    QCOMPARE(pair(3), serial(0));
    QCOMPARE(pair(1), serial(2));
    QCOMPARE(m_model->entry(pair(0))->method, u"a"_s);
}

void TestTraceModel::answerArrivesLater()
{
    sent(Message::request(1, u"slow"));
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->index(0, TraceModel::Status).data().toString(), u"pending"_s);
    int changes = 0;
    connect(m_model.get(), &TraceModel::dataChanged, this, [&changes] { ++changes; });
    received(Message::response(1, RawJson::fromText("{}")));
    QTRY_COMPARE(m_model->rowCount(), 2);
    QVERIFY(changes > 0);
    QCOMPARE(m_model->index(0, TraceModel::Status).data().toString(), u"answered"_s);
    for (const QString &type : { u"complete"_s, u"input_required"_s, u"task"_s })
        received(Message::response(
                9, RawJson::fromText(u"{\"resultType\":\"%1\"}"_s.arg(type).toUtf8())));
    QTRY_COMPARE(m_model->rowCount(), 5);
    QCOMPARE(printed(*m_model, { TraceModel::Status }).mid(2).join(u','),
             u"ok,input_required,task"_s);
}

/// No rule is broken by what is longer than we take, and its request is answered.
void TestTraceModel::tooLong()
{
    sent(Message::request(1, u"tools/call"));
    sent(Message::request(2, u"tools/list"));
    m_log->addTooLong(Message::unreadable("{\"id\":1,\"result\":", u"a line was skipped"_s),
                      Framing::Newline);
    const quint64 serial = m_log->addTooLong(
            Message::unreadable("{\"result\":", u"a line was skipped"_s), Framing::Newline);
    const auto row = [this](int i) {
        return printed(*m_model, { TraceModel::Method, TraceModel::Id, TraceModel::Status }).at(i);
    };
    QTRY_COMPARE(m_model->rowCount(), 4);
    QCOMPARE(row(0), u"tools/call | 1 | answered"_s);
    QCOMPARE(row(1), u"tools/list | 2 | pending"_s);
    QCOMPARE(row(2), u"tools/call | 1 | a line was skipped"_s);
    QCOMPARE(row(3), u"too long |  | a line was skipped"_s);
    m_log->addId(serial, Message::unreadable("{\"id\":2,", u"a line was skipped"_s));
    QCOMPARE(row(1), u"tools/list | 2 | answered"_s);
    QCOMPARE(row(3), u"tools/list | 2 | a line was skipped"_s);
}

void TestTraceModel::tones()
{
    m_log->addEvent(u"started"_s);
    received(Message::errorResponse(1, -1, u"bad"));
    m_log->addViolation(Message::notification(u"x"), Mcp::Rule::JsonRpc, u"an id is missing"_s);
    received(Message::notification(u"fine"));
    QTRY_COMPARE(m_model->rowCount(), 4);
    const auto tone = [this](int row) {
        return TraceModel::Tone(m_model->index(row, 0).data(TraceModel::ToneRole).toInt());
    };
    QCOMPARE(tone(0), TraceModel::Muted);
    QCOMPARE(tone(1), TraceModel::Bad);
    QCOMPARE(tone(2), TraceModel::Warning);
    QCOMPARE(tone(3), TraceModel::Normal);
    QVERIFY(m_model->index(2, TraceModel::Status)
                    .data()
                    .toString()
                    .contains(u"an id is missing"_s));
}

void TestTraceModel::filters()
{
    sent(Message::request(1, u"tools/call", RawJson::fromText(R"({"name":"Zürich"})")));
    sent(Message::request(2, u"ping"));
    m_log->addEvent(u"process ended"_s);
    QTRY_COMPARE(m_model->rowCount(), 3);
    const auto methods = [this](const QString &needle) {
        m_model->setFilter(needle);
        return printed(*m_model, { TraceModel::Method }).join(u',');
    };
    QCOMPARE(methods(u"TOOLS"_s), u"tools/call"_s);
    QCOMPARE(methods(u"zürich"_s), u"tools/call"_s); // inside the message
    QCOMPARE(methods(u"status:pending"_s), u"tools/call,ping"_s);
    QCOMPARE(methods(u"status:pending -method:ping"_s), u"tools/call"_s);
    QCOMPARE(methods(u"ended"_s), u"step"_s);
    QCOMPARE(methods(u"xyz"_s), QString());
}

void TestTraceModel::wrongFiltersChangeNothing()
{
    sent(Message::request(1, u"tools/call"));
    sent(Message::request(2, u"ping"));
    m_model->setFilter(u"method:ping"_s);
    QTRY_COMPARE(m_model->rowCount(), 1);
    m_model->setFilter(u"method:ping status:bad"_s);
    QVERIFY(m_model->filterProblem().contains(u"status"_s));
    QCOMPARE(m_model->rowCount(), 1);
    sent(Message::request(3, u"ping")); // the last good one goes on
    QTRY_COMPARE(m_model->rowCount(), 2);
    m_model->setFilter({});
    QVERIFY(m_model->filterProblem().isEmpty());
    QCOMPARE(m_model->rowCount(), 3);
}

void TestTraceModel::allServers()
{
    TraceLog other;
    sent(Message::request(1, u"first"));
    QTest::qWait(2); // rows of several servers are in the order of their times
    other.addMessage(TraceEntry::Direction::Sent, Message::request(1, u"second"), Framing::Newline);
    m_model->setSources({ { u"one"_s, m_log.get() }, { u"two"_s, &other } });
    QTRY_COMPARE(m_model->rowCount(), 2);
    QTest::qWait(2);
    received(Message::response(1, RawJson::fromText("{}")));
    QTRY_COMPARE(m_model->rowCount(), 3);
    QCOMPARE(printed(*m_model, { TraceModel::Server, TraceModel::Method, TraceModel::Status }),
             QStringList({ u"one | first | answered"_s, u"two | second | pending"_s,
                           u"one | first | ok"_s }));
    const auto role = [this](int row, int which) {
        return m_model->index(row, 0).data(which).toULongLong();
    };
    QCOMPARE(role(0, TraceModel::PairRole), role(2, TraceModel::SerialRole));
    QCOMPARE(role(0, TraceModel::ConversationRole), role(2, TraceModel::ConversationRole));
    QVERIFY(role(1, TraceModel::ConversationRole) != role(0, TraceModel::ConversationRole));
    m_model->setFilter(u"server:two"_s);
    QTRY_COMPARE(m_model->rowCount(), 1);
    m_model->setFilter({});
    m_model->setSources({ { u"two"_s, &other } });
    QTRY_COMPARE(m_model->rowCount(), 1);
    m_model->setLog(nullptr);
}

/// What comes back from the disk stands where it belongs by its time, of all servers.
void TestTraceModel::olderOnesOfAllServers()
{
    const QTemporaryDir folder;
    TraceLog other;
    other.addMessage(TraceEntry::Direction::Sent, Message::request(1, u"quiet"), Framing::Newline);
    QTest::qWait(2);
    m_log->setSpill(std::make_unique<Mcp::TraceSpill>(folder.path()));
    m_log->setMaxBytes(20'000);
    for (int i = 0; i < 500; ++i)
        sent(Message::request(i, u"n"_s + QString::number(i)));
    QTest::qWait(2);
    other.addMessage(TraceEntry::Direction::Sent, Message::request(2, u"last"), Framing::Newline);
    m_model->setSources({ { u"one"_s, m_log.get() }, { u"two"_s, &other } });
    QTRY_COMPARE(m_model->rowCount(), m_log->count() + 2);
    QVERIFY(m_model->rowCount() < 400);
    TraceRecalls recalls;
    recalls.setLogs({ m_log.get(), &other });
    while (recalls.canLoad()) {
        recalls.load();
        QTRY_VERIFY(!recalls.isBusy());
    }
    QTRY_COMPARE(m_model->rowCount(), 502);
    const QStringList rows = printed(*m_model, { TraceModel::Method });
    QCOMPARE(rows.mid(0, 3), QStringList({ u"quiet"_s, u"n0"_s, u"n1"_s }));
    QCOMPARE(rows.last(), u"last"_s);
    recalls.forget();
    QTRY_COMPARE(m_model->rowCount(), m_log->count() + 2);
}

void TestTraceModel::quietServersKeepTheirRows()
{
    TraceLog chatty(50'000);
    sent(Message::request(1, u"quiet"));
    m_model->setSources({ { u"quiet"_s, m_log.get() }, { u"chatty"_s, &chatty } });
    for (int i = 0; i < 3000; ++i) {
        chatty.addMessage(TraceEntry::Direction::Received, Message::notification(u"chat"),
                          Framing::Newline);
        if (i % 500 == 0)
            QCoreApplication::processEvents();
    }
    QTest::qWait(2);
    sent(Message::request(2, u"quiet"));
    QTRY_COMPARE(m_model->rowCount(), chatty.count() + 2);
    QVERIFY(m_model->droppedCount() > 0);
    const QStringList methods = printed(*m_model, { TraceModel::Method });
    QCOMPARE(methods.first(), u"quiet"_s);
    QCOMPARE(methods.last(), u"quiet"_s);
    QCOMPARE(methods.count(u"chat"_s), chatty.count());
    m_model->setLog(nullptr);
}

void TestTraceModel::rules()
{
    const Message message = Message::notification(u"n");
    received(message);
    m_log->addViolation(message, Mcp::Rule::ProgressToken, u"token 7"_s);
    m_log->addViolation(message, Mcp::Rule::None, u"late"_s);
    QTRY_COMPARE(m_model->rowCount(), 3);
    const QStringList rows = printed(*m_model, { TraceModel::Method, TraceModel::Status });
    QCOMPARE(rows.at(1), u"broken rule | Progress with an unknown token · token 7"_s);
    QCOMPARE(rows.at(2), u"n | late"_s);
    QVERIFY(m_model->violationOf(m_model->serialAt(0))->rule == Mcp::Rule::ProgressToken);
    QVERIFY(!m_model->violationOf(m_model->serialAt(1)));
}

void TestTraceModel::dropsWithTheLog()
{
    m_log->setMaxBytes(20'000);
    for (int i = 0; i < 500; ++i)
        received(Message::notification(u"n", RawJson::fromText(R"({"text":"0123456789"})")));
    QTRY_VERIFY(m_model->droppedCount() > 0);
    QTRY_COMPARE(m_model->rowCount(), m_log->count());
    QCOMPARE(m_model->index(0, 0).data(TraceModel::SerialRole).toULongLong(), m_log->firstSerial());
    m_log->clear();
    QTRY_COMPARE(m_model->rowCount(), 0);
}

void TestTraceModel::wholeText()
{
    const QByteArray big = "{\"text\":\"" + QByteArray(10'000, 'x') + "\"}";
    sent(Message::request(1, u"tools/call", RawJson::fromText(big)));
    QTRY_COMPARE(m_model->rowCount(), 1);
    const QString text = m_model->textOf(m_model->serialAt(0));
    QVERIFY(text.contains(QString::fromUtf8(big)));
    QVERIFY(text.contains(u"tools/call"_s));
}

QTEST_GUILESS_MAIN(TestTraceModel)
#include "tst_tracemodel.moc"
