// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/background.h"
#include "models/lineindex.h"
#include "models/textparts.h"

#include "json/jsontext.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QThreadPool>

#include <atomic>

using namespace Qt::Literals::StringLiterals;
using namespace McpUi;

namespace {

QString joined(const TextParts &parts, qsizetype *count = nullptr)
{
    QString text;
    qsizetype n = 0;
    for (qsizetype at = parts.begin(); at < parts.end(); ++n) {
        const TextParts::Part part = parts.partAt(at);
        if (part.end <= at || part.begin != at)
            return u"stuck"_s;
        text += part.text;
        at = part.end;
    }
    if (count)
        *count = n;
    return text;
}

} // namespace

class TestTextModels : public QObject
{
    Q_OBJECT

private slots:
    void partsMakeTheWhole_data();
    void partsMakeTheWhole();
    void longLinesMakeShortParts();
    void beginnings();
    void lines_data();
    void lines();
    void cutsBetweenCharacters();
    void background();
    void newerWorkWins();
    void staleWorkIsNotDone();
    void renderingHoldsUpNothingElse();
};

void TestTextModels::partsMakeTheWhole_data()
{
    QTest::addColumn<QString>("unit");
    QTest::newRow("ASCII lines") << u"one line of text\n"_s;
    QTest::newRow("one long line") << u"no end in sight "_s;
    QTest::newRow("umlauts") << u"Zürich und Köln\n"_s;
    QTest::newRow("pairs") << u"😀😀😀 and \u0001 \\ \" \t"_s;
}

void TestTextModels::partsMakeTheWhole()
{
    QFETCH(const QString, unit);
    const QString text = unit.repeated(2'200'000 / unit.size());
    const QByteArray quoted = Mcp::JsonText::quote(text);
    const auto asReceived = TextParts(Mcp::RawJson::fromText(quoted));
    const auto escaped = TextParts(Mcp::RawJson::fromText(Mcp::JsonText::escapeNonAscii(quoted)));
    for (const TextParts &parts : { asReceived, escaped, TextParts(text.toUtf8()) }) {
        qsizetype count = 0;
        QVERIFY(joined(parts, &count) == text);
        QVERIFY(count > 1);
        QVERIFY(parts.wholeText() == text);
        QVERIFY(parts.wholeUtf8() == text.toUtf8());
    }
}

void TestTextModels::longLinesMakeShortParts()
{
    const TextParts oneLine(QByteArray(5'000'000, 'x'));
    QVERIFY(oneLine.partAt(0).text.size() <= 64 * 1024);
    const TextParts lines(QByteArray("a line of no great length\n").repeated(200'000));
    QVERIFY(lines.partAt(0).text.size() >= 250 * 1000);
    QVERIFY(lines.partAt(0).text.size() <= 256 * 1024 + 1);
}

void TestTextModels::beginnings()
{
    const TextParts parts(Mcp::RawJson::fromText(R"("a\n\ud83d\ude00b")"));
    QCOMPARE(parts.size(), 16);
    QCOMPARE(parts.beginning(3), u"a\n"_s);
    QCOMPARE(parts.beginning(4), u"a\n😀"_s); // never half a character
    QCOMPARE(TextParts(Mcp::RawJson()).wholeText(), QString());
    QCOMPARE(TextParts(Mcp::RawJson::fromText("\"\"")).partAt(1).text, QString());
}

void TestTextModels::lines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("nothing") << QByteArray() << QStringList{ QString() };
    QTest::newRow("one") << QByteArray("a") << QStringList{ u"a"_s };
    QTest::newRow("ends") << QByteArray("a\nb\r\n\nc\n")
                          << QStringList{ u"a"_s, u"b"_s, QString(), u"c"_s, QString() };
}

void TestTextModels::lines()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, lines);
    const LineIndex index(text);
    QStringList found;
    for (qsizetype line = 0; line < index.lineCount(); ++line) {
        found.append(index.line(line, 1000));
        QCOMPARE(index.lineAt(index.lineBegin(line)), line);
        QCOMPARE(index.lineAt(index.lineEnd(line)), line);
    }
    QCOMPARE(found, lines);
}

void TestTextModels::cutsBetweenCharacters()
{
    const LineIndex index(u"ab😀"_s.toUtf8());
    QCOMPARE(index.longestLine(), 6);
    QCOMPARE(index.line(0, 6), u"ab😀"_s);
    for (qsizetype cut = 2; cut < 6; ++cut)
        QCOMPARE(index.line(0, cut), u"ab"_s);
}

void TestTextModels::background()
{
    BackgroundJob<QThread *> job;
    QThread *thread = nullptr;
    job.start([] { return QThread::currentThread(); }, [&](QThread *value) { thread = value; });
    QVERIFY(!thread);
    QTRY_VERIFY(thread);
    QVERIFY(thread != QThread::currentThread());
}

void TestTextModels::newerWorkWins()
{
    int value = 0;
    BackgroundJob<int> job;
    job.start([] { return 1; }, [&](int made) { value = made; });
    QVERIFY(QThreadPool::globalInstance()->waitForDone()); // made, but not delivered
    job.start([] { return 2; }, [&](int made) { value = made; });
    QTRY_VERIFY(value);
    QCOMPARE(value, 2);

    value = 0;
    job.start([] { return 3; }, [&](int made) { value = made; });
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    job.cancel();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    QCOMPARE(value, 0);
}

void TestTextModels::staleWorkIsNotDone()
{
    QThreadPool *pool = QThreadPool::globalInstance();
    const int threads = pool->maxThreadCount();
    pool->setMaxThreadCount(1);
    QSemaphore gate;
    pool->start([&gate] { gate.acquire(); }); // all that follows has to wait
    std::atomic_int done = 0;
    const auto work = [&done] { return ++done; };
    int value = 0;
    BackgroundJob<int> job;
    for (int i = 0; i < 10; ++i)
        job.start(work, [&](int made) { value = made; });
    {
        BackgroundJob<int> gone;
        gone.start(work, [&](int) { value = -1; });
    }
    gate.release();
    QTRY_COMPARE(value, 1);
    QVERIFY(pool->waitForDone());
    QCOMPARE(done.load(), 1);
    pool->setMaxThreadCount(threads);
}

/// What strangers sent may be made to take for ever, on all threads there are for it.
void TestTextModels::renderingHoldsUpNothingElse()
{
    QSemaphore gate;
    std::vector<std::unique_ptr<BackgroundJob<int>>> endless;
    int rendered = 0;
    const int count =
            renderingPool()->maxThreadCount() + QThreadPool::globalInstance()->maxThreadCount();
    for (int i = 0; i < count; ++i) {
        endless.push_back(std::make_unique<BackgroundJob<int>>(renderingPool()));
        endless.back()->start(
                [&gate] {
                    gate.acquire();
                    return 1;
                },
                [&rendered](int) { ++rendered; });
    }
    int value = 0;
    BackgroundJob<int> job;
    job.start([] { return 7; }, [&value](int made) { value = made; });
    QTRY_COMPARE(value, 7);
    QCOMPARE(rendered, 0);
    gate.release(count);
    QTRY_COMPARE(rendered, count);
}

QTEST_GUILESS_MAIN(TestTextModels)
#include "tst_textmodels.moc"
