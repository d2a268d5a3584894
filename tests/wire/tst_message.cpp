// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "wire/framing.h"
#include "wire/message.h"
#include "json/jsontext.h"

#include <QtCore/qrandom.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;
using Kind = Message::Kind;

class TestMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void slices();
    void deepAndOdd();
    void crowds();
    void batches_data();
    void batches();
    void builders();
    void idsOfLines();
    void encode_data();
    void encode();
    void settingNames();
    void kindNames();
};

void TestMessage::kinds_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *payload, Kind kind, const char *id, const char *problem) {
        QTest::newRow(payload) << QByteArray(payload) << kind << QByteArray(id)
                               << QString::fromUtf8(problem);
    };
    row(R"({"jsonrpc":"2.0","id":1,"method":"ping"})", Kind::Request, "1", "");
    row(R"({"method":"ping","params":{},"id":"x","jsonrpc":"2.0"})", Kind::Request, "\"x\"", "");
    row(R"({"jsonrpc":"2.0","method":"n"})", Kind::Notification, "", "");
    row(R"({"jsonrpc":"2.0","id":1,"result":{}})", Kind::Response, "1", "");
    row(R"({"result":{"id":9},"id":1,"jsonrpc":"2.0"})", Kind::Response, "1", "");
    row(R"({"jsonrpc":"2.0","id":1,"result":null})", Kind::Response, "1", "");
    row(R"({"jsonrpc":"2.0","id":1,"error":{"code":1}})", Kind::ErrorResponse, "1", "");
    row(R"({"jsonrpc":"2.0","id":null,"error":{}})", Kind::ErrorResponse, "null", "");
    row(R"({"jsonrpc":"2.0","error":{}})", Kind::ErrorResponse, "", "");
    row(R"( { "jsonrpc" : "2.0" , "id" : 1 , "result" : { } } )", Kind::Response, "1", "");
    row(R"({"jsonrpc":"2.0","id":1,"id":2,"result":{}})", Kind::Response, "2", "");
    row(R"({"jsonrpc":"2.0","\u0069d":3,"r\u0065sult":{}})", Kind::Response, "3", "");
    row(R"({"jsonrpc":"2.0","extra":[{"id":7}],"id":1,"result":{},"Result":1})", Kind::Response,
        "1", "");

    row(R"({"id":1,"result":{}})", Kind::Response, "1", "\"jsonrpc\": \"2.0\" is missing");
    row(R"({"jsonrpc":2.0,"id":1,"result":{}})", Kind::Response, "1", "\"jsonrpc\" is not \"2.0\"");
    row(R"({"jsonrpc":"2.0","result":{}})", Kind::Response, "", "\"id\" is missing");
    row(R"({"jsonrpc":"2.0","id":null,"result":{}})", Kind::Response, "null",
        "\"id\" is neither an integer nor a string");
    row(R"({"jsonrpc":"2.0","id":null,"method":"m"})", Kind::Request, "null",
        "\"id\" is neither an integer nor a string");
    row(R"({"jsonrpc":"2.0","id":1.5,"method":"m"})", Kind::Request, "1.5",
        "\"id\" is neither an integer nor a string");
    row(R"({"jsonrpc":"2.0","id":{},"method":"m"})", Kind::Request, "{}",
        "\"id\" is neither an integer nor a string");
    row(R"({"jsonrpc":"2.0","id":1,"result":{},"error":null})", Kind::Response, "1",
        "both \"result\" and \"error\"");
    row(R"({"jsonrpc":"2.0","id":1,"result":{},"error":{}})", Kind::ErrorResponse, "1",
        "both \"result\" and \"error\"");
    row(R"({"jsonrpc":"2.0","id":1,"result":null,"error":{}})", Kind::ErrorResponse, "1",
        "both \"result\" and \"error\"");
    row(R"({"jsonrpc":"2.0","id":1,"error":"broken"})", Kind::ErrorResponse, "1",
        "\"error\" is not an object");
    row(R"({"jsonrpc":"2.0","id":1,"method":null,"result":{}})", Kind::Response, "1", "");
    row(R"({"jsonrpc":"2.0","id":1,"method":"m","result":null,"error":null})", Kind::Request, "1",
        "");
    row(R"({"jsonrpc":"2.0","id":1,"method":"m","result":{}})", Kind::Request, "1",
        "both \"method\" and an answer's member");
    row(R"({"jsonrpc":"2.0","method":"m","params":5})", Kind::Notification, "",
        "\"params\" is neither an object nor an array");

    row("", Kind::Invalid, "", "the frame is empty");
    row("  ", Kind::Invalid, "", "the frame is empty");
    row("5", Kind::Invalid, "", "the frame is no JSON object");
    row("{}", Kind::Invalid, "",
        "none of \"method\", \"result\" and \"error\" is there; \"jsonrpc\": \"2.0\" is missing");
    row(R"({"jsonrpc":"2.0","id":4})", Kind::Invalid, "4",
        "none of \"method\", \"result\" and \"error\" is there");
    row(R"({"jsonrpc":"2.0","id":4,"error":null})", Kind::Invalid, "4",
        "none of \"method\", \"result\" and \"error\" is there");
    row(R"({"jsonrpc":"2.0","id":4,"method":5})", Kind::Invalid, "4", "\"method\" is not a string");
    row(R"({"jsonrpc":"2.0","id":4,"result":{)", Kind::Invalid, "4",
        "malformed JSON: the message ends before its last bracket");
    row(R"({"jsonrpc":"2.0","id":4,"result":{"a":"}})", Kind::Invalid, "4",
        "malformed JSON: the message ends before its last bracket");
    row(R"({"jsonrpc":"2.0","id":4,"result" {}})", Kind::Invalid, "4", "malformed JSON at byte 33");
    row(R"({"jsonrpc":"2.0","id":4,"result":{}} trailing)", Kind::Invalid, "4",
        "more text behind the message, from byte 37 on");
    row("{", Kind::Invalid, "", "malformed JSON: the message ends before its last bracket");
    row("{INFO: starting}", Kind::Invalid, "", "malformed JSON at byte 1");
}

void TestMessage::kinds()
{
    QFETCH(QByteArray, payload);
    const Message message = Message::fromPayload(payload);
    QTEST(message.kind(), "kind");
    QTEST(message.id().raw(), "id");
    QTEST(message.problem(), "problem");
    QCOMPARE(message.payload(), payload);
    QCOMPARE(message.isValid(), message.kind() != Kind::Invalid);
}

void TestMessage::slices()
{
    const QByteArray payload = R"({"jsonrpc":"2.0","id":1,"method":"tools/\u0063all",)"
                               R"("params":{"b":1.0,"a":[1e400, "x"],"b":2}})";
    const Message message = Message::fromPayload(payload);
    QCOMPARE(message.method(), u"tools/call"_s);
    QCOMPARE(message.params().view(), R"({"b":1.0,"a":[1e400, "x"],"b":2})");
    QVERIFY(message.params().buffer().constData() == message.payload().constData());
    QVERIFY(message.result().isAbsent());
    QVERIFY(message.error().isAbsent());

    const Message answer = Message::fromPayload(R"({"error":{"code":1},"id":2,"jsonrpc":"2.0"})");
    QCOMPARE(answer.error().view(), R"({"code":1})");
    QVERIFY(answer.isResponse());
}

void TestMessage::deepAndOdd()
{
    const QByteArray deep = QByteArray(1500, '[') + QByteArray(1500, ']');
    const Message nested =
            Message::fromPayload(R"({"jsonrpc":"2.0","id":1,"result":)" + deep + '}');
    QCOMPARE(nested.kind(), Kind::Response);
    QCOMPARE(nested.result().view(), deep);

    const Message bytes =
            Message::fromPayload("{\"jsonrpc\":\"2.0\",\"result\":{\"a\":\"\xff\n\t\"},\"id\":1}");
    QCOMPARE(bytes.kind(), Kind::Response);
    QCOMPARE(bytes.id(), MessageId(1));

    const Message endless =
            Message::fromPayload("{\"id\":1,\"result\":" + QByteArray(25'000'000, '['));
    QCOMPARE(endless.kind(), Kind::Invalid);
    QCOMPARE(endless.id(), MessageId(1));

    QCOMPARE(Message::fromPayload(QByteArray(25'000'000, '[')).kind(), Kind::Invalid);
}

/// Millions of members or elements are no message of anybody; what is asked of them stays short.
void TestMessage::crowds()
{
    const QByteArray begin = R"({"jsonrpc":"2.0","id":1,"result":{})";
    const QByteArray member = R"(,"k":0)";
    const Message most = Message::fromPayload(begin + member.repeated(9'997) + '}');
    QCOMPARE(most.kind(), Kind::Response);
    const Message more = Message::fromPayload(begin + member.repeated(9'998) + '}');
    QCOMPARE(more.kind(), Kind::Invalid);
    QCOMPARE(more.problem(), u"a message of more than 10000 members"_s);
    QCOMPARE(more.id(), MessageId(1));

    const QByteArray numbers = QByteArray("0,").repeated(20'000);
    QCOMPARE(Message::fromPayload("[{}," + numbers + "0]").kind(), Kind::Batch);
    QCOMPARE(Message::fromPayload("[" + numbers + "{}]").problem(),
             u"an array that holds no message"_s);
    QCOMPARE(Message::fromPayload("[{}," + numbers + "0").problem(),
             u"malformed JSON at byte 40005"_s);
    QCOMPARE(Message::fromPayload("[{}," + numbers + "0] x").problem(),
             u"malformed JSON at byte 40007"_s);
}

void TestMessage::batches_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QList<Kind>>("kinds");
    QTest::addColumn<QString>("problem");
    QTest::newRow("two") << QByteArray(R"([{"jsonrpc":"2.0","method":"a"}, )"
                                       R"({"jsonrpc":"2.0","id":1,"result":{}}])")
                         << QList<Kind>{ Kind::Notification, Kind::Response } << QString();
    QTest::newRow("one is none") << QByteArray(R"([{"jsonrpc":"2.0","method":"a"}, 5])")
                                 << QList<Kind>{ Kind::Notification, Kind::Invalid } << QString();
    QTest::newRow("empty") << QByteArray("[]") << QList<Kind>{}
                           << u"an array that holds no message"_s;
    QTest::newRow("numbers") << QByteArray("[1,2]") << QList<Kind>{}
                             << u"an array that holds no message"_s;
    QTest::newRow("log level") << QByteArray("[INFO] starting") << QList<Kind>{}
                               << u"malformed JSON at byte 7"_s;
    QTest::newRow("time") << QByteArray("[12:00:01] starting") << QList<Kind>{}
                          << u"malformed JSON at byte 3"_s;
}

void TestMessage::batches()
{
    QFETCH(QByteArray, payload);
    QFETCH(QList<Kind>, kinds);
    const Message message = Message::fromPayload(payload);
    QCOMPARE(message.kind(), kinds.isEmpty() ? Kind::Invalid : Kind::Batch);
    QTEST(message.problem(), "problem");
    QList<Kind> found;
    const QList<Message> parts = message.batch();
    for (const Message &part : parts)
        found += part.kind();
    QCOMPARE(found, kinds);
}

void TestMessage::builders()
{
    const RawJson params =
            RawJson::fromText(R"({"id": 12345678901234567890, "x": 1.0, "z": 1e400})");
    const Message request = Message::request(MessageId(3), u"tools/call", params);
    QCOMPARE(request.payload(), R"({"jsonrpc":"2.0","id":3,"method":"tools/call","params":)"
                                R"({"id": 12345678901234567890, "x": 1.0, "z": 1e400}})");
    QCOMPARE(request.kind(), Kind::Request);
    QCOMPARE(request.problem(), QString());
    QCOMPARE(Message::request(MessageId(3), u"ping").payload(),
             R"({"jsonrpc":"2.0","id":3,"method":"ping"})");

    const Message typed =
            Message::request(MessageId(1), u"m", RawJson::fromText("{\n \"a\": 1.0\r\n}"));
    QCOMPARE(typed.payload(), R"({"jsonrpc":"2.0","id":1,"method":"m","params":{"a":1.0}})");

    const Message notification = Message::notification(u"notifications/initialized");
    QCOMPARE(notification.payload(), R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
    QCOMPARE(notification.kind(), Kind::Notification);

    const MessageId echoed = MessageId::fromRaw(RawJson::fromText("1.0"));
    QCOMPARE(Message::response(echoed, RawJson()).payload(),
             R"({"jsonrpc":"2.0","id":1.0,"result":{}})");
    const Message error =
            Message::errorResponse(MessageId(), -32601, u"no \"x\"", RawJson::fromText("[1]"));
    QCOMPARE(error.payload(), R"({"jsonrpc":"2.0","id":null,"error":)"
                              R"({"code":-32601,"message":"no \"x\"","data":[1]}})");
    QCOMPARE(error.kind(), Kind::ErrorResponse);
    QCOMPARE(error.problem(), QString());
}

void TestMessage::encode_data()
{
    QTest::addColumn<Framing>("framing");
    QTest::addColumn<bool>("asciiOnly");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray zurich = R"({"a":"Zürich 😀"})";
    QTest::newRow("newline") << Framing::Newline << true << zurich << zurich + '\n';
    QTest::newRow("newline, line breaks")
            << Framing::Newline << true << QByteArray("{\n \"a\": 1\r\n}")
            << QByteArray("{\"a\":1}\n");
    QTest::newRow("newline, line break in a string")
            << Framing::Newline << true << QByteArray("{\"a\":\"x\ny\r\"}")
            << QByteArray("{\"a\":\"x\\ny\\r\"}\n");
    QTest::newRow("headed, ASCII")
            << Framing::ContentLength << true << zurich
            << QByteArray("Content-Length: 32\r\n\r\n{\"a\":\"Z\\u00fcrich \\ud83d\\ude00\"}");
    QTest::newRow("headed, UTF-8")
            << Framing::ContentLength << false << zurich << "Content-Length: 20\r\n\r\n" + zurich;
}

void TestMessage::encode()
{
    QFETCH(Framing, framing);
    QFETCH(bool, asciiOnly);
    QFETCH(QByteArray, payload);
    QTEST(encodeFrame(framing, payload, asciiOnly), "bytes");
}

/// What a peer gives as an id may be laid out; an answer that repeats it is one line all the same.
void TestMessage::idsOfLines()
{
    for (const QByteArray &id :
         { "{\"a\":\n 1}"_ba, "[1,\r\n2]"_ba, "{\"a\":-c\n}"_ba, "\"a\nb\""_ba }) {
        const MessageId given = MessageId::fromRaw(RawJson::fromText(id));
        for (const Message &message :
             { Message::response(given, RawJson::fromText("{}")),
               Message::errorResponse(given, -32600, u"no"), Message::request(given, u"m") }) {
            QVERIFY2(!message.payload().contains('\n') && !message.payload().contains('\r'),
                     message.payload());
            QVERIFY2(!JsonText::check(message.payload()), message.payload());
        }
    }
    QVERIFY(Message::response(MessageId::fromRaw(RawJson::fromText("{\"a\":\n 1}")), {})
                    .payload()
                    .contains("\"id\":{\"a\":1}"));
}

void TestMessage::settingNames()
{
    for (const auto setting :
         { FramingSetting::Auto, FramingSetting::Newline, FramingSetting::ContentLength })
        QVERIFY(framingSettingFromString(toString(setting)) == setting);
    QCOMPARE(toString(FramingSetting::Auto), u"auto"_s);
    QCOMPARE(toString(Framing::ContentLength), u"content-length"_s);
    QVERIFY(!framingSettingFromString(u"lines"));
    QVERIFY(!framingSettingFromString(u""));
}

void TestMessage::kindNames()
{
    QCOMPARE(Message::kindName(Message().kind()), u"Invalid"_s);
    QCOMPARE(Message::kindName(Message::request(MessageId(1), u"m").kind()), u"Request"_s);
    QCOMPARE(Message::kindName(Message::notification(u"m").kind()), u"Notification"_s);
    QCOMPARE(Message::kindName(Message::response(MessageId(1), {}).kind()), u"Response"_s);
    QCOMPARE(Message::kindName(Message::errorResponse(MessageId(1), 1, u"m").kind()),
             u"ErrorResponse"_s);
    QCOMPARE(Message::kindName(Message::fromPayload("[{}]").kind()), u"Batch"_s);
    QVERIFY(Message().batch().isEmpty());
}

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
