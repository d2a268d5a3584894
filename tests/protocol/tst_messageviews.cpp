// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/connectioninfo.h"
#include "protocol/notifications.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

/// The views over notifications and over the answer to the handshake.
class TestMessageViews : public QObject
{
    Q_OBJECT

private slots:
    void progress_data()
    {
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QString>("text");
        QTest::newRow("count") << R"({"progress":3,"total":5,"message":"copying"})"_ba
                               << u"3 of 5: copying"_s;
        QTest::newRow("share") << R"({"progress":0.6,"total":1})"_ba << u"60 %"_s;
        QTest::newRow("fraction of many") << R"({"progress":2.5,"total":10})"_ba << u"2.5 of 10"_s;
        QTest::newRow("no total") << R"({"progress":7})"_ba << u"7"_s;
        QTest::newRow("message alone")
                << R"({"progress":7,"message":"copying"})"_ba << u"copying"_s;
        QTest::newRow("total 0") << R"({"progress":7,"total":0})"_ba << u"7"_s;
        QTest::newRow("wrong types") << R"({"progress":"x","total":[],"message":5})"_ba << u"0"_s;
        QTest::newRow("nothing") << "{}"_ba << u"0"_s;
    }
    void progress()
    {
        QFETCH(QByteArray, params);
        QTEST(Progress::fromParams(RawJson::fromText(params)).describe(), "text");
    }

    void logMessage_data()
    {
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QString>("text");
        QTest::newRow("text") << R"({"level":"warning","logger":"db","data":"disk is full"})"_ba
                              << u"warning db: disk is full"_s;
        QTest::newRow("object keeps its letter")
                << R"({"level":"info","data":{ "b": 1.0, "a": 2 }})"_ba
                << u"info: {\"b\":1.0,\"a\":2}"_s;
        QTest::newRow("no level") << R"({"data":"x"})"_ba << u"log: x"_s;
        QTest::newRow("no data") << R"({"level":"error"})"_ba << u"error"_s;
    }
    void logMessage()
    {
        QFETCH(QByteArray, params);
        QTEST(LogMessage::fromParams(RawJson::fromText(params)).describe(), "text");
    }

    void serverInfoStandsWhereTheEraPutsIt_data()
    {
        QTest::addColumn<bool>("modern");
        QTest::addColumn<QByteArray>("result");
        QTest::addColumn<QString>("name");
        const QByteArray inMeta =
                R"("_meta":{"io.modelcontextprotocol/serverInfo":{"name":"meta"}})";
        const QByteArray onTop = R"("serverInfo":{"name":"top","title":"Top"})";
        QTest::newRow("legacy") << false << "{" + onTop + "}" << u"Top"_s;
        QTest::newRow("modern") << true << "{" + inMeta + "}" << u"meta"_s;
        QTest::newRow("modern, early text") << true << "{" + onTop + "}" << u"Top"_s;
        QTest::newRow("modern, both") << true << "{" + onTop + "," + inMeta + "}" << u"meta"_s;
        QTest::newRow("legacy, both") << false << "{" + onTop + "," + inMeta + "}" << u"Top"_s;
        QTest::newRow("none") << false << R"({"name":"my-mcp"})"_ba << QString();
        QTest::newRow("wrong type") << false << R"({"serverInfo":"x"})"_ba << QString();
    }
    void serverInfoStandsWhereTheEraPutsIt()
    {
        QFETCH(bool, modern);
        QFETCH(QByteArray, result);
        ConnectionInfo info;
        info.era = modern ? Era::Modern : Era::Legacy;
        info.result = RawJson::fromText(result);
        QTEST(info.displayName(), "name");
    }

    void capabilities()
    {
        ConnectionInfo info;
        info.result = RawJson::fromText(R"({"capabilities":{"tools":{},"logging":null},
            "instructions":"be kind"})");
        QVERIFY(info.declares("tools"));
        QVERIFY(!info.declares("prompts"));
        QCOMPARE(info.instructions(), u"be kind"_s);
        info.result = RawJson::fromText(R"({"capabilities":[]})");
        QVERIFY(!info.declares("tools"));
        info.result = {};
        QVERIFY(!info.declares("tools"));
    }
};

QTEST_GUILESS_MAIN(TestMessageViews)
#include "tst_messageviews.moc"
