// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/harness.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/taskstore.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using McpTest::fakeSpec;
using McpTest::settled;
using namespace Qt::Literals::StringLiterals;

/// What is known of a task whose call was given up.
class TestTaskKeeper : public QObject
{
    Q_OBJECT

private slots:
    void looksSoonAfterCancelling();
};

/// The server need not give the task up, and wants to be asked once in an hour.
void TestTaskKeeper::looksSoonAfterCancelling()
{
    Orchestrator orchestrator{ OrchestratorPaths{} };
    QVERIFY(!orchestrator.addServer(
            fakeSpec(u"s"_s, { u"everything"_s, u"task=refuse-cancel:3600000"_s })));
    QVERIFY(settled(orchestrator.open(u"s"_s)).startsWith(u'{'));
    CallOptions options;
    options.taskTtl = 60'000;
    Call *const call = orchestrator.callServerTool(u"s"_s, u"work"_s,
                                                   RawJson::fromText(R"({"ms":1000})"), options);
    QTRY_VERIFY(call->task());
    const QString id = call->task()->id();
    call->cancel();
    QVERIFY(settled(call).startsWith(u"Cancelled"_s));
    const auto status = [&] { return orchestrator.tasks()->find(u"s"_s, id)->task.status(); };
    QCOMPARE(status(), Task::Status::Working);
    QTRY_COMPARE(status(), Task::Status::Completed);
}

QTEST_GUILESS_MAIN(TestTaskKeeper)
#include "tst_taskkeeper.moc"
