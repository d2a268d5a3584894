// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/tracemask.h"
#include "server/tracelog.h"
#include "json/jsontext.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qregularexpression.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;
using Direction = TraceEntry::Direction;

namespace {

const QByteArray loginTool =
        R"({"name":"login","inputSchema":{"type":"object","properties":{)"
        R"("pin":{"writeOnly":true},"users":{"items":{"properties":{"code":{"format":"password"}}}}}}})";

const QByteArray pinSchema = R"({"type":"object","properties":{"pin":{"type":"string",)"
                             R"("format":"password"},"city":{"type":"string"}}})";

QByteArray request(const QByteArray &method, const QByteArray &params, int id = 1)
{
    return R"({"jsonrpc":"2.0","id":)" + QByteArray::number(id) + R"(,"method":")" + method
           + R"(","params":)" + params + '}';
}

QByteArray answer(const QByteArray &result, int id = 1)
{
    return R"({"jsonrpc":"2.0","id":)" + QByteArray::number(id) + R"(,"result":)" + result + '}';
}

QByteArray call(const QByteArray &params) { return request("tools/call", params); }

ServerSpec spec()
{
    ServerSpec spec;
    spec.launch.command = u"node"_s;
    spec.launch.arguments = { u"server.js"_s, u"--api-key"_s, u"from-the-line"_s,
                              u"--token=behind-equals"_s, u"--level=debugging"_s };
    spec.launch.environment = { { u"API_TOKEN"_s, u"s3cr3tvalue"_s } };
    return spec;
}

QByteArray doubt(int bytes)
{
    return "••• (" + QByteArray::number(bytes)
           + " bytes left out: what is secret in them cannot be told)";
}

const QByteArray doubtedContent = "\"content\":\"••• (12 bytes left out";
const QByteArray doubtedRest = "{\"password\":\"•••\",\"a\":2} ••• (14 bytes left out";

} // namespace

/// What of a trace is given away, and what is not.
class TestTraceMask : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_log.forgetPending();
        m_mask.emplace(spec(), QList<Tool>{ Tool(RawJson::fromText(loginTool)),
                                            Tool(RawJson::fromText(R"({"name":"other"})")),
                                            Tool(RawJson::fromText(R"({"name":"t"})")) });
    }
    void messages_data();
    void messages();
    void cutOffMessages_data();
    void cutOffMessages();
    void cutAnywhere();
    void whatIsNoJson();
    void notes();
    void answersToForms();
    void answersInRounds();
    void answersToUnknownQuestions();
    void argumentsOfToolsThatWereListed();
    void onePassWhateverTheDepth();

private:
    TraceMask::Masked masked(Direction direction, const QByteArray &payload,
                             quint64 conversation = 0)
    {
        m_log.addMessage(direction, Message::fromPayload(payload), Framing::Newline, {},
                         conversation);
        return m_mask->masked(m_log.at(m_log.count() - 1));
    }

    std::optional<TraceMask> m_mask;
    TraceLog m_log;
};

void TestTraceMask::messages_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("kept"); // empty: as it is
    const QByteArray other = R"({"name":"other","arguments":)";
    QTest::newRow("number") << call(other + R"({"password":1234,"n":1.0}})")
                            << call(other + R"({"password":"•••","n":1.0}})");
    QTest::newRow("boolean") << call(other + R"({"secret":true}})")
                             << call(other + R"({"secret":"•••"}})");
    QTest::newRow("list") << call(other + R"({"credentials":["a",["b"]],"x":[1]}})")
                          << call(other + R"({"credentials":"•••","x":[1]}})");
    QTest::newRow("object") << call(other + R"({"credentials":{"user":"eve","p":"x"}}})")
                            << call(other + R"({"credentials":"•••"}})");
    QTest::newRow("nothing there")
            << call(other + R"({"password":null,"secret":"","credentials":{ },"apiKey":[]}})")
            << QByteArray();
    QTest::newRow("deep in a result") << answer(R"({"a":[{"b":{"api_key":7}}],"z":0.10})")
                                      << answer(R"({"a":[{"b":{"api_key":"•••"}}],"z":0.10})");
    QTest::newRow("escaped name") << answer(R"({"p\u0061ssword":5})")
                                  << answer(R"({"p\u0061ssword":"•••"})");
    QTest::newRow("by the schema")
            << call(R"({"arguments":{"pin":12,"users":[{"code":1,"n":2}]},"name":"login"})")
            << call(R"({"arguments":{"pin":"•••","users":[{"code":"•••","n":2}]},"name":"login"})");
    QTest::newRow("name and value")
            << request("completion/complete", R"({"argument":{"name":"apiKey","value":"sk-1"}})")
            << request("completion/complete", R"({"argument":{"name":"apiKey","value":"•••"}})");
    QTest::newRow("value and name") << answer(R"([{"value":{"a":1},"key":"password"},{"value":2}])")
                                    << answer(R"([{"value":"•••","key":"password"},{"value":2}])");
    QTest::newRow("schemas are none")
            << answer(R"({"tools":[{"name":"t","inputSchema":{"properties":{"password":)"
                      R"({"type":"string"},"secret":true},"required":["password"]}}]})")
            << QByteArray();
    QTest::newRow("their defaults are")
            << answer(R"({"tools":[{"inputSchema":{"properties":{"password":)"
                      R"({"default":"open","enum":["open"],"title":"P"}}}}]})")
            << answer(R"({"tools":[{"inputSchema":{"properties":{"password":)"
                      R"({"default":"•••","enum":"•••","title":"P"}}}}]})");
    QTest::newRow("meta") << call(R"({"name":"t","_meta":{"progressToken":7,"authToken":{"a":1}}})")
                          << call(R"({"name":"t","_meta":{"progressToken":7,"authToken":"•••"}})");
    QTest::newRow("batch") << QByteArray(R"([{"jsonrpc":"2.0","id":1,"result":{"pwd":1}}, 5])")
                           << QByteArray(R"([{"jsonrpc":"2.0","id":1,"result":{"pwd":"•••"}}, 5])");
    // 2025-11-25, server/tools: a structured result comes as text, too.
    QTest::newRow("text of JSON")
            << answer(R"({"content":[{"type":"text","text":" \n{\"password\": \"open\",\"n\":1.0}"}],)"
                      R"("structuredContent":{"password":"open","n":1.0}})")
            << answer(R"({"content":[{"type":"text","text":" \n{\"password\": \"•••\",\"n\":1.0}"}],)"
                      R"("structuredContent":{"password":"•••","n":1.0}})");
    QTest::newRow("without a secret")
            << answer(R"({"contents":[{"text":"{\"p\u00e4ss\":\/1}"},{"text":"[1] and {so on"}]})")
            << QByteArray();
    QTest::newRow("no JSON in the text")
            << answer(R"({"contents":[{"text":"[INFO] \"apiKey\": 5 {"}]})")
            << answer(R"({"contents":[{"text":"[INFO] \"apiKey\": \"•••\" {"}]})");
    QTest::newRow("text in a text")
            << call(other + R"({"body":"{\"text\":\"[{\\\"pwd\\\":7}]\"}"}})")
            << call(other + R"({"body":"{\"text\":\"[{\\\"pwd\\\":\\\"•••\\\"}]\"}"}})");
    QTest::newRow("all of the text is secret")
            << answer(R"([{"value":"{\"pwd\":1,\"x\":2}","key":"password"}])")
            << answer(R"([{"value":"•••","key":"password"}])");
    QTest::newRow("variable and option")
            << answer(R"(["a s3cr3tvalue","from-the-line","behind-equals","debugging"])")
            << answer(R"(["a •••","•••","•••","debugging"])");
}

void TestTraceMask::messages()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, kept);
    const TraceMask::Masked result = masked(Direction::Sent, sent);
    QCOMPARE(result.payload, kept.isEmpty() ? sent : kept);
    QCOMPARE(result.isChanged, !kept.isEmpty());
}

/// Only the beginning of a large message is there: as if each of these had ended where it ends.
void TestTraceMask::cutOffMessages_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<QByteArray>("kept");
    const QByteArray head = R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":)";
    QTest::newRow("before the cut")
            << head + R"({"name":"t","arguments":{"password":"open","text":"go on and o)"
            << head + R"({"name":"t","arguments":{"password":"•••","text":"go on and o)";
    QTest::newRow("in it") << head + R"({"name":"t","arguments":{"password":"op)"
                           << head + R"({"name":"t","arguments":{"password":"•••")";
    QTest::newRow("in an object") << head + R"({"name":"t","arguments":{"secret":{"a":[1,)"
                                  << head + R"({"name":"t","arguments":{"secret":"•••")";
    QTest::newRow("by the schema") << head + R"({"name":"login","arguments":{"pin":"12)"
                                   << head + R"({"name":"login","arguments":{"pin":"•••")";
    QTest::newRow("of which tool?") << head + R"({"arguments":{"pin":"1234","text":"abc)"
                                    << head + R"({"arguments":")" + doubt(25) + '"';
    QTest::newRow("named later?") << head + R"({"x":{"value":"sk-1","text":"abc)"
                                  << head + R"({"x":{"value":")" + doubt(6) + R"(","text":"abc)";
    QTest::newRow("half of a variable") << head + R"({"name":"t","arguments":{"x":"is s3cr3tva)"
                                        << head + R"({"name":"t","arguments":{"x":"is •••)";
    QTest::newRow("in a text of JSON")
            << head + R"({"name":"t","arguments":{"x":"{\"n\":1,\"password\":\"op)"
            << head + R"({"name":"t","arguments":{"x":"{\"n\":1,\"password\":\"•••\")";
    QTest::newRow("no JSON") << head + R"({"name":"t","a":1 "password":"open"}})"
                             << head + R"({"name":"t","a":1 )" + doubt(19);
}

void TestTraceMask::cutOffMessages()
{
    QFETCH(const QByteArray, beginning);
    QFETCH(const QByteArray, kept);
    TraceEntry entry;
    entry.direction = Direction::Sent;
    entry.method = u"tools/call"_s;
    entry.truncated = true;
    entry.message =
            Message::cutOff(Message::Kind::Request, MessageId::fromRaw(RawJson::fromText("1")),
                            entry.method, beginning, {});
    const TraceMask::Masked result = m_mask->masked(entry);
    QCOMPARE(QString::fromUtf8(result.payload), QString::fromUtf8(kept));
    QVERIFY(result.isChanged);
    // As the log really cuts it.
    TraceLog log(1000);
    log.addMessage(Direction::Sent,
                   Message::fromPayload(call(R"({"name":"t","arguments":{"password":"open","x":")"
                                             + QByteArray(100'000, 'x') + R"("}})")),
                   Framing::Newline);
    QVERIFY(log.at(0).truncated);
    const QByteArray cut = m_mask->masked(log.at(0)).payload;
    QVERIFY(!cut.contains("open"));
    QVERIFY(cut.endsWith("xxx"));
}

/// Wherever it ends, and whatever byte of it is broken: nothing of a secret is told. Each begins
/// with "S3" and tells nothing until more of it follows.
void TestTraceMask::cutAnywhere()
{
    const QByteArray message =
            call(R"({"_meta":{"authToken":["S3aaa"],"progressToken":1},"name":"login","arguments":)"
                 R"({"pin":"S3bbb","users":[{"code":{"x":"S3ccc"}},{"value":"S3ddd","key":"pwd"}],)"
                 R"("a":[{"p\u0061sswd":["S3eee"]},"env s3cr3tvalue"],"headers":)"
                 R"([{"name":"api_key","value":{"v":"S3fff"}}]},"secret":"S3ggg\"S3hhh",)"
                 R"("text":"{\"a\":1,\"password\":\"S3iii\"}"})");
    const auto check = [this](const QByteArray &bytes, bool isCutOff) {
        TraceEntry entry;
        entry.direction = Direction::Sent;
        entry.kind = isCutOff ? TraceEntry::Kind::Message : TraceEntry::Kind::Violation;
        entry.method = u"tools/call"_s;
        entry.truncated = isCutOff;
        entry.message = Message::cutOff(Message::Kind::Request, {}, entry.method, bytes, {});
        const QByteArray shown = m_mask->masked(entry).payload;
        // What only a schema says (b, c) is of our own messages, which are never broken; in a text
        // that is no JSON (i) only names with a value behind them say something.
        const QRegularExpression secret(isCutOff ? u"S3[a-i]|s3cr3t"_s : u"S3[ad-h]|s3cr3t"_s);
        return !secret.match(QString::fromUtf8(shown)).hasMatch();
    };
    for (qsizetype size = 0; size <= message.size(); ++size)
        QVERIFY2(check(message.first(size), true), message.first(size));
    for (qsizetype at = 1; at < message.size(); ++at) {
        // A bracket, quote or separator that is gone: what follows may be anything.
        if (!QByteArray("{}[]:,\"").contains(message.at(at)))
            continue;
        QByteArray broken = message;
        broken[at] = ' ';
        QVERIFY2(check(broken, false), broken);
    }
}

void TestTraceMask::whatIsNoJson()
{
    TraceLog log;
    Frame frame;
    frame.bytes = "plain text with s3cr3tvalue"_ba;
    log.addFrame(TraceEntry::Kind::Noise, frame, {});
    QCOMPARE(m_mask->masked(log.at(0)).payload, "plain text with •••"_ba);
    frame.bytes = R"(LOG "a" of "b": {"password" : "x", "n":1, "secret":{"y":2} rest)"_ba;
    log.addFrame(TraceEntry::Kind::Noise, frame, {});
    QCOMPARE(m_mask->masked(log.at(1)).payload,
             R"(LOG "a" of "b": {"password" : "•••", "n":1, "secret":"•••" rest)"_ba);
    frame.bytes = R"(LOG {"password":"x)"_ba;
    log.addFrame(TraceEntry::Kind::Noise, frame, {});
    QCOMPARE(m_mask->masked(log.at(2)).payload, R"(LOG {"password":"•••")"_ba);
    frame.bytes = R"(LOG "a" {"text": "{\"password\":\"x\"}", "pwd": 1})"_ba;
    log.addFrame(TraceEntry::Kind::Noise, frame, {});
    QCOMPARE(m_mask->masked(log.at(3)).payload,
             R"(LOG "a" {"text": "{\"password\":\"•••\"}", "pwd": "•••"})"_ba);
    log.addInvalid(Message::fromPayload(R"({"password":1,"a":2} {"password":3})"),
                   Framing::Newline);
    const QByteArray shown = m_mask->masked(log.at(4)).payload;
    QVERIFY2(shown.startsWith(doubtedRest), shown);
}

void TestTraceMask::notes()
{
    TraceLog log;
    log.addEvent(u"starting "_s + spec().launch.commandLine());
    const TraceMask::Masked result = m_mask->masked(log.at(0));
    QVERIFY(result.isChanged);
    QCOMPARE(result.note, u"starting node server.js --api-key ••• --token=••• --level=debugging"_s);
}

void TestTraceMask::answersToForms()
{
    const QByteArray question =
            request("elicitation/create", R"({"message":"?","requestedSchema":)" + pinSchema + '}');
    QVERIFY(!masked(Direction::Received, question).isChanged);
    QCOMPARE(masked(Direction::Sent,
                    answer(R"({"action":"accept","content":{"pin":12,"city":"Ulm","passwd":"x"}})"))
                     .payload,
             answer(R"({"action":"accept","content":{"pin":"•••","city":"Ulm","passwd":"•••"}})"));
    const QByteArray declined = answer(R"({"action":"decline"})");
    QCOMPARE(masked(Direction::Sent, declined).payload, declined);
}

/// As modern servers ask, and are answered with the next request.
void TestTraceMask::answersInRounds()
{
    masked(Direction::Received,
           answer(R"({"resultType":"input_required","inputRequests":{"who":{"method":)"
                  R"("elicitation/create","params":{"requestedSchema":)"
                  + pinSchema + R"(}},"llm":{"method":"sampling/createMessage","params":{}}}})"),
           77);
    const QByteArray params =
            R"({"name":"t","inputResponses":{"who":{"action":"accept","content":{"pin":"12","city":"Ulm"}},)"
            R"("llm":{"role":"assistant","content":{"type":"text","text":"hi"}}}})";
    const QByteArray sent = call(params);
    QByteArray kept = sent;
    kept.replace(R"("12")", R"("•••")");
    QCOMPARE(masked(Direction::Sent, sent, 77).payload, kept);
}

void TestTraceMask::answersToUnknownQuestions()
{
    const QByteArray params =
            R"({"inputResponses":{"who":{"action":"accept","content":{"pin":"12"}}}})";
    const QByteArray shown = masked(Direction::Sent, call(params), 78).payload;
    QVERIFY2(shown.contains(doubtedContent), shown);
    QVERIFY(!JsonText::check(shown));
    // A request that is not in the log.
    const QByteArray late =
            masked(Direction::Sent, answer(R"({"action":"accept","content":{"pin":"12"}})", 9))
                    .payload;
    QVERIFY2(late.contains(doubtedContent), late);
}

/// The list of tools is another one now: what is not known of one cannot be judged.
void TestTraceMask::argumentsOfToolsThatWereListed()
{
    const QByteArray sent = call(R"({"name":"gone","arguments":{"pin":"12","city":"Ulm"}})");
    const QByteArray doubted = call(R"({"name":"gone","arguments":")" + doubt(25) + "\"}");
    QCOMPARE(masked(Direction::Sent, sent).payload, doubted);
    masked(Direction::Sent, request("tools/list", "{}", 2));
    masked(Direction::Received,
           answer(R"({"tools":[{"name":"gone","inputSchema":)" + pinSchema
                          + R"(},{"name":"gone"},{"name":"login","inputSchema":{}}]})",
                  2));
    QCOMPARE(masked(Direction::Sent, sent).payload,
             call(R"({"name":"gone","arguments":{"pin":"•••","city":"Ulm"}})"));
    // As the list has it that the server gave last.
    const QByteArray login = call(R"({"name":"login","arguments":{"pin":"12"}})");
    QCOMPARE(masked(Direction::Sent, login).payload, login);
}

void TestTraceMask::onePassWhateverTheDepth()
{
    // Read once for each level that would be gigabytes.
    constexpr int levels = 200;
    const QByteArray filler = '"' + QByteArray(64 * 1024, 'x') + '"';
    QByteArray value = R"({"password":"open"})";
    for (int i = 0; i < levels; ++i)
        value = "[" + filler + ',' + value + ']';
    QElapsedTimer timer;
    timer.start();
    const QByteArray shown = masked(Direction::Received, answer(value)).payload;
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(shown.contains(R"({"password":"•••"})"));
    // Deeper than anybody goes: not looked at, so not told.
    const QByteArray deep =
            QByteArray(100'000, '[') + R"({"password":"open"})" + QByteArray(100'000, ']');
    QVERIFY(!masked(Direction::Received, answer(deep)).payload.contains("open"));
}

QTEST_GUILESS_MAIN(TestTraceMask)
#include "tst_tracemask.moc"
