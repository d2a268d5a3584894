// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "demopeer.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qjsonarray.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray approved = R"({"action":"accept","content":{"confirm":true}})";

} // namespace

/*!
 * Tasks of the demo server in both forms: of 2025-11-25, where the client asks for one and fetches
 * the result, and of the extension, where the server makes one and its state has the result.
 */
class TestDemoTasks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { DemoPeer::addEras(); }
    void init();

    void completes();
    void outcomes_data();
    void outcomes();
    void needsInput();
    void resultWaits();
    void cancels();
    void timesOut();
    void listsTasks();
    void whoMayHaveTasks_data();
    void whoMayHaveTasks();
    void unknownTasks();
    void pushesToListeners();

private:
    /// Calls a tool that becomes a task, asked for with @p task; the task as it was answered.
    QJsonObject start(const QByteArray &tool, const QByteArray &arguments,
                      const QByteArray &task = QByteArray(), const QByteArray &meta = {});
    int askAbout(const QByteArray &method, const QJsonObject &task, const QByteArray &more = {});
    QJsonObject about(const QByteArray &method, const QJsonObject &task,
                      const QByteArray &more = {})
    {
        return m_peer->answerObject(askAbout(method, task, more));
    }
    QString status(const QJsonObject &task);
    /// What came of it, as a response: from its state or by tasks/result.
    QJsonObject outcome(const QJsonObject &task);

    std::unique_ptr<DemoPeer> m_peer;
};

void TestDemoTasks::init()
{
    m_peer = DemoPeer::startRow(DemoPeer::allCapabilities(DemoPeer::rowIsModern()));
    QVERIFY(m_peer);
}

QJsonObject TestDemoTasks::start(const QByteArray &tool, const QByteArray &arguments,
                                 const QByteArray &task, const QByteArray &meta)
{
    const QByteArray wish =
            m_peer->isModern() ? QByteArray() : R"(,"task":)" + (task.isEmpty() ? "{}"_ba : task);
    const int id = m_peer->ask("tools/call",
                               R"("name":")" + tool + R"(","arguments":)" + arguments + wish, meta);
    const QJsonObject result = m_peer->answerObject(id)["result"_L1].toObject();
    if (m_peer->isModern() && result["resultType"_L1] != "task"_L1)
        QTest::qFail("no task", __FILE__, __LINE__);
    return m_peer->isModern() ? result : result["task"_L1].toObject();
}

int TestDemoTasks::askAbout(const QByteArray &method, const QJsonObject &task,
                            const QByteArray &more)
{
    return m_peer->ask(method,
                       R"("taskId":")" + task["taskId"_L1].toString().toUtf8() + '"' + more);
}

QString TestDemoTasks::status(const QJsonObject &task)
{
    return about("tasks/get", task)["result"_L1]["status"_L1].toString();
}

QJsonObject TestDemoTasks::outcome(const QJsonObject &task)
{
    if (!m_peer->isModern())
        return about("tasks/result", task);
    const QJsonObject state = about("tasks/get", task)["result"_L1].toObject();
    QJsonObject answer;
    for (const QLatin1StringView member : { "result"_L1, "error"_L1 }) {
        if (state.contains(member))
            answer.insert(member, state[member]);
    }
    return answer;
}

void TestDemoTasks::completes()
{
    const QJsonObject task = start("background-report", R"({"seconds":1})", R"({"ttl":30000})",
                                   R"("progressToken":"p")");
    QCOMPARE(task["status"_L1], "working"_L1);
    QVERIFY(!task["taskId"_L1].toString().isEmpty());
    for (const QLatin1StringView time : { "createdAt"_L1, "lastUpdatedAt"_L1 })
        QVERIFY(QDateTime::fromString(task[time].toString(), Qt::ISODateWithMs).isValid());
    const auto named = [this](QLatin1StringView name) {
        return m_peer->isModern() ? QString(name) + "Ms"_L1 : QString(name);
    };
    QCOMPARE(task[named("ttl"_L1)].toInt(), m_peer->isModern() ? 600000 : 30000);
    QVERIFY(task[named("pollInterval"_L1)].toInt() > 0);
    QTRY_COMPARE(status(task), "completed"_L1);
    const QJsonValue result = outcome(task)["result"_L1];
    QVERIFY(result["content"_L1][0]["text"_L1].toString().startsWith("# Report"_L1));
    const QJsonValue related =
            result["_meta"_L1]["io.modelcontextprotocol/related-task"_L1]["taskId"_L1];
    const QList<QJsonObject> progress = m_peer->notifications(u"notifications/progress"_s);
    if (m_peer->isModern()) {
        QVERIFY(related.isUndefined());
        QVERIFY(progress.isEmpty()); // the extension has none
        return;
    }
    QCOMPARE(related, task["taskId"_L1]);
    QCOMPARE(progress.size(), 4);
    QCOMPARE(progress.last()["params"_L1]["_meta"_L1]["io.modelcontextprotocol/related-task"_L1]
                            ["taskId"_L1],
             task["taskId"_L1]);
    QCOMPARE(
            m_peer->notifications(u"notifications/tasks/status"_s).last()["params"_L1]["status"_L1],
            "completed"_L1);
}

void TestDemoTasks::outcomes_data()
{
    QTest::addColumn<QByteArray>("outcome");
    QTest::addColumn<QString>("legacy");
    QTest::addColumn<QString>("modern");
    QTest::newRow("success") << "success"_ba << u"completed"_s << u"completed"_s;
    QTest::newRow("tool error") << "tool-error"_ba << u"failed"_s << u"completed"_s;
    QTest::newRow("protocol error") << "protocol-error"_ba << u"failed"_s << u"failed"_s;
}

void TestDemoTasks::outcomes()
{
    QFETCH(QByteArray, outcome);
    QFETCH(QString, legacy);
    QFETCH(QString, modern);
    const QJsonObject task =
            start("background-report", R"({"seconds":0,"outcome":")" + outcome + "\"}");
    QTRY_COMPARE(status(task), m_peer->isModern() ? modern : legacy);
    const QJsonObject came = this->outcome(task);
    QCOMPARE(came.contains("error"_L1), outcome == "protocol-error");
    QCOMPARE(came["result"_L1]["isError"_L1].toBool(), outcome == "tool-error");
}

void TestDemoTasks::needsInput()
{
    const QJsonObject task = start("approval", R"({"delay":1,"what":"it"})");
    QTRY_COMPARE(status(task), "input_required"_L1);
    if (m_peer->isModern()) {
        const QJsonValue state = about("tasks/get", task)["result"_L1];
        const QJsonValue question = state["inputRequests"_L1]["approval"_L1];
        QCOMPARE(question["method"_L1], "elicitation/create"_L1);
        (void)about("tasks/update", task, R"(,"inputResponses":{"other":{}})"); // no answer to it
        QCOMPARE(status(task), "input_required"_L1);
        const QJsonObject ack =
                about("tasks/update", task, R"(,"inputResponses":{"approval":)" + approved + '}');
        QCOMPARE(ack["result"_L1]["resultType"_L1], "complete"_L1);
    } else {
        QVERIFY(m_peer->newQuestions().isEmpty()); // not before somebody waits for the result
        const int result = askAbout("tasks/result", task);
        const QList<QJsonObject> questions = m_peer->waitForQuestions();
        QVERIFY(!questions.isEmpty());
        const QJsonValue params = questions.first()["params"_L1];
        QCOMPARE(params["_meta"_L1]["io.modelcontextprotocol/related-task"_L1]["taskId"_L1],
                 task["taskId"_L1]);
        m_peer->reply(questions.first(), approved);
        QCOMPARE(m_peer->answerText(result), "it was approved."_L1);
    }
    QTRY_COMPARE(status(task), "completed"_L1);
    QCOMPARE(outcome(task)["result"_L1]["content"_L1][0]["text"_L1], "it was approved."_L1);
}

void TestDemoTasks::resultWaits()
{
    const QJsonObject task = start("background-report", R"({"seconds":1})");
    const int id = askAbout("tasks/result", task);
    if (m_peer->isModern()) {
        QCOMPARE(DemoPeer::errorCode(m_peer->answerObject(id)), -32601);
        return;
    }
    const int second = askAbout("tasks/result", task);
    m_peer->notify("notifications/cancelled",
                   R"({"requestId":)" + QByteArray::number(second) + '}');
    QVERIFY(m_peer->waitForError("was cancelled")); // that ends the waiting, not the task
    QVERIFY(m_peer->answerText(id).startsWith("# Report"_L1));
    QVERIFY(!m_peer->answer(m_peer->ask("tools/list")).isEmpty());
    for (const QByteArray &payload : m_peer->payloads())
        QVERIFY(!payload.startsWith(R"({"jsonrpc":"2.0","id":)" + QByteArray::number(second)
                                    + ','));
}

void TestDemoTasks::cancels()
{
    const QJsonObject task = start("approval", R"({"delay":1})");
    QTRY_COMPARE(status(task), "input_required"_L1);
    int waiting = 0;
    if (!m_peer->isModern()) {
        waiting = askAbout("tasks/result", task);
        QVERIFY(!m_peer->waitForQuestions().isEmpty());
    }
    const QJsonValue answer = about("tasks/cancel", task)["result"_L1];
    QCOMPARE(status(task), "cancelled"_L1);
    const QJsonObject again = about("tasks/cancel", task);
    if (m_peer->isModern()) {
        QCOMPARE(answer["resultType"_L1], "complete"_L1);
        QVERIFY(again.contains("result"_L1)); // it is an ack and no more
        return;
    }
    QCOMPARE(answer["status"_L1], "cancelled"_L1);
    QCOMPARE(DemoPeer::errorCode(again), -32602);
    QCOMPARE(DemoPeer::errorCode(m_peer->answerObject(waiting)), -32603);
    QCOMPARE(m_peer->waitForNotifications(u"notifications/cancelled"_s, 1).size(), 1);
}

void TestDemoTasks::timesOut()
{
    if (m_peer->isModern())
        return; // its time is the server's choice, and long
    const QJsonObject task = start("background-report", R"({"seconds":60})", R"({"ttl":1})");
    QCOMPARE(task["ttl"_L1].toInt(), 1000); // less is not worth the trouble
    QTRY_COMPARE(DemoPeer::errorCode(about("tasks/get", task)), -32602);
}

void TestDemoTasks::listsTasks()
{
    for (int i = 0; i < 7; ++i)
        (void)start("background-report", R"({"seconds":0})");
    if (m_peer->isModern()) {
        QCOMPARE(DemoPeer::errorCode(m_peer->answerObject(m_peer->ask("tasks/list"))), -32601);
        return;
    }
    int pages = 0;
    const QJsonArray tasks = m_peer->list("tasks/list", "tasks"_L1, &pages);
    QCOMPARE(tasks.size(), 7);
    QCOMPARE(pages, 2);
}

void TestDemoTasks::whoMayHaveTasks_data()
{
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<bool>("declares"); // modern: the extension, legacy: the member task
    QTest::addColumn<int>("legacy");    // code; 0: a task, 1: a plain result
    QTest::addColumn<int>("modern");
    QTest::newRow("forbidden") << "echo"_ba << true << -32601 << 1;
    QTest::newRow("optional") << "background-report"_ba << true << 0 << 0;
    QTest::newRow("optional, not wanted") << "background-report"_ba << false << 1 << 1;
    QTest::newRow("optional, direct later") << "slow-job"_ba << true << 0 << 1;
    QTest::newRow("required") << "approval"_ba << true << 0 << 0;
    QTest::newRow("required, not wanted") << "approval"_ba << false << -32601 << -32021;
}

void TestDemoTasks::whoMayHaveTasks()
{
    QFETCH(QByteArray, tool);
    QFETCH(bool, declares);
    QFETCH(int, legacy);
    QFETCH(int, modern);
    if (!declares)
        m_peer->declare("{}");
    const QByteArray task = declares && !m_peer->isModern() ? R"(,"task":{})" : "";
    const QByteArray arguments =
            tool == "slow-job" ? R"({"steps":1,"delay":0})"_ba : R"({"seconds":0})"_ba;
    const QJsonObject answer = m_peer->answerObject(m_peer->ask(
            "tools/call", R"("name":")" + tool + R"(","arguments":)" + arguments + task));
    const QJsonValue result = answer["result"_L1];
    const bool isTask = result["resultType"_L1] == "task"_L1 || result["task"_L1].isObject();
    const int found = answer.contains("error"_L1) ? DemoPeer::errorCode(answer) : isTask ? 0 : 1;
    QCOMPARE(found, m_peer->isModern() ? modern : legacy);
    if (found == -32021)
        QVERIFY(answer["error"_L1]["data"_L1]["requiredCapabilities"_L1]["extensions"_L1]
                        .toObject()
                        .contains("io.modelcontextprotocol/tasks"_L1));
}

void TestDemoTasks::unknownTasks()
{
    const QJsonObject nobody{ { "taskId"_L1, "task-0"_L1 } };
    for (const char *method : { "tasks/get", "tasks/cancel" })
        QCOMPARE(DemoPeer::errorCode(about(method, nobody)), -32602);
    const char *own = m_peer->isModern() ? "tasks/update" : "tasks/result";
    QCOMPARE(DemoPeer::errorCode(about(own, nobody)), -32602);
    m_peer->declare("{}");
    QCOMPARE(DemoPeer::errorCode(about("tasks/get", nobody)), m_peer->isModern() ? -32021 : -32602);
}

void TestDemoTasks::pushesToListeners()
{
    if (!m_peer->isModern())
        return; // completes() has its notifications
    const QJsonObject task = start("approval", R"({"delay":1})");
    QTRY_COMPARE(status(task), "input_required"_L1);
    m_peer->ask("subscriptions/listen", R"("notifications":{"taskIds":[")"
                                                + task["taskId"_L1].toString().toUtf8() + R"("]})");
    (void)about("tasks/update", task, R"(,"inputResponses":{"approval":)" + approved + '}');
    const QList<QJsonObject> sent = m_peer->waitForNotifications(u"notifications/tasks"_s, 2);
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent.first()["params"_L1]["status"_L1], "working"_L1);
    const QJsonValue params = sent.last()["params"_L1];
    QCOMPARE(params["taskId"_L1], task["taskId"_L1]);
    QCOMPARE(params["status"_L1], "completed"_L1);
    QVERIFY(params["result"_L1]["content"_L1].isArray());
    QCOMPARE(params["result"_L1]["resultType"_L1], "complete"_L1);
}

QTEST_GUILESS_MAIN(TestDemoTasks)
#include "tst_demotasks.moc"
