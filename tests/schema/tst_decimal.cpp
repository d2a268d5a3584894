// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/decimal.h"
#include "schema/jsonequality.h"

#include <QtTest/qtest.h>

using namespace Mcp;

class TestDecimal : public QObject
{
    Q_OBJECT

private slots:
    void syntax_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        for (const char *good : { "0", "-0", "1", "-12", "1.5", "1e400", "1E+2", "1.0e-3",
                                  "12345678901234567890", "0.10" })
            QTest::addRow("%s", good) << QByteArray(good) << true;
        for (const char *bad :
             { "", "-", "01", "1.", ".5", "+1", "1e", "1e+", "0x1", "1 ", "NaN", "--1", "1.2.3" })
            QTest::addRow("bad %s", bad) << QByteArray(bad) << false;
    }
    void syntax()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, valid);
        QCOMPARE(Decimal::fromText(text).has_value(), valid);
    }

    void order_data()
    {
        QTest::addColumn<QByteArray>("small");
        QTest::addColumn<QByteArray>("large");
        const auto row = [](const char *a, const char *b) {
            QTest::addRow("%s < %s", a, b) << QByteArray(a) << QByteArray(b);
        };
        row("1", "2");
        row("-2", "-1");
        row("-1", "0");
        row("9007199254740992", "9007199254740993");
        row("12345678901234567890", "12345678901234567891");
        row("9", "10");
        row("0.09", "0.1");
        row("1.05", "1.5");
        row("1e3", "1001");
        row("1e308", "1e400");
        row("1e99999999999999999998", "1e999999999999999999999999");
        row("-1e400", "-1e308");
    }
    void order()
    {
        QFETCH(QByteArray, small);
        QFETCH(QByteArray, large);
        const auto a = Decimal::fromText(small);
        const auto b = Decimal::fromText(large);
        QVERIFY(a && b);
        if (small != "1e99999999999999999998") // both are beyond what is told apart
            QVERIFY(*a < *b);
        QVERIFY(*a <= *b);
        QVERIFY(!(*b < *a));
    }

    void equal()
    {
        QCOMPARE(Decimal::fromText("1.0"), Decimal::fromText("1"));
        QCOMPARE(Decimal::fromText("1e2"), Decimal::fromText("100"));
        QCOMPARE(Decimal::fromText("-0.0"), Decimal::fromText("0"));
        QCOMPARE(Decimal::fromText("0.000e7"), Decimal());
    }

    void integers()
    {
        QVERIFY(Decimal::fromText("1.0")->isInteger());
        QVERIFY(Decimal::fromText("1e400")->isInteger());
        QVERIFY(Decimal::fromText("15e-1")->isInteger() == false);
        QVERIFY(Decimal::fromText("150e-1")->isInteger());
        QVERIFY(Decimal::fromText("0")->isInteger());
    }

    void multiples_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("divisor");
        QTest::addColumn<int>("answer"); // 1 yes, 0 no, -1 unknown
        const auto row = [](const char *a, const char *b, int answer) {
            QTest::addRow("%s / %s", a, b) << QByteArray(a) << QByteArray(b) << answer;
        };
        row("0.3", "0.1", 1);
        row("19.99", "0.01", 1);
        row("0.35", "0.1", 0);
        row("9007199254740993", "2", 0);
        row("9007199254740994", "2", 1);
        row("-6", "3", 1);
        row("0", "7", 1);
        row("1e308", "0.123456789", 0);
        row("1e20", "3", 0);
        row("1e20", "8", 1);
        row("3", "0", -1);
        row("3", "-1", -1);
        row("1e99999", "7", -1);
    }
    void multiples()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, divisor);
        QFETCH(int, answer);
        const auto result = Decimal::fromText(value)->isMultipleOf(*Decimal::fromText(divisor));
        QCOMPARE(result ? int(*result) : -1, answer);
    }

    void sums_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<QByteArray>("sum");
        const auto row = [](const char *a, const char *b, const char *sum) {
            QTest::addRow("%s + %s", a, b) << QByteArray(a) << QByteArray(b) << QByteArray(sum);
        };
        row("1", "2", "3");
        row("9007199254740993", "1", "9007199254740994");
        row("99999999999999999999", "1", "100000000000000000000");
        row("0.1", "0.2", "0.3");
        row("-1", "1", "0");
        row("1", "-2.5", "-1.5");
        row("-2.5", "1", "-1.5");
        row("-1", "-9", "-10");
        row("1e2", "0.25", "100.25");
        row("0", "-0.05", "-0.05");
        row("1e40", "0", "1e40");
    }
    void sums()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(QByteArray, sum);
        const auto left = Decimal::fromText(a);
        const auto right = Decimal::fromText(b);
        const auto result = left->plus(*right);
        QVERIFY(result);
        QCOMPARE(result->toText(), sum);
        QCOMPARE(result->minus(*right)->toText(), left->toText());
        QVERIFY(!Decimal::fromText("1e100000")->plus(*Decimal::fromText("1")));
    }

    void sameness_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<bool>("same");
        const auto row = [](const char *a, const char *b, bool same) {
            QTest::addRow("%s %s", a, b) << QByteArray(a) << QByteArray(b) << same;
        };
        row("1", "1.0", true);
        row("1", "true", false);
        row("\"a\"", "\"\\u0061\"", true);
        row("{\"a\":1,\"b\":2}", "{ \"b\": 2.0, \"a\": 1 }", true);
        row("{\"a\":1}", "{\"a\":1,\"b\":2}", false);
        row("[1,2]", "[2,1]", false);
        row("[1,[2,{}]]", "[1, [2, {}]]", true);
        row("null", "null", true);
        row("9007199254740993", "9007199254740992", false);
    }
    void sameness()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(bool, same);
        QCOMPARE(sameJson(RawJson::fromText(a), RawJson::fromText(b)), same);
        QVERIFY(!sameJson(RawJson::fromText(a), {}));
    }
};

QTEST_GUILESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
