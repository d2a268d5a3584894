// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/background.h"
#include "models/lineindex.h"
#include "models/textparts.h"

#include "json/jsontext.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

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
    void backgroundWithoutReceiver();
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
    QVERIFY(oneLine.partAt(0).text.size() <= 128 * 1024);
    const TextParts lines(QByteArray("a line of no great length\n").repeated(200'000));
    QVERIFY(lines.partAt(0).text.size() >= 1000 * 1000);
    QVERIFY(lines.partAt(0).text.size() <= 1024 * 1024 + 1);
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
    QFutureWatcher<QThread *> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(runInBackground<QThread *>([] { return QThread::currentThread(); }));
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(watcher.result() != QThread::currentThread());
}

void TestTextModels::backgroundWithoutReceiver()
{
    // Whoever asked may go before the answer comes, and may ask again before it comes.
    for (int i = 0; i < 50; ++i) {
        QFutureWatcher<int> watcher;
        watcher.setFuture(runInBackground<int>([] { return 1; }));
        watcher.setFuture(runInBackground<int>([] { return 2; }));
        if (i % 2 == 0)
            watcher.cancel();
    }
    QFutureWatcher<int> last;
    QSignalSpy finished(&last, &QFutureWatcherBase::finished);
    last.setFuture(runInBackground<int>([] { return 1; }));
    last.setFuture(runInBackground<int>([] { return 2; }));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(last.result(), 2);
}

QTEST_GUILESS_MAIN(TestTextModels)
#include "tst_textmodels.moc"
