// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/fakerig.h"
#include "protocol/tool.h"
#include "protocol/toolresult.h"
#include "support/skip.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qfile.h>
#include <QtCore/qstandardpaths.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

/*!
 * Servers as people write them by hand, in Python and in headers only: our own of that manner in
 * tests/data, and the reference document's where it stands beside the checkout. They swallow
 * newline requests, count characters as bytes, answer notifications, and never end by themselves.
 */
class TestHandwritten : public QObject
{
    Q_OBJECT

private slots:
    void works_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("tool");
        QTest::newRow("ours") << dataPath(u"reference_server.py"_s) << u"tiny-tool"_s;
        QTest::newRow("reference")
                << QStringLiteral(PROJECT_SOURCE_DIR "/../shared/seed/my_mcp_server.py")
                << u"my-tool"_s;
    }
    void works()
    {
        QFETCH(QString, script);
        QFETCH(QString, tool);
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            MCP_SKIP("python3 is not installed");
        if (!QFile::exists(script))
            MCP_SKIP("the reference document's server does not stand beside the checkout");

        Server server(python, { script });
        Client client(&server);
        QElapsedTimer timer;
        timer.start();
        const Ended opened = waitFor(client.initialize());
        const qint64 firstTime = timer.elapsed();
        QVERIFY2(opened.outcome, qPrintable(opened.error().describe()));
        QVERIFY2(firstTime <= 5000, qPrintable(QString::number(firstTime)));
        QVERIFY(client.connection()->framing == Framing::ContentLength);
        QVERIFY(!server.warnings().filter(u"serverInfo"_s).isEmpty());

        const Ended listed = waitFor(client.listTools());
        QVERIFY2(listed.outcome, qPrintable(listed.error().describe()));
        const ToolList list = ToolList::fromResult(*listed.outcome);
        QCOMPARE(list.tools.size(), 1);
        QCOMPARE(list.tools.first().name(), tool);
        QVERIFY(!list.tools.first().problems().isEmpty());

        const Ended called = waitFor(
                client.callTool(tool, RawJson::fromText(R"({"city":"Zürich","smile":"😀"})")));
        QVERIFY2(called.outcome, qPrintable(called.error().describe()));
        QVERIFY(!ToolResult(*called.outcome).problems().isEmpty()); // shown with a badge

        server.stop();
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), Server::State::Stopped, 15'000);

        timer.start();
        const Ended again = waitFor(client.initialize({ Framing::ContentLength, Era::Legacy }));
        const qint64 remembered = timer.elapsed();
        QVERIFY2(again.outcome, qPrintable(again.error().describe()));
        QCOMPARE(server.launchCount(), 1);
        qInfo("ready after %lld ms, remembered %lld ms", firstTime, remembered);
        // 0.5 s on a machine that is not busy with other tests.
        QVERIFY2(remembered <= 1500, qPrintable(QString::number(remembered)));
    }
};

QTEST_GUILESS_MAIN(TestHandwritten)
#include "tst_handwritten.moc"
