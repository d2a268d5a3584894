// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/format.h"
#include "models/jsoncell.h"

#include <QtCore/qdatetime.h>
#include <QtTest/qtest.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;

/// Sizes, times and foreign text as people read them.
class TestFormat : public QObject
{
    Q_OBJECT

private slots:
    void sizes_data();
    void sizes();
    void durations_data();
    void durations();
    void counts();
    void times();
    void lines_data();
    void lines();
    void cellsCannotTurnAround();
    void longLines();
    void toolTips();
    void fileNames();
    void quoted_data();
    void quoted();
};

void TestFormat::sizes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0LL << u"0 B"_s;
    QTest::newRow("bytes") << 999LL << u"999 B"_s;
    QTest::newRow("kilo") << 4096LL << u"4.1 KB"_s;
    QTest::newRow("no thousand kilobytes") << 999'700LL << u"1.0 MB"_s;
    QTest::newRow("mega") << 12'300'000LL << u"12 MB"_s;
    QTest::newRow("tera") << 5'000'000'000'000'000LL << u"5000 TB"_s;
}

void TestFormat::sizes()
{
    QFETCH(qint64, bytes);
    QTEST(formatSize(bytes), "text");
}

void TestFormat::durations_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << -1LL << QString();
    QTest::newRow("short") << 420LL << u"0.4 ms"_s;
    QTest::newRow("milliseconds") << 12'000LL << u"12 ms"_s;
    QTest::newRow("seconds") << 3'240'000LL << u"3.2 s"_s;
    QTest::newRow("never 60.0 s") << 59'990'000LL << u"1 min 0 s"_s;
    QTest::newRow("minutes") << 125'000'000LL << u"2 min 5 s"_s;
}

void TestFormat::durations()
{
    QFETCH(qint64, microseconds);
    QTEST(formatDuration(microseconds), "text");
}

void TestFormat::counts()
{
    QCOMPARE(formatCount(1, u"tool"_s, u"tools"_s), u"1 tool"_s);
    QCOMPARE(formatCount(0, u"tool"_s, u"tools"_s), u"0 tools"_s);
    QCOMPARE(formatCount(10'000, u"tool"_s, u"tools"_s), u"10,000 tools"_s);
}

void TestFormat::times()
{
    const QDateTime now(QDate::currentDate(), QTime(14, 3, 27, 120));
    QCOMPARE(formatTime(now.toMSecsSinceEpoch()), u"14:03:27.120"_s);
    const QDateTime old(QDate(2020, 2, 1), QTime(1, 2, 3, 4));
    QCOMPARE(formatTime(old.toMSecsSinceEpoch()), u"2020-02-01 01:02:03.004"_s);
}

void TestFormat::lines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("hello") << u"hello"_s;
    QTest::newRow("characters") << QByteArray("Zürich ✓") << u"Zürich ✓"_s;
    QTest::newRow("colours") << QByteArray("\x1b[1;31mred\x1b[0m text") << u"red text"_s;
    QTest::newRow("escape at the end") << QByteArray("a\x1b") << u"a"_s;
    QTest::newRow("open sequence") << QByteArray("a\x1b[31") << u"a"_s;
    QTest::newRow("tabs and controls") << QByteArray("a\tb\rc\x07") << u"a b c "_s;
    QTest::newRow("line breaks") << QByteArray("a\nb") << u"a b"_s;
    QTest::newRow("turned around")
            << QByteArray("a\u202egpj.exe\u2069") << u"a\\u202egpj.exe\\u2069"_s;
    QTest::newRow("right to left") << QByteArray("שלום\u200f") << u"שלום\u200f"_s;
    QTest::newRow("not UTF-8") << QByteArray("a\xff"
                                             "b")
                               << u"a\ufffdb"_s;
}

void TestFormat::lines()
{
    QFETCH(QByteArray, bytes);
    QTEST(displayLine(bytes), "text");
}

void TestFormat::cellsCannotTurnAround()
{
    QCOMPARE(displayText(u"one\ntwo\u202egpj.exe\t\u200f"_s), u"one\ntwo\\u202egpj.exe\t\u200f"_s);
    QVERIFY(formatToolTip(u"\u2067x"_s).contains(u"\\u2067x"_s));
    QCOMPARE(JsonCell::line(u"a\u202egpj.exe\n\u200f"_s, 100), u"a\\u202egpj.exe↵\u200f"_s);
}

void TestFormat::longLines()
{
    const QString cut = displayLine(QByteArray(1'000'000, 'x'), 100);
    QCOMPARE(cut.size(), 101);
    QVERIFY(cut.endsWith(u'…'));
    QCOMPARE(displayLine(QByteArray(100, 'x'), 100).size(), 100);
    // Mostly colour sequences: what is cut is said, even when little of it is left.
    QVERIFY(displayLine(QByteArray("\x1b[31m").repeated(10'000), 100).endsWith(u'…'));
}

void TestFormat::toolTips()
{
    QCOMPARE(formatToolTip({}), QString()); // and no empty bubble
    QCOMPARE(formatToolTip(u"Say \"hi\""_s), u"<qt>Say &quot;hi&quot;</qt>"_s);
    QCOMPARE(formatToolTip(u"<img src=x>\nb"_s), u"<qt>&lt;img src=x&gt;<br>b</qt>"_s);
    QVERIFY(formatToolTip(QString(100'000, u'x')).size() < 4000);
}

void TestFormat::fileNames()
{
    QCOMPARE(formatFileName(u"my_tool-2"_s), u"my_tool-2"_s);
    QCOMPARE(formatFileName(u"../a b\\c:d"_s), u"---a-b-c-d"_s);
    QCOMPARE(formatFileName(QString(1000, u'x')).size(), 80);
}

void TestFormat::quoted_data()
{
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s << uR"("")"_s;
    QTest::newRow("plain") << u"--port 80"_s << uR"("--port 80")"_s;
    QTest::newRow("characters") << u"Zürich ✓ 😀"_s << uR"("Zürich ✓ 😀")"_s;
    QTest::newRow("quotes") << uR"(a"b\c)"_s << uR"("a\"b\\c")"_s;
    QTest::newRow("line break") << u"a\n\tb\r"_s << uR"("a\n\tb\u000d")"_s;
    QTest::newRow("escape") << u"\u001b[2K"_s << uR"("\u001b[2K")"_s;
    QTest::newRow("right to left") << u"a\u202eb\u2069"_s << uR"("a\u202eb\u2069")"_s;
    QTest::newRow("line separator") << u"a\u2028b\u0085"_s << uR"("a\u2028b\u0085")"_s;
    QTest::newRow("odd spaces") << u"a\u00a0b\u3000\u200b"_s << uR"("a\u00a0b\u3000\u200b")"_s;
    QTest::newRow("half a pair") << u"a"_s + QChar(0xd83d) << uR"("a\ud83d")"_s;
    QTest::newRow("invisible tag") << QString::fromUcs4(U"\U000e0041", 1) << uR"("\udb40\udc41")"_s;
}

void TestFormat::quoted()
{
    QFETCH(QString, plain);
    QTEST(formatQuoted(plain), "text");
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
