// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "demopeer.h"

#include <QtCore/qjsonarray.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray text = R"({"role":"assistant","model":"by hand","stopReason":"endTurn",)"
                        R"("content":{"type":"text","text":"blue"}})";
const QByteArray roots = R"({"roots":[{"uri":"file:///w","name":"w"},{"uri":"file:///x"}]})";
const QByteArray accepted = R"({"action":"accept"})";

QByteArray accept(const QByteArray &content)
{
    return R"({"action":"accept","content":)" + content + '}';
}

/// What somebody answers who agrees to all.
QByteArray agree(const QString &method, const QJsonObject &params)
{
    if (method == "roots/list"_L1)
        return roots;
    if (method == "sampling/createMessage"_L1)
        return text;
    if (params["mode"_L1] == "url"_L1)
        return accepted;
    const QJsonObject properties = params["requestedSchema"_L1]["properties"_L1].toObject();
    if (properties.contains("dish"_L1))
        return accept(R"({"dish":"soup"})");
    if (properties.contains("spoons"_L1))
        return accept(R"({"spoons":3,"bread":false})");
    if (properties.contains("confirm"_L1))
        return accept(R"({"confirm":true})");
    return accept(R"({"name":"Ada","age":36,"days":["mon"]})");
}

QString firstText(const QJsonObject &result)
{
    return result["content"_L1][0]["text"_L1].toString();
}

} // namespace

/*!
 * The demo server asks the client: by requests of its own in the legacy era, by input_required in
 * the modern one. What is asked and what comes of it is the same.
 */
class TestDemoAsking : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { DemoPeer::addEras(); }
    void init();

    void asks_data();
    void asks();
    void formHasEveryField();
    void answersDiffer_data();
    void answersDiffer();
    void modelUsesItsTool();
    void declaredOnly_data();
    void declaredOnly();
    void cancelledCallsTakeQuestionsBack();
    void refusalsEndTheCall();
    void requestStateIsVerified_data();
    void requestStateIsVerified();
    void unansweredQuestionsComeAgain();
    void comesBackWithoutQuestions();
    void urlByError();

private:
    std::unique_ptr<DemoPeer> m_peer;
};

void TestDemoAsking::init()
{
    m_peer = DemoPeer::startRow(DemoPeer::allCapabilities(DemoPeer::rowIsModern()));
    QVERIFY(m_peer);
}

void TestDemoAsking::asks_data()
{
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<int>("questions");
    QTest::addColumn<int>("rounds");
    QTest::addColumn<QString>("says");
    QTest::newRow("form") << "ask-form"_ba
                          << "{}"_ba << 1 << 1 << u"You sent the form"_s;
    QTest::newRow("url") << "ask-url"_ba
                         << "{}"_ba << 1 << 1 << u"You agreed to visit"_s;
    QTest::newRow("model") << "ask-model"_ba
                           << R"({"max_tokens":9})"_ba << 1 << 1 << u"The model \"by hand\" said"_s;
    QTest::newRow("roots") << "ask-roots"_ba
                           << "{}"_ba << 1 << 1 << u"You showed 2 folders"_s;
    QTest::newRow("everything") << "ask-everything"_ba
                                << "{}"_ba << 3 << 1 << u"All three"_s;
    QTest::newRow("wizard") << "wizard"_ba
                            << "{}"_ba << 3 << 3
                            << uR"(Ordered: soup, {"spoons":3,"bread":false})"_s;
}

void TestDemoAsking::asks()
{
    QFETCH(QByteArray, tool);
    QFETCH(QByteArray, arguments);
    QFETCH(int, questions);
    QFETCH(int, rounds);
    QFETCH(QString, says);
    const QJsonObject result = m_peer->converseTool(tool, arguments, agree);
    const QString said = firstText(result);
    QVERIFY2(said.startsWith(says), qPrintable(said));
    QCOMPARE(m_peer->questions(), questions);
    if (m_peer->isModern() || questions == 1)
        QCOMPARE(m_peer->rounds(), rounds);
    QVERIFY(!result["isError"_L1].toBool());
}

void TestDemoAsking::formHasEveryField()
{
    QJsonObject schema;
    const QJsonObject result = m_peer->converseTool(
            "ask-form", "{}", [&schema](const QString &method, const QJsonObject &params) {
                schema = params["requestedSchema"_L1].toObject();
                return agree(method, params);
            });
    const QJsonObject properties = schema["properties"_L1].toObject();
    QStringList formats;
    QStringList types;
    for (const auto &property : properties) {
        formats += property["format"_L1].toString();
        types += property["type"_L1].toString();
    }
    for (const QLatin1StringView format : { "email"_L1, "uri"_L1, "date"_L1, "date-time"_L1 })
        QVERIFY2(formats.contains(format), format.data());
    for (const QLatin1StringView type :
         { "string"_L1, "integer"_L1, "number"_L1, "boolean"_L1, "array"_L1 })
        QVERIFY2(types.contains(type), type.data());
    QVERIFY(properties["colour"_L1]["enum"_L1].isArray());
    QVERIFY(properties["size"_L1]["oneOf"_L1][0]["title"_L1].isString());
    QVERIFY(properties["priority"_L1]["enumNames"_L1].isArray());
    QVERIFY(properties["days"_L1]["items"_L1]["enum"_L1].isArray());
    QVERIFY(properties["extras"_L1]["items"_L1]["anyOf"_L1].isArray());
    QVERIFY(schema["required"_L1].isArray());
    QCOMPARE(result["structuredContent"_L1]["answer"_L1]["content"_L1]["age"_L1], 36);
}

void TestDemoAsking::answersDiffer_data()
{
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("says");
    QTest::newRow("decline") << "ask-form"_ba
                             << R"({"action":"decline"})"_ba << u"You declined"_s;
    QTest::newRow("cancel") << "ask-form"_ba
                            << R"({"action":"cancel"})"_ba << u"You cancelled"_s;
    QTest::newRow("no visit") << "ask-url"_ba
                              << R"({"action":"decline"})"_ba << u"You did not visit"_s;
    QTest::newRow("left wizard") << "wizard"_ba
                                 << R"({"action":"cancel"})"_ba << u"You left the wizard"_s;
}

void TestDemoAsking::answersDiffer()
{
    QFETCH(QByteArray, tool);
    QFETCH(QByteArray, answer);
    QFETCH(QString, says);
    const QJsonObject result = m_peer->converseTool(
            tool, "{}", [answer](const QString &, const QJsonObject &) { return answer; });
    QVERIFY2(firstText(result).startsWith(says), qPrintable(firstText(result)));
    QCOMPARE(m_peer->questions(), 1);
}

void TestDemoAsking::modelUsesItsTool()
{
    QList<QJsonObject> asked;
    const QJsonObject result = m_peer->converseTool(
            "ask-model", R"({"with_tools":true})",
            [&asked](const QString &, const QJsonObject &params) {
                asked.append(params);
                if (asked.size() > 1)
                    return text;
                return R"({"role":"assistant","model":"m","stopReason":"toolUse","content":[)"
                       R"({"type":"tool_use","id":"u1","name":"dice","input":{"count":2}},)"
                       R"({"type":"tool_use","id":"u2","name":"dice","input":{}}]})"_ba;
            });
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.at(0)["tools"_L1][0]["name"_L1], "dice"_L1);
    const QJsonArray messages = asked.at(1)["messages"_L1].toArray();
    QCOMPARE(messages.size(), 3);
    QCOMPARE(messages.at(1)["content"_L1][0]["type"_L1], "tool_use"_L1);
    const QJsonArray results = messages.at(2)["content"_L1].toArray();
    QCOMPARE(results.size(), 2);
    QCOMPARE(results.at(0)["toolUseId"_L1], "u1"_L1);
    QCOMPARE(results.at(0)["content"_L1][0]["text"_L1], "2 1"_L1);
    QCOMPARE(result["structuredContent"_L1]["rounds"_L1], 2);
}

void TestDemoAsking::declaredOnly_data()
{
    QTest::addColumn<QByteArray>("capabilities");
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QString>("lacks"); // empty: it may ask
    const QByteArray tools = R"({"with_tools":true})";
    QTest::newRow("form") << "{}"_ba
                          << "ask-form"_ba
                          << "{}"_ba << u"elicitation.form"_s;
    QTest::newRow("form only") << R"({"elicitation":{}})"_ba
                               << "ask-form"_ba
                               << "{}"_ba << QString();
    QTest::newRow("url only") << R"({"elicitation":{"url":{}}})"_ba
                              << "ask-form"_ba
                              << "{}"_ba << u"elicitation.form"_s;
    QTest::newRow("url") << R"({"elicitation":{}})"_ba
                         << "ask-url"_ba
                         << "{}"_ba << u"elicitation.url"_s;
    QTest::newRow("model") << R"({"elicitation":{}})"_ba
                           << "ask-model"_ba
                           << "{}"_ba << u"sampling"_s;
    QTest::newRow("tools") << R"({"sampling":{}})"_ba
                           << "ask-model"_ba << tools << u"sampling.tools"_s;
    QTest::newRow("roots") << R"({"sampling":{}})"_ba
                           << "ask-roots"_ba
                           << "{}"_ba << u"roots"_s;
    QTest::newRow("one of three") << R"({"elicitation":{},"sampling":{}})"_ba
                                  << "ask-everything"_ba
                                  << "{}"_ba << u"roots"_s;
}

void TestDemoAsking::declaredOnly()
{
    QFETCH(QByteArray, capabilities);
    QFETCH(QByteArray, tool);
    QFETCH(QByteArray, arguments);
    QFETCH(QString, lacks);
    m_peer = DemoPeer::startRow(capabilities);
    QVERIFY(m_peer);
    if (m_peer->isModern() && !lacks.isEmpty()) { // 2026-07-28, basic/index
        const QJsonObject error = m_peer->answerObject(m_peer->askTool(tool, arguments));
        QCOMPARE(DemoPeer::errorCode(error), -32021);
        QVERIFY(error["error"_L1]["message"_L1].toString().contains(lacks));
        QJsonValue required = error["error"_L1]["data"_L1]["requiredCapabilities"_L1];
        for (const QString &part : lacks.split(u'.'))
            required = required[part];
        QVERIFY2(required.isObject(), qPrintable(lacks));
        return;
    }
    const QJsonObject result = m_peer->converseTool(tool, arguments, agree);
    QCOMPARE(result["isError"_L1].toBool(), !lacks.isEmpty());
    QCOMPARE(m_peer->questions(), lacks.isEmpty() ? 1 : 0);
    QVERIFY2(firstText(result).contains(lacks), qPrintable(firstText(result)));
}

void TestDemoAsking::cancelledCallsTakeQuestionsBack()
{
    if (m_peer->isModern())
        return; // a round is over when its questions are out
    const int id = m_peer->askTool("ask-everything");
    QTRY_VERIFY(m_peer->payloads().size() >= 4); // with the handshake's answer
    const QList<QJsonObject> questions = m_peer->newQuestions();
    QCOMPARE(questions.size(), 3);
    m_peer->reply(questions.at(0), accept(R"({"name":"Ada"})"));
    m_peer->notify("notifications/cancelled", R"({"requestId":)" + QByteArray::number(id) + '}');
    const QList<QJsonObject> taken = m_peer->waitForNotifications(u"notifications/cancelled"_s, 2);
    QStringList ids;
    for (const QJsonObject &notification : taken)
        ids += notification["params"_L1]["requestId"_L1].toString();
    ids.sort();
    QCOMPARE(ids, QStringList({ questions.at(1)["id"_L1].toString(),
                                questions.at(2)["id"_L1].toString() }));
    m_peer->reply(questions.at(1), text); // comes too late
    QVERIFY(m_peer->waitForError("Ignored an answer"));
    QCOMPARE(m_peer->answerText(m_peer->askTool("echo")), "{}"_L1);
}

void TestDemoAsking::refusalsEndTheCall()
{
    if (m_peer->isModern())
        return; // there is no error form of an answer
    const int id = m_peer->askTool("ask-model");
    QTRY_VERIFY(m_peer->payloads().size() >= 2);
    const QList<QJsonObject> questions = m_peer->newQuestions();
    QCOMPARE(questions.size(), 1);
    m_peer->send(R"({"jsonrpc":"2.0","id":")" + questions.at(0)["id"_L1].toString().toUtf8()
                 + R"(","error":{"code":-1,"message":"User rejected sampling request"}})");
    const QJsonValue result = m_peer->answerObject(id)["result"_L1];
    QCOMPARE(result["isError"_L1], true);
    QVERIFY(result["content"_L1][0]["text"_L1].toString().contains("User rejected"_L1));
}

void TestDemoAsking::requestStateIsVerified_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("state"); // %1: the one that was given
    QTest::addColumn<bool>("fits");
    QTest::newRow("as it was") << "ask-form"_ba
                               << "%1"_ba << true;
    QTest::newRow("none") << "ask-form"_ba
                          << ""_ba << false;
    QTest::newRow("invented") << "ask-form"_ba
                              << "v1.e30.AAAA"_ba << false;
    QTest::newRow("changed") << "ask-form"_ba
                             << "%1A"_ba << false;
    QTest::newRow("of another tool") << "wizard"_ba
                                     << "%1"_ba << false;
}

void TestDemoAsking::requestStateIsVerified()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, state);
    QFETCH(bool, fits);
    if (!m_peer->isModern())
        return; // the server keeps the state itself
    const QJsonValue first = m_peer->answerObject(m_peer->askTool("ask-form"))["result"_L1];
    QCOMPARE(first["resultType"_L1], "input_required"_L1);
    state.replace("%1", first["requestState"_L1].toString().toUtf8());
    const int id = m_peer->ask(
            "tools/call",
            R"("name":")" + name + R"(","arguments":{},"inputResponses":{"order":)" + accepted + '}'
                    + (state.isEmpty() ? QByteArray() : R"(,"requestState":")" + state + '"'));
    const QJsonObject answer = m_peer->answerObject(id);
    QCOMPARE(answer["result"_L1]["resultType"_L1],
             fits ? QJsonValue("complete"_L1) : QJsonValue(QJsonValue::Undefined));
    QCOMPARE(DemoPeer::errorCode(answer), fits ? 0 : -32602);
}

void TestDemoAsking::unansweredQuestionsComeAgain()
{
    if (!m_peer->isModern())
        return; // questions stay open
    const QJsonValue first = m_peer->answerObject(m_peer->askTool("ask-form"))["result"_L1];
    const int id = m_peer->ask("tools/call",
                               R"("name":"ask-form","arguments":{},"inputResponses":{"other":1},)"
                               R"("requestState":")"
                                       + first["requestState"_L1].toString().toUtf8() + '"');
    const QJsonValue again = m_peer->answerObject(id)["result"_L1];
    QCOMPARE(again["resultType"_L1], "input_required"_L1);
    QCOMPARE(again["inputRequests"_L1], first["inputRequests"_L1]);
}

void TestDemoAsking::comesBackWithoutQuestions()
{
    const QJsonObject result = m_peer->converseTool("come-back-later", R"({"rounds":3})", agree);
    QCOMPARE(firstText(result), "Came back 3 times."_L1);
    QCOMPARE(m_peer->rounds(), m_peer->isModern() ? 3 : 0);
    QCOMPARE(m_peer->questions(), 0);
}

void TestDemoAsking::urlByError()
{
    const QJsonObject answer =
            m_peer->answerObject(m_peer->askTool("ask-url", R"({"as_error":true,"seconds":1})"));
    if (m_peer->isModern()) {
        QCOMPARE(answer["result"_L1]["isError"_L1], true);
        return;
    }
    QCOMPARE(DemoPeer::errorCode(answer), -32042);
    const QJsonValue asked = answer["error"_L1]["data"_L1]["elicitations"_L1][0];
    QCOMPARE(asked["mode"_L1], "url"_L1);
    const QList<QJsonObject> complete =
            m_peer->waitForNotifications(u"notifications/elicitation/complete"_s, 1);
    QCOMPARE(complete.size(), 1);
    QCOMPARE(complete.first()["params"_L1]["elicitationId"_L1], asked["elicitationId"_L1]);
    QVERIFY(firstText(m_peer->call("ask-url", R"({"as_error":true,"seconds":1})"))
                    .endsWith("signed in."_L1));
}

QTEST_GUILESS_MAIN(TestDemoAsking)
#include "tst_demoasking.moc"
