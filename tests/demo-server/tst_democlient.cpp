// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/client.h"
#include "client/inputrequest.h"
#include "client/rig.h"
#include "client/subscriptions.h"
#include "protocol/completion.h"
#include "protocol/prompt.h"
#include "protocol/resource.h"
#include "protocol/tool.h"
#include "server/server.h"
#include "server/tracelog.h"
#include "support/testprocess.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

RawJson json(const QByteArray &text) { return RawJson::fromText(text); }

/// What somebody answers who agrees to all.
RawJson agreement(const InputRequest &request)
{
    if (request.kind() == InputRequest::Kind::Roots)
        return json(R"({"roots":[{"uri":"file:///w"}]})");
    if (request.kind() == InputRequest::Kind::Sampling)
        return json(R"({"role":"assistant","model":"m","content":{"type":"text","text":"x"}})");
    if (request.params().value("mode").toString() == "url"_L1)
        return json(R"({"action":"accept"})");
    const RawJson properties = request.params().value("requestedSchema").value("properties");
    return json(properties.contains("dish") ? R"({"action":"accept","content":{"dish":"pizza"}})"
                : properties.contains("size")
                        ? R"({"action":"accept","content":{"size":"l"}})"
                        : R"({"action":"accept","content":{"confirm":true,"name":"Ada"}})");
}

} // namespace

/*!
 * Our own client and the demo server: each proves the other, in both eras.
 */
class TestDemoClient : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

    void lists();
    void reads();
    void completes();
    void conversations_data();
    void conversations();
    void subscribes();
    void followsTasks_data();
    void followsTasks();
    void cancelsATask();

private:
    QByteArray settled(Call *call)
    {
        const Ended ended = waitFor(call);
        return ended.outcome ? ended.text() : ended.error().describe().toUtf8();
    }

    std::unique_ptr<Server> m_server;
    std::unique_ptr<Client> m_client;
    int m_questions = 0;
};

void TestDemoClient::initTestCase_data()
{
    QTest::addColumn<EraSetting>("era");
    QTest::newRow("legacy") << EraSetting::Legacy;
    QTest::newRow("modern") << EraSetting::Modern;
}

void TestDemoClient::init()
{
    QFETCH_GLOBAL(EraSetting, era);
    ServerSpec spec;
    spec.launch.command = programPath(u"mcp-demo-server"_s);
    spec.framing = FramingSetting::Newline;
    spec.era = era;
    spec.capabilities = ClientCapabilities::all();
    m_server = std::make_unique<Server>(spec);
    m_client = std::make_unique<Client>(m_server.get());
    m_questions = 0;
    connect(m_client.get(), &Client::inputRequested, this, [this](InputRequest *request) {
        ++m_questions;
        request->answer(agreement(*request));
    });
    QVERIFY(waitFor(m_client->initialize()).outcome);
}

/// Whatever was said, neither side broke a rule.
void TestDemoClient::cleanup()
{
    for (int i = 0; i < m_server->trace()->count(); ++i) {
        const TraceEntry &entry = m_server->trace()->at(i);
        QVERIFY2(entry.kind != TraceEntry::Kind::Violation, qPrintable(entry.note));
    }
    m_client.reset();
    m_server.reset();
}

void TestDemoClient::lists()
{
    const Ended tools = waitFor(m_client->listTools());
    QCOMPARE(ToolList::fromResult(*tools.outcome).tools.size(), 32);
    QVERIFY2(tools.warnings.isEmpty(), qPrintable(tools.warnings.join(u'\n')));
    const Ended resources = waitFor(m_client->listResources());
    QCOMPARE(ResourceList::fromResult(*resources.outcome, Resource::Kind::Resource).entries.size(),
             17);
    const Ended prompts = waitFor(m_client->listPrompts());
    QCOMPARE(PromptList::fromResult(*prompts.outcome).entries.size(), 5);
    QVERIFY(settled(m_client->listResourceTemplates()).contains("{+folder}"));
}

void TestDemoClient::reads()
{
    QVERIFY(settled(m_client->readResource(u"demo://guide"_s)).contains("# Guide"));
    QVERIFY(settled(m_client->readResource(u"demo://nowhere"_s)).contains("JSON-RPC error"));
    QVERIFY(settled(m_client->getPrompt(u"travel-plan"_s,
                                        json(R"({"country":"Peru","city":"Lima"})")))
                    .contains("Lima, Peru"));
    QVERIFY(settled(m_client->getPrompt(u"travel-plan"_s)).contains("country"));
}

void TestDemoClient::completes()
{
    const CompletionReference travel{ CompletionReference::Kind::Prompt, u"travel-plan"_s };
    const Ended ended =
            waitFor(m_client->complete(travel, u"city"_s, u"o"_s, json(R"({"country":"Norway"})")));
    QCOMPARE(Completion::fromResult(*ended.outcome).values, QStringList{ u"Oslo"_s });
}

void TestDemoClient::conversations_data()
{
    QTest::addColumn<QString>("tool"); // or, behind a colon, a prompt
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<int>("questions");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("form") << u"ask-form"_s << "{}"_ba << 1 << "You sent the form"_ba;
    QTest::newRow("url") << u"ask-url"_s << "{}"_ba << 1 << "You agreed"_ba;
    QTest::newRow("model") << u"ask-model"_s << "{}"_ba << 1 << "The model"_ba;
    QTest::newRow("tools") << u"ask-model"_s << R"({"with_tools":true})"_ba << 1 << "The model"_ba;
    QTest::newRow("roots") << u"ask-roots"_s << "{}"_ba << 1 << "You showed 1"_ba;
    QTest::newRow("all") << u"ask-everything"_s << "{}"_ba << 3 << "All three"_ba;
    QTest::newRow("wizard") << u"wizard"_s << "{}"_ba << 3 << "Ordered: pizza"_ba;
    QTest::newRow("later") << u"come-back-later"_s << "{}"_ba << 0 << "Came back 2 times"_ba;
    QTest::newRow("prompt") << u":interview"_s << "{}"_ba << 1 << "My name is Ada"_ba;
}

void TestDemoClient::conversations()
{
    QFETCH(QString, tool);
    QFETCH(QByteArray, arguments);
    QFETCH(int, questions);
    QFETCH(QByteArray, says);
    Call *const call = tool.startsWith(u':') ? m_client->getPrompt(tool.sliced(1))
                                             : m_client->callTool(tool, json(arguments));
    const QByteArray text = settled(call);
    QVERIFY2(text.contains(says), text);
    QCOMPARE(m_questions, questions);
}

void TestDemoClient::subscribes()
{
    Subscriptions *const subscriptions = m_client->subscriptions();
    QStringList heard;
    connect(m_client.get(), &Client::notificationReceived, this, [&heard](const Message &message) {
        heard += message.method() + u' ' + message.params().value("uri").toString();
    });
    subscriptions->watch(u"demo://counter"_s);
    subscriptions->setListChanges(true);
    QTRY_COMPARE(subscriptions->state(u"demo://counter"_s), Subscriptions::State::Active);
    settled(m_client->callTool(u"change-counter"_s));
    settled(m_client->callTool(u"change-lists"_s, json(R"({"list":"prompts"})")));
    QTRY_VERIFY(heard.contains(u"notifications/resources/updated demo://counter"_s));
    QTRY_VERIFY(heard.contains(u"notifications/prompts/list_changed "_s));
    subscriptions->unwatch(u"demo://counter"_s);
    subscriptions->setListChanges(false);
    disconnect(m_client.get(), &Client::notificationReceived, this, nullptr);
}

void TestDemoClient::followsTasks_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("report") << u"background-report"_s << R"({"seconds":1})"_ba
                            << "# Report"_ba;
    QTest::newRow("tool error") << u"background-report"_s
                                << R"({"seconds":0,"outcome":"tool-error"})"_ba
                                << R"("isError":true)"_ba;
    QTest::newRow("error") << u"background-report"_s
                           << R"({"seconds":0,"outcome":"protocol-error"})"_ba
                           << "JSON-RPC error -32603"_ba;
    QTest::newRow("approval") << u"approval"_s << R"({"what":"it","delay":1})"_ba
                              << "it was approved"_ba;
}

void TestDemoClient::followsTasks()
{
    QFETCH(QString, tool);
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, says);
    CallOptions options;
    options.taskTtl = 60'000;
    const QByteArray text = settled(m_client->callTool(tool, json(arguments), options));
    QVERIFY2(text.contains(says), text);
    QCOMPARE(m_questions, tool == "approval"_L1 ? 1 : 0);
}

void TestDemoClient::cancelsATask()
{
    CallOptions options;
    options.taskTtl = 60'000;
    Call *const call =
            m_client->callTool(u"background-report"_s, json(R"({"seconds":600})"), options);
    QSignalSpy changed(call, &Call::taskChanged);
    QVERIFY(changed.wait(kWaitMs));
    const QString id = call->task()->id();
    call->cancel();
    const RawJson params = json(R"({"taskId":")" + id.toUtf8() + R"("})");
    QTRY_VERIFY(settled(m_client->request(u"tasks/get"_s, params)).contains(R"("cancelled")"));
}

QTEST_GUILESS_MAIN(TestDemoClient)
#include "tst_democlient.moc"
