// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/worktimer.h"
#include "wire/error.h"
#include "wire/result.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remote_data();
    void remote();
    void longMessagesAreCut();
    void describe_data();
    void describe();
    void kindNames();
    void result();
};

void TestError::remote_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QByteArray>("data");
    const auto row = [](const char *name, const char *object, int code, const char *message,
                        const char *data) {
        QTest::newRow(name) << QByteArray(object) << code << QString::fromUtf8(message)
                            << QByteArray(data);
    };
    row("complete", R"({"code":-32602,"message":"no such tool","data":{"a":1.0}})", -32602,
        "no such tool", R"({"a":1.0})");
    row("code 0 and an array", R"({"code":0,"message":"m","data":[{"b":1}]})", 0, "m",
        R"([{"b":1}])");
    row("no message", R"({"code":-1})", -1, "", "");
    row("no code", R"({"message":"m"})", 0, "m", "");
    row("code as text", R"({"code":"E1","message":"m"})", 0, "m", "");
    row("code beyond int", R"({"code":4294967297,"message":"m"})", 0, "m", "");
    row("code as 1.0", R"({"code":-32000.0,"message":"m"})", -32000, "m", "");
    row("a string", R"("broken")", 0, "broken", R"("broken")");
    row("a number", "5", 0, "", "5");
    row("nothing", "", 0, "", "");
}

void TestError::remote()
{
    QFETCH(QByteArray, object);
    const Error error = Error::remote(RawJson::fromText(object));
    QCOMPARE(error.kind, Error::Kind::Remote);
    QTEST(error.code, "code");
    QTEST(error.message, "message");
    QTEST(error.data.toByteArray(), "data");
}

/// The whole stays where it was received, and can be looked at as the error's data.
void TestError::longMessagesAreCut()
{
    const auto withMessage = [](const QByteArray &text) {
        return RawJson::fromText(R"({"code":7,"message":")" + text + R"(","data":5})");
    };
    const qsizetype most = Error::maxRemoteMessage;
    const Error whole = Error::remote(withMessage(QByteArray(R"(\u0041)").repeated(most)));
    QCOMPARE(whole.message, QString(most, u'A'));
    QCOMPARE(whole.data.view(), "5");
    const RawJson longer = withMessage(QByteArray(R"(\")").repeated(20'000'000));
    McpTest::WorkTimer timer;
    timer.start();
    const Error cut = Error::remote(longer);
    QCOMPARE(cut.describe(), u"JSON-RPC error 7: "_s + QString(most, u'"') + u'…');
    QCOMPARE(cut.data, longer);
    QCOMPARE(cut.data.buffer().constData(), longer.buffer().constData()); // not copied
    QCOMPARE(Error::remote(longer.value("message")).message, cut.message);
    // 3 s in this build while all of it was decoded.
    QVERIFY2(timer.elapsed() < 1500, QByteArray::number(timer.elapsed()).constData());
}

void TestError::describe_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("line");
    QTest::newRow("none") << Error() << QString();
    QTest::newRow("remote") << Error::remote(
            RawJson::fromText(R"({"code":-32602,"message":"no such tool"})"))
                            << u"JSON-RPC error -32602: no such tool"_s;
    QTest::newRow("remote without message") << Error::remote(RawJson::fromText(R"({"code":7})"))
                                            << u"JSON-RPC error 7: (the server gave no message)"_s;
    QTest::newRow("percent signs stay")
            << Error::remote(RawJson::fromText(R"({"code":7,"message":"%1 %2"})"))
            << u"JSON-RPC error 7: %1 %2"_s;
    QTest::newRow("one line") << Error::transport(u"first\r\nsecond\nthird"_s)
                              << u"first second third"_s;
    QTest::newRow("no text") << Error::timeout({}) << u"Timeout error"_s;
    QTest::newRow("cancelled") << Error::cancelled() << u"cancelled"_s;
    QTest::newRow("usage") << Error::usage(u"no server \"x\""_s) << u"no server \"x\""_s;
}

void TestError::describe()
{
    QFETCH(Error, error);
    QTEST(error.describe(), "line");
}

void TestError::kindNames()
{
    QCOMPARE(Error::kindName(Error::Kind::None), u"None"_s);
    QCOMPARE(Error::kindName(Error::transport({}).kind), u"Transport"_s);
    QCOMPARE(Error::kindName(Error::timeout({}).kind), u"Timeout"_s);
    QCOMPARE(Error::kindName(Error::cancelled().kind), u"Cancelled"_s);
    QCOMPARE(Error::kindName(Error::protocol({}).kind), u"Protocol"_s);
    QCOMPARE(Error::kindName(Error::remote({}).kind), u"Remote"_s);
    QCOMPARE(Error::kindName(Error::usage({}).kind), u"Usage"_s);
    QVERIFY(!Error());
    QVERIFY(Error::usage(u"x"_s));
}

void TestError::result()
{
    const Result<int> good(7);
    QVERIFY(good);
    QCOMPARE(*good, 7);
    QVERIFY(!good.error());
    const Result<int> bad(Error::usage(u"no"_s));
    QVERIFY(!bad);
    QCOMPARE(bad.valueOr(3), 3);
    QCOMPARE(bad.error().message, u"no"_s);
}

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
