// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/fakerig.h"
#include "protocol/tool.h"
#include "protocol/toolresult.h"
#include "support/skip.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qfile.h>
#include <QtCore/qprocess.h>
#include <QtCore/qstandardpaths.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What a bare interpreter takes to start beyond what it does on a machine that is not busy.
qint64 slowness(const QString &python)
{
    QElapsedTimer timer;
    timer.start();
    QProcess::execute(python, { u"-c"_s, u"import json"_s });
    return std::max<qint64>(0, timer.elapsed() - 100);
}

/// Is such a server ready within @p limit ms in one of a few runs, give or take what the machine
/// is slowed down by at the moment?
bool isReadyWithin(qint64 limit, const QString &python, const QString &script,
                   const HandshakeHints &hints)
{
    const int starts = hints.framing ? 1 : 2;
    for (int run = 0; run < 3; ++run) {
        const qint64 allowance = starts * slowness(python);
        Server server(python, { script });
        Client client(&server);
        QElapsedTimer timer;
        timer.start();
        const Ended ended = waitFor(client.initialize(hints));
        qInfo("ready after %lld ms, of which %lld ms because the machine is busy", timer.elapsed(),
              allowance);
        if (ended.outcome && server.launchCount() == starts && timer.elapsed() <= limit + allowance)
            return true;
    }
    return false;
}

} // namespace

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
            MCP_SKIP_REFERENCE("the reference document's server does not stand beside the "
                               "checkout");

        Server server(python, { script });
        Client client(&server);
        const Ended opened = waitFor(client.initialize());
        QVERIFY2(opened.outcome, qPrintable(opened.error().describe()));
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
    }

    void isReadySoon_data() { works_data(); }
    void isReadySoon()
    {
        QFETCH(QString, script);
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            MCP_SKIP("python3 is not installed");
        if (!QFile::exists(script))
            MCP_SKIP_REFERENCE("the reference document's server does not stand beside the "
                               "checkout");
        QVERIFY(isReadyWithin(5000, python, script, {}));
        QVERIFY(isReadyWithin(500, python, script, { Framing::ContentLength, Era::Legacy }));
    }
};

QTEST_GUILESS_MAIN(TestHandwritten)
#include "tst_handwritten.moc"
