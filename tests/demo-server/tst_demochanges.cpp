// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "demopeer.h"

#include <QtCore/qjsonarray.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString updated = u"notifications/resources/updated"_s;
const QString acknowledged = u"notifications/subscriptions/acknowledged"_s;

QJsonValue subscriptionOf(const QJsonObject &notification)
{
    return notification["params"_L1]["_meta"_L1]["io.modelcontextprotocol/subscriptionId"_L1];
}

} // namespace

/*!
 * What the demo server tells unasked, and to whom: updated resources, changed lists.
 */
class TestDemoChanges : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { DemoPeer::addEras(); }
    void init();

    void tellsOfWatchedResourcesOnly();
    void clockTicks();
    void listChanges_data();
    void listChanges();
    void acknowledgesTheSubset_data();
    void acknowledgesTheSubset();
    void subscriptionsEnd();
    void subscriptionsEndFromTheServer();
    void subscribingRefuses();

private:
    /// Wants to hear of updates of @p uri; the id of the request.
    int watch(const QByteArray &uri);
    int listen(const QByteArray &filter);
    void unwatch(int id, const QByteArray &uri);

    std::unique_ptr<DemoPeer> m_peer;
};

void TestDemoChanges::init()
{
    m_peer = DemoPeer::startRow();
    QVERIFY(m_peer);
}

int TestDemoChanges::watch(const QByteArray &uri)
{
    if (m_peer->isModern())
        return listen(R"("resourceSubscriptions":[")" + uri + R"("])");
    const int id = m_peer->ask("resources/subscribe", R"("uri":")" + uri + '"');
    if (!m_peer->answerObject(id)["result"_L1].isObject())
        QTest::qFail("the subscription was refused", __FILE__, __LINE__);
    return id;
}

int TestDemoChanges::listen(const QByteArray &filter)
{
    const qsizetype before = m_peer->notifications(acknowledged).size();
    const int id = m_peer->ask("subscriptions/listen", R"("notifications":{)" + filter + '}');
    const QList<QJsonObject> sent = m_peer->waitForNotifications(acknowledged, before + 1);
    if (sent.size() != before + 1 || subscriptionOf(sent.last()) != id)
        QTest::qFail("the subscription was not acknowledged", __FILE__, __LINE__);
    return id;
}

void TestDemoChanges::unwatch(int id, const QByteArray &uri)
{
    if (m_peer->isModern())
        m_peer->notify("notifications/cancelled",
                       R"({"requestId":)" + QByteArray::number(id) + '}');
    else
        (void)m_peer->answer(m_peer->ask("resources/unsubscribe", R"("uri":")" + uri + '"'));
}

void TestDemoChanges::tellsOfWatchedResourcesOnly()
{
    (void)m_peer->call("change-counter"); // nobody watches
    const int id = watch("demo://counter");
    QVERIFY(m_peer->notifications(updated).isEmpty());
    (void)m_peer->call("change-counter", R"({"times":3})");
    const QList<QJsonObject> sent = m_peer->waitForNotifications(updated, 3);
    QCOMPARE(sent.size(), 3);
    for (const QJsonObject &notification : sent) {
        QCOMPARE(notification["params"_L1]["uri"_L1], "demo://counter"_L1);
        QCOMPARE(subscriptionOf(notification),
                 m_peer->isModern() ? QJsonValue(id) : QJsonValue(QJsonValue::Undefined));
    }
    (void)m_peer->call("change-lists", R"({"list":"resources"})");
    QCOMPARE(m_peer->notifications(u"notifications/resources/list_changed"_s).size(),
             m_peer->isModern() ? 0 : 1); // it was not asked for
    unwatch(id, "demo://counter");
    (void)m_peer->call("change-counter");
    QCOMPARE(m_peer->notifications(updated).size(), 3);
}

void TestDemoChanges::clockTicks()
{
    (void)watch("demo://clock");
    const QList<QJsonObject> sent = m_peer->waitForNotifications(updated, 2);
    QVERIFY(sent.size() >= 2);
    QCOMPARE(sent.first()["params"_L1]["uri"_L1], "demo://clock"_L1);
}

void TestDemoChanges::listChanges_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("added");
    QTest::newRow("tools") << "tools"_ba << u"name"_s << u"extra-tool-1"_s;
    QTest::newRow("prompts") << "prompts"_ba << u"name"_s << u"extra-prompt-1"_s;
    QTest::newRow("resources") << "resources"_ba << u"uri"_s << u"demo://extra/extra-resource-1"_s;
}

void TestDemoChanges::listChanges()
{
    QFETCH(QByteArray, list);
    QFETCH(QString, key);
    QFETCH(QString, added);
    const QString method = u"notifications/%1/list_changed"_s.arg(QString::fromLatin1(list));
    if (m_peer->isModern())
        listen('"' + list + R"(ListChanged":true)");
    const auto last = [&] {
        const QJsonArray entries = m_peer->list(list + "/list", QLatin1StringView(list));
        return entries.last()[key].toString();
    };
    const QString before = last();
    (void)m_peer->call("change-lists", R"({"list":")" + list + R"("})");
    QCOMPARE(m_peer->waitForNotifications(method, 1).size(), 1);
    QCOMPARE(last(), added);
    if (list == "tools")
        QCOMPARE(m_peer->answerText(m_peer->askTool("extra-tool-1")), uR"(I am "extra-tool-1".)"_s);
    else if (list == "prompts")
        QVERIFY(m_peer->answer(m_peer->ask("prompts/get", R"("name":"extra-prompt-1")"))
                        .contains("while the server ran"));
    else
        QVERIFY(m_peer->answer(m_peer->ask("resources/read", R"("uri":")" + added.toUtf8() + '"'))
                        .contains("This is extra-resource-1"));
    (void)m_peer->call("change-lists", R"({"action":"remove","list":")" + list + R"("})");
    QCOMPARE(m_peer->waitForNotifications(method, 2).size(), 2);
    QCOMPARE(last(), before);
    QVERIFY(m_peer->call("change-lists", R"({"action":"remove"})")["isError"_L1].toBool());
    QCOMPARE(m_peer->notifications(method).size(), 2);
}

void TestDemoChanges::acknowledgesTheSubset_data()
{
    QTest::addColumn<QByteArray>("capabilities");
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("accepted");
    const QByteArray tasks = R"({"extensions":{"io.modelcontextprotocol/tasks":{}}})";
    QTest::newRow("nothing") << "{}"_ba
                             << ""_ba
                             << ""_ba;
    QTest::newRow("lists") << "{}"_ba
                           << R"("toolsListChanged":true,"promptsListChanged":false)"_ba
                           << R"("toolsListChanged":true)"_ba;
    QTest::newRow("resources") << "{}"_ba
                               << R"("resourceSubscriptions":["demo://clock","file:///a"])"_ba
                               << R"("resourceSubscriptions":["demo://clock"])"_ba;
    QTest::newRow("unknown") << "{}"_ba
                             << R"("weatherChanged":true)"_ba
                             << ""_ba;
    QTest::newRow("tasks") << tasks << R"("taskIds":["t1"])"_ba
                           << R"("taskIds":["t1"])"_ba;
    QTest::newRow("no tasks") << "{}"_ba
                              << R"("taskIds":["t1"])"_ba
                              << ""_ba;
}

void TestDemoChanges::acknowledgesTheSubset()
{
    QFETCH(QByteArray, capabilities);
    QFETCH(QByteArray, asked);
    QFETCH(QByteArray, accepted);
    m_peer->declare(capabilities);
    const int id = m_peer->ask("subscriptions/listen", R"("notifications":{)" + asked + '}');
    if (!m_peer->isModern()) {
        QCOMPARE(DemoPeer::errorCode(m_peer->answerObject(id)), -32601);
        return;
    }
    const QList<QJsonObject> sent = m_peer->waitForNotifications(acknowledged, 1);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(subscriptionOf(sent.first()), id);
    QVERIFY(m_peer->payloads().last().contains(R"("notifications":{)" + accepted + '}'));
}

void TestDemoChanges::subscriptionsEnd()
{
    const int first = watch("demo://counter");
    const int second = watch("demo://counter"); // twice the same
    (void)m_peer->call("change-counter");
    const qsizetype each = m_peer->isModern() ? 2 : 1; // each listen is told
    QCOMPARE(m_peer->waitForNotifications(updated, each).size(), each);
    unwatch(first, "demo://counter");
    (void)m_peer->call("change-counter");
    QCOMPARE(m_peer->waitForNotifications(updated, each + (m_peer->isModern() ? 1 : 0)).size(),
             m_peer->isModern() ? 3 : 1);
    QCOMPARE(subscriptionOf(m_peer->notifications(updated).last()),
             m_peer->isModern() ? QJsonValue(second) : QJsonValue(QJsonValue::Undefined));
}

void TestDemoChanges::subscriptionsEndFromTheServer()
{
    const int id = watch("demo://counter");
    (void)m_peer->call("end-subscriptions");
    (void)m_peer->call("change-counter");
    if (!m_peer->isModern()) {
        QCOMPARE(m_peer->notifications(updated).size(), 1); // nothing to end
        return;
    }
    const QJsonValue result = m_peer->answerObject(id)["result"_L1];
    QCOMPARE(result["resultType"_L1], "complete"_L1);
    QCOMPARE(result["_meta"_L1]["io.modelcontextprotocol/subscriptionId"_L1], id);
    QVERIFY(result["_meta"_L1]["io.modelcontextprotocol/serverInfo"_L1].isObject());
    QVERIFY(m_peer->notifications(updated).isEmpty());
}

void TestDemoChanges::subscribingRefuses()
{
    if (m_peer->isModern()) {
        QCOMPARE(DemoPeer::errorCode(m_peer->answerObject(m_peer->ask("subscriptions/listen"))),
                 -32602);
        const int gone = m_peer->ask("resources/subscribe", R"("uri":"demo://clock")");
        QCOMPARE(DemoPeer::errorCode(m_peer->answerObject(gone)), -32601);
        return;
    }
    const int id = m_peer->ask("resources/subscribe", R"("uri":"file:///etc/passwd")");
    QCOMPARE(DemoPeer::errorCode(m_peer->answerObject(id)), -32002);
}

QTEST_GUILESS_MAIN(TestDemoChanges)
#include "tst_demochanges.moc"
