// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "demopeer.h"

#include <QtCore/qjsonarray.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray prompt(const QByteArray &name)
{
    return R"("ref":{"type":"ref/prompt","name":")" + name + R"("})";
}

QByteArray uri(const QByteArray &text)
{
    return R"("ref":{"type":"ref/resource","uri":")" + text + R"("})";
}

QByteArray argument(const QByteArray &name, const QByteArray &value)
{
    return R"(,"argument":{"name":")" + name + R"(","value":")" + value + R"("})";
}

} // namespace

/*!
 * The demo server completes arguments of prompts and variables of templates.
 */
class TestDemoCompletion : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { DemoPeer::addEras(); }
    void completes_data();
    void completes();
    void tellsThatThereIsMore();
    void refuses_data();
    void refuses();
};

void TestDemoCompletion::completes_data()
{
    const QByteArray weather = uri("demo://weather/{country}/{city}{?units,days}");
    const QByteArray inJapan = R"(,"context":{"arguments":{"country":"Japan"}})";
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("values");
    QTest::newRow("country") << prompt("travel-plan") + argument("country", "n")
                             << u"New Zealand, Norway"_s;
    QTest::newRow("city of a country") << prompt("travel-plan") + argument("city", "") + inJapan
                                       << u"Kyoto, Osaka, Sapporo, Tokyo"_s;
    QTest::newRow("city of a country, begun")
            << weather + argument("city", "T") + inJapan << u"Tokyo"_s;
    QTest::newRow("city of any country")
            << weather + argument("city", "T") << u"Tokyo, Toronto, Tromsø"_s;
    QTest::newRow("city of nowhere")
            << weather + argument("city", "") + R"(,"context":{"arguments":{"country":"Utopia"}})"
            << QString();
    QTest::newRow("case") << weather + argument("units", "M") << u"metric"_s;
    QTest::newRow("segments") << uri("demo://files{/path*}") + argument("path", "d")
                              << u"data, docs"_s;
    QTest::newRow("reserved") << uri("demo://report/{+folder}/{name}{.format}{?fields*}{#section}")
                                         + argument("folder", "2026/")
                              << u"2026/q1, 2026/q2"_s;
    QTest::newRow("anything goes") << prompt("code-review") + argument("code", "x") << QString();
}

void TestDemoCompletion::completes()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, values);
    const auto peer = DemoPeer::startRow();
    QVERIFY(peer);
    const QJsonValue completion = peer->answerObject(
            peer->ask("completion/complete", members))["result"_L1]["completion"_L1];
    QStringList found;
    const QJsonArray proposed = completion["values"_L1].toArray();
    for (const auto &value : proposed)
        found += value.toString();
    QCOMPARE(found.join(u", "), values);
    QCOMPARE(completion["total"_L1].toInt(-1), found.size());
    QCOMPARE(completion["hasMore"_L1], false);
}

void TestDemoCompletion::tellsThatThereIsMore()
{
    const auto peer = DemoPeer::startRow();
    QVERIFY(peer);
    const auto ask = [&peer](const QByteArray &begun) {
        const int id = peer->ask("completion/complete",
                                 prompt("code-review") + argument("language", begun));
        return peer->answerObject(id)["result"_L1]["completion"_L1];
    };
    QCOMPARE(ask("")["values"_L1].toArray().size(), 100);
    QVERIFY(ask("")["total"_L1].toInt() > 200);
    QCOMPARE(ask("")["hasMore"_L1], true);
    QCOMPARE(ask("eng")["values"_L1].toArray(), QJsonArray{ u"English"_s });
    QCOMPARE(ask("eng")["hasMore"_L1], false);
}

void TestDemoCompletion::refuses_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("prompt") << prompt("none") + argument("code", "");
    QTest::newRow("argument") << prompt("code-review") + argument("none", "");
    QTest::newRow("template") << uri("demo://guide") + argument("city", "");
    QTest::newRow("kind") << R"("ref":{"type":"ref/tool","name":"code-review"})"
                                     + argument("code", "");
}

void TestDemoCompletion::refuses()
{
    QFETCH(QByteArray, members);
    const auto peer = DemoPeer::startRow();
    QVERIFY(peer);
    QCOMPARE(DemoPeer::errorCode(peer->answerObject(peer->ask("completion/complete", members))),
             -32602);
}

QTEST_GUILESS_MAIN(TestDemoCompletion)
#include "tst_democompletion.moc"
