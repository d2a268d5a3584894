// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/serverstore.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qsavefile.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

/// Another program changes the file of servers, in the ways programs do.
class TestStoreWatch : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void replacedAgainAndAgain();
    void writtenInPlace();
    void halfWrittenIsNotShown();
    void brokenAndMended();
    void createdLater();
    void removed();
    void behindSymbolicLink();
    void ownEditIsNoNews();

private:
    static void replace(const QString &path, const QByteArray &text);
    static void overwrite(const QString &path, const QByteArray &text);
    static QByteArray servers(const QByteArray &names);

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void TestStoreWatch::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(u"servers.json"_s);
}

/// As editors do it: a new file takes the name.
void TestStoreWatch::replace(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    QVERIFY(file.commit());
}

void TestStoreWatch::overwrite(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    file.write(text);
}

QByteArray TestStoreWatch::servers(const QByteArray &names)
{
    QByteArrayList members;
    for (const char name : names)
        members.append(QByteArray(1, '"') + name + R"(": {"command": "x"})");
    return R"({"mcpServers": {)" + members.join(", ") + "}}";
}

void TestStoreWatch::replacedAgainAndAgain()
{
    replace(m_path, servers("a"));
    ServerStore store(m_path);
    QVERIFY(!store.load());
    QByteArray names = "a";
    for (const char name : { 'b', 'c', 'd' }) {
        names += name;
        replace(m_path, servers(names));
        QTRY_COMPARE(store.servers().size(), names.size());
    }
}

void TestStoreWatch::writtenInPlace()
{
    overwrite(m_path, servers("a"));
    ServerStore store(m_path);
    QVERIFY(!store.load());
    overwrite(m_path, servers("ab"));
    QTRY_COMPARE(store.servers().size(), 2);
    overwrite(m_path, servers("b"));
    QTRY_COMPARE(store.servers().size(), 1);
}

void TestStoreWatch::halfWrittenIsNotShown()
{
    overwrite(m_path, servers("ab"));
    ServerStore store(m_path);
    QVERIFY(!store.load());
    QSignalSpy changed(&store, &ServerStore::changed);
    QSignalSpy failed(&store, &ServerStore::failed);
    overwrite(m_path, servers("abc").first(30));
    QTimer::singleShot(150, this, [this] { overwrite(m_path, servers("abc")); });
    QTRY_COMPARE(store.servers().size(), 3);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(failed.size(), 0);
}

void TestStoreWatch::brokenAndMended()
{
    replace(m_path, servers("a"));
    ServerStore store(m_path);
    QVERIFY(!store.load());
    QSignalSpy failed(&store, &ServerStore::failed);
    replace(m_path, "{ this is not JSON");
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.constFirst().constFirst().value<Error>().message.contains("line 1"_L1));
    QCOMPARE(store.servers().size(), 1);
    QVERIFY(store.remove(u"a"_s)); // would overwrite it
    replace(m_path, servers("abc"));
    QTRY_COMPARE(store.servers().size(), 3);
    QVERIFY(!store.remove(u"a"_s));
}

void TestStoreWatch::createdLater()
{
    const QString path = m_dir->filePath(u"not/there/yet/servers.json"_s);
    ServerStore store(path);
    QVERIFY(!store.load());
    QVERIFY(QDir().mkpath(m_dir->filePath(u"not/there/yet"_s)));
    replace(path, servers("a"));
    QTRY_COMPARE(store.servers().size(), 1);
    replace(path, servers("ab"));
    QTRY_COMPARE(store.servers().size(), 2);
}

void TestStoreWatch::removed()
{
    replace(m_path, servers("a"));
    ServerStore store(m_path);
    QVERIFY(!store.load());
    QVERIFY(QFile::remove(m_path));
    QTRY_VERIFY(store.servers().isEmpty());
    replace(m_path, servers("ab"));
    QTRY_COMPARE(store.servers().size(), 2);
}

void TestStoreWatch::behindSymbolicLink()
{
    QVERIFY(QDir().mkpath(m_dir->filePath(u"elsewhere"_s)));
    const QString target = m_dir->filePath(u"elsewhere/real.json"_s);
    replace(target, servers("a"));
    QVERIFY(QFile::link(target, m_path));
    ServerStore store(m_path);
    QVERIFY(!store.load());
    replace(target, servers("ab"));
    QTRY_COMPARE(store.servers().size(), 2);
    replace(target, servers("abc"));
    QTRY_COMPARE(store.servers().size(), 3);
}

void TestStoreWatch::ownEditIsNoNews()
{
    replace(m_path, servers("a"));
    ServerStore store(m_path);
    QVERIFY(!store.load());
    QSignalSpy changed(&store, &ServerStore::changed);
    ServerSpec spec;
    spec.name = u"b"_s;
    spec.launch.command = u"x"_s;
    QVERIFY(!store.add(spec));
    QCOMPARE(changed.size(), 1);
    // Another program's change comes after ours has been noticed, and only that one is news.
    replace(m_path, servers("abc"));
    QTRY_COMPARE(store.servers().size(), 3);
    QCOMPARE(changed.size(), 2);
}

QTEST_GUILESS_MAIN(TestStoreWatch)
#include "tst_storewatch.moc"
