// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsonblock.h"
#include "json/jsonscanner.h"

#include <QtCore/qrandom.h>
#include <QtTest/qtest.h>

#include <vector>

using namespace Mcp;

/// What is read 64 bytes at a time is what a look at each byte finds.
class TestJsonBlock : public QObject
{
    Q_OBJECT

private slots:
    void bits();
    void escaped();
    void between();
    void scansAsByteByByte_data();
    void scansAsByteByByte();

private:
    QByteArray soup(const QByteArray &letters, qsizetype size);

    QRandomGenerator m_random{ 5 };
};

namespace {

quint64 bitsOf(const QByteArray &bytes, const QByteArray &characters)
{
    quint64 bits = 0;
    for (int i = 0; i < JsonBlock::size; ++i)
        bits |= quint64(characters.contains(bytes[i])) << i;
    return bits;
}

/// The end of the string or container that @p text begins with, -1 if it has none.
qsizetype endOfValue(const QByteArray &text)
{
    qsizetype depth = 0;
    bool isString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isString && c == '\\')
            ++i;
        else if (c == '"')
            isString = !isString;
        else if (!isString && (c == '{' || c == '['))
            ++depth;
        else if (!isString && (c == '}' || c == ']'))
            --depth;
        const bool counts = c == '"' || c == '}' || c == ']';
        if (counts && !isString && depth == 0)
            return i + 1;
    }
    return -1;
}

} // namespace

QByteArray TestJsonBlock::soup(const QByteArray &letters, qsizetype size)
{
    QByteArray text(size, Qt::Uninitialized);
    for (char &c : text)
        c = letters[m_random.bounded(letters.size())];
    return text;
}

void TestJsonBlock::bits()
{
    QByteArray all;
    for (int c = 0; c < 256; ++c)
        all += char(c);
    for (int round = 0; round < 2000; ++round) {
        const QByteArray bytes = soup(
                round % 2 ? all : "{}[]\"\\;:\x5a\x5c\x5e\x7c\xdb\xfb\x22\xa2", JsonBlock::size);
        const JsonBlock block = JsonBlock::of(bytes.constData());
        QCOMPARE(block.quotes, bitsOf(bytes, "\""));
        QCOMPARE(block.backslashes, bitsOf(bytes, "\\"));
        QCOMPARE(block.opening, bitsOf(bytes, "{["));
        QCOMPARE(block.closing, bitsOf(bytes, "}]"));
        const JsonBlock portable = JsonBlock::portable(bytes.constData());
        QCOMPARE(portable.quotes, block.quotes);
        QCOMPARE(portable.backslashes, block.backslashes);
        QCOMPARE(portable.opening, block.opening);
        QCOMPARE(portable.closing, block.closing);
    }
}

void TestJsonBlock::escaped()
{
    for (int round = 0; round < 2000; ++round) {
        const QByteArray bytes = soup(round % 2 ? "\\\\\\\\\\\\\\x" : "\\x", JsonBlock::size);
        for (const bool first : { false, true }) {
            quint64 expected = 0;
            bool isEscaped = first;
            for (int i = 0; i < JsonBlock::size; ++i) {
                expected |= quint64(isEscaped) << i;
                isEscaped = !isEscaped && bytes[i] == '\\';
            }
            bool goesOn = first;
            QCOMPARE(JsonBlock::of(bytes.constData()).escaped(goesOn), expected);
            QCOMPARE(goesOn, isEscaped);
        }
    }
}

void TestJsonBlock::between()
{
    QCOMPARE(JsonBlock::between(0), quint64(0));
    QCOMPARE(JsonBlock::between(0b1001000), quint64(0b0111000));
    QCOMPARE(JsonBlock::between(1), ~quint64(0));
    QCOMPARE(JsonBlock::between(quint64(1) << 63), quint64(1) << 63);
}

void TestJsonBlock::scansAsByteByByte_data()
{
    QTest::addColumn<QByteArray>("letters");
    QTest::newRow("few brackets") << QByteArray("xxxxxxxxxxxx[]{}\"\"\"\"\\");
    QTest::newRow("brackets") << QByteArray("[[{{]}");
    QTest::newRow("even brackets") << QByteArray("[]{}");
    QTest::newRow("strings") << QByteArray("\"\"[]x");
    QTest::newRow("escapes") << QByteArray("\"\"\"\"\\\\[]xxxx");
    QTest::newRow("long strings") << QByteArray(400, 'x') + "\"[]";
    QTest::newRow("long strings with escapes")
            << QByteArray(200, 'x') + QByteArray(40, '\\') + "\"[";
}

/// Backslashes outside of strings mean nothing, but what they are in front of.
void TestJsonBlock::scansAsByteByByte()
{
    QFETCH(QByteArray, letters);
    int complete = 0;
    for (int round = 0; round < 4000; ++round) {
        QByteArray text = soup(letters, m_random.bounded(1200));
        text.prepend(round % 3 ? "[" : "\"").append(round % 2 ? QByteArray(64, ']') : QByteArray());
        const std::vector<char> exact(text.cbegin(), text.cend()); // a byte too far is seen
        const QByteArrayView view(exact.data(), qsizetype(exact.size()));
        const qsizetype end = endOfValue(text);
        const std::optional<JsonRange> range = JsonScanner(view).skipValue();
        QVERIFY2(range.has_value() == (end >= 0), text.constData());
        if (range)
            QCOMPARE(range->end, end);
        complete += range.has_value();
    }
    QVERIFY(complete > 100);
}

QTEST_GUILESS_MAIN(TestJsonBlock)
#include "tst_jsonblock.moc"
