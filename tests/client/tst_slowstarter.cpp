// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/fakerig.h"

#include <QtCore/qelapsedtimer.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

/// A server that reads nothing for 20 s is waited for, and never fed a byte that is not MCP: it
/// would exit with code 3. In an executable of its own, since it takes its time.
class TestSlowStarter : public QObject
{
    Q_OBJECT

private slots:
    void connectsInTheFirstProcess()
    {
        FakeRig rig({ u"slow-start=20000"_s });
        QElapsedTimer timer;
        timer.start();
        const Ended ended = waitFor(rig.client.initialize(), 40'000);
        QVERIFY2(ended.outcome, qPrintable(ended.error().describe()));
        QVERIFY(timer.elapsed() >= 19'000);
        QCOMPARE(rig.server.launchCount(), 1);
        for (int i = 0; i < rig.server.trace()->count(); ++i)
            QVERIFY(rig.server.trace()->at(i).framing == Framing::Newline);
        QVERIFY(waitFor(rig.client.listTools()).outcome);
    }
};

QTEST_GUILESS_MAIN(TestSlowStarter)
#include "tst_slowstarter.moc"
