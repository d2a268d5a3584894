// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/connectedrig.h"
#include "client/subscriptions.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

using State = Subscriptions::State;

const QString listen = u"subscriptions/listen"_s;
const QString a = u"file:///a"_s;
const QString b = u"file:///b"_s;
const QByteArray bothUris = R"({"resourceSubscriptions":["file:///a","file:///b"]})";

QByteArray listenParams(const Connected &rig)
{
    return RawJson::fromText(rig.peer.lastParams(listen)).value("notifications").toByteArray();
}

QByteArray accepted(const QByteArray &id, const QByteArray &what)
{
    return R"({"jsonrpc":"2.0","method":"notifications/subscriptions/acknowledged","params":{"_meta":{"io.modelcontextprotocol/subscriptionId":)"
           + id + R"(},"notifications":)" + what + "}}";
}

/// What a server says to the listen request that it got last.
void acknowledge(Connected &rig, const QByteArray &what, const QByteArray &quotes = {})
{
    rig.peer.send(accepted(quotes + rig.last(listen).message.id().raw() + quotes, what));
}

qsizetype count(const Connected &rig, const QString &method)
{
    return rig.peer.log().filter(method).size();
}

/// Answers everything but listen, which stays open.
void answerAll(Connected &rig)
{
    rig.reply = [&rig](const ScriptedPeer::Sent &sent) {
        if (sent.message.method() != listen)
            rig.peer.answer(sent, "{}");
    };
}

} // namespace

class TestSubscriptions : public QObject
{
    Q_OBJECT

private slots:
    void legacy();
    void legacyRefused();
    void legacyNextConnection();

    void listens();
    void onlyWhatWasAccepted();
    void anotherFilter();
    void nothingWanted();
    void noTimeLimit();
    void refused();
    void ended_data();
    void ended();
    void refusedChange();
    void nextConnection();
    void listChangesThatAreDeclared();
};

void TestSubscriptions::legacy()
{
    Connected rig;
    answerAll(rig);
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(a);
    subscriptions->watch(a); // once is enough
    QCOMPARE(subscriptions->state(a), State::Asked);
    QTRY_COMPARE(subscriptions->state(a), State::Active);
    QCOMPARE(count(rig, u"resources/subscribe"_s), 1);
    QCOMPARE(RawJson::fromText(rig.peer.lastParams(u"resources/subscribe"_s))
                     .value("uri")
                     .toString(),
             a);
    subscriptions->unwatch(a);
    QVERIFY(!subscriptions->isWatched(a));
    QTRY_COMPARE(count(rig, u"resources/unsubscribe"_s), 1);
    subscriptions->setListChanges(true); // they say so unasked
    QCOMPARE(count(rig, listen), 0);
}

void TestSubscriptions::legacyRefused()
{
    Connected rig;
    rig.reply = [&](const ScriptedPeer::Sent &sent) { rig.peer.refuse(sent, -32002, "no such"); };
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(a);
    QTRY_COMPARE(subscriptions->state(a), State::Refused);
    QCOMPARE(subscriptions->error(a).code, -32002);
    QVERIFY(subscriptions->isWatched(a)); // and asked for again next time
    subscriptions->unwatch(a);
    QCOMPARE(count(rig, u"resources/unsubscribe"_s), 0); // there is nothing to take back
}

/// What is wanted outlives the connection, and what is wanted without one is asked for on the next.
void TestSubscriptions::legacyNextConnection()
{
    Connected rig;
    answerAll(rig);
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(a);
    QTRY_COMPARE(subscriptions->state(a), State::Active);
    rig.server.stop();
    QTRY_COMPARE(subscriptions->state(a), State::Off);
    subscriptions->watch(b);
    QTRY_COMPARE(rig.server.state(), Server::State::Stopped);
    QVERIFY(waitFor(rig.client.initialize()).outcome);
    QTRY_COMPARE(subscriptions->state(b), State::Active);
    QCOMPARE(count(rig, u"2 newline resources/subscribe"_s), 2);
}

void TestSubscriptions::listens()
{
    Connected rig(Era::Modern);
    answerAll(rig);
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(a);
    subscriptions->watch(b);
    QTRY_COMPARE(count(rig, listen), 1); // both in one
    QCOMPARE(listenParams(rig), bothUris);
    QCOMPARE(subscriptions->state(a), State::Asked);
    acknowledge(rig, bothUris);
    QTRY_COMPARE(subscriptions->state(a), State::Active);
    QCOMPARE(subscriptions->state(b), State::Active);
    QVERIFY(!subscriptions->acknowledged().isAbsent());
}

/// Checklist 42: what was acknowledged is compared with what was asked for.
void TestSubscriptions::onlyWhatWasAccepted()
{
    Connected rig(Era::Modern);
    answerAll(rig);
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(a);
    subscriptions->watch(b);
    QTRY_COMPARE(count(rig, listen), 1);
    acknowledge(rig, R"({"resourceSubscriptions":["file:///a"]})", "\""); // another id
    acknowledge(rig, R"({"resourceSubscriptions":["file:///b"]})");
    QTRY_COMPARE(subscriptions->state(b), State::Active);
    QCOMPARE(subscriptions->state(a), State::Refused);
    QCOMPARE(subscriptions->error(a).message, u"The server has not accepted it."_s);
}

/// The former one is cancelled once the new one stands.
void TestSubscriptions::anotherFilter()
{
    Connected rig(Era::Modern);
    answerAll(rig);
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(a);
    QTRY_COMPARE(count(rig, listen), 1);
    const QByteArray former = rig.last(listen).message.id().raw();
    acknowledge(rig, R"({"resourceSubscriptions":["file:///a"]})");
    QTRY_COMPARE(subscriptions->state(a), State::Active);
    subscriptions->watch(b);
    QTRY_COMPARE(count(rig, listen), 2);
    QCOMPARE(listenParams(rig), bothUris);
    QCOMPARE(count(rig, u"cancelled"_s), 0);
    acknowledge(rig, bothUris);
    QTRY_COMPARE(count(rig, u"cancelled"_s), 1);
    QCOMPARE(RawJson::fromText(rig.peer.lastParams(u"notifications/cancelled"_s))
                     .value("requestId")
                     .toByteArray(),
             former);
    QCOMPARE(subscriptions->state(a), State::Active);
}

void TestSubscriptions::nothingWanted()
{
    Connected rig(Era::Modern);
    answerAll(rig);
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(a);
    QTRY_COMPARE(count(rig, listen), 1);
    acknowledge(rig, R"({"resourceSubscriptions":["file:///a"]})");
    QTRY_COMPARE(subscriptions->state(a), State::Active);
    subscriptions->unwatch(a);
    QTRY_COMPARE(count(rig, u"cancelled"_s), 1);
    QCOMPARE(count(rig, listen), 1);
    QCOMPARE(subscriptions->state(a), State::Off);
}

void TestSubscriptions::noTimeLimit()
{
    ServerSpec spec;
    spec.timeouts.request = 100;
    spec.timeouts.requestHard = 200;
    Connected rig(Era::Modern, spec);
    answerAll(rig);
    rig.client.subscriptions()->watch(a);
    QTRY_COMPARE(count(rig, listen), 1);
    acknowledge(rig, R"({"resourceSubscriptions":["file:///a"]})");
    QTRY_COMPARE(rig.client.subscriptions()->state(a), State::Active);
    QTest::qWait(600);
    QCOMPARE(rig.client.subscriptions()->state(a), State::Active);
    QCOMPARE(count(rig, u"cancelled"_s), 0);
}

void TestSubscriptions::refused()
{
    Connected rig(Era::Modern);
    rig.reply = [&](const ScriptedPeer::Sent &sent) { rig.peer.refuse(sent, -32601, "no"); };
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(a);
    QTRY_COMPARE(subscriptions->state(a), State::Refused);
    QCOMPARE(subscriptions->error(a).code, -32601);
    answerAll(rig);
    subscriptions->restart();
    QTRY_COMPARE(count(rig, listen), 2);
}

void TestSubscriptions::ended_data()
{
    QTest::addColumn<bool>("byAnswer");
    QTest::addColumn<bool>("byCancellation");
    QTest::newRow("answer") << true << false;
    QTest::newRow("notifications/cancelled") << false << true;
    QTest::newRow("both") << true << true;
}

/// Checklist 43.
void TestSubscriptions::ended()
{
    QFETCH(const bool, byAnswer);
    QFETCH(const bool, byCancellation);
    Connected rig(Era::Modern);
    answerAll(rig);
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(a);
    QTRY_COMPARE(count(rig, listen), 1);
    acknowledge(rig, R"({"resourceSubscriptions":["file:///a"]})");
    QTRY_COMPARE(subscriptions->state(a), State::Active);
    const ScriptedPeer::Sent sent = rig.last(listen);
    if (byCancellation) {
        rig.peer.send(
                R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":)"
                + sent.message.id().raw() + "}}");
    }
    if (byAnswer)
        rig.peer.answer(sent, R"({"resultType":"complete"})");
    QTRY_COMPARE(subscriptions->state(a), State::Ended);
    QVERIFY(waitFor(rig.client.callTool(u"t"_s)).outcome); // the rest goes on
    QCOMPARE(subscriptions->state(a), State::Ended);
    QVERIFY2(rig.server.warnings().filter(u"twice"_s).isEmpty(),
             qPrintable(rig.server.warnings().join(u'\n')));
    subscriptions->unwatch(a);
    QCOMPARE(subscriptions->state(a), State::Off);
    subscriptions->watch(a); // asked for anew, by who uses it
    QTRY_COMPARE(count(rig, listen), 2);
}

/// What stood before goes on.
void TestSubscriptions::refusedChange()
{
    Connected rig(Era::Modern);
    answerAll(rig);
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(a);
    QTRY_COMPARE(count(rig, listen), 1);
    acknowledge(rig, R"({"resourceSubscriptions":["file:///a"]})");
    QTRY_COMPARE(subscriptions->state(a), State::Active);
    rig.reply = [&](const ScriptedPeer::Sent &sent) { rig.peer.refuse(sent, -32602, "no"); };
    subscriptions->watch(b);
    QTRY_COMPARE(subscriptions->state(b), State::Refused);
    QCOMPARE(subscriptions->error(b).code, -32602);
    QCOMPARE(subscriptions->state(a), State::Active);
    QVERIFY(subscriptions->acknowledged().contains("resourceSubscriptions"));
    answerAll(rig);
    subscriptions->unwatch(b); // nothing else is wanted than what stands
    QVERIFY(waitFor(rig.client.callTool(u"t"_s)).outcome);
    QCOMPARE(count(rig, listen), 2);
    QCOMPARE(count(rig, u"cancelled"_s), 0);
    QCOMPARE(subscriptions->state(a), State::Active);
}

/// Checklist 20: listens are sent again to a new process.
void TestSubscriptions::nextConnection()
{
    Connected rig(Era::Modern);
    answerAll(rig);
    Subscriptions *const subscriptions = rig.client.subscriptions();
    subscriptions->watch(a);
    QTRY_COMPARE(count(rig, listen), 1);
    acknowledge(rig, R"({"resourceSubscriptions":["file:///a"]})");
    QTRY_COMPARE(subscriptions->state(a), State::Active);
    rig.peer.exit(1);
    QTRY_COMPARE(subscriptions->state(a), State::Off);
    QVERIFY(waitFor(rig.client.initialize()).outcome);
    QTRY_COMPARE(count(rig, listen), 2);
    QCOMPARE(subscriptions->state(a), State::Asked);
}

void TestSubscriptions::listChangesThatAreDeclared()
{
    Rig rig;
    QByteArray asked;
    QByteArray id;
    rig.peer.onMessage = [&](const ScriptedPeer::Sent &sent) {
        if (sent.message.method() == "server/discover"_L1)
            rig.peer.answer(
                    sent,
                    R"({"resultType":"complete","ttlMs":0,"cacheScope":"public","supportedVersions":["2026-07-28"],"capabilities":{"tools":{"listChanged":true},"prompts":{},"resources":{"listChanged":true}}})");
        else if (sent.message.method() == listen) {
            asked = sent.message.params().value("notifications").toByteArray();
            id = sent.message.id().raw();
        }
    };
    rig.client.subscriptions()->setListChanges(true);
    QVERIFY(waitFor(rig.client.initialize()).outcome);
    QTRY_COMPARE(asked, R"({"toolsListChanged":true,"resourcesListChanged":true})"_ba);
    const Subscriptions *const subscriptions = rig.client.subscriptions();
    QCOMPARE(subscriptions->listState("tools"), State::Asked);
    // The server tells of some of them: the others alone are unwatched.
    rig.peer.send(accepted(id, R"({"toolsListChanged":true})"));
    QTRY_COMPARE(subscriptions->listState(), State::Refused);
    QCOMPARE(subscriptions->listState("tools"), State::Active);
    QCOMPARE(subscriptions->listState("prompts"), State::Off); // was not asked for
    QCOMPARE(subscriptions->listState("resources"), State::Refused);
}

QTEST_GUILESS_MAIN(TestSubscriptions)
#include "tst_subscriptions.moc"
