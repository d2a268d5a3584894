// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/taskrig.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

/// What a server tells of its tasks unasked.
class TestToldTasks : public QObject
{
    Q_OBJECT

private slots:
    void toldOfTheEnd_data();
    void toldOfTheEnd();
    void toldAllTheTime();
};

void TestToldTasks::toldOfTheEnd_data()
{
    QTest::addColumn<Era>("era");
    QTest::newRow("legacy") << Era::Legacy;
    QTest::newRow("modern") << Era::Modern;
}

/// The interval may last an hour: a notification is a reason to ask, though nothing to believe.
void TestToldTasks::toldOfTheEnd()
{
    QFETCH(const Era, era);
    const bool isModern = era == Era::Modern;
    const auto seldom = [](QByteArray state) { return state.replace(":100", ":3600000"); };
    const auto state = [&](const QByteArray &status, const QByteArray &more = {}) {
        return seldom(isModern ? modernState(status, more) : legacyTask(status));
    };
    TaskRig rig(era, { state("working"), state("completed", R"(,"result":{"content":[]})") });
    CallOptions options;
    options.taskTtl = 0;
    Call *const call = rig.client.callTool(u"slow"_s, {}, options);
    std::optional<Result<RawJson>> outcome;
    connect(call, &Call::finished, this, [&] { outcome = call->outcome(); });
    QTRY_COMPARE(rig.count(u"tasks/get"_s), 1);
    const QString method = isModern ? u"notifications/tasks"_s : u"notifications/tasks/status"_s;
    rig.peer.send(Message::notification(method, json(R"({"taskId":"other","status":"failed"})"))
                          .payload());
    rig.peer.send(Message::notification(method, json(R"({"taskId":"t1","status":"completed"})"))
                          .payload());
    if (!isModern) {
        QTRY_VERIFY(rig.resultAsked);
        rig.peer.answer(*rig.resultAsked, R"({"content":[]})");
    }
    QTRY_VERIFY(outcome);
    QVERIFY(*outcome);
    QCOMPARE(rig.count(u"tasks/get"_s), 2);
}

/// One that tells a lot is not asked as often, and what changes nothing is no reason.
void TestToldTasks::toldAllTheTime()
{
    const QByteArray working = modernState("working").replace(":100", ":3600000");
    TaskRig rig(Era::Modern, { working });
    Call *const call = rig.client.callTool(u"slow"_s);
    QTRY_COMPARE(rig.count(u"tasks/get"_s), 1);
    const auto tell = [&](const QByteArray &status) {
        rig.peer.send(Message::notification(u"notifications/tasks",
                                            json(R"({"taskId":"t1","status":")" + status + "\"}"))
                              .payload());
    };
    for (int i = 0; i < 300; ++i)
        tell("working");
    QTest::qWait(1200);
    QCOMPARE(rig.count(u"tasks/get"_s), 1);
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 1500) {
        tell("input_required");
        QTest::qWait(20);
    }
    QVERIFY(rig.count(u"tasks/get"_s) >= 2);
    QVERIFY(rig.count(u"tasks/get"_s) <= 4);
    call->cancel();
}

QTEST_GUILESS_MAIN(TestToldTasks)
#include "tst_toldtasks.moc"
