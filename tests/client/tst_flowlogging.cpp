// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/flowrig.h"
#include "protocol/caching.h"
#include "protocol/notifications.h"

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString messages = u"notifications/message"_s;

} // namespace

/// Log messages and what is said about caching, by a real process.
class TestFlowLogging : public QObject
{
    Q_OBJECT

private slots:
    void levels_data() { bothEras(); }
    void levels();
    void unknownLevel();
    void unasked_data();
    void unasked();
    void afterACancelledCall();
    void legacyLogsUnasked();
    void caching_data();
    void caching();
    void cachingOfTheOpening();
};

void TestFlowLogging::levels()
{
    QFETCH(const QString, era);
    FlowRig rig(era);
    const QByteArray info = R"({"level":"info","logger":"db","data":{"k":1.0}})";
    QVERIFY(waitFor(rig.client.setLogLevel(u"warning"_s)).outcome);
    QCOMPARE(firstText(rig.call(u"log"_s, info)), u"wrote 0 messages"_s);
    QVERIFY(waitFor(rig.client.setLogLevel(u"debug"_s)).outcome);
    QCOMPARE(firstText(rig.call(u"log"_s, info)), u"wrote 1 messages"_s);
    QTRY_COMPARE(rig.told(messages).size(), 1);
    const LogMessage log = LogMessage::fromParams(rig.told(messages).at(0).params());
    QCOMPARE(log.level, u"info"_s);
    QCOMPARE(log.logger, u"db"_s);
    QCOMPARE(log.data.toByteArray(), R"({"k":1.0})"_ba);
    QCOMPARE(rig.sentMethods().count(u"logging/setLevel"_s), era == "legacy"_L1 ? 2 : 0);
    QCOMPARE(rig.complaints(), QString());
}

void TestFlowLogging::unknownLevel()
{
    FlowRig rig(u"legacy"_s);
    QCOMPARE(waitFor(rig.client.setLogLevel(u"loud"_s)).error().code, -32602);
}

void TestFlowLogging::unasked_data()
{
    QTest::addColumn<QString>("level"); // empty: off
    QTest::addColumn<bool>("isViolation");
    QTest::newRow("Checklist 51: off") << QString() << true;
    QTest::newRow("Checklist 51: on") << u"info"_s << false;
}

void TestFlowLogging::unasked()
{
    QFETCH(const QString, level);
    QFETCH(const bool, isViolation);
    FlowRig rig(u"modern"_s, { u"unasked-log"_s });
    QVERIFY(waitFor(rig.client.setLogLevel(level)).outcome);
    QVERIFY(waitFor(rig.client.listTools()).outcome);
    QTRY_COMPARE(rig.told(messages).size(), 1); // shown all the same
    QCOMPARE(rig.isReported(u"has asked for any"_s), isViolation);
    if (!isViolation)
        QCOMPARE(rig.complaints(), QString());
    // One request that asks, by hand.
    CallOptions options;
    options.meta = json(R"({"io.modelcontextprotocol/logLevel":"debug"})");
    const int before = rig.violations(u"has asked for any"_s);
    QVERIFY(waitFor(rig.client.request(u"prompts/list"_s, {}, options)).outcome);
    QTRY_COMPARE(rig.told(messages).size(), 2);
    QCOMPARE(rig.violations(u"has asked for any"_s), before);
}

/// Checklist 51: while a server may still be at what asked for messages, they are no fault.
void TestFlowLogging::afterACancelledCall()
{
    FlowRig rig(u"modern"_s, { u"unasked-log"_s, u"hold"_s });
    QVERIFY(waitFor(rig.client.setLogLevel(u"debug"_s)).outcome);
    Call *const call = rig.client.callTool(u"echo"_s);
    QTRY_VERIFY(rig.sentMethods().contains(u"tools/call"_s));
    call->cancel();
    QVERIFY(waitFor(rig.client.setLogLevel({})).outcome);
    QVERIFY(waitFor(rig.client.listPrompts()).outcome);
    QTRY_VERIFY(!rig.told(messages).isEmpty());
    QCOMPARE(rig.complaints(), QString());
    // It answers what was asked later, so it has read the cancellation.
    QVERIFY(waitFor(rig.client.listPrompts()).outcome);
    QVERIFY2(rig.isReported(u"log message"_s), qPrintable(rig.warnings()));
}

void TestFlowLogging::legacyLogsUnasked()
{
    FlowRig rig(u"legacy"_s);
    QCOMPARE(firstText(rig.call(u"log"_s)), u"wrote 1 messages"_s);
    QTRY_COMPARE(rig.told(messages).size(), 1);
    QCOMPARE(rig.complaints(), QString());
}

void TestFlowLogging::caching_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<qint64>("ttl");
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QString>("violation"); // empty: none
    const QString p = u"private"_s;
    QTest::newRow("Checklist 48: fresh") << u"fresh"_s << qint64(60'000) << p << QString();
    QTest::newRow("Checklist 48: negative") << u"negative"_s << qint64(0) << p << u"negative"_s;
    QTest::newRow("Checklist 48: huge") << u"huge"_s << Caching::longestTtlMs << p << QString();
    QTest::newRow("Checklist 48: absent") << u"absent"_s << qint64(0) << p << u"no ttlMs"_s;
    QTest::newRow("Checklist 48: text") << u"string"_s << qint64(0) << p << u"no number"_s;
    QTest::newRow("Checklist 48: no scope")
            << u"no-scope"_s << qint64(0) << QString() << u"no cacheScope"_s;
    QTest::newRow("Checklist 48: odd scope")
            << u"odd-scope"_s << qint64(0) << u"galaxy"_s << u"neither public nor private"_s;
}

void TestFlowLogging::caching()
{
    QFETCH(const QString, kind);
    QFETCH(const qint64, ttl);
    QFETCH(const QString, scope);
    QFETCH(const QString, violation);
    FlowRig rig(u"modern"_s, { u"cache="_s + kind });
    for (const QString &method : { u"tools/list"_s, u"resources/list"_s, u"prompts/list"_s,
                                   u"resources/templates/list"_s, u"resources/read"_s }) {
        const Ended ended =
                waitFor(rig.client.request(method, json(R"({"uri":"test:///readme.md"})")));
        QVERIFY2(ended.outcome, qPrintable(ended.error().describe()));
        const Caching caching = Caching::fromResult(*ended.outcome);
        QVERIFY(caching.isStated);
        QCOMPARE(caching.ttlMs, ttl);
        QCOMPARE(caching.scope, scope);
        if (!violation.isEmpty())
            QVERIFY2(rig.isReported("The result of "_L1 + method), qPrintable(rig.warnings()));
    }
    if (violation.isEmpty())
        QCOMPARE(rig.complaints(), QString());
    else
        QVERIFY2(rig.isReported(violation), qPrintable(rig.warnings()));
    QVERIFY(rig.call(u"echo"_s).outcome); // what needs no caching has nothing to say about it
    QVERIFY2(!rig.warnings().contains(u"tools/call"), qPrintable(rig.warnings()));
}

/// Checklist 48: server/discover too has to tell how long it holds.
void TestFlowLogging::cachingOfTheOpening()
{
    FlowRig rig(u"modern"_s, { u"cache=discover-absent"_s });
    QVERIFY(rig.isOpen);
    QVERIFY2(rig.isReported(u"server/discover has no ttlMs"_s), qPrintable(rig.warnings()));
    QVERIFY2(rig.isReported(u"server/discover has no cacheScope"_s), qPrintable(rig.warnings()));
    QVERIFY(waitFor(rig.client.listPrompts()).outcome);
    QCOMPARE(rig.violations(u"server/utilities/caching"_s), 2);
}

QTEST_GUILESS_MAIN(TestFlowLogging)
#include "tst_flowlogging.moc"
