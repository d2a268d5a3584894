// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/harness.h"
#include "orchestrator/history.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/toolcatalog.h"

#include "support/testprocess.h"

#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using McpTest::fakeSpec;
using McpTest::settled;
using namespace Qt::Literals::StringLiterals;

/// Calls made through the Orchestrator are recorded, without what is secret.
class TestCallHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void callsGoIntoTheHistory();
    void secretsStayOut();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Orchestrator> m_orchestrator;
};

void TestCallHistory::init()
{
    m_orchestrator.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_orchestrator = std::make_unique<Orchestrator>(
            OrchestratorPaths{ {}, m_dir->filePath(u"data"_s), false });
}

void TestCallHistory::callsGoIntoTheHistory()
{
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"s"_s)));
    QVERIFY(settled(m_orchestrator->open(u"s"_s)).startsWith(u'{'));
    const QByteArray arguments = R"({"x":1.0, "x": 1e400})";
    settled(m_orchestrator->callServerTool(u"s"_s, u"echo"_s, RawJson::fromText(arguments)));
    settled(m_orchestrator->callServerTool(u"s"_s, u"fail"_s, {}));
    settled(m_orchestrator->callServerTool(u"s"_s, u"no-such-tool"_s, {}));
    Call *const slow = m_orchestrator->callServerTool(u"s"_s, u"slow"_s, {});
    slow->cancel();
    settled(slow);
    settled(m_orchestrator->callServerTool(u"s"_s, u"exit"_s, {}));
    m_orchestrator.reset();
    History history(m_dir->filePath(u"data/history.jsonl"_s));
    QVERIFY(!history.load());
    QCOMPARE(history.count(), 5);
    QCOMPARE(history.at(0).arguments.toByteArray(), arguments);
    QVERIFY(history.at(0).result.contains("content"));
    using Outcome = HistoryEntry::Outcome;
    const QList<Outcome> expected = { Outcome::Success, Outcome::ToolError, Outcome::RemoteError,
                                      Outcome::Cancelled, Outcome::Failed };
    for (int i = 0; i < expected.size(); ++i)
        QCOMPARE(history.at(i).outcome, expected.at(i));
}

void TestCallHistory::secretsStayOut()
{
    // The demo server's tools have real schemas; its schema zoo asks for a password.
    ServerSpec spec;
    spec.name = u"demo"_s;
    spec.launch.command = McpTest::programPath(u"mcp-demo-server"_s);
    spec.framing = FramingSetting::Newline;
    spec.era = EraSetting::Legacy;
    QVERIFY(!m_orchestrator->addServer(spec));
    QVERIFY(settled(m_orchestrator->open(u"demo"_s)).startsWith(u'{'));
    ToolCatalog *const tools = m_orchestrator->tools(u"demo"_s);
    QTRY_VERIFY(tools->isListed());
    QString tool;
    QString secret;
    for (const Tool &candidate : tools->tools()) {
        for (const RawJsonMember &property :
             candidate.inputSchema().value("properties").members()) {
            if (property.value.value("format").toString() == "password"_L1
                || property.value.value("writeOnly").toBool()) {
                tool = candidate.name();
                secret = property.key;
            }
        }
    }
    QVERIFY2(!tool.isEmpty(), "the demo server has no tool with a password");
    const RawJson arguments =
            RawJson::fromText(u"{\"%1\": \"hunter2\", \"kept\": 1.0}"_s.arg(secret).toUtf8());
    settled(m_orchestrator->callServerTool(u"demo"_s, tool, arguments));
    QCOMPARE(m_orchestrator->history()->count(), 1);
    QCOMPARE(m_orchestrator->history()->at(0).arguments.toByteArray(), R"({"kept":1.0})");
}

QTEST_GUILESS_MAIN(TestCallHistory)
#include "tst_callhistory.moc"
