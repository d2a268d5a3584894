// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/datafile.h"
#include "orchestrator/history.h"
#include "orchestrator/serverstore.h"
#include "server/tracecodec.h"
#include "server/tracelog.h"
#include "server/tracespill.h"

#include <QtCore/qprocess.h>
#include <QtCore/qrandom.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <csignal>

#include <sys/resource.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char kWriter[] = "MCP_TEST_WRITER"; ///< set: this process writes until it is killed

ServerSpec spec(const QString &name, int arguments)
{
    ServerSpec spec;
    spec.name = name;
    spec.launch.command = u"x"_s;
    for (int i = 0; i < arguments; ++i)
        spec.launch.arguments.append(u"argument number %1"_s.arg(i));
    return spec;
}

/// While it lives no file may grow beyond some bytes: what a full disk looks like to a program, but
/// for this one alone.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
        : m_signal(::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit narrow = { bytes, m_before.rlim_max };
        ::setrlimit(RLIMIT_FSIZE, &narrow);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        ::signal(SIGXFSZ, m_signal);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before = {};
    void (*m_signal)(int);
};

/// Adds and removes servers and writes history until the process is killed.
void writeForEver(const QString &folder)
{
    ServerStore store(folder + u"/servers.json"_s);
    History history(folder + u"/history.jsonl"_s);
    if (store.load() || history.load())
        std::exit(1);
    for (int i = 0;; ++i) {
        const QString name = u"server %1"_s.arg(i);
        if (store.add(spec(name, 200)) || (i > 3 && store.remove(u"server %1"_s.arg(i - 3))))
            std::exit(1);
        HistoryEntry entry;
        entry.server = name;
        entry.subject = QString::number(i);
        entry.arguments = RawJson::fromText("{\"a\":\"" + QByteArray(3000, 'x') + "\"}");
        history.add(entry);
        if (i == 0) {
            std::printf("writing\n");
            std::fflush(stdout);
        }
    }
}

} // namespace

/// A full disk, and an end at any moment: files hold what they held or what they should hold, and
/// nothing is lost without a word.
class TestDiskFaults : public QObject
{
    Q_OBJECT

private slots:
    void fullDiskKeepsTheList();
    void fullDiskKeepsTheHistory();
    void fullDiskWhenSomethingIsSaved();
    void fullDiskUnderATrace();
    void killedWhileWriting();
};

void TestDiskFaults::fullDiskKeepsTheList()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"servers.json"_s);
    ServerStore store(path);
    QVERIFY(!store.load());
    QVERIFY(!store.add(spec(u"kept"_s, 10)));
    const QByteArray before = *DataFile::read(path);
    {
        const FullDisk full(before.size() + 10);
        const Error error = store.add(spec(u"lost"_s, 1000));
        QVERIFY(error);
        QVERIFY2(error.message.contains(path), qPrintable(error.message));
    }
    QCOMPARE(*DataFile::read(path), before);
    QVERIFY(!store.find(u"lost"_s)); // it does not look as if it had been kept
    QVERIFY(!store.add(spec(u"lost"_s, 1000)));
    QVERIFY(store.find(u"lost"_s));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden).size(), 1); // no half files
}

void TestDiskFaults::fullDiskKeepsTheHistory()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"history.jsonl"_s);
    const auto entry = [](int number) {
        HistoryEntry made;
        made.server = u"s"_s;
        made.subject = QString::number(number);
        made.arguments = RawJson::fromText("{\"a\":\"" + QByteArray(500, 'x') + "\"}");
        return made;
    };
    History history(path);
    QVERIFY(!history.load());
    QSignalSpy failed(&history, &History::failed);
    history.add(entry(1));
    {
        const FullDisk full(rlim_t(QFileInfo(path).size() + 100)); // part of a line fits
        history.add(entry(2));
        QCOMPARE(failed.size(), 1);
    }
    QCOMPARE(history.count(), 2); // in memory it goes on
    history.add(entry(3));
    // What was written whole is read again, whatever became of the line that did not fit.
    History again(path);
    (void)again.load();
    QVERIFY(again.count() >= 1);
    QCOMPARE(again.at(0).subject.name, u"1"_s);
    QCOMPARE(again.at(again.count() - 1).subject.name, u"3"_s);
}

void TestDiskFaults::fullDiskWhenSomethingIsSaved()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"saved.json"_s);
    QVERIFY(!DataFile::write(path, "before"));
    const FullDisk full(1000);
    const Error error = DataFile::write(path, QByteArray(100'000, 'x'));
    QVERIFY(error);
    QVERIFY2(error.message.contains(path), qPrintable(error.message));
    QCOMPARE(*DataFile::read(path), "before"_ba);
}

/// Older messages of a trace go to disk; where that is full, what is there can be read, whole lines
/// of it, and the newest stay in memory.
void TestDiskFaults::fullDiskUnderATrace()
{
    constexpr int count = 8000;
    const QTemporaryDir dir;
    TraceLog log(50'000);
    log.setSpill(std::make_unique<TraceSpill>(dir.path()));
    QSignalSpy failures(&log, &TraceLog::spillFailed);
    const auto message = [](int number) {
        return Message::notification(u"n"_s, RawJson::fromText(QByteArray::number(number)));
    };
    {
        const FullDisk full(200'000); // three times that would come
        for (int i = 0; i < count; ++i)
            log.addMessage(TraceEntry::Direction::Received, message(i), Framing::Newline);
    }
    QCOMPARE(failures.size(), 1);
    QVERIFY2(failures.first().first().toString().contains(dir.path()),
             qPrintable(failures.first().first().toString()));
    QCOMPARE(log.at(log.count() - 1).payload(), message(count - 1).payload());
    QVERIFY(log.spilledCount() > 500);
    QVERIFY(log.droppedCount() > 0);
    QCOMPARE(log.droppedCount() + log.spilledCount() + quint64(log.count()), quint64(count));
    QByteArray kept;
    while (log.spill()->begin() + kept.size() < log.spill()->end())
        kept += log.spill()->read(log.spill()->begin() + kept.size(), 1'000'000);
    const TraceCodec::File file = TraceCodec::read(kept);
    QCOMPARE(file.badLines, 0);
    QCOMPARE(quint64(file.entries.size()), log.spilledCount());
    QCOMPARE(file.entries.constFirst().payload(), message(0).payload());
}

void TestDiskFaults::killedWhileWriting()
{
    const QTemporaryDir dir;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(kWriter), dir.path());
    for (int round = 0; round < 25; ++round) {
        QProcess writer;
        writer.setProcessEnvironment(environment);
        writer.start(QCoreApplication::applicationFilePath(), QStringList());
        QVERIFY(writer.waitForReadyRead(30'000));
        // Some time within the next few writes.
        const int delay = QRandomGenerator::global()->bounded(30);
        QTest::qWait(delay);
        writer.kill();
        QVERIFY(writer.waitForFinished());
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit); // it had found nothing wrong itself

        ServerStore store(dir.filePath(u"servers.json"_s));
        const Error error = store.load();
        QVERIFY2(!error, qPrintable(error.describe()));
        QVERIFY2(store.problems().isEmpty(), qPrintable(store.problems().join(u' ')));
        QVERIFY(!store.servers().isEmpty() && store.servers().size() <= 6);
        QCOMPARE(store.servers().constFirst().launch.arguments.size(), 200);
        // The next round begins anew, or with what is there.
        History history(dir.filePath(u"history.jsonl"_s));
        (void)history.load();
        QVERIFY(history.count() >= 1);
        if (round % 2) {
            QVERIFY(QFile::remove(dir.filePath(u"servers.json"_s)));
        } else {
            for (const ServerSpec &server : QList(store.servers()))
                QVERIFY(!store.remove(server.name));
        }
    }
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (const QString folder = qEnvironmentVariable(kWriter); !folder.isEmpty())
        writeForEver(folder);
    TestDiskFaults test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_diskfaults.moc"
