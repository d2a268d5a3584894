// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/opening.h"
#include "support/skip.h"

#include <QtCore/qfile.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;
using Next = Opening::Next;

namespace {

Message result(const QByteArray &json)
{
    return Message::fromPayload(R"({"jsonrpc":"2.0","id":1,"result":)" + json + "}");
}

Message error(int code, const QByteArray &data = {})
{
    return Message::fromPayload(R"({"jsonrpc":"2.0","id":1,"error":{"code":)"
                                + QByteArray::number(code) + R"(,"message":"no")"
                                + (data.isEmpty() ? QByteArray() : ",\"data\":" + data) + "}}");
}

} // namespace

class TestOpening : public QObject
{
    Q_OBJECT

private slots:
    // Checklist 11 and 18: modern errors never fall back blindly, any other does, whatever its
    // code.
    void discover_data()
    {
        QTest::addColumn<Message>("answer");
        QTest::addColumn<int>("next");
        QTest::addColumn<QString>("revision"); // empty: does not matter
        const QString modern = u"2026-07-28"_s;
        const QString latest = u"2025-11-25"_s;
        QTest::newRow("modern") << result(
                R"({"resultType":"complete","supportedVersions":["2026-07-28"],"capabilities":{}})")
                                << int(Next::Open) << modern;
        QTest::newRow("both eras, any order")
                << result(R"({"supportedVersions":["2025-11-25","2026-07-28","2099-01-01"]})")
                << int(Next::Open) << modern;
        QTest::newRow("only legacy shared")
                << result(R"({"supportedVersions":["2099-01-01","2025-03-26","2025-06-18"]})")
                << int(Next::TryLegacy) << u"2025-06-18"_s;
        QTest::newRow("none shared") << result(R"({"supportedVersions":["2099-01-01"]})")
                                     << int(Next::Fail) << QString();
        QTest::newRow("none at all")
                << result(R"({"supportedVersions":[]})") << int(Next::Fail) << QString();
        QTest::newRow("odd entries") << result(R"({"supportedVersions":[1,null,"2026-07-28"]})")
                                     << int(Next::Open) << modern;
        QTest::newRow("a legacy server answers anything")
                << result("{}") << int(Next::TryLegacy) << latest;
        QTest::newRow("method not found") << error(-32601) << int(Next::TryLegacy) << latest;
        QTest::newRow("invalid params") << error(-32602) << int(Next::TryLegacy) << latest;
        QTest::newRow("not initialized") << error(-32000) << int(Next::TryLegacy) << latest;
        QTest::newRow("code 0") << error(0, "[1]") << int(Next::TryLegacy) << latest;
        QTest::newRow("unsupported, other modern unknown")
                << error(-32022, R"({"supported":["2099-01-01"]})") << int(Next::Fail) << QString();
        QTest::newRow("unsupported, legacy named")
                << error(-32022, R"({"supported":["2099-01-01","2025-06-18"]})")
                << int(Next::TryLegacy) << u"2025-06-18"_s;
        QTest::newRow("unsupported, yet lists it")
                << error(-32022, R"({"supported":["2026-07-28"]})") << int(Next::Fail) << QString();
        QTest::newRow("unsupported, no data") << error(-32022) << int(Next::Fail) << QString();
        QTest::newRow("capability missing")
                << error(-32021, R"({"requiredCapabilities":{"elicitation":{}}})")
                << int(Next::Open) << modern;
        QTest::newRow("header mismatch") << error(-32020) << int(Next::Open) << modern;
        QTest::newRow("cut off") << Message::fromPayload(R"({"jsonrpc":"2.0","id":1,"result":{)")
                                 << int(Next::Fail) << QString();
    }
    void discover()
    {
        QFETCH(Message, answer);
        QFETCH(QString, revision);
        const Opening opening = readDiscoverAnswer(answer, Revision::V2026_07_28);
        QTEST(int(opening.next), "next");
        if (!revision.isEmpty())
            QCOMPARE(toString(opening.revision), revision);
        QCOMPARE(bool(opening.error), opening.next != Next::Open && opening.next != Next::Retry);
        if (opening.next == Next::Open)
            QVERIFY(opening.result.isObject());
    }

    void discoverRetriesAVersionItWasNotAskedWith()
    {
        const Opening opening = readDiscoverAnswer(error(-32022, R"({"supported":["2026-07-28"]})"),
                                                   Revision::V2025_11_25);
        QCOMPARE(opening.next, Next::Retry);
        QCOMPARE(toString(opening.revision), toString(Revision::V2026_07_28));
    }

    void theSpecificationsExample()
    {
        QFile file(
                qEnvironmentVariable("MCP_SPEC_DIR",
                                     QStringLiteral(PROJECT_SOURCE_DIR "/../shared/spec"))
                + "/2026-07-28/examples/UnsupportedProtocolVersionError/unsupported-version.json"_L1);
        if (!file.open(QIODevice::ReadOnly))
            MCP_SKIP_REFERENCE("the specification's examples are not here; set MCP_SPEC_DIR to a "
                               "folder that holds 2026-07-28/examples");
        const Message answer = Message::fromPayload(file.readAll());
        // Asked with something else than it lists: retried with the newest we share.
        QCOMPARE(readDiscoverAnswer(answer, Revision::V2025_11_25).next, Next::Retry);
        QCOMPARE(toString(readInitializeAnswer(answer, Revision::V2024_11_05).revision),
                 toString(Revision::V2025_11_25));
    }

    // Checklist 4: an unsupported answer ends the connection, and says why.
    void initialize_data()
    {
        QTest::addColumn<Message>("answer");
        QTest::addColumn<int>("next");
        QTest::addColumn<QString>("revision");
        QTest::addColumn<int>("warnings");
        const QByteArray rest = R"(,"capabilities":{},"serverInfo":{"name":"n","version":"1"}})";
        QTest::newRow("echoed") << result(R"({"protocolVersion":"2025-11-25")" + rest)
                                << int(Next::Open) << u"2025-11-25"_s << 0;
        QTest::newRow("older") << result(R"({"protocolVersion":"2024-11-05")" + rest)
                               << int(Next::Open) << u"2024-11-05"_s << 0;
        QTest::newRow("unknown") << result(R"({"protocolVersion":"2099-01-01")" + rest)
                                 << int(Next::Fail) << QString() << 0;
        QTest::newRow("modern has no handshake")
                << result(R"({"protocolVersion":"2026-07-28")" + rest) << int(Next::Fail)
                << QString() << 0;
        QTest::newRow("a number") << result(R"({"protocolVersion":1)" + rest) << int(Next::Fail)
                                  << QString() << 0;
        QTest::newRow("missing is assumed")
                << result(R"({"x":1)" + rest) << int(Next::Open) << u"2025-11-25"_s << 1;
        QTest::newRow("nothing in it") << result("{}") << int(Next::Open) << u"2025-11-25"_s << 3;
        QTest::newRow("refused") << error(-32601) << int(Next::Refused) << QString() << 0;
        QTest::newRow("mutual version")
                << error(-32602, R"({"supported":["2025-03-26","2024-11-05"]})") << int(Next::Retry)
                << u"2025-03-26"_s << 0;
        QTest::newRow("no mutual version") << error(-32602, R"({"supported":["1.0"]})")
                                           << int(Next::Refused) << QString() << 0;
        QTest::newRow("lists what it refuses") << error(-32602, R"({"supported":["2025-11-25"]})")
                                               << int(Next::Refused) << QString() << 0;
        QTest::newRow("invalid") << Message::fromPayload(R"({"id":1,"result":{"a")")
                                 << int(Next::Fail) << QString() << 0;
    }
    void initialize()
    {
        QFETCH(Message, answer);
        QFETCH(QString, revision);
        const Opening opening = readInitializeAnswer(answer, Revision::V2025_11_25);
        QTEST(int(opening.next), "next");
        if (!revision.isEmpty())
            QCOMPARE(toString(opening.revision), revision);
        QTEST(int(opening.warnings.size()), "warnings");
    }

    /// Checklist 48.
    void discoverTellsHowLongItHolds()
    {
        const auto rules = [](const QByteArray &more) {
            const Opening opening = readDiscoverAnswer(
                    result(R"({"resultType":"complete","supportedVersions":["2026-07-28"],)"
                           R"("capabilities":{})"
                           + more + '}'),
                    Revision::V2026_07_28);
            QList<int> broken;
            for (const Violation &violation : opening.violations)
                broken.append(int(violation.rule));
            return broken;
        };
        const int caching = int(Rule::Caching);
        QCOMPARE(rules(R"(,"ttlMs":5,"cacheScope":"private")"), QList<int>());
        QCOMPARE(rules(R"(,"ttlMs":5)"), QList<int>{ caching });
        QCOMPARE(rules({}), (QList<int>{ caching, caching }));
    }

    void failuresNameBothSides()
    {
        const Opening legacy =
                readInitializeAnswer(result(R"({"protocolVersion":"1.0"})"), Revision::V2025_11_25);
        QVERIFY2(legacy.error.message.contains(u"1.0"), qPrintable(legacy.error.message));
        QVERIFY(legacy.error.message.contains(u"2024-11-05"));
        const Opening modern = readDiscoverAnswer(result(R"({"supportedVersions":["2099-01-01"]})"),
                                                  Revision::V2026_07_28);
        QVERIFY(modern.error.message.contains(u"2099-01-01"));
        QVERIFY(modern.error.message.contains(u"2026-07-28"));
    }
};

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
