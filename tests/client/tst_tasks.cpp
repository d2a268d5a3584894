// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/taskrig.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

using Status = Task::Status;

} // namespace

/// Checklist 68 to 72.
class TestTasks : public QObject
{
    Q_OBJECT

private slots:
    void view();

    void legacy();
    void legacyFailure();
    void legacyAsksThroughTheResult();
    void silentResult();
    void asksWhatWasNotDeclared();
    void legacyParams();
    void legacyProgress();

    void modern();
    void modernEnds_data();
    void modernEnds();
    void modernAsks();
    void keysOfQuestionsAreBounded();
    void modernRefusal();
    void notDeclared();

    void cancelled_data();
    void cancelled();
    void givenUpBeforeItIsKnown_data();
    void givenUpBeforeItIsKnown();
    void knownFromBefore();
    void anotherTask();
    void connectionLost();
};

void TestTasks::view()
{
    const Task legacy(json(legacyTask("working")));
    QVERIFY(legacy.isValid());
    QCOMPARE(legacy.id(), u"t1"_s);
    QCOMPARE(legacy.status(), Status::Working);
    QVERIFY(!legacy.isOver());
    QVERIFY(!legacy.ttl());
    QCOMPARE(legacy.pollInterval(), 100);
    const Task modern(json('{' + modernTask("completed") + '}'));
    QCOMPARE(modern.ttl(), 60'000);
    QVERIFY(modern.isOver());
    QCOMPARE(Task(json(R"({"taskId":"a","pollInterval":0})")).pollInterval(), 100);
    QCOMPARE(Task(json(R"({"taskId":"a","pollInterval":300000})")).pollInterval(), 300'000);
    QCOMPARE(Task(json(R"({"taskId":"a","pollIntervalMs":99999999999})")).pollInterval(),
             3'600'000);
    QCOMPARE(Task(json(R"({"taskId":"a","status":"odd"})")).status(), Status::Unknown);
    QVERIFY(!Task(json(R"({"taskId":5})")).isValid());
}

void TestTasks::legacy()
{
    TaskRig rig(Era::Legacy, { legacyTask("working"), legacyTask("completed") });
    CallOptions options;
    options.taskTtl = 5000;
    Call *const call = rig.client.callTool(u"slow"_s, {}, options);
    QStringList states;
    connect(call, &Call::taskChanged, this,
            [&](const Task &task) { states.append(task.statusName()); });
    QSignalSpy finished(call, &Call::finished);
    QTRY_VERIFY(rig.resultAsked);
    QCOMPARE(states, (QStringList{ u"working"_s, u"completed"_s }));
    QVERIFY(finished.isEmpty());
    rig.peer.answer(*rig.resultAsked, R"({"content":[],"isError":true})");
    QVERIFY(finished.wait());
    QCOMPARE(call->outcome()->toByteArray(), R"({"content":[],"isError":true})"_ba);
    QCOMPARE(json(rig.peer.lastParams(u"tools/call"_s)).value("task").toByteArray(),
             R"({"ttl":5000})"_ba);
    QCOMPARE(json(rig.peer.lastParams(u"tasks/result"_s)).value("taskId").toString(), u"t1"_s);
    QVERIFY(rig.violations().isEmpty());
}

void TestTasks::legacyFailure()
{
    TaskRig rig(Era::Legacy, { legacyTask("failed") });
    CallOptions options;
    options.taskTtl = 0;
    Call *const call = rig.client.callTool(u"slow"_s, {}, options);
    QSignalSpy finished(call, &Call::finished);
    QTRY_VERIFY(rig.resultAsked);
    rig.peer.refuse(*rig.resultAsked, -32603, "it broke");
    QVERIFY(finished.wait());
    QCOMPARE(call->outcome().error().code, -32603);
    QCOMPARE(json(rig.peer.lastParams(u"tools/call"_s)).value("task").toByteArray(), "{}"_ba);
}

/// 2025-11-25, basic/utilities/tasks: on input_required tasks/result is called, through which the
/// questions come.
void TestTasks::legacyAsksThroughTheResult()
{
    TaskRig rig(Era::Legacy, { legacyTask("input_required") });
    CallOptions options;
    options.taskTtl = 0;
    Call *const call = rig.client.callTool(u"slow"_s, {}, options);
    QSignalSpy finished(call, &Call::finished);
    QTRY_VERIFY(rig.resultAsked);
    rig.peer.send(R"({"jsonrpc":"2.0","id":"q",)" + elicitation + '}');
    QTRY_COMPARE(rig.asked.size(), 1);
    rig.asked.constFirst()->answer(json(R"({"action":"accept"})"));
    QTRY_VERIFY(rig.lastAnswer().contains("accept"));
    rig.peer.answer(*rig.resultAsked, R"({"content":[]})");
    QVERIFY(finished.wait());
    QVERIFY(call->outcome());
    QCOMPARE(rig.count(u"tasks/result"_s), 1);
}

/// The token of the request stays valid while the task goes on (2025-11-25,
/// basic/utilities/progress).
void TestTasks::legacyProgress()
{
    TaskRig rig(Era::Legacy, { legacyTask("working") });
    CallOptions options;
    options.taskTtl = 0;
    Call *const call = rig.client.callTool(u"slow"_s, {}, options);
    QSignalSpy progressed(call, &Call::progressed);
    QTRY_VERIFY(rig.count(u"tasks/get"_s) >= 1);
    const QByteArray token = json(rig.peer.lastParams(u"tools/call"_s))
                                     .value("_meta")
                                     .value("progressToken")
                                     .toByteArray();
    const auto tell = [&](const QByteArray &whose) {
        rig.peer.send(Message::notification(
                              u"notifications/progress",
                              json(R"({"progress":2,"total":3,"progressToken":)" + whose + '}'))
                              .payload());
    };
    tell(token + "000");
    tell(token);
    QTRY_COMPARE(progressed.size(), 1);
    QCOMPARE(call->progress()->progress, 2.0);
    call->cancel();
}

/// Checklist 45: while it works tasks/result may take its time, afterwards not.
void TestTasks::silentResult()
{
    ServerSpec spec;
    spec.timeouts.request = 300;
    TaskRig rig(Era::Legacy, { legacyTask("completed") }, spec);
    Call *const call = rig.client.callTool(u"t"_s);
    QSignalSpy finished(call, &Call::finished);
    QVERIFY(finished.wait());
    QVERIFY(rig.resultAsked);
    QCOMPARE(call->outcome().error().kind, Error::Kind::Timeout);
}

/// It would wait for ever for what nobody answers.
void TestTasks::asksWhatWasNotDeclared()
{
    TaskRig rig(Era::Modern,
                { modernState("input_required", R"(,"inputRequests":{"q":{"method":"a/b"}})") });
    Call *const call = rig.client.callTool(u"t"_s);
    QSignalSpy finished(call, &Call::finished);
    QVERIFY(finished.wait());
    QCOMPARE(call->outcome().error().kind, Error::Kind::Protocol);
    QTRY_COMPARE(rig.count(u"tasks/cancel"_s), 1);
    QVERIFY(rig.asked.isEmpty());
}

/// Nobody asked for a task, so there is no member "task"; in the modern era there never is.
void TestTasks::legacyParams()
{
    TaskRig rig(Era::Legacy, { legacyTask("working") });
    rig.client.callTool(u"t"_s);
    QTRY_COMPARE(rig.count(u"tools/call"_s), 1);
    QVERIFY(!json(rig.peer.lastParams(u"tools/call"_s)).contains("task"));
    TaskRig modern(Era::Modern, { modernState("working") });
    CallOptions options;
    options.taskTtl = 5000;
    QVERIFY(!modern.client.toolCallMessage(u"t"_s, {}, options).params().contains("task"));
}

void TestTasks::modern()
{
    TaskRig rig(Era::Modern, { modernState("working", R"(,"statusMessage":"half")"),
                               R"({"resultType":"task",)" + modernTask("working") + '}',
                               modernState("completed", R"(,"result":{"content":[],"n":1.0})") });
    Call *const call = rig.client.callTool(u"slow"_s);
    QStringList messages;
    connect(call, &Call::taskChanged, this,
            [&](const Task &task) { messages.append(task.statusMessage()); });
    const Ended ended = waitFor(call);
    QCOMPARE(ended.text(), R"({"content":[],"n":1.0})"_ba);
    QVERIFY(messages.contains(u"half"_s));
    QCOMPARE(rig.count(u"tasks/get"_s), 3);
    QVERIFY(rig.violations().isEmpty());
}

void TestTasks::modernEnds_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("failed") << modernState("failed", R"(,"error":{"code":-5,"message":"no"})")
                            << Error::Kind::Remote;
    QTest::newRow("cancelled") << modernState("cancelled") << Error::Kind::Cancelled;
    QTest::newRow("no result") << modernState("completed") << Error::Kind::Protocol;
}

void TestTasks::modernEnds()
{
    QFETCH(const QByteArray, state);
    QFETCH(const Error::Kind, kind);
    TaskRig rig(Era::Modern, { state });
    QCOMPARE(waitFor(rig.client.callTool(u"slow"_s)).error().kind, kind);
}

/// The same question comes until it is answered, and is shown once.
void TestTasks::modernAsks()
{
    const QByteArray asks =
            modernState("input_required", ",\"inputRequests\":{\"a\":{" + elicitation + "},\"b\":{"
                                                  + sampling + "}}");
    TaskRig rig(Era::Modern, { asks, asks, asks, asks,
                               modernState("completed", R"(,"result":{"content":[]})") });
    Call *const call = rig.client.callTool(u"slow"_s);
    QSignalSpy finished(call, &Call::finished);
    QTRY_COMPARE(rig.asked.size(), 2);
    QTRY_VERIFY(rig.count(u"tasks/get"_s) >= 2);
    QCOMPARE(rig.asked.size(), 2);
    rig.asked.at(0)->answer(json(R"({"action":"accept"})"));
    QTRY_COMPARE(rig.count(u"tasks/update"_s), 1);
    QCOMPARE(json(rig.peer.lastParams(u"tasks/update"_s)).value("inputResponses").toByteArray(),
             R"({"a":{"action":"accept"}})"_ba);
    rig.asked.at(1)->answer(json(R"({"role":"assistant"})"));
    QVERIFY(finished.wait());
    QVERIFY(call->outcome());
    QTRY_COMPARE(rig.count(u"tasks/update"_s), 2);
}

void TestTasks::keysOfQuestionsAreBounded()
{
    TaskRig rig(Era::Modern,
                { modernState("input_required", ",\"inputRequests\":{\"a\":{" + elicitation + "},\""
                                                        + QByteArray(300'000, 'b') + "\":{"
                                                        + elicitation + "}}") });
    rig.client.callTool(u"slow"_s);
    QTRY_COMPARE(rig.server.warnings().filter(u"more than is kept"_s).size(), 1);
    QCOMPARE(rig.asked.size(), 1);
}

void TestTasks::modernRefusal()
{
    TaskRig rig(Era::Modern,
                { modernState("input_required", ",\"inputRequests\":{\"a\":{" + sampling + "}}") });
    Call *const call = rig.client.callTool(u"slow"_s);
    QSignalSpy finished(call, &Call::finished);
    QTRY_COMPARE(rig.asked.size(), 1);
    rig.asked.at(0)->refuse(-1, u"no"_s);
    QVERIFY(finished.wait());
    QCOMPARE(call->outcome().error().kind, Error::Kind::Cancelled);
    QTRY_COMPARE(rig.count(u"tasks/cancel"_s), 1);
}

void TestTasks::notDeclared()
{
    Connected rig(Era::Modern);
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        rig.peer.answer(sent, R"({"resultType":"task",)" + modernTask("working") + '}');
    };
    const Ended ended = waitFor(rig.client.callTool(u"t"_s));
    QCOMPARE(ended.error().kind, Error::Kind::Protocol);
    QVERIFY(ended.error().message.contains(u"did not declare"));
}

void TestTasks::cancelled_data()
{
    QTest::addColumn<Era>("era");
    QTest::newRow("legacy") << Era::Legacy;
    QTest::newRow("modern") << Era::Modern;
}

/// tasks/cancel, and never notifications/cancelled (SEP-2663).
void TestTasks::cancelled()
{
    QFETCH(const Era, era);
    TaskRig rig(era, { era == Era::Modern ? modernState("working") : legacyTask("working") });
    CallOptions options;
    options.taskTtl = 0;
    Call *const call = rig.client.callTool(u"slow"_s, {}, options);
    QSignalSpy finished(call, &Call::finished);
    QTRY_VERIFY(rig.count(u"tasks/get"_s) >= 1);
    call->cancel();
    QVERIFY(finished.wait());
    QCOMPARE(call->outcome().error().kind, Error::Kind::Cancelled);
    QTRY_COMPARE(rig.count(u"tasks/cancel"_s), 1);
    QCOMPARE(rig.count(u"notifications/cancelled"_s), 0);
}

void TestTasks::givenUpBeforeItIsKnown_data()
{
    QTest::addColumn<bool>("isTimeout");
    QTest::addColumn<bool>("isTask");
    QTest::newRow("cancelled") << false << true;
    QTest::newRow("timeout") << true << true;
    QTest::newRow("cancelled, no task") << false << false;
    QTest::newRow("timeout, no task") << true << false;
}

/// A server that does not declare tasks.cancel works on, which is said also of a task that it has
/// not told of yet.
void TestTasks::givenUpBeforeItIsKnown()
{
    QFETCH(const bool, isTimeout);
    QFETCH(const bool, isTask);
    Rig rig;
    rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
        if (sent.message.method() == "server/discover"_L1)
            rig.peer.refuse(sent, -32601, "no");
        else if (sent.message.method() == "initialize"_L1)
            rig.peer.answer(
                    sent,
                    R"({"protocolVersion":"2025-11-25","capabilities":{"tasks":{"requests":{"tools":{"call":{}}}}},"serverInfo":{"name":"n"}})");
    };
    QVERIFY(waitFor(rig.client.initialize()).outcome);
    CallOptions options;
    if (isTask)
        options.taskTtl = 5000;
    options.timeoutMs = isTimeout ? 100 : 0;
    Call *const call = rig.client.callTool(u"slow"_s, {}, options);
    QTRY_VERIFY(!rig.peer.lastParams(u"tools/call"_s).isEmpty());
    QCOMPARE(json(rig.peer.lastParams(u"tools/call"_s)).contains("task"), isTask);
    if (!isTimeout)
        call->cancel();
    const Error error = waitFor(call).error();
    QCOMPARE(error.kind, isTimeout ? Error::Kind::Timeout : Error::Kind::Cancelled);
    QCOMPARE(error.message.contains(u"goes on at the server"_s), isTask);
}

/// The program was started anew: the server still knows the task.
void TestTasks::knownFromBefore()
{
    TaskRig rig(Era::Modern, { modernState("working"),
                               modernState("completed", R"(,"result":{"content":[]})") });
    const Ended ended = waitFor(rig.client.followTask(u"t1"_s));
    QCOMPARE(ended.text(), R"({"content":[]})"_ba);
    QCOMPARE(rig.count(u"tools/call"_s), 0);

    Connected forgetful(Era::Modern);
    forgetful.reply = [&](const ScriptedPeer::Sent &sent) {
        forgetful.peer.refuse(sent, -32602, "unknown task");
    };
    QCOMPARE(waitFor(forgetful.client.followTask(u"t1"_s)).error().code, -32602);
}

void TestTasks::anotherTask()
{
    TaskRig rig(Era::Modern, { R"({"resultType":"complete","taskId":"t2","status":"completed"})" });
    QCOMPARE(waitFor(rig.client.callTool(u"slow"_s)).error().kind, Error::Kind::Protocol);
}

/// At once, not when the server would have been asked again.
void TestTasks::connectionLost()
{
    TaskRig rig(Era::Legacy, { legacyTask("working").replace(R"("pollInterval":100)",
                                                             R"("pollInterval":60000)") });
    CallOptions options;
    options.taskTtl = 0;
    Call *const call = rig.client.callTool(u"slow"_s, {}, options);
    QSignalSpy finished(call, &Call::finished);
    QTRY_VERIFY(rig.count(u"tasks/get"_s) >= 1);
    rig.peer.exit(3);
    QVERIFY(finished.wait());
    QVERIFY(!call->outcome());
}

QTEST_GUILESS_MAIN(TestTasks)
#include "tst_tasks.moc"
