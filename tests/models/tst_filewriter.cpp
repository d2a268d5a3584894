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

namespace {

/// One thread for the work of all, and that is kept waiting.
struct BusyPool
{
    BusyPool()
    {
        QThreadPool::globalInstance()->setMaxThreadCount(1);
        QThreadPool::globalInstance()->start([this] { gate.acquire(); });
    }
    ~BusyPool()
    {
        gate.release(); // of a test that failed
        QThreadPool::globalInstance()->waitForDone();
        QThreadPool::globalInstance()->setMaxThreadCount(threads);
    }
    Q_DISABLE_COPY_MOVE(BusyPool)

    const int threads = QThreadPool::globalInstance()->maxThreadCount();
    QSemaphore gate;
};

} // namespace

class TestFileWriter : public QObject
{
    Q_OBJECT

private slots:
    void oneAfterTheOther();
    void writerIsGone();
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
    BusyPool pool;
    FileWriter writer;
    QSignalSpy finished(&writer, &FileWriter::finished);
    writer.write(large, first);
    writer.write(large + 'y', second);
    writer.write("small", first);
    pool.gate.release();
    QTRY_COMPARE(finished.size(), 3);
    for (const QList<QVariant> &each : finished)
        QVERIFY2(each.at(1).toString().isEmpty(), qPrintable(each.at(1).toString()));
    QCOMPARE(finished.at(0).at(0).toString(), first);
    QCOMPARE(finished.at(1).at(0).toString(), second);
    QCOMPARE(contents(first), "small"_ba);
    QVERIFY(contents(second) == large + 'y');
}

/// The page of the result was closed, say, before a thread had time.
void TestFileWriter::writerIsGone()
{
    QTemporaryDir folder;
    const QString first = folder.filePath(u"first"_s);
    const QString second = folder.filePath(u"second"_s);
    const QByteArray large(1024 * 1024, 'x');
    {
        BusyPool pool;
        {
            FileWriter writer;
            writer.write(large, first);
            writer.write("small", second);
            writer.write("later", first);
        }
        pool.gate.release();
        QThreadPool::globalInstance()->waitForDone();
    }
    QCOMPARE(contents(first), "later"_ba);
    QCOMPARE(contents(second), "small"_ba);
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
