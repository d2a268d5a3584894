// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/rawpeer.h"
#include "support/testhome.h"
#include "support/testprocess.h"

#include <QtCore/qdir.h>
#include <QtCore/qstandardpaths.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;

/*!
 * The helpers that other tests trust.
 */
class TestSupport : public QObject
{
    Q_OBJECT

private slots:
    void homeTakesTheUsersPlace();
    void homeGivesTheEnvironmentBack();
    void seesProcessesComeAndGo();
};

void TestSupport::homeTakesTheUsersPlace()
{
    const McpTest::TestHome home;
    QVERIFY(home.isValid());
    QCOMPARE(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation),
             home.configPath());
    QCOMPARE(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation),
             home.dataPath());
    QCOMPARE(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation),
             home.cachePath());
    QCOMPARE(qEnvironmentVariable("XDG_STATE_HOME"), home.statePath());
    for (const QString &folder : { home.configPath(), home.dataPath(), home.cachePath() })
        QVERIFY(QDir(folder).exists() && QDir(folder).isEmpty());
    QCOMPARE(home.configPath(u"a/b.json"_s), home.path() + "/config/a/b.json"_L1);
}

void TestSupport::homeGivesTheEnvironmentBack()
{
    qputenv("XDG_CONFIG_HOME", "/before");
    qunsetenv("XDG_DATA_HOME");
    QString path;
    {
        const McpTest::TestHome home;
        path = home.path();
        QVERIFY(qEnvironmentVariableIsSet("XDG_DATA_HOME"));
    }
    QCOMPARE(qgetenv("XDG_CONFIG_HOME"), "/before");
    QVERIFY(!qEnvironmentVariableIsSet("XDG_DATA_HOME"));
    QVERIFY(!QDir(path).exists());
}

void TestSupport::seesProcessesComeAndGo()
{
    QVERIFY(!McpTest::processExists(0));
    QVERIFY(McpTest::processExists(QCoreApplication::applicationPid()));
    McpTest::RawPeer peer;
    QVERIFY(peer.startFake({ u"grandchild"_s }));
    QVERIFY(peer.waitForError("\n"));
    const qint64 pid = peer.process().processId();
    QVERIFY(McpTest::processExists(pid));
    QVERIFY(McpTest::childProcesses(QCoreApplication::applicationPid()).contains(pid));
    const QList<qint64> children = McpTest::childProcesses(pid);
    QCOMPARE(children.size(), 1);
    QProcess::execute(u"kill"_s, { u"-KILL"_s, QString::number(children.first()) });
    // Dead, but its parent has not looked yet: that counts as gone.
    QTRY_VERIFY(!McpTest::processExists(children.first()));
    peer.process().kill();
    QTRY_VERIFY(!McpTest::processExists(pid));
}

QTEST_GUILESS_MAIN(TestSupport)
#include "tst_support.moc"
