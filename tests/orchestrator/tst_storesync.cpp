// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/datafile.h"
#include "orchestrator/harness.h"
#include "orchestrator/launchpolicy.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/serverstore.h"

#include "support/testprocess.h"

#include <QtCore/qpointer.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using McpTest::fakeSpec;
using namespace Qt::Literals::StringLiterals;

/// The Orchestrator follows the file of servers without disturbing what runs.
class TestStoreSync : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void fileThenAdHoc();
    void addAndRemove();
    void rename();
    void order();
    void changedWhileRunning();
    void unapprovedChangeIsNotRestarted();
    void goneFromTheFile();
    void adHocIsKeptForGood();
    void unreadableFile();

private:
    void write(const QByteArray &text) { QVERIFY(!DataFile::write(m_file, text)); }
    void open(const QString &name);

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
    std::unique_ptr<Orchestrator> m_orchestrator;
};

void TestStoreSync::init()
{
    m_orchestrator.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = m_dir->filePath(u"servers.json"_s);
    m_orchestrator = std::make_unique<Orchestrator>(OrchestratorPaths{ m_file, {}, false });
}

void TestStoreSync::open(const QString &name)
{
    QSignalSpy finished(m_orchestrator->open(name), &Call::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_orchestrator->server(name)->state(), Server::State::Ready);
}

void TestStoreSync::fileThenAdHoc()
{
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"adhoc"_s)));
    QVERIFY(!m_orchestrator->store()->add(fakeSpec(u"filed"_s)));
    QCOMPARE(m_orchestrator->serverNames(), QStringList({ u"filed"_s, u"adhoc"_s }));
    QVERIFY(m_orchestrator->isAdHoc(u"adhoc"_s));
    QVERIFY(!m_orchestrator->isAdHoc(u"filed"_s));
    Orchestrator second(OrchestratorPaths{ m_file, {}, true });
    QCOMPARE(second.serverNames(), QStringList({ u"filed"_s }));
    QVERIFY(second.removeServer(u"filed"_s)); // read-only
}

void TestStoreSync::addAndRemove()
{
    QSignalSpy added(m_orchestrator.get(), &Orchestrator::serverAdded);
    QSignalSpy removed(m_orchestrator.get(), &Orchestrator::serverRemoved);
    QVERIFY(!m_orchestrator->store()->add(fakeSpec(u"a"_s)));
    write(R"({"mcpServers": {"a": {"command": "x"}, "b": {"command": "y"}}})");
    QTRY_COMPARE(added.size(), 2);
    QVERIFY(!m_orchestrator->removeServer(u"a"_s));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(m_orchestrator->serverNames(), QStringList({ u"b"_s }));
    QCOMPARE(m_orchestrator->store()->servers().size(), 1);
}

void TestStoreSync::rename()
{
    QVERIFY(!m_orchestrator->store()->add(fakeSpec(u"a"_s)));
    open(u"a"_s);
    const Server *const server = m_orchestrator->server(u"a"_s);
    QSignalSpy renamed(m_orchestrator.get(), &Orchestrator::serverRenamed);
    QSignalSpy removed(m_orchestrator.get(), &Orchestrator::serverRemoved);
    QVERIFY(!m_orchestrator->store()->update(u"a"_s, fakeSpec(u"b"_s)));
    QCOMPARE(renamed.size(), 1);
    QCOMPARE(renamed.constFirst(), QVariantList({ u"a"_s, u"b"_s }));
    QCOMPARE(removed.size(), 0);
    QCOMPARE(m_orchestrator->server(u"b"_s), server);
    QCOMPARE(server->state(), Server::State::Ready);
}

void TestStoreSync::order()
{
    write(R"({"mcpServers": {"a": {"command": "x"}, "b": {"command": "y"}}})");
    QTRY_COMPARE(m_orchestrator->serverNames().size(), 2);
    QSignalSpy changed(m_orchestrator.get(), &Orchestrator::serverOrderChanged);
    write(R"({"mcpServers": {"b": {"command": "y"}, "c": {"command": "z"}, "a": {"command": "x"}}})");
    QTRY_COMPARE(m_orchestrator->serverNames(), QStringList({ u"b"_s, u"c"_s, u"a"_s }));
    QCOMPARE(changed.size(), 1);
}

void TestStoreSync::changedWhileRunning()
{
    QVERIFY(!m_orchestrator->store()->add(fakeSpec(u"a"_s)));
    open(u"a"_s);
    Server *const server = m_orchestrator->server(u"a"_s);
    const qint64 pid = server->processId();
    const ServerSpec changed = fakeSpec(u"a"_s, { u"tools=2"_s });
    QVERIFY(!m_orchestrator->store()->update(u"a"_s, changed));
    QCOMPARE(server->state(), Server::State::Ready);
    QCOMPARE(server->processId(), pid);
    QCOMPARE(server->spec(), changed);
    QVERIFY(!m_orchestrator->restartServer(u"a"_s));
    QTRY_VERIFY(server->state() == Server::State::Ready && server->processId() != pid);
}

/// Another program may write what it likes into the file; nothing of it is started by itself.
void TestStoreSync::unapprovedChangeIsNotRestarted()
{
    ServerSpec restarting = fakeSpec(u"a"_s);
    restarting.autoRestart = true;
    m_orchestrator->launchPolicy().approve(restarting);
    QVERIFY(!m_orchestrator->store()->add(restarting));
    open(u"a"_s);
    QVERIFY(m_orchestrator->server(u"a"_s)->spec().autoRestart);
    restarting.launch.arguments = { u"--scenario"_s, u"tools=2"_s };
    QVERIFY(!m_orchestrator->store()->update(u"a"_s, restarting));
    QVERIFY(!m_orchestrator->server(u"a"_s)->spec().autoRestart);
    // Nor after further changes.
    QVERIFY(!m_orchestrator->store()->add(fakeSpec(u"b"_s)));
    QVERIFY(!m_orchestrator->server(u"a"_s)->spec().autoRestart);
    // Started by hand it is as configured.
    QVERIFY(!m_orchestrator->restartServer(u"a"_s));
    QCOMPARE(m_orchestrator->server(u"a"_s)->spec(), restarting);
}

void TestStoreSync::goneFromTheFile()
{
    QVERIFY(!m_orchestrator->store()->add(fakeSpec(u"a"_s)));
    open(u"a"_s);
    const QPointer<Server> server = m_orchestrator->server(u"a"_s);
    const qint64 pid = server->processId();
    write("{\"mcpServers\": {}}");
    QTRY_VERIFY(m_orchestrator->serverNames().isEmpty());
    QTRY_VERIFY(server.isNull());
    QVERIFY(!McpTest::processExists(pid));
}

void TestStoreSync::adHocIsKeptForGood()
{
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"a"_s)));
    open(u"a"_s);
    const Server *const server = m_orchestrator->server(u"a"_s);
    QVERIFY(!m_orchestrator->store()->add(server->spec()));
    QCOMPARE(m_orchestrator->server(u"a"_s), server);
    QCOMPARE(server->state(), Server::State::Ready);
    QVERIFY(!m_orchestrator->isAdHoc(u"a"_s));
}

void TestStoreSync::unreadableFile()
{
    write("{ broken");
    Orchestrator orchestrator(OrchestratorPaths{ m_file, {}, false });
    QVERIFY(orchestrator.serverNames().isEmpty());
    QCOMPARE(orchestrator.problems().size(), 1);
    QVERIFY(orchestrator.problems().constFirst().contains(m_file));
}

QTEST_GUILESS_MAIN(TestStoreSync)
#include "tst_storesync.moc"
