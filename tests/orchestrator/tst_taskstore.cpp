// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/taskstore.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

Task task(const QByteArray &id, const QByteArray &status)
{
    return Task(RawJson::fromText(R"({"taskId":")" + id + R"(","status":")" + status
                                  + R"(","ttl":null,"result":{"secret":1}})"));
}

QStringList ids(const QList<KnownTask> &tasks)
{
    QStringList ids;
    for (const KnownTask &known : tasks)
        ids.append(known.task.id());
    return ids;
}

} // namespace

/// Which tasks the program knows, and which of them it still knows when it is started anew.
class TestTaskStore : public QObject
{
    Q_OBJECT

private slots:
    void newestFirst();
    void survivesARestart();
    void damagedFile();
    void bounded();
    void outcomes();
    void askedInVain();
};

void TestTaskStore::newestFirst()
{
    TaskStore store;
    QSignalSpy changed(&store, &TaskStore::changed);
    store.update(u"a"_s, u"t"_s, task("1", "working"));
    store.update(u"b"_s, u"u"_s, task("1", "working")); // ids are the server's own
    store.update(u"a"_s, {}, task("1", "completed"));
    QCOMPARE(changed.size(), 3);
    QCOMPARE(ids(store.tasks()), (QStringList{ u"1"_s, u"1"_s }));
    QCOMPARE(store.tasksOf(u"a"_s).size(), 1);
    QCOMPARE(store.tasksOf(u"a"_s).constFirst().tool, u"t"_s);
    QCOMPARE(store.tasksOf(u"a"_s).constFirst().task.status(), Task::Status::Completed);
    QVERIFY(!store.tasks().constFirst().task.raw().contains("result")); // megabytes, maybe
    store.rename(u"a"_s, u"c"_s);
    QCOMPARE(store.tasksOf(u"c"_s).size(), 1);
    store.forget(u"c"_s, u"1"_s);
    store.forget(u"c"_s, u"1"_s);
    QCOMPARE(ids(store.tasks()), QStringList{ u"1"_s });
    QCOMPARE(changed.size(), 5);
}

/// Those that go on; results and questions stay out of the file.
void TestTaskStore::survivesARestart()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"tasks.json"_s);
    {
        TaskStore store(path);
        store.update(u"a"_s, u"t"_s, task("1", "working"));
        store.update(u"a"_s, u"t"_s, task("2", "input_required"));
        store.update(u"a"_s, u"t"_s, task("3", "working"));
        store.update(u"a"_s, u"t"_s, task("3", "completed"));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("secret"));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const TaskStore store(path);
    QVERIFY(store.problem().isEmpty());
    QCOMPARE(ids(store.tasks()), (QStringList{ u"2"_s, u"1"_s }));
    QCOMPARE(store.tasks().at(0).server, u"a"_s);
    QCOMPARE(store.tasks().at(0).tool, u"t"_s);
    QVERIFY(store.tasks().at(0).time > 0);
    QCOMPARE(store.tasks().at(0).task.status(), Task::Status::InputRequired);
}

void TestTaskStore::damagedFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"tasks.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"tasks\": [{");
    file.close();
    TaskStore store(path);
    QVERIFY(!store.problem().isEmpty());
    store.update(u"a"_s, u"t"_s, task("1", "working"));
    QCOMPARE(TaskStore(path).tasks().size(), 1);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(),
             2); // the damaged one is still there
}

void TestTaskStore::bounded()
{
    TaskStore store;
    for (int i = 0; i < TaskStore::maxTasks + 5; ++i)
        store.update(u"a"_s, u"t"_s, task(QByteArray::number(i), "completed"));
    QCOMPARE(store.tasks().size(), TaskStore::maxTasks);
    QCOMPARE(store.tasks().constFirst().task.id(), u"1004"_s);
}

/// Kept while there is room; the newest ones then.
void TestTaskStore::outcomes()
{
    TaskStore store;
    const RawJson large = RawJson::fromText('"' + QByteArray(40 * 1024 * 1024, 'x') + '"');
    for (const char *id : { "1", "2", "3" }) {
        store.update(u"a"_s, u"t"_s, task(id, "completed"));
        const RawJson small = RawJson::fromText("{}");
        store.setOutcome(u"a"_s, QString::fromLatin1(id), *id == '2' ? small : large, 5);
    }
    QVERIFY(store.find(u"a"_s, u"3"_s)->outcome);
    QVERIFY(store.find(u"a"_s, u"2"_s)->outcome);
    QVERIFY(!store.find(u"a"_s, u"1"_s)->outcome);
    QCOMPARE(store.find(u"a"_s, u"3"_s)->elapsedMs, 5);
    store.setOutcome(u"a"_s, u"9"_s, large, 5); // nobody knows it
    QVERIFY(!store.find(u"a"_s, u"9"_s));
}

void TestTaskStore::askedInVain()
{
    TaskStore store;
    store.update(u"a"_s, u"t"_s, task("1", "working"));
    QVERIFY(!store.tasks().constFirst().isRunning()); // nobody asks
    store.countFollower(u"a"_s, u"1"_s, 1);
    QVERIFY(store.tasks().constFirst().isRunning());
    store.forgetEnded();
    QCOMPARE(store.tasks().size(), 1);
    store.countFollower(u"a"_s, u"1"_s, -1);
    store.setProblem(u"a"_s, u"1"_s, u"unknown task"_s);
    QCOMPARE(store.tasks().constFirst().problem, u"unknown task"_s);
    store.update(u"a"_s, {}, task("1", "working"));
    QCOMPARE(store.tasks().constFirst().problem, QString());
    store.setProblem(u"a"_s, u"1"_s, u"unknown task"_s);
    store.forgetEnded();
    QVERIFY(store.tasks().isEmpty());
}

QTEST_GUILESS_MAIN(TestTaskStore)
#include "tst_taskstore.moc"
