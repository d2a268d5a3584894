// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/stderrlog.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qrandom.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList textOf(const StderrLog &log)
{
    QStringList lines;
    for (int i = 0; i < log.count(); ++i)
        lines.append(QString::fromUtf8(log.at(i).text));
    return lines;
}

} // namespace

class TestStderrLog : public QObject
{
    Q_OBJECT

private slots:
    void cutAnywhere_data();
    void cutAnywhere();
    void restBecomesALineAtTheEnd();
    void arrivalTime();
    void longLinesAreCutBetweenCharacters_data();
    void longLinesAreCutBetweenCharacters();
    void oldestGoFirst();
    void bytesAreBounded();
    void clearKeepsSerialsGoing();
    void tail();
    void viewsAreToldOnceATurn();
};

void TestStderrLog::cutAnywhere_data()
{
    QTest::addColumn<QString>("cuts");
    QTest::newRow("whole") << u"whole"_s;
    QTest::newRow("byte by byte") << u"bytes"_s;
    for (int i = 0; i < 5; ++i)
        QTest::newRow(qPrintable(u"random %1"_s.arg(i))) << u"random"_s;
}

void TestStderrLog::cutAnywhere()
{
    QFETCH(QString, cuts);
    const QByteArray text = "Zürich\n\n日本\r\n😀 done\n  indented\r\ncarriage\rreturn\n"_ba;
    StderrLog log;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype size = cuts == "whole"_L1   ? text.size()
                               : cuts == "bytes"_L1 ? 1
                                                    : 1 + QRandomGenerator::global()->bounded(7);
        log.append(text.mid(at, size));
        at += size;
    }
    QCOMPARE(textOf(log), QStringList({ u"Zürich"_s, u""_s, u"日本"_s, u"😀 done"_s, u"  indented"_s,
                                        u"carriage\rreturn"_s }));
    QVERIFY(!log.hasPartialLine());
}

void TestStderrLog::restBecomesALineAtTheEnd()
{
    StderrLog log;
    log.append("first\nsecond"_ba);
    QCOMPARE(log.count(), 1);
    QVERIFY(log.hasPartialLine());
    log.flush();
    QCOMPARE(textOf(log), QStringList({ u"first"_s, u"second"_s }));
    log.flush();
    QCOMPARE(log.count(), 2);
}

void TestStderrLog::arrivalTime()
{
    StderrLog log;
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    log.append("x\n"_ba);
    QVERIFY(log.at(0).time >= before);
    QVERIFY(log.at(0).time <= QDateTime::currentMSecsSinceEpoch());
}

void TestStderrLog::longLinesAreCutBetweenCharacters_data()
{
    QTest::addColumn<qsizetype>("chunk");
    QTest::newRow("in one piece") << qsizetype(1'000'000);
    QTest::newRow("in pieces") << qsizetype(1000);
}

void TestStderrLog::longLinesAreCutBetweenCharacters()
{
    QFETCH(qsizetype, chunk);
    const QByteArray line = u"a"_s.toUtf8() + QString(60'000, u'€').toUtf8(); // 180,001 bytes
    StderrLog log;
    for (qsizetype at = 0; at < line.size(); at += chunk)
        log.append(line.mid(at, chunk));
    log.append("\nnext\n"_ba);
    QByteArray together;
    for (int i = 0; i + 1 < log.count(); ++i) {
        QVERIFY(log.at(i).text.size() <= Limits().stderrLineBytes);
        QVERIFY(!QString::fromUtf8(log.at(i).text).contains(QChar::ReplacementCharacter));
        together += log.at(i).text;
        QCOMPARE(log.at(i).goesOn, i > 0);
    }
    QCOMPARE(log.count(), 4);
    QVERIFY(!log.at(3).goesOn);
    QCOMPARE(together, line);
    QCOMPARE(log.at(3).text, "next"_ba);
    // Bytes that are no characters are cut all the same.
    log.append(QByteArray(100'000, '\x80') + '\n');
    QCOMPARE(log.count(), 6);
    QVERIFY(!log.at(4).goesOn && log.at(5).goesOn);
}

void TestStderrLog::oldestGoFirst()
{
    StderrLog log(3);
    for (int i = 0; i < 10; ++i)
        log.append("line " + QByteArray::number(i) + '\n');
    QCOMPARE(textOf(log), QStringList({ u"line 7"_s, u"line 8"_s, u"line 9"_s }));
    QCOMPARE(log.firstSerial(), quint64(7));
    QCOMPARE(log.nextSerial(), quint64(10));
    QCOMPARE(log.droppedCount(), quint64(7));
    log.setCapacity(1);
    QCOMPARE(textOf(log), QStringList({ u"line 9"_s }));
    QCOMPARE(log.droppedCount(), quint64(9));
    log.setCapacity(0);
    QCOMPARE(log.capacity(), 1);
}

void TestStderrLog::bytesAreBounded()
{
    StderrLog log(1'000'000);
    const QByteArray line = QByteArray(60'000, 'x') + '\n';
    for (int i = 0; i < 1000; ++i)
        log.append(line);
    QVERIFY(qint64(log.count()) * 60'000 <= Limits().stderrBytes);
    QVERIFY(qint64(log.count() + 1) * 60'000 > Limits().stderrBytes);
    QCOMPARE(log.droppedCount(), quint64(1000 - log.count()));
}

void TestStderrLog::clearKeepsSerialsGoing()
{
    StderrLog log;
    log.append("a\nb\nrest"_ba);
    log.clear();
    QCOMPARE(log.count(), 0);
    QCOMPARE(log.droppedCount(), quint64(0));
    QVERIFY(!log.hasPartialLine());
    log.append("c\n"_ba);
    QCOMPARE(log.firstSerial(), quint64(2));
    QCOMPARE(textOf(log), QStringList({ u"c"_s }));
}

void TestStderrLog::tail()
{
    StderrLog log;
    QCOMPARE(log.tail(5), QStringList());
    log.append("a\nb\nc\nunfinished"_ba);
    QCOMPARE(log.tail(2), QStringList({ u"c"_s, u"unfinished"_s }));
    QCOMPARE(log.tail(9), QStringList({ u"a"_s, u"b"_s, u"c"_s, u"unfinished"_s }));
    QCOMPARE(log.tail(0), QStringList());
}

void TestStderrLog::viewsAreToldOnceATurn()
{
    StderrLog log;
    QSignalSpy changed(&log, &StderrLog::changed);
    for (int i = 0; i < 1000; ++i)
        log.append("x\n"_ba);
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
    log.clear();
    log.append("y"_ba);
    QTRY_COMPARE(changed.size(), 2);
}

QTEST_GUILESS_MAIN(TestStderrLog)
#include "tst_stderrlog.moc"
