// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/filewriter.h"

#include <QtCore/qfile.h>
#include <QtCore/qsemaphore.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qthreadpool.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;

class TestFileWriter : public QObject
{
    Q_OBJECT

private slots:
    void oneAfterTheOther();
    void noFolder();

private:
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

/// While no thread has time for them: none is forgotten for the next, and the last one wins.
void TestFileWriter::oneAfterTheOther()
{
    QTemporaryDir folder;
    const QString first = folder.filePath(u"first"_s);
    const QString second = folder.filePath(u"second"_s);
    const QByteArray large(1024 * 1024, 'x');
    QThreadPool *pool = QThreadPool::globalInstance();
    const int threads = pool->maxThreadCount();
    pool->setMaxThreadCount(1);
    QSemaphore gate;
    pool->start([&gate] { gate.acquire(); });
    FileWriter writer;
    QSignalSpy finished(&writer, &FileWriter::finished);
    writer.write(large, first);
    writer.write(large + 'y', second);
    writer.write("small", first);
    gate.release();
    QTRY_COMPARE(finished.size(), 3);
    pool->setMaxThreadCount(threads);
    for (const QList<QVariant> &each : finished)
        QVERIFY2(each.at(1).toString().isEmpty(), qPrintable(each.at(1).toString()));
    QCOMPARE(finished.at(0).at(0).toString(), first);
    QCOMPARE(finished.at(1).at(0).toString(), second);
    QCOMPARE(contents(first), "small"_ba);
    QVERIFY(contents(second) == large + 'y');
}

void TestFileWriter::noFolder()
{
    FileWriter writer;
    QSignalSpy finished(&writer, &FileWriter::finished);
    writer.write("small", u"/no/such/folder/x"_s);
    QCOMPARE(finished.size(), 1);
    QVERIFY(!finished.at(0).at(1).toString().isEmpty());
    writer.write(QByteArray(1024 * 1024, 'x'), u"/no/such/folder/x"_s);
    QTRY_COMPARE(finished.size(), 2);
    QVERIFY(!finished.at(1).at(1).toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestFileWriter)
#include "tst_filewriter.moc"
