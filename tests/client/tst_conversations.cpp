// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "askingrig.h"

#include "client/subscriptions.h"
#include "server/violationlog.h"

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

/// What belongs together in the trace is one conversation: that of its first request.
class TestConversations : public QObject
{
    Q_OBJECT

private slots:
    void handshake();
    void progress();
    void rounds();
    void task();
    void taskStatus_data();
    void taskStatus();
    void cancellation();
    void subscription();
    void logMessagesThatNobodyAskedFor();
    void undeclaredLists();

private:
    /// Direction and method of each entry of a conversation, in order.
    static QStringList members(const Connected &rig, quint64 conversation)
    {
        QStringList words;
        for (int i = 0; i < rig.server.trace()->count(); ++i) {
            const TraceEntry &entry = rig.server.trace()->at(i);
            if (entry.kind == TraceEntry::Kind::Message && entry.conversation == conversation)
                words += (entry.direction == TraceEntry::Direction::Sent ? u">"_s : u"<"_s)
                         + entry.method;
        }
        return words;
    }
    /// That of the first request of @p method.
    static quint64 conversationOf(const Connected &rig, const QString &method)
    {
        for (int i = 0; i < rig.server.trace()->count(); ++i) {
            const TraceEntry &entry = rig.server.trace()->at(i);
            if (entry.method == method && entry.conversation > 0)
                return entry.conversation;
        }
        return 0;
    }
    static QList<ViolationLog::Item> health(const Connected &rig)
    {
        return rig.server.health()->items();
    }
};

void TestConversations::handshake()
{
    const Connected rig(Era::Legacy);
    QVERIFY(rig.isOpen);
    QCOMPARE(members(rig, conversationOf(rig, u"server/discover"_s)),
             QStringList({ u">server/discover"_s, u"<server/discover"_s, u">initialize"_s,
                           u"<initialize"_s, u">notifications/initialized"_s }));
    int probes = 0;
    for (int i = 0; i < rig.server.trace()->count(); ++i)
        probes += rig.server.trace()->at(i).note == "era probe"_L1 ? 1 : 0;
    QCOMPARE(probes, 2); // the question and its answer
}

void TestConversations::progress()
{
    Connected rig(Era::Legacy);
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        const QByteArray token = sent.message.id().raw();
        for (const char *value : { "1", "2" })
            rig.peer.send(
                    R"({"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":)"
                    + token + R"(,"progress":)" + value + "}}");
        rig.peer.answer(sent, R"({"content":[]})");
    };
    QVERIFY(waitFor(rig.client.callTool(u"t"_s)).outcome);
    QCOMPARE(members(rig, conversationOf(rig, u"tools/call"_s)),
             QStringList({ u">tools/call"_s, u"<notifications/progress"_s,
                           u"<notifications/progress"_s, u"<tools/call"_s }));
}

void TestConversations::rounds()
{
    Asking rig(Era::Modern);
    int calls = 0;
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        if (++calls == 1)
            return rig.peer.answer(sent, R"({"resultType":"input_required","inputRequests":{"a":{)"
                                                 + elicitation + "}}}");
        rig.peer.answer(sent, R"({"resultType":"complete","content":[]})");
    };
    Call *const call = rig.client.callTool(u"t"_s);
    QSignalSpy finished(call, &Call::finished);
    QTRY_COMPARE(rig.asked.size(), 1);
    rig.asked.at(0)->answer(json(R"({"action":"decline"})"));
    QVERIFY(finished.wait());
    QCOMPARE(members(rig, conversationOf(rig, u"tools/call"_s)),
             QStringList(
                     { u">tools/call"_s, u"<tools/call"_s, u">tools/call"_s, u"<tools/call"_s }));
}

void TestConversations::task()
{
    Asking rig(Era::Modern);
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        if (sent.message.method() == "tools/call"_L1)
            return rig.peer.answer(
                    sent,
                    R"({"resultType":"task","taskId":"x","status":"working","pollIntervalMs":1})");
        rig.peer.answer(sent, R"({"resultType":"complete","taskId":"x","status":"completed",)"
                              R"("result":{"content":[]}})");
    };
    QVERIFY(waitFor(rig.client.callTool(u"t"_s)).outcome);
    QCOMPARE(members(rig, conversationOf(rig, u"tools/call"_s)),
             QStringList({ u">tools/call"_s, u"<tools/call"_s, u">tasks/get"_s, u"<tasks/get"_s }));
}

void TestConversations::taskStatus_data()
{
    QTest::addColumn<Era>("era");
    QTest::addColumn<QString>("method");
    QTest::newRow("legacy") << Era::Legacy << u"notifications/tasks/status"_s;
    QTest::newRow("modern") << Era::Modern << u"notifications/tasks"_s;
}

void TestConversations::taskStatus()
{
    QFETCH(const Era, era);
    QFETCH(const QString, method);
    const bool isLegacy = era == Era::Legacy;
    Asking rig(era);
    const auto tell = [&](const char *id) {
        rig.peer.send(R"({"jsonrpc":"2.0","method":")" + method.toUtf8()
                      + R"(","params":{"taskId":")" + id + R"(","status":"working"}})");
    };
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        const QString asked = sent.message.method();
        if (asked == "tools/call"_L1)
            return rig.peer.answer(
                    sent, isLegacy
                                  ? R"({"task":{"taskId":"x","status":"working","pollInterval":1}})"
                                  : R"({"resultType":"task","taskId":"x","status":"working",)"
                                    R"("pollIntervalMs":1})");
        if (asked == "tasks/result"_L1)
            return rig.peer.answer(sent, R"({"content":[]})");
        tell("x");
        tell("another");
        rig.peer.answer(sent, R"({"resultType":"complete","taskId":"x","status":"completed",)"
                              R"("result":{"content":[]}})");
    };
    CallOptions options;
    if (isLegacy)
        options.taskTtl = 60'000;
    QVERIFY(waitFor(rig.client.callTool(u"t"_s, {}, options)).outcome);
    const QStringList told = members(rig, conversationOf(rig, u"tools/call"_s));
    QCOMPARE(told.count(u'<' + method), 1);
    QVERIFY(told.indexOf(u'<' + method) < told.indexOf(u"<tasks/get"_s));
}

void TestConversations::cancellation()
{
    Connected rig(Era::Legacy);
    Call *const call = rig.client.callTool(u"t"_s);
    QTRY_VERIFY(!rig.peer.lastParams(u"tools/call"_s).isEmpty());
    call->cancel();
    QTRY_VERIFY(!rig.peer.lastParams(u"notifications/cancelled"_s).isEmpty());
    QCOMPARE(members(rig, conversationOf(rig, u"tools/call"_s)),
             QStringList({ u">tools/call"_s, u">notifications/cancelled"_s }));
}

void TestConversations::subscription()
{
    Connected rig(Era::Legacy);
    rig.reply = [&](const ScriptedPeer::Sent &sent) { rig.peer.answer(sent, "{}"); };
    rig.client.subscriptions()->watch(u"file:///a"_s);
    QTRY_COMPARE(rig.client.subscriptions()->state(u"file:///a"_s), Subscriptions::State::Active);
    rig.peer.send(R"({"jsonrpc":"2.0","method":"notifications/resources/updated",)"
                  R"("params":{"uri":"file:///a"}})");
    const quint64 conversation = conversationOf(rig, u"resources/subscribe"_s);
    QTRY_COMPARE(members(rig, conversation),
                 QStringList({ u">resources/subscribe"_s, u"<resources/subscribe"_s,
                               u"<notifications/resources/updated"_s }));
}

void TestConversations::logMessagesThatNobodyAskedFor()
{
    Connected rig(Era::Modern);
    const auto say = [&rig] {
        rig.peer.send(R"({"jsonrpc":"2.0","method":"notifications/message",)"
                      R"("params":{"level":"info","data":"x"}})");
    };
    for (int i = 0; i < 3; ++i)
        say();
    QTRY_COMPARE(rig.server.health()->total(), 3);
    QVERIFY(health(rig).at(0).rule == Rule::LogLevel);
    QCOMPARE(rig.violations().size(), 1); // a flood is one entry
    // Only a request that is worked on asks for them.
    QVERIFY(waitFor(rig.client.setLogLevel(u"info"_s)).outcome);
    rig.client.callTool(u"t"_s);
    QTRY_VERIFY(rig.peer.lastParams(u"tools/call"_s).contains("logLevel"));
    QSignalSpy heard(&rig.client, &Client::notificationReceived);
    say();
    QTRY_COMPARE(heard.size(), 1);
    QCOMPARE(rig.server.health()->total(), 3);
}

/// Asking for what is not declared is ours; having it all the same is the server's.
void TestConversations::undeclaredLists()
{
    Connected rig(Era::Legacy);
    bool offers = false;
    rig.reply = [&](const ScriptedPeer::Sent &sent) {
        offers ? rig.peer.answer(sent, R"({"tools":[]})") : rig.peer.refuse(sent, -32601, "no");
    };
    QVERIFY(!waitFor(rig.client.listTools()).outcome);
    QCOMPARE(rig.server.health()->total(), 0);
    offers = true;
    QVERIFY(waitFor(rig.client.listTools()).outcome);
    QCOMPARE(rig.server.health()->total(), 1);
    QVERIFY(health(rig).at(0).rule == Rule::DeclaredCapability);
}

QTEST_GUILESS_MAIN(TestConversations)
#include "tst_conversations.moc"
