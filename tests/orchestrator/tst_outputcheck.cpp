// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/harness.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/toolcatalog.h"
#include "server/violationlog.h"
#include "support/testprocess.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

/// A result that breaks what its tool promises is a broken rule (2025-11-25, server/tools).
class TestOutputCheck : public QObject
{
    Q_OBJECT

private slots:
    void counted_data();
    void counted();
};

void TestOutputCheck::counted_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QString>("note"); // empty: nothing is broken
    for (const QString &era : { u"legacy"_s, u"modern"_s }) {
        const auto row = [&](const char *name, const QString &tool, const QByteArray &arguments,
                             const QString &note) {
            QTest::addRow("%s, %s", name, qPrintable(era)) << era << tool << arguments << note;
        };
        row("fits", u"sum"_s, R"({"numbers":[1,2]})", {});
        row("does not fit", u"sum"_s, R"({"numbers":[1,2],"break_schema":true})", u"/sum"_s);
        row("tool error", u"sum"_s, R"({"numbers":[]})", {});
        row("no schema", u"echo"_s, R"({"text":"a"})", {});
    }
}

void TestOutputCheck::counted()
{
    QFETCH(const QString, era);
    QFETCH(const QString, tool);
    QFETCH(const QByteArray, arguments);
    QFETCH(const QString, note);
    Orchestrator orchestrator;
    ServerSpec spec;
    spec.name = u"demo"_s;
    spec.launch.command = McpTest::programPath(u"mcp-demo-server"_s);
    spec.launch.arguments = { u"--era"_s, era };
    QVERIFY(!orchestrator.addServer(spec));
    McpTest::settled(orchestrator.open(u"demo"_s));
    QTRY_VERIFY(orchestrator.tools(u"demo"_s)->isListed());
    McpTest::settled(orchestrator.callServerTool(u"demo"_s, tool, RawJson::fromText(arguments)));
    const QList<ViolationLog::Item> broken = orchestrator.server(u"demo"_s)->health()->items();
    QCOMPARE(broken.size(), note.isEmpty() ? 0 : 1);
    if (note.isEmpty())
        return;
    QVERIFY(broken.constFirst().rule == Rule::OutputSchema);
    QVERIFY2(broken.constFirst().note.contains(note), qPrintable(broken.constFirst().note));
}

QTEST_GUILESS_MAIN(TestOutputCheck)
#include "tst_outputcheck.moc"
