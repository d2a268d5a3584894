// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/formcases.h"
#include "forms/roundtrip.h"

#include <QtCore/qfile.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using McpTest::RoundTrip;

/// What is entered into a form of any construct comes out of it: the same JSON, in the author's
/// order, without anybody having to write JSON.
class TestRoundTrip : public QObject
{
    Q_OBJECT

private:
    static void check(const RoundTrip &trip)
    {
        QVERIFY2(trip.failures.isEmpty(), qPrintable(trip.failures.mid(0, 5).join(u'\n')));
        QVERIFY2(trip.invalid == 0, qPrintable(trip.invalids.mid(0, 5).join(u'\n')));
        QCOMPARE(trip.asJson, 0);
        QVERIFY(trip.values > 0);
    }

private slots:
    void constructs_data()
    {
        QTest::addColumn<QByteArray>("schema");
        for (const McpTest::FormCase &c : McpTest::formCases()) {
            QTest::newRow(c.name) << "{\"type\":\"object\",\"properties\":{\"v\":"_ba + c.schema
                                             + "},\"$defs\":" + c.definitions + '}';
        }
    }
    void constructs()
    {
        QFETCH(QByteArray, schema);
        RoundTrip trip;
        trip.run(u"v"_s, RawJson::fromText(schema), 300);
        check(trip);
        const QByteArray name = QTest::currentDataTag();
        QCOMPARE(trip.withJson, name.contains("anything") && name.startsWith("list") ? 1 : 0);
    }

    void schemaZoo()
    {
        QFile file(QStringLiteral(PROJECT_SOURCE_DIR "/app/demo-server/tools/schema-zoo.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        RoundTrip trip;
        trip.run(u"zoo"_s, RawJson::fromText(file.readAll()).value("inputSchema"));
        QVERIFY(trip.parameters > 60);
        check(trip);
    }
};

QTEST_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
