// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "demopeer.h"

#include "support/testprocess.h"

#include <QtCore/qjsonarray.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;

/*!
 * The tools that take time, fail, chatter or end the process, in both framings and both eras.
 */
class TestDemoWork : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { DemoPeer::addRows(); }
    void init();
    void cleanup();

    void slowJobReportsAndEnds();
    void slowJobCanBeCancelled();
    void bigResult();
    void manyNotifications();
    void toolError();
    void protocolError();
    void logMessages();
    void stderrChatter();
    void environment();
    void exits_data();
    void exits();

private:
    std::unique_ptr<DemoPeer> m_peer;
};

void TestDemoWork::init()
{
    m_peer = DemoPeer::startRow();
    QVERIFY(m_peer);
}

void TestDemoWork::cleanup()
{
    QVERIFY(m_peer->noise().isEmpty()); // nothing but messages on stdout
    m_peer.reset();
}

void TestDemoWork::slowJobReportsAndEnds()
{
    const int id =
            m_peer->askTool("slow-job", R"({"steps":4,"delay":5})", R"("progressToken":"t1")");
    QCOMPARE(m_peer->answerText(id), "Done: 4 steps."_L1);
    const QList<QJsonObject> progress = m_peer->notifications(u"notifications/progress"_s);
    QCOMPARE(progress.size(), 4);
    for (int i = 0; i < 4; ++i) {
        const QJsonValue params = progress.at(i)["params"_L1];
        QCOMPARE(params["progressToken"_L1], "t1"_L1);
        QCOMPARE(params["progress"_L1], i + 1);
        QCOMPARE(params["total"_L1], 4);
        QVERIFY(!params["message"_L1].toString().isEmpty());
    }
    const int quiet = m_peer->askTool("slow-job", R"({"steps":2,"delay":0})");
    QCOMPARE(m_peer->answerText(quiet), "Done: 2 steps."_L1);
    QCOMPARE(m_peer->notifications(u"notifications/progress"_s).size(), 4);
    QVERIFY(m_peer->call("slow-job", R"({"steps":5,"delay":0,"fail_at":2})")["isError"_L1]
                    .toBool());
    const int open = m_peer->askTool("slow-job", R"({"steps":1,"delay":0,"total":false})",
                                     R"("progressToken":9)");
    QVERIFY(!m_peer->answer(open).isEmpty());
    QVERIFY(!m_peer->notifications(u"notifications/progress"_s)
                     .last()["params"_L1]
                     .toObject()
                     .contains("total"_L1));
}

void TestDemoWork::slowJobCanBeCancelled()
{
    const int id =
            m_peer->askTool("slow-job", R"({"steps":1000,"delay":1})", R"("progressToken":1)");
    QTRY_VERIFY(!m_peer->notifications(u"notifications/progress"_s).isEmpty());
    m_peer->notify("notifications/cancelled",
                   R"({"requestId":)" + QByteArray::number(id) + R"(,"reason":"had enough"})");
    QVERIFY(m_peer->waitForError("was cancelled: had enough"));
    QCOMPARE(m_peer->answerText(m_peer->askTool("echo")), "{}"_L1); // what was on the way is in
    const qsizetype before = m_peer->payloads().size();
    QVERIFY(!QTest::qWaitFor([&] { return m_peer->payloads().size() > before; }, 50));
}

void TestDemoWork::bigResult()
{
    for (const char *shape : { "lines", "one-line" }) {
        const int id = m_peer->askTool("big-result",
                                       R"({"mebibytes":2,"shape":")" + QByteArray(shape) + "\"}");
        const QString text = m_peer->answerText(id);
        QCOMPARE(text.size(), 2 * 1024 * 1024);
        QCOMPARE(text.contains(u'\n'), qstrcmp(shape, "lines") == 0);
    }
    const QByteArray answer = m_peer->answer(
            m_peer->askTool("big-result", R"({"mebibytes":0.5,"shape":"structured"})"));
    QVERIFY(answer.size() > 512 * 1024);
    QVERIFY(answer.contains(R"("structuredContent":{"records":[{"id":1,)"));
}

void TestDemoWork::manyNotifications()
{
    const QByteArray wantsLogs =
            m_peer->isModern() ? R"("io.modelcontextprotocol/logLevel":"debug")"_ba : ""_ba;
    const int messages = m_peer->askTool("many-notifications", R"({"count":2500})", wantsLogs);
    QCOMPARE(m_peer->answerText(messages), "Sent 2500 notifications."_L1);
    QCOMPARE(m_peer->notifications(u"notifications/message"_s).size(), 2500);
    const int progress = m_peer->askTool("many-notifications", R"({"count":3,"kind":"progress"})",
                                         R"("progressToken":1)");
    QCOMPARE(m_peer->answerText(progress), "Sent 3 notifications."_L1);
    const int unknown = m_peer->askTool("many-notifications", R"({"count":4,"kind":"unknown"})");
    QVERIFY(!m_peer->answer(unknown).isEmpty());
    QCOMPARE(m_peer->notifications(u"notifications/demo/tick"_s).size(), 4);
    const int none = m_peer->askTool("many-notifications", R"({"count":3,"kind":"progress"})");
    QVERIFY(m_peer->answerText(none).startsWith("Sent none"_L1));
}

void TestDemoWork::toolError()
{
    const QJsonObject result = m_peer->call("tool-error", R"({"message":"no luck"})");
    QCOMPARE(result["isError"_L1].toBool(), true);
    QCOMPARE(result["content"_L1][0]["text"_L1], "no luck"_L1);
}

void TestDemoWork::protocolError()
{
    const QByteArray answer = m_peer->answer(m_peer->askTool(
            "protocol-error", R"({"code":0,"message":"zero","data":[1.0, {"a":1e400}]})"));
    QVERIFY(answer.contains(R"("error":{"code":0,"message":"zero","data":[1.0, {"a":1e400}]})"));
    QCOMPARE(DemoPeer::errorCode(m_peer->answerObject(m_peer->askTool("protocol-error"))), -32603);
}

void TestDemoWork::logMessages()
{
    const auto levels = [this] {
        QStringList found;
        const QList<QJsonObject> sent = m_peer->notifications(u"notifications/message"_s);
        for (const QJsonObject &message : sent)
            found += message["params"_L1]["level"_L1].toString();
        return found.join(u' ');
    };
    const QString all = u"debug info notice warning error critical alert emergency"_s;
    QVERIFY(!m_peer->answer(m_peer->askTool("log-messages")).isEmpty());
    QCOMPARE(levels(), m_peer->isModern() ? QString() : all);

    QByteArray meta;
    if (m_peer->isModern())
        meta = R"("io.modelcontextprotocol/logLevel":"error")";
    else
        QVERIFY(!m_peer->answer(m_peer->ask("logging/setLevel", R"("level":"error")")).isEmpty());
    const int id = m_peer->askTool("log-messages", R"({"logger":"db","data":"object"})", meta);
    QVERIFY(m_peer->answerText(id).contains("Sent 4 of 8"_L1));
    QVERIFY(levels().endsWith("error critical alert emergency"_L1));
    const QJsonValue params = m_peer->notifications(u"notifications/message"_s).last()["params"_L1];
    QCOMPARE(params["logger"_L1], "db"_L1);
    QVERIFY(params["data"_L1].isObject());
}

void TestDemoWork::stderrChatter()
{
    QCOMPARE(m_peer->answerText(m_peer->askTool("stderr-chatter", R"({"lines":2000})")),
             "Wrote 2000 lines to stderr."_L1);
    QVERIFY(m_peer->waitForError("line 2000: "));
    QVERIFY(QString::fromUtf8(m_peer->errorOutput()).contains(u"Grüße aus Zürich"_s));
    (void)m_peer->call("stderr-chatter", R"({"lines":2,"style":"coloured","delay":1})");
    QVERIFY(m_peer->waitForError("\033[1;"));
    (void)m_peer->call("stderr-chatter", R"({"lines":2,"style":"levels"})");
    QVERIFY(m_peer->waitForError("WARNING line 2"));
    (void)m_peer->call("stderr-chatter", R"({"lines":1,"style":"long"})");
    QVERIFY(m_peer->waitForError(QByteArray(10000, 'x')));
}

void TestDemoWork::environment()
{
    m_peer = std::make_unique<DemoPeer>(false, true);
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"DEMO_B"_s, u"two = 2"_s);
    variables.insert(u"DEMO_A"_s, u"secret"_s);
    m_peer->process().setProcessEnvironment(variables);
    m_peer->process().setWorkingDirectory(u"/"_s);
    QVERIFY(m_peer->start(McpTest::programPath(u"mcp-demo-server"_s), {}));
    const QJsonObject result = m_peer->call("environment", R"({"prefix":"DEMO_"})");
    QCOMPARE(result["content"_L1][0]["text"_L1], "DEMO_A=secret\nDEMO_B=two = 2\n"_L1);
    QVERIFY(result["content"_L1][1]["text"_L1].toString().contains("Nothing was masked"_L1));
    QCOMPARE(result["structuredContent"_L1]["directory"_L1], "/"_L1);
    QCOMPARE(result["structuredContent"_L1]["variables"_L1].toObject().size(), 2);
    QVERIFY(m_peer->call("environment")["structuredContent"_L1]["variables"_L1].toObject().contains(
            "PATH"_L1));
}

void TestDemoWork::exits_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<bool>("crashes");
    QTest::addColumn<int>("code");
    QTest::newRow("default") << "{}"_ba << false << 1;
    QTest::newRow("code") << R"({"code":42})"_ba << false << 42;
    QTest::newRow("answer") << R"({"code":0,"answer_first":true})"_ba << false << 0;
    QTest::newRow("abort") << R"({"how":"abort"})"_ba << true << 6;
    QTest::newRow("segfault") << R"({"how":"segfault"})"_ba << true << 11;
}

void TestDemoWork::exits()
{
    QFETCH(QByteArray, arguments);
    QFETCH(bool, crashes);
    QFETCH(int, code);
    const qsizetype before = m_peer->payloads().size();
    m_peer->askTool("exit", arguments);
    QVERIFY(m_peer->waitForExit());
    QCOMPARE(m_peer->process().exitStatus(), crashes ? QProcess::CrashExit : QProcess::NormalExit);
    QCOMPARE(m_peer->process().exitCode(), code);
    QVERIFY(m_peer->errorOutput().contains("ending as asked"));
    QCOMPARE(m_peer->payloads().size() - before, arguments.contains("answer_first") ? 1 : 0);
}

QTEST_GUILESS_MAIN(TestDemoWork)
#include "tst_demowork.moc"
