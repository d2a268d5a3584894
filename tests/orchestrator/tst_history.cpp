// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/datafile.h"
#include "orchestrator/history.h"
#include "support/worktimer.h"

#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

/// The history of calls: exact, bounded, and safe from crashes and damage.
class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void comesBack_data();
    void comesBack();
    void isOnDiskAtOnce();
    void callsAreBounded();
    void bytesAreBounded();
    void fileIsShortened();
    void largeResultIsCut();
    void latest();
    void clearing();
    void damagedLines_data();
    void damagedLines();
    void twoInstances();
    void unwritableFile();
    void loadIsQuick();

private:
    static HistoryEntry entry(const QString &tool, const QByteArray &arguments = "{}");
    QByteArray file() const { return DataFile::read(m_path).valueOr({}); }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void TestHistory::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(u"history.jsonl"_s);
}

HistoryEntry TestHistory::entry(const QString &tool, const QByteArray &arguments)
{
    HistoryEntry entry;
    entry.time = 1'700'000'000'123;
    entry.server = u"srv"_s;
    entry.subject = tool;
    entry.arguments = RawJson::fromText(arguments);
    return entry;
}

void TestHistory::comesBack_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("exact numbers") << R"({"b": 1.0,"a":1e400, "a":12345678901234567890})"_ba
                                   << R"({"content" : [ ] })"_ba;
    QTest::newRow("several lines") << "{\n  \"a\": 1\r\n}"_ba
                                   << "{\n\"x\":\r1}"_ba;
    QTest::newRow("not JSON") << "{}"_ba
                              << R"({"content": tru)"_ba;
    QTest::newRow("not UTF-8") << "{}"_ba
                               << "{\"a\": \"\xFF\xC3\"}"_ba;
    QTest::newRow("no result") << R"({"x": "Zürich \u0000"})"_ba
                               << ""_ba;
}

void TestHistory::comesBack()
{
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, result);
    HistoryEntry made = entry(u"größe \"x\""_s, arguments);
    made.outcome = HistoryEntry::Outcome::RemoteError;
    made.message = u"two\nlines"_s;
    made.durationMs = 42;
    made.result = result;
    made.resultSize = result.size();
    {
        History history(m_path);
        QVERIFY(!history.load());
        history.add(made);
    }
    History history(m_path);
    QVERIFY(!history.load());
    QCOMPARE(history.count(), 1);
    const HistoryEntry &read = history.at(0);
    QCOMPARE(read.time, made.time);
    QCOMPARE(read.server, made.server);
    QCOMPARE(read.subject, made.subject);
    QCOMPARE(read.arguments.toByteArray(), arguments);
    QCOMPARE(read.outcome, made.outcome);
    QCOMPARE(read.message, made.message);
    QCOMPARE(read.durationMs, made.durationMs);
    QCOMPARE(read.result, result);
    QCOMPARE(read.resultSize, result.size());
}

void TestHistory::isOnDiskAtOnce()
{
    History history(m_path);
    QVERIFY(!history.load());
    history.add(entry(u"a"_s));
    QCOMPARE(file().count('\n'), 1);
    history.add(entry(u"b"_s));
    QCOMPARE(file().count('\n'), 2);
#ifdef Q_OS_UNIX
    QCOMPARE(QFile::permissions(m_path) & 0x0077, QFile::Permissions());
#endif
}

void TestHistory::callsAreBounded()
{
    History history(m_path, History::Limits{ 10, 1 << 20, 1 << 20, 1 << 16 });
    QVERIFY(!history.load());
    QSignalSpy removed(&history, &History::entriesRemoved);
    for (int i = 0; i < 30; ++i)
        history.add(entry(QString::number(i)));
    QCOMPARE(history.count(), 10);
    QCOMPARE(history.at(0).subject.name, u"20"_s);
    QCOMPARE(history.at(9).serial, 30u);
    QCOMPARE(removed.size(), 20);
    QVERIFY(file().count('\n') <= 12);
    History again(m_path, History::Limits{ 10, 1 << 20, 1 << 20, 1 << 16 });
    QVERIFY(!again.load());
    QCOMPARE(again.count(), 10);
    QCOMPARE(again.at(0).subject.name, u"20"_s);
}

void TestHistory::bytesAreBounded()
{
    History history(m_path, History::Limits{ 1000, 10'000, 1 << 20, 1 << 16 });
    QVERIFY(!history.load());
    for (int i = 0; i < 100; ++i) {
        HistoryEntry made = entry(QString::number(i));
        made.result = '"' + QByteArray(1000, 'x') + '"';
        history.add(made);
        QVERIFY(QFileInfo(m_path).size() <= 10'000);
    }
    QVERIFY(history.count() >= 5 && history.count() <= 10);
    QCOMPARE(history.at(history.count() - 1).subject.name, u"99"_s);
}

void TestHistory::fileIsShortened()
{
    {
        History history(m_path);
        QVERIFY(!history.load());
        for (int i = 0; i < 100; ++i)
            history.add(entry(QString::number(i)));
    }
    History history(m_path, History::Limits{ 10, 1 << 20, 1 << 20, 1 << 16 });
    QVERIFY(!history.load());
    QCOMPARE(history.count(), 10);
    history.add(entry(u"100"_s));
    QCOMPARE(file().count('\n'), 10);
    QVERIFY(file().endsWith(entry(u"100"_s).toLine()));
}

void TestHistory::largeResultIsCut()
{
    History history(m_path);
    QVERIFY(!history.load());
    HistoryEntry made = entry(u"big"_s);
    made.result = '"' + QByteArray(2'000'000, 'x') + '"';
    made.resultSize = made.result.size();
    history.add(made);
    QCOMPARE(history.at(0).result.size(), 65536);
    QVERIFY(history.at(0).isResultCut());
    QVERIFY(QFileInfo(m_path).size() < 70'000);
    History again(m_path);
    QVERIFY(!again.load());
    QCOMPARE(again.at(0).result, made.result.first(65536));
    QCOMPARE(again.at(0).resultSize, 2'000'002);
}

void TestHistory::latest()
{
    History history;
    QVERIFY(!history.latest(u"srv"_s, u"a"_s));
    history.add(entry(u"a"_s, R"({"n":1})"));
    history.add(entry(u"a"_s, R"({"n":2})"));
    history.add(entry(u"b"_s, R"({"n":3})"));
    QCOMPARE(history.latest(u"srv"_s, u"a"_s)->arguments.toByteArray(), R"({"n":2})");
    QVERIFY(!history.latest(u"other"_s, u"a"_s));
}

void TestHistory::clearing()
{
    History history(m_path);
    QVERIFY(!history.load());
    history.add(entry(u"secret"_s));
    QSignalSpy cleared(&history, &History::cleared);
    history.clear();
    QCOMPARE(history.count(), 0);
    QCOMPARE(cleared.size(), 1);
    QVERIFY(file().isEmpty());
}

void TestHistory::damagedLines_data()
{
    QTest::addColumn<QByteArray>("damage");
    QTest::newRow("cut off by a crash") << R"({"time":17,"server":"s","to)"_ba;
    QTest::newRow("no JSON") << "hello\n"_ba;
    QTest::newRow("binary") << QByteArray("\0\1\xFF\n", 4);
    QTest::newRow("another program's JSON") << "{\"a\": 1}\n[]\n"_ba;
}

void TestHistory::damagedLines()
{
    QFETCH(QByteArray, damage);
    const QByteArray text = entry(u"a"_s).toLine() + entry(u"b"_s).toLine() + damage;
    QVERIFY(!DataFile::write(m_path, text));
    History history(m_path);
    const Error error = history.load();
    QCOMPARE(error.kind, Error::Kind::Usage);
    QCOMPARE(history.count(), 2);
    const QStringList aside = QDir(m_dir->path()).entryList({ u"*.damaged-*"_s }, QDir::Files);
    QCOMPARE(aside.size(), 1);
    QVERIFY(error.message.contains(aside.constFirst()));
    QCOMPARE(DataFile::read(m_dir->filePath(aside.constFirst())).valueOr({}), text);
    // The good part is the history from now on.
    history.add(entry(u"c"_s));
    History again(m_path);
    QVERIFY(!again.load());
    QCOMPARE(again.count(), 3);
}

void TestHistory::twoInstances()
{
    const History::Limits limits{ 4, 1 << 20, 1 << 20, 1 << 16 };
    History one(m_path, limits);
    History two(m_path, limits);
    QVERIFY(!one.load());
    QVERIFY(!two.load());
    for (int i = 0; i < 4; ++i) {
        one.add(entry(u"one"_s));
        two.add(entry(u"two"_s));
    }
    one.add(entry(u"one"_s));
    one.add(entry(u"one"_s)); // shortens the file: the newest lines stay, whoever wrote them
    QVERIFY(file().contains("\"two\""));
    History again(m_path);
    QVERIFY(!again.load());
}

void TestHistory::unwritableFile()
{
    QVERIFY(QDir().mkdir(m_path)); // a folder where the file should be
    History history(m_path);
    QVERIFY(history.load());
    QSignalSpy failed(&history, &History::failed);
    history.add(entry(u"a"_s));
    history.add(entry(u"b"_s));
    QCOMPARE(history.count(), 2);
    QCOMPARE(failed.size(), 1); // once is enough
}

void TestHistory::loadIsQuick()
{
    HistoryEntry made = entry(u"tool"_s);
    made.result = R"({"content":[{"type":"text","text":")" + QByteArray(20'000, 'x') + "\"}]}";
    made.resultSize = made.result.size();
    QByteArray text;
    for (int i = 0; i < 1000; ++i)
        text += made.toLine();
    QVERIFY(!DataFile::write(m_path, text));
    McpTest::WorkTimer timer;
    timer.start();
    History history(m_path);
    QVERIFY(!history.load());
    QCOMPARE(history.count(), 1000);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
