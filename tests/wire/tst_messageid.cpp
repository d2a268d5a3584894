// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "wire/messageid.h"

#include <QtCore/qset.h>
#include <QtTest/qtest.h>

using namespace Mcp;

namespace {

MessageId fromText(const char *text) { return MessageId::fromRaw(RawJson::fromText(text)); }

} // namespace

class TestMessageId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void equality_data();
    void equality();
    void echoesTheToken();
};

void TestMessageId::kinds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QVariant>("integer");
    QTest::addColumn<QString>("people");
    const auto row = [](const char *text, bool valid, const QVariant &integer, const char *people) {
        QTest::newRow(text) << QByteArray(text) << valid << integer << QString::fromUtf8(people);
    };
    row("7", true, 7LL, "7");
    row("-1", true, -1LL, "-1");
    row("0", true, 0LL, "0");
    row("1.0", true, 1LL, "1.0");
    row("1e2", true, 100LL, "1e2");
    row("9223372036854775807", true, 9223372036854775807LL, "9223372036854775807");
    row("12345678901234567890", true, {}, "12345678901234567890");
    row("\"abc\"", true, {}, "\"abc\"");
    row("\"Z\\u00fcrich\"", true, {}, "\"Zürich\"");
    row("\"\"", true, {}, "\"\"");
    row("null", false, {}, "null");
    row("1.5", false, {}, "1.5");
    row("true", false, {}, "true");
    row("{\"a\":1}", false, {}, "{\"a\":1}");
    row("[1]", false, {}, "[1]");
}

void TestMessageId::kinds()
{
    QFETCH(QByteArray, text);
    QFETCH(QVariant, integer);
    const MessageId id = fromText(text.constData());
    QTEST(id.isValid(), "valid");
    QCOMPARE(id.isNull(), text == "null");
    QVERIFY(!id.isAbsent());
    const std::optional<qint64> value = id.toInteger();
    QCOMPARE(value ? QVariant(*value) : QVariant(), integer);
    QTEST(id.toString(), "people");
    QCOMPARE(id.raw(), text);
}

void TestMessageId::equality_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("equal");
    const auto row = [](const char *a, const char *b, bool equal) {
        QTest::addRow("%s and %s", a, b) << QByteArray(a) << QByteArray(b) << equal;
    };
    row("1", "1", true);
    row("1", "1.0", true);
    row("1", "10e-1", true);
    row("1", "\"1\"", false);
    row("1", "2", false);
    row("\"a\"", "\"\\u0061\"", true);
    row("\"a\"", "\"A\"", false);
    row("null", "null", true);
    row("null", "0", false);
    row("null", "\"null\"", false);
    row("1.5", "1.5", true);
    row("1.5", "1.25", false);
    row("12345678901234567890", "12345678901234567890", true);
    row("12345678901234567890", "12345678901234567891", false);
}

void TestMessageId::equality()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QFETCH(bool, equal);
    const MessageId first = fromText(a.constData());
    const MessageId second = fromText(b.constData());
    QCOMPARE(first == second, equal);
    QCOMPARE(second == first, equal);
    if (equal)
        QCOMPARE(qHash(first), qHash(second));
    QCOMPARE(QSet<MessageId>({ first, second }).size(), equal ? 1 : 2);
}

void TestMessageId::echoesTheToken()
{
    QVERIFY(MessageId().isAbsent());
    QVERIFY(MessageId::fromRaw(RawJson()).isAbsent());
    QCOMPARE(MessageId(), MessageId::fromRaw(RawJson()));
    QVERIFY(MessageId() != fromText("null"));
    QCOMPARE(MessageId(42).raw(), "42");
    QCOMPARE(MessageId(42), fromText("42.0"));
    QCOMPARE(fromText("42.0").raw(), "42.0");
}

QTEST_GUILESS_MAIN(TestMessageId)
#include "tst_messageid.moc"
