// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/dialect.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

RawJson json(const QByteArray &text) { return RawJson::fromText(text); }

const auto legacy = Dialect::create(Revision::V2025_06_18);
const auto modern = Dialect::create(Revision::V2026_07_28);

/// The block that each modern request carries.
QByteArray modernMeta()
{
    return R"("io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
           R"("io.modelcontextprotocol/clientCapabilities":{},)"
           R"("io.modelcontextprotocol/clientInfo":{"name":"mcp-orchestrator",)"
           R"("title":")" MCP_APP_NAME R"(","version":")" MCP_VERSION R"("})";
}

} // namespace

class TestDialect : public QObject
{
    Q_OBJECT

private slots:
    void opens()
    {
        const Message initialize = legacy->opener(MessageId(1));
        QCOMPARE(initialize.payload(),
                 R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{)"
                 R"("protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{)"
                 R"("name":"mcp-orchestrator","title":")" MCP_APP_NAME
                 R"(","version":")" MCP_VERSION R"("}}})"_ba);
        QCOMPARE(legacy->confirmation()->payload(),
                 R"({"jsonrpc":"2.0","method":"notifications/initialized"})"_ba);

        const Message discover = modern->opener(MessageId(2));
        QCOMPARE(discover.payload(),
                 R"({"jsonrpc":"2.0","id":2,"method":"server/discover","params":{"_meta":{)"
                         + modernMeta() + "}}}");
        QVERIFY(!modern->confirmation());
    }

    void decoratesLegacy_data()
    {
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QByteArray>("meta");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("no params") << ""_ba
                                   << ""_ba
                                   << R"({"_meta":{"progressToken":7}})"_ba;
        QTest::newRow("bytes stay")
                << R"({"name":"t","arguments":{ "b":1.0, "a":12345678901234567890 }})"_ba
                << ""_ba
                << R"({"name":"t","arguments":{ "b":1.0, "a":12345678901234567890 },"_meta":{"progressToken":7}})"_ba;
        QTest::newRow("the user's meta")
                << R"({"name":"t"})"_ba
                << R"({"trace":1e400})"_ba
                << R"({"name":"t","_meta":{"trace":1e400,"progressToken":7}})"_ba;
        QTest::newRow("meta inside params")
                << R"({"_meta":{"a":1,"b":2},"name":"t"})"_ba
                << R"({"b":3})"_ba
                << R"({"name":"t","_meta":{"a":1,"b":3,"progressToken":7}})"_ba;
        QTest::newRow("the user's token") << ""_ba
                                          << R"({"progressToken":"mine"})"_ba
                                          << R"({"_meta":{"progressToken":"mine"}})"_ba;
        QTest::newRow("params that are no object") << "[1,2]"_ba
                                                   << ""_ba
                                                   << "[1,2]"_ba;
        QTest::newRow("meta that is no object") << R"({"_meta":7})"_ba
                                                << ""_ba
                                                << R"({"_meta":7})"_ba;
    }
    void decoratesLegacy()
    {
        QFETCH(QByteArray, params);
        QFETCH(QByteArray, meta);
        const RawJson sent = legacy->decorate(json(params), json(meta), MessageId(7));
        QTEST(sent.toByteArray(), "sent");
    }

    // Checklist 9: version and capabilities in every request; params are never left out.
    void decoratesModern()
    {
        QCOMPARE(modern->decorate({}, {}, MessageId(7)).toByteArray(),
                 R"({"_meta":{)" + modernMeta() + R"(,"progressToken":7}})");
        QCOMPARE(modern->decorate(json(R"({"cursor":""})"), json(R"({"x":1})"), MessageId(7))
                         .toByteArray(),
                 R"({"cursor":"","_meta":{)" + modernMeta() + R"(,"x":1,"progressToken":7}})");
        // What the user sets wins, so that a server's checks can be tried.
        const RawJson own = modern->decorate(
                {}, json(R"({"io.modelcontextprotocol/protocolVersion":"1999"})"), MessageId(7));
        const RawJson meta = own.value("_meta");
        QCOMPARE(meta.value("io.modelcontextprotocol/protocolVersion").toString(), u"1999"_s);
        QCOMPARE(meta.count(), 4);
    }

    void readsLegacy()
    {
        QList<Violation> warnings;
        const auto result = legacy->read(u"tools/call"_s, json(R"({"a":1})"), &warnings);
        QVERIFY(result);
        QCOMPARE(result->kind, Reading::Kind::Complete);
        QCOMPARE(result->result.toByteArray(), R"({"a":1})"_ba);
        QVERIFY(warnings.isEmpty());
        // Shown, not refused.
        QVERIFY(legacy->read(u"tools/call"_s, json("null"), &warnings));
        QCOMPARE(warnings.size(), 1);
    }

    // Checklist 10 and 41.
    void readsModern_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QByteArray>("result");
        QTest::addColumn<int>("kind"); // -1: an error
        QTest::addColumn<int>("warnings");
        using Kind = Reading::Kind;
        const QString call = u"tools/call"_s;
        const QString list = u"tools/list"_s;
        QTest::newRow("complete")
                << list << R"({"resultType":"complete","ttlMs":1,"cacheScope":"public"})"_ba
                << int(Kind::Complete) << 0;
        QTest::newRow("not said how long to keep")
                << list << R"({"resultType":"complete"})"_ba << int(Kind::Complete) << 2;
        QTest::newRow("absent") << list << R"({"tools":[],"ttlMs":1,"cacheScope":"public"})"_ba
                                << int(Kind::Complete) << 1;
        QTest::newRow("no object") << list << "[]"_ba << int(Kind::Complete) << 1;
        QTest::newRow("unknown") << call << R"({"resultType":"surprise"})"_ba << -1 << 0;
        QTest::newRow("null") << call << R"({"resultType":null})"_ba << -1 << 0;
        QTest::newRow("number") << call << R"({"resultType":1})"_ba << -1 << 0;
        QTest::newRow("input for a call")
                << call << R"({"resultType":"input_required"})"_ba << int(Kind::InputRequired) << 0;
        QTest::newRow("input for a prompt")
                << u"prompts/get"_s << R"({"resultType":"input_required"})"_ba
                << int(Kind::InputRequired) << 0;
        QTest::newRow("input for a list")
                << list << R"({"resultType":"input_required"})"_ba << -1 << 0;
        QTest::newRow("task for a call")
                << call << R"({"resultType":"task"})"_ba << int(Kind::Task) << 0;
        QTest::newRow("task for a list") << list << R"({"resultType":"task"})"_ba << -1 << 0;
    }
    void readsModern()
    {
        QFETCH(QString, method);
        QFETCH(QByteArray, result);
        QFETCH(int, kind);
        QList<Violation> warnings;
        const auto reading = Dialect::create(Revision::V2026_07_28, ClientCapabilities::all())
                                     ->read(method, json(result), &warnings);
        QCOMPARE(reading ? int(reading->kind) : -1, kind);
        if (!reading) {
            QCOMPARE(reading.error().kind, Error::Kind::Protocol);
            QCOMPARE(reading.error().data.toByteArray(), result);
        }
        QTEST(int(warnings.size()), "warnings");
    }

    void refusals()
    {
        for (const auto *const method : { u"ping", u"logging/setLevel", u"initialize",
                                          u"resources/subscribe", u"resources/unsubscribe" }) {
            const QString name = QString::fromUtf16(method);
            const Error error = modern->refusal(name);
            QCOMPARE(error.kind, Error::Kind::Usage);
            QVERIFY(error.message.contains(name));
            QVERIFY(!legacy->refusal(name));
        }
        QCOMPARE(legacy->refusal(u"server/discover"_s).kind, Error::Kind::Usage);
        for (const auto &method : { u"tools/list"_s, u"tools/call"_s, u"x/own"_s }) {
            QVERIFY(!modern->refusal(method));
            QVERIFY(!legacy->refusal(method));
        }
    }

    void cancels()
    {
        QCOMPARE(legacy->cancellation(MessageId(3), u"user"_s).payload(),
                 R"({"jsonrpc":"2.0","method":"notifications/cancelled",)"
                 R"("params":{"requestId":3,"reason":"user"}})"_ba);
        QCOMPARE(modern->cancellation(MessageId(3), {}).params().toByteArray(),
                 R"({"requestId":3})"_ba);
    }

    // Checklist 7 and 12.
    void answersTheServer()
    {
        const Message ping = Message::fromPayload(R"({"jsonrpc":"2.0","id":"a","method":"ping"})");
        const Message roots =
                Message::fromPayload(R"({"jsonrpc":"2.0","id":9.0,"method":"roots/list"})");
        QCOMPARE(legacy->answerTo(ping)->payload(), R"({"jsonrpc":"2.0","id":"a","result":{}})"_ba);
        const auto refused = legacy->answerTo(roots);
        QCOMPARE(refused->kind(), Message::Kind::ErrorResponse);
        QCOMPARE(refused->error().value("code").toInteger(), std::optional<qint64>(-32601));
        QCOMPARE(refused->id().raw(), "9.0"_ba); // echoed as it came
        QVERIFY(!modern->answerTo(ping));
        QVERIFY(!modern->answerTo(roots));
    }

    void assumesLegacyUnlessTold()
    {
        const Message ping = Message::fromPayload(R"({"jsonrpc":"2.0","id":1,"method":"ping"})");
        QVERIFY(Dialect::assumed(EraSetting::Auto)->answerTo(ping));
        QVERIFY(Dialect::assumed(EraSetting::Legacy)->answerTo(ping));
        QVERIFY(!Dialect::assumed(EraSetting::Modern)->answerTo(ping));
    }
};

QTEST_GUILESS_MAIN(TestDialect)
#include "tst_dialect.moc"
