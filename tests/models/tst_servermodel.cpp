// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "printedmodel.h"

#include "models/servermodel.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/serverstore.h"

#include <QtCore/qtemporarydir.h>
#include <QtTest/qabstractitemmodeltester.h>
#include <QtTest/qtest.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;
using McpTest::printed;

/// The servers as a list, in the order of the file, each with its state in words.
class TestServerModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void followsTheFile();
    void renameKeepsTheRow();
    void orderOfTheFile();
    void statesInWords();
    void failureInWords();
    void adHoc();

private:
    Mcp::ServerSpec spec(const QString &name, const QStringList &scenario = {}) const;
    void writeFile(const QByteArray &servers);

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void TestServerModel::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(u"servers.json"_s);
}

Mcp::ServerSpec TestServerModel::spec(const QString &name, const QStringList &scenario) const
{
    Mcp::ServerSpec spec;
    spec.name = name;
    spec.launch.command = QStringLiteral(FAKE_SERVER);
    for (const QString &one : scenario)
        spec.launch.arguments += { u"--scenario"_s, one };
    spec.era = Mcp::EraSetting::Legacy;
    spec.framing = Mcp::FramingSetting::Newline;
    return spec;
}

void TestServerModel::writeFile(const QByteArray &servers)
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"mcpServers\":{" + servers + "}}");
}

void TestServerModel::followsTheFile()
{
    Mcp::Orchestrator orchestrator(Mcp::OrchestratorPaths{ m_path, {}, false });
    ServerModel model(&orchestrator);
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!orchestrator.store()->add(spec(u"one"_s)));
    QVERIFY(!orchestrator.store()->add(spec(u"two"_s)));
    QCOMPARE(printed(model), (QStringList{ u"one"_s, u"two"_s }));
    QVERIFY(!orchestrator.store()->remove(u"one"_s));
    QCOMPARE(printed(model), QStringList{ u"two"_s });
    QCOMPARE(model.rowOf(u"two"_s), 0);
    QCOMPARE(model.rowOf(u"one"_s), -1);
}

void TestServerModel::renameKeepsTheRow()
{
    writeFile(R"("a":{"command":"x"},"b":{"command":"y"})");
    Mcp::Orchestrator orchestrator(Mcp::OrchestratorPaths{ m_path, {}, false });
    ServerModel model(&orchestrator);
    const QAbstractItemModelTester tester(&model);
    const QPersistentModelIndex row = model.index(0);
    Mcp::ServerSpec renamed = *orchestrator.store()->find(u"a"_s);
    renamed.name = u"new"_s;
    QVERIFY(!orchestrator.store()->update(u"a"_s, renamed));
    QCOMPARE(printed(model), (QStringList{ u"new"_s, u"b"_s }));
    QVERIFY(row.isValid());
    QCOMPARE(row.data().toString(), u"new"_s);
}

void TestServerModel::orderOfTheFile()
{
    writeFile(R"("a":{"command":"x"},"b":{"command":"y"},"c":{"command":"z"})");
    Mcp::Orchestrator orchestrator(Mcp::OrchestratorPaths{ m_path, {}, false });
    ServerModel model(&orchestrator);
    const QAbstractItemModelTester tester(&model);
    const QPersistentModelIndex a = model.index(0);
    writeFile(R"("c":{"command":"z"},"a":{"command":"x"},"d":{"command":"w"})");
    QTRY_COMPARE(printed(model), (QStringList{ u"c"_s, u"a"_s, u"d"_s }));
    QCOMPARE(a.data().toString(), u"a"_s);
    QCOMPARE(a.row(), 1);
}

void TestServerModel::statesInWords()
{
    Mcp::Orchestrator orchestrator;
    QVERIFY(!orchestrator.addServer(spec(u"fake"_s)));
    ServerModel model(&orchestrator);
    const QAbstractItemModelTester tester(&model);
    const QModelIndex row = model.index(0);
    QCOMPARE(row.data(ServerModel::DetailRole).toString(), u"stopped"_s);
    QCOMPARE(row.data(ServerModel::ToolCountRole).toInt(), -1);
    orchestrator.open(u"fake"_s);
    QTRY_COMPARE_WITH_TIMEOUT(row.data(ServerModel::DetailRole).toString(), u"ready · 2025-11-25"_s,
                              10'000);
    QTRY_VERIFY(row.data(ServerModel::ToolCountRole).toInt() > 0);
    QVERIFY(row.data(ServerModel::FailureRole).toString().isEmpty());
    QVERIFY(!orchestrator.stopServer(u"fake"_s));
    QTRY_COMPARE_WITH_TIMEOUT(row.data(ServerModel::DetailRole).toString(), u"stopped"_s, 10'000);
}

void TestServerModel::failureInWords()
{
    Mcp::Orchestrator orchestrator;
    QVERIFY(!orchestrator.addServer(spec(u"fake"_s, { u"exit-at-start=3"_s })));
    ServerModel model(&orchestrator);
    const QModelIndex row = model.index(0);
    orchestrator.open(u"fake"_s);
    QTRY_COMPARE_WITH_TIMEOUT(row.data(ServerModel::DetailRole).toString(),
                              u"failed · exit code 3"_s, 10'000);
    QVERIFY(row.data(ServerModel::FailureRole).toString().contains(u"exit-at-start=3"_s));
}

void TestServerModel::adHoc()
{
    Mcp::Orchestrator orchestrator(Mcp::OrchestratorPaths{ m_path, {}, false });
    ServerModel model(&orchestrator);
    const QAbstractItemModelTester tester(&model);
    QVERIFY(!orchestrator.addServer(spec(u"now"_s)));
    QVERIFY(model.index(0).data(ServerModel::AdHocRole).toBool());
    int changes = 0;
    connect(&model, &ServerModel::dataChanged, this, [&changes] { ++changes; });
    QVERIFY(!orchestrator.store()->add(spec(u"now"_s)));
    QVERIFY(!model.index(0).data(ServerModel::AdHocRole).toBool());
    QVERIFY(changes > 0);
}

QTEST_GUILESS_MAIN(TestServerModel)
#include "tst_servermodel.moc"
