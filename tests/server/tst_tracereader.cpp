// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/tracelog.h"
#include "server/tracereader.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

/// A file of a trace as it comes from the disk, as much of it as is wanted.
class TestTraceReader : public QObject
{
    Q_OBJECT

private slots:
    void inPieces();
    void tooLarge();
};

void TestTraceReader::inPieces()
{
    const QByteArray line = R"({"time":"2026-01-01T00:00:00.000Z","kind":"event","note":"a"})";
    const QByteArray text = line + "\n\nnone\n" + line;
    TraceReader reader({});
    for (const char c : text)
        QVERIFY(reader.add(QByteArrayView(&c, 1)));
    const TraceCodec::File file = reader.finish();
    QCOMPARE(file.entries.size(), 2);
    QCOMPARE(file.firstProblem.left(7), u"line 3:"_s);
    QCOMPARE(reader.takenBytes(), text.size());
}

/// The first ones are there, and it is known what is not.
void TestTraceReader::tooLarge()
{
    TraceLog log;
    for (int i = 0; i < 100; ++i)
        log.addEvent(QString(1000, u'x'));
    const QByteArray line = TraceCodec::line(log.at(0));
    QByteArray text;
    for (int i = 0; i < log.count(); ++i)
        text += TraceCodec::line(log.at(i));
    TraceReader few({ 30 });
    QVERIFY(!few.add(text));
    QCOMPARE(few.takenBytes(), text.indexOf('\n', text.indexOf("\"serial\":30,")) + 1);
    QVERIFY(!few.add(text));
    QCOMPARE(few.finish().entries.size(), 30);
    TraceReader small({ 1000, 40 * 1024 });
    QVERIFY(!small.add(text));
    const qsizetype count = small.finish().entries.size();
    QVERIFY2(count > 5 && count < 40, qPrintable(QString::number(count)));
    // A line without an end.
    TraceReader endless({ 1000, 10 * line.size() });
    qsizetype pieces = 0;
    const QByteArray piece(1000, 'x');
    while (endless.add(piece) && pieces < 100)
        ++pieces;
    QVERIFY(pieces < 20);
    QCOMPARE(endless.takenBytes(), 0);
}

QTEST_GUILESS_MAIN(TestTraceReader)
#include "tst_tracereader.moc"
