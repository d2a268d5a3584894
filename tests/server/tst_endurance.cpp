// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/server.h"
#include "server/stderrlog.h"
#include "server/tracelog.h"
#include "support/testprocess.h"

#include <QtCore/qdir.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000; // machines that build something else meanwhile

ServerSpec cat()
{
    ServerSpec spec;
    spec.name = u"cat"_s;
    spec.launch.command = u"/bin/cat"_s;
    return spec;
}

qsizetype entries(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size();
}

/// What this process holds of the system.
struct Held
{
    qsizetype descriptors = entries(u"/proc/self/fd"_s);
    qsizetype threads = entries(u"/proc/self/task"_s);
    qsizetype children = childProcesses(QCoreApplication::applicationPid()).size();

    friend bool operator==(const Held &, const Held &) = default;
};

QByteArray toText(const Held &held)
{
    return QByteArray::number(held.descriptors) + " descriptors, "
           + QByteArray::number(held.threads) + " threads, " + QByteArray::number(held.children)
           + " children";
}

} // namespace

/// Many servers, and many starts of one: nothing is left behind, nothing grows.
class TestEndurance : public QObject
{
    Q_OBJECT

private slots:
    void manyServersAtOnce();
    void startedAndStoppedAThousandTimes();
};

void TestEndurance::manyServersAtOnce()
{
#ifndef Q_OS_LINUX
    QSKIP("reads /proc");
#else
    Server first(cat()); // the watchdog and what is made once
    first.start();
    QTRY_COMPARE_WITH_TIMEOUT(first.state(), Server::State::Running, kPatienceMs);
    const Held before;
    {
        std::vector<std::unique_ptr<Server>> servers;
        for (int i = 0; i < 200; ++i) {
            servers.push_back(std::make_unique<Server>(cat()));
            servers.back()->start();
        }
        const auto allAre = [&](Server::State state) {
            return std::all_of(servers.begin(), servers.end(),
                               [state](const auto &server) { return server->state() == state; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(allAre(Server::State::Running), kPatienceMs);
        QCOMPARE(childProcesses(QCoreApplication::applicationPid()).size(), before.children + 200);
        for (const auto &server : servers)
            server->stop();
        QTRY_VERIFY_WITH_TIMEOUT(allAre(Server::State::Stopped), kPatienceMs);
    }
    QTRY_VERIFY2_WITH_TIMEOUT(Held() == before, toText(Held()).constData(), kPatienceMs);
#endif
}

void TestEndurance::startedAndStoppedAThousandTimes()
{
#ifndef Q_OS_LINUX
    QSKIP("reads /proc");
#else
    ServerSpec spec = cat();
    spec.traceBytes = 100'000;
    Server server(spec);
    const auto turn = [&server] {
        server.start();
        if (!QTest::qWaitFor([&] { return server.state() == Server::State::Running; }, kPatienceMs))
            return false;
        server.stop();
        return QTest::qWaitFor([&] { return server.state() == Server::State::Stopped; },
                               kPatienceMs);
    };
    for (int i = 0; i < 20; ++i)
        QVERIFY(turn());
    const Held before;
    // Without qWaitFor's pauses: the next turn begins where the last one ends.
    int turns = 0;
    connect(&server, &Server::stateChanged, this, [&](Server::State state) {
        if (state == Server::State::Running)
            server.stop();
        else if (state == Server::State::Stopped && ++turns < 1000)
            server.start();
    });
    server.start();
    QTRY_COMPARE_WITH_TIMEOUT(turns, 1000, 2 * kPatienceMs);
    QTRY_VERIFY2_WITH_TIMEOUT(Held() == before, toText(Held()).constData(), kPatienceMs);
    QVERIFY(server.trace()->totalBytes() <= 100'000);
#endif
}

QTEST_GUILESS_MAIN(TestEndurance)
#include "tst_endurance.moc"
