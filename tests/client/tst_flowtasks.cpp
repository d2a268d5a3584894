// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/flowrig.h"

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

CallOptions asTask()
{
    CallOptions options;
    options.taskTtl = 60'000;
    return options;
}

} // namespace

/// Long work of a real process: tasks of 2025-11-25 and of the extension, well and badly.
class TestFlowTasks : public QObject
{
    Q_OBJECT

private slots:
    void completed_data() { bothEras(); }
    void completed();
    void ordinaryCalls();
    void notDeclaredByTheServer();
    void rules();
    void ends_data();
    void ends();
    void asks_data() { bothEras(); }
    void asks();
    void asksForItsCall_data() { bothEras(); }
    void asksForItsCall();
    void cancelled_data() { bothEras(); }
    void cancelled();
    void cancelledBeforeItIsKnown_data();
    void cancelledBeforeItIsKnown();
    void cancelNotDeclared();
    void cancelRefused_data() { bothEras(); }
    void cancelRefused();
    void intervals_data();
    void intervals();
    void silent_data() { bothEras(); }
    void silent();
    void knownFromBefore_data() { bothEras(); }
    void knownFromBefore();
    void onAList();
    void notDeclaredByUs();
};

/// Checklist 69, 70.
void TestFlowTasks::completed()
{
    QFETCH(const QString, era);
    FlowRig rig(era);
    Call *const call = rig.client.callTool(u"work"_s, json(R"({"ms":250})"), asTask());
    QStringList states;
    connect(call, &Call::taskChanged, this, [&](const Task &task) {
        if (states.isEmpty() || states.last() != task.statusName())
            states.append(task.statusName());
    });
    const Ended ended = waitFor(call);
    QCOMPARE(firstText(ended), u"worked"_s);
    QCOMPARE(states, (QStringList{ u"working"_s, u"completed"_s }));
    QVERIFY(rig.sentMethods().count(u"tasks/get"_s) >= 2); // it was asked again
    QCOMPARE(rig.sentMethods().count(u"tasks/result"_s), era == "legacy"_L1 ? 1 : 0);
    QVERIFY(!rig.sentMethods().contains(u"notifications/cancelled"_s));
    QCOMPARE(rig.complaints(), QString());
}

/// Checklist 68: no task where none was wanted.
void TestFlowTasks::ordinaryCalls()
{
    FlowRig rig(u"legacy"_s);
    QCOMPARE(firstText(rig.call(u"work"_s, R"({"ms":1})")), u"worked"_s);
    QVERIFY(!rig.sentParams(u"tools/call"_s).contains("task"));
    QVERIFY(!rig.sentMethods().contains(u"tasks/get"_s));
    QCOMPARE(rig.complaints(), QString());
}

/// Checklist 68: without the capability, or before 2025-11-25, "task" is not sent.
void TestFlowTasks::notDeclaredByTheServer()
{
    OpenRig rig;
    const Ended ended = waitFor(rig.client.callTool(u"echo"_s, json("{}"), asTask()));
    QCOMPARE(firstText(ended), u"{}"_s);
    QCOMPARE(ended.warnings.size(), 1);
    QVERIFY2(ended.warnings.at(0).contains(u"does not declare"), qPrintable(ended.warnings[0]));
    FakeRig older({ u"everything"_s },
                  { u"--era"_s, u"legacy"_s, u"--revision"_s, u"2025-06-18"_s });
    QVERIFY(waitFor(older.client.initialize()).outcome);
    QCOMPARE(firstText(waitFor(older.client.callTool(u"echo"_s, json("{}"), asTask()))), u"{}"_s);
}

/// Checklist 68: what the server says of a wrong choice is an ordinary error.
void TestFlowTasks::rules()
{
    FlowRig rig(u"legacy"_s);
    QCOMPARE(rig.call(u"echo"_s, "{}", asTask()).error().code, -32601); // forbidden there
    QCOMPARE(rig.call(u"work-only"_s).error().code, -32601);            // required there
    QCOMPARE(firstText(rig.call(u"work-only"_s, R"({"ms":1})", asTask())), u"worked"_s);
    QCOMPARE(rig.complaints(), QString());
}

void TestFlowTasks::ends_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Error::Kind>("error");
    QTest::addColumn<QString>("violation");
    const auto row = [](const char *name, const QString &kind, Error::Kind legacy,
                        Error::Kind modern, const QString &violation = {}) {
        QTest::addRow("%s legacy", name) << u"legacy"_s << kind << legacy << violation;
        QTest::addRow("%s modern", name) << u"modern"_s << kind << modern << violation;
    };
    row("Checklist 69: failed", u"failed"_s, Error::Kind::Remote, Error::Kind::Remote);
    row("Checklist 54: the tool says so", u"tool-error"_s, Error::Kind::None, Error::Kind::None);
    row("Checklist 69: cancelled by the server", u"cancelled"_s, Error::Kind::Cancelled,
        Error::Kind::Cancelled);
    row("Checklist 69: expired", u"expired"_s, Error::Kind::Remote, Error::Kind::Remote);
    row("Checklist 69: another task", u"other-id"_s, Error::Kind::Protocol, Error::Kind::Protocol,
        u"not the task that was asked for"_s);
    row("Checklist 70: no id", u"no-id"_s, Error::Kind::None, Error::Kind::Protocol);
}

void TestFlowTasks::ends()
{
    QFETCH(const QString, era);
    QFETCH(const QString, kind);
    QFETCH(const Error::Kind, error);
    QFETCH(const QString, violation);
    FlowRig rig(era, { u"task="_s + kind });
    const Ended ended = rig.call(u"work"_s, R"({"ms":1})", asTask());
    QVERIFY(ended.isFinished);
    QCOMPARE(ended.error().kind, error);
    if (kind == "tool-error"_L1)
        QVERIFY(ToolResult(*ended.outcome).isError());
    if (error == Error::Kind::Remote)
        QVERIFY(ended.error().code == -32603 || ended.error().code == -32602);
    if (!violation.isEmpty())
        QVERIFY2(rig.isReported(violation), qPrintable(rig.warnings()));
    else if (kind != "no-id"_L1)
        QCOMPARE(rig.complaints(), QString());
    QCOMPARE(firstText(rig.call(u"echo"_s)), u"{}"_s);
}

/// Checklist 69 (through tasks/result) and 72 (in the state, each question once).
void TestFlowTasks::asks()
{
    QFETCH(const QString, era);
    FlowRig rig(era, { u"task=input"_s });
    Call *const call = rig.client.callTool(u"work"_s, json(R"({"ms":1})"), asTask());
    QSignalSpy finished(call, &Call::finished);
    QString text;
    connect(call, &Call::finished, this,
            [&] { text = QString::fromUtf8(call->outcome()->view()); });
    QTRY_COMPARE(rig.askedCount, 1);
    if (era == "modern"_L1) // asked again meanwhile: the question comes again and is not shown
        QTRY_VERIFY(rig.sentMethods().count(u"tasks/get"_s) >= 4);
    QCOMPARE(rig.askedCount, 1);
    rig.asked.at(0)->answer(json(R"({"action":"accept","content":{"n":4}})"));
    QVERIFY(finished.wait());
    QVERIFY2(text.contains(u"accept"), qPrintable(text));
    QCOMPARE(rig.askedCount, 1);
    QCOMPARE(rig.sentMethods().count(u"tasks/update"_s), era == "legacy"_L1 ? 0 : 1);
    QCOMPARE(rig.complaints(), QString());
}

/// A question is that of the call whose task asks it, and goes with it. A legacy server, which has
/// sent a request, is answered all the same.
void TestFlowTasks::asksForItsCall()
{
    QFETCH(const QString, era);
    FlowRig rig(era, { u"task=input"_s });
    Call *const other = rig.client.callTool(u"slow"_s, json(R"({"ms":60000})"));
    Call *const call = rig.client.callTool(u"work"_s, json(R"({"ms":1})"), asTask());
    QSignalSpy ofTheCall(call, &Call::inputRequested);
    QTRY_COMPARE(rig.askedCount, 1);
    QCOMPARE(ofTheCall.size(), 1);
    const QPointer<InputRequest> question = rig.asked.at(0);
    QCOMPARE(question->call(), call);
    QCOMPARE(question->call()->target(), u"work"_s);
    QSignalSpy withdrawn(question, &InputRequest::withdrawn);
    call->cancel();
    QTRY_COMPARE(withdrawn.size(), 1);
    QVERIFY(rig.client.inputRequests().isEmpty());
    QTRY_VERIFY2(rig.stderrText().contains(u"task cancelled"), qPrintable(rig.stderrText()));
    QTRY_COMPARE(rig.sentMethods().count(u"answer"_s), era == "legacy"_L1 ? 1 : 0);
    QVERIFY(!other->isFinished());
    QCOMPARE(firstText(rig.call(u"echo"_s)), u"{}"_s);
    QCOMPARE(rig.complaints(), QString());
}

/// Checklist 72: by tasks/cancel, never by notifications/cancelled.
void TestFlowTasks::cancelled()
{
    QFETCH(const QString, era);
    FlowRig rig(era, { u"task=stuck"_s });
    Call *const call = rig.client.callTool(u"work"_s, {}, asTask());
    QTRY_VERIFY(rig.sentMethods().contains(u"tasks/get"_s));
    call->cancel(u"enough"_s);
    QCOMPARE(waitFor(call).error().kind, Error::Kind::Cancelled);
    QTRY_VERIFY2(rig.stderrText().contains(u"task cancelled"), qPrintable(rig.stderrText()));
    QVERIFY(!rig.sentMethods().contains(u"notifications/cancelled"_s));
    QCOMPARE(firstText(rig.call(u"echo"_s)), u"{}"_s);
    QCOMPARE(rig.complaints(), QString());
}

void TestFlowTasks::cancelledBeforeItIsKnown_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<bool>("inTime"); // cancelled, else its time is over
    for (const char *era : { "legacy", "modern" }) {
        QTest::addRow("%s cancelled", era) << QString::fromLatin1(era) << true;
        QTest::addRow("%s timeout", era) << QString::fromLatin1(era) << false;
    }
}

/// The task that the late answer tells of is given up too. In 2025-11-25 notifications/cancelled is
/// not for what was sent as a task (basic/utilities/cancellation).
void TestFlowTasks::cancelledBeforeItIsKnown()
{
    QFETCH(const QString, era);
    QFETCH(const bool, inTime);
    FlowRig rig(era, { u"task=late:400"_s });
    CallOptions options = asTask();
    options.timeoutMs = inTime ? 0 : 100;
    Call *const call = rig.client.callTool(u"work"_s, json(R"({"ms":60000})"), options);
    QTRY_VERIFY(rig.sentMethods().contains(u"tools/call"_s));
    if (inTime)
        call->cancel(u"enough"_s);
    QCOMPARE(waitFor(call).error().kind, inTime ? Error::Kind::Cancelled : Error::Kind::Timeout);
    QVERIFY(!rig.sentMethods().contains(u"tasks/cancel"_s)); // of what?
    QTRY_VERIFY2(rig.stderrText().contains(u"task cancelled"), qPrintable(rig.stderrText()));
    QCOMPARE(rig.sentMethods().contains(u"notifications/cancelled"_s), era == "modern"_L1);
    QCOMPARE(rig.violations(u"was given up"_s), 1); // a remark in the trace
    QCOMPARE(firstText(rig.call(u"echo"_s)), u"{}"_s);
    QCOMPARE(rig.complaints(), QString());
}

/// Checklist 6: tasks/cancel is for servers that declare it. The others go on, which is said.
void TestFlowTasks::cancelNotDeclared()
{
    FlowRig rig(u"legacy"_s, { u"task=no-cancel"_s });
    Call *const call = rig.client.callTool(u"work"_s, {}, asTask());
    QTRY_VERIFY(rig.sentMethods().contains(u"tasks/get"_s));
    call->cancel();
    const Ended ended = waitFor(call);
    QCOMPARE(ended.error().kind, Error::Kind::Cancelled);
    QVERIFY2(ended.error().message.contains(u"goes on"), qPrintable(ended.error().message));
    QCOMPARE(waitFor(rig.client.cancelTask(u"task-1"_s)).error().kind, Error::Kind::Usage);
    QCOMPARE(firstText(rig.call(u"echo"_s)), u"{}"_s);
    QVERIFY(!rig.sentMethods().contains(u"tasks/cancel"_s));
    QCOMPARE(rig.complaints(), QString());
}

void TestFlowTasks::cancelRefused()
{
    QFETCH(const QString, era);
    FlowRig rig(era, { u"task=refuse-cancel"_s });
    Call *const call = rig.client.callTool(u"work"_s, json(R"({"ms":60000})"), asTask());
    QTRY_VERIFY(rig.sentMethods().contains(u"tasks/get"_s));
    call->cancel();
    QCOMPARE(waitFor(call).error().kind, Error::Kind::Cancelled);
    QTRY_VERIFY(rig.sentMethods().contains(u"tasks/cancel"_s));
    QCOMPARE(firstText(rig.call(u"echo"_s)), u"{}"_s);
    QCOMPARE(rig.complaints(), QString());
}

void TestFlowTasks::intervals_data()
{
    QTest::addColumn<QString>("poll");
    QTest::addColumn<bool>("ends"); // within the time of the test
    QTest::newRow("Checklist 69, 72: 0") << u"0"_s << true;
    QTest::newRow("Checklist 69, 72: negative") << u"-7"_s << true;
    QTest::newRow("Checklist 69, 72: text") << u"\"soon\""_s << true;
    QTest::newRow("Checklist 69, 72: huge") << u"9999999999999999999"_s << true;
    QTest::newRow("Checklist 69, 72: a day") << u"86400000"_s << false;
}

/// The server's interval counts within reason: neither a busy loop nor never.
void TestFlowTasks::intervals()
{
    QFETCH(const QString, poll);
    QFETCH(const bool, ends);
    for (const QString &era : { u"legacy"_s, u"modern"_s }) {
        FlowRig rig(era, { u"task=poll:"_s + poll });
        // whose end is not told within the time of the test, if it is not to be asked for
        const RawJson work = json(ends ? R"({"ms":500})" : R"({"ms":60000})");
        Call *const call = rig.client.callTool(u"work"_s, work, asTask());
        QSignalSpy finished(call, &Call::finished);
        if (ends) {
            QVERIFY(finished.wait());
            QVERIFY(call->outcome());
            QVERIFY(rig.sentMethods().count(u"tasks/get"_s) <= 8);
        } else {
            QTRY_VERIFY(call->task());
            QCOMPARE(call->task()->pollInterval(), 3'600'000); // but an hour at most
            QVERIFY(!finished.wait(700));
            QVERIFY(!rig.sentMethods().contains(u"tasks/get"_s));
        }
        QCOMPARE(rig.complaints(), QString());
    }
}

/// Checklist 45: a server that does not tell is given up.
void TestFlowTasks::silent()
{
    QFETCH(const QString, era);
    ServerSpec spec = FlowRig::everythingDeclared();
    spec.timeouts.request = 200;
    FlowRig rig(era, { u"task=silent"_s }, spec);
    QCOMPARE(rig.call(u"work"_s, "{}", asTask()).error().kind, Error::Kind::Timeout);
    QCOMPARE(rig.complaints(), QString());
}

/// Checklist 72: ids outlive the call.
void TestFlowTasks::knownFromBefore()
{
    QFETCH(const QString, era);
    FlowRig rig(era);
    QCOMPARE(firstText(rig.call(u"work"_s, R"({"ms":1})", asTask())), u"worked"_s);
    QCOMPARE(firstText(waitFor(rig.client.followTask(u"task-1"_s))), u"worked"_s);
    QCOMPARE(waitFor(rig.client.followTask(u"task-77"_s)).error().code, -32602);
    QCOMPARE(rig.complaints(), QString());
}

/// Checklist 70.
void TestFlowTasks::onAList()
{
    FlowRig rig(u"modern"_s, { u"task=on-list"_s });
    QCOMPARE(waitFor(rig.client.listPrompts()).error().kind, Error::Kind::Protocol);
    QVERIFY2(rig.isReported(u"resultType"_s), qPrintable(rig.warnings()));
}

/// Checklist 70, 71: tasks come only where the extension was declared, with each request.
void TestFlowTasks::notDeclaredByUs()
{
    ServerSpec spec = FlowRig::everythingDeclared();
    spec.capabilities.tasks = false;
    FlowRig rig(u"modern"_s, {}, spec);
    QCOMPARE(firstText(rig.call(u"work"_s, R"({"ms":1})")), u"worked"_s);
    QCOMPARE(rig.call(u"work-only"_s).error().code, -32601);
    QCOMPARE(rig.complaints(), QString());
    FlowRig rude(u"modern"_s, { u"task=undeclared"_s }, spec);
    QCOMPARE(rude.call(u"work"_s).error().kind, Error::Kind::Protocol);
    QVERIFY2(rude.isReported(u"did not declare"_s), qPrintable(rude.warnings()));
}

QTEST_GUILESS_MAIN(TestFlowTasks)
#include "tst_flowtasks.moc"
