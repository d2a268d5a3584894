// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/fakerig.h"
#include "protocol/tool.h"

#include <QtCore/qelapsedtimer.h>
#include <QtTest/qtest.h>

#include <csignal>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Text that only the call's own error can carry.
QString message(const Ended &ended) { return ended.error().message; }

} // namespace

/// The handshake with servers of every manner, as real processes.
class TestConnecting : public QObject
{
    Q_OBJECT

private slots:
    // Each of these ends up connected, with tools that can be listed.
    void connects_data()
    {
        QTest::addColumn<QStringList>("scenarios");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("revision");
        QTest::addColumn<QString>("methods"); // sent until it was ready
        QTest::addColumn<int>("launches");
        const QString legacy = u"2025-11-25"_s;
        const QString modern = u"2026-07-28"_s;
        const QString opened = u" notifications/initialized"_s;
        const QString probed = u"server/discover initialize"_s + opened;
        QTest::newRow("modern") << QStringList{} << QStringList{ u"--era"_s, u"modern"_s } << modern
                                << u"server/discover"_s << 1;
        QTest::newRow("both") << QStringList{} << QStringList{} << modern << u"server/discover"_s
                              << 1;
        for (const auto &revision :
             { u"2024-11-05"_s, u"2025-03-26"_s, u"2025-06-18"_s, u"2025-11-25"_s }) {
            QTest::addRow("legacy %s", qPrintable(revision))
                    << QStringList{}
                    << QStringList{ u"--era"_s, u"legacy"_s, u"--revision"_s, revision } << revision
                    << probed << 1;
        }
        QTest::newRow("reads both, writes headers")
                << QStringList{} << QStringList{ u"--framing"_s, u"both-read-headers-write"_s }
                << modern << u"server/discover"_s << 1;
        QTest::newRow("a text line first") << QStringList{ u"junk-line-first"_s } << QStringList{}
                                           << modern << u"server/discover"_s << 1;
        QTest::newRow("exits on the probe")
                << QStringList{ u"exit-on-discover"_s } << QStringList{} << legacy << probed << 2;
        QTest::newRow("silent on the unknown")
                << QStringList{ u"ignore-unknown"_s } << QStringList{} << legacy << probed << 1;
        QTest::newRow("refuses after the probe")
                << QStringList{ u"refuse-initialize-after-discover"_s } << QStringList{} << legacy
                << u"server/discover initialize initialize"_s + opened << 2;
        QTest::newRow("answers a notification") << QStringList{ u"idless-answer-to-initialized"_s }
                                                << QStringList{} << legacy << probed << 1;
        QTest::newRow("names its versions")
                << QStringList{ u"refuse-version"_s } << QStringList{} << u"2024-11-05"_s
                << u"server/discover initialize initialize"_s + opened << 1;
        QTest::newRow("slow to answer the probe")
                << QStringList{ u"discover-after-initialize"_s } << QStringList{} << modern
                << u"server/discover initialize"_s << 1;
        QTest::newRow("no tools declared") << QStringList{ u"no-tools-capability"_s }
                                           << QStringList{} << modern << u"server/discover"_s << 1;
        QTest::newRow("result before id") << QStringList{ u"result-before-id"_s } << QStringList{}
                                          << modern << u"server/discover"_s << 1;
        QTest::newRow("text between all frames")
                << QStringList{ u"junk-between-frames"_s } << QStringList{} << modern
                << u"server/discover"_s << 1;
    }
    void connects()
    {
        QFETCH(QStringList, scenarios);
        QFETCH(QStringList, options);
        QFETCH(int, launches);
        FakeRig rig(scenarios, options);
        const Ended ended = waitFor(rig.client.initialize());
        QVERIFY2(ended.outcome, qPrintable(message(ended) + u'\n' + rig.stderrText()));
        QTEST(toString(rig.client.connection()->revision), "revision");
        QTEST(rig.sentMethods().join(u' '), "methods");
        QCOMPARE(rig.server.launchCount(), launches);
        QVERIFY(rig.client.connection()->framing == Framing::Newline);

        const Ended list = waitFor(rig.client.listTools());
        QVERIFY2(list.outcome, qPrintable(message(list)));
        QVERIFY(!ToolList::fromResult(*list.outcome).tools.isEmpty());
        if (scenarios.contains(u"no-tools-capability"_s))
            QVERIFY(rig.warnings().contains(u"\"tools\""));
    }

    void headersOnly()
    {
        QElapsedTimer timer;
        timer.start();
        FakeRig rig({}, { u"--framing"_s, u"content-length"_s, u"--era"_s, u"legacy"_s });
        const Ended ended = waitFor(rig.client.initialize());
        QVERIFY2(ended.outcome, qPrintable(message(ended)));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(rig.client.connection()->framing == Framing::ContentLength);
        QCOMPARE(rig.server.launchCount(), 2);
    }

    void earlyRequestsAreAnswered_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::newRow("at once") << u"early-requests"_s;
        QTest::newRow("after initialized") << u"early-requests=initialized"_s;
    }
    void earlyRequestsAreAnswered()
    {
        QFETCH(QString, scenario);
        FakeRig rig({ scenario });
        QSignalSpy notified(&rig.client, &Client::notificationReceived);
        QVERIFY(waitFor(rig.client.initialize()).outcome);
        QTRY_VERIFY2(rig.stderrText().contains(u"-32601"), qPrintable(rig.stderrText()));
        QTRY_VERIFY(notified.count() > 0);
    }

    void answersTheNotificationInitialized()
    {
        for (const auto &scenario :
             { u"idless-answer-to-initialized"_s, u"idless-answer-to-initialized=null"_s }) {
            FakeRig rig({ scenario });
            QVERIFY(waitFor(rig.client.initialize()).outcome);
            QVERIFY(waitFor(rig.client.listTools()).outcome);
            QTRY_VERIFY2(rig.warnings().contains(u"without an id"), qPrintable(rig.warnings()));
        }
    }

    void anUnknownVersionIsRefusedByName()
    {
        FakeRig rig({ u"version=1.5"_s });
        const Ended ended = waitFor(rig.client.initialize());
        QCOMPARE(ended.error().kind, Error::Kind::Protocol);
        QVERIFY2(message(ended).contains(u"1.5") && message(ended).contains(u"2025-11-25"),
                 qPrintable(message(ended)));
        QTRY_COMPARE(rig.server.state(), Server::State::Failed);
    }

    void noSharedModernVersion()
    {
        FakeRig rig({ u"unsupported-version=2099-01-01"_s });
        const Ended ended = waitFor(rig.client.initialize());
        QCOMPARE(ended.error().kind, Error::Kind::Protocol);
        QVERIFY2(message(ended).contains(u"2099-01-01"), qPrintable(message(ended)));
        QCOMPARE(rig.sentMethods(), QStringList{ u"server/discover"_s }); // checklist 11
    }

    void aModernServerSetToLegacy()
    {
        ServerSpec spec;
        spec.era = EraSetting::Legacy;
        FakeRig rig({}, { u"--era"_s, u"modern"_s }, spec);
        const Ended ended = waitFor(rig.client.initialize());
        QCOMPARE(ended.error().kind, Error::Kind::Remote);
        QTRY_COMPARE(rig.server.state(), Server::State::Failed);
        QVERIFY2(rig.server.failure().advice.contains(u"modern"),
                 qPrintable(rig.server.failure().advice));
    }

    void aLegacyServerSetToModern()
    {
        ServerSpec spec;
        spec.era = EraSetting::Modern;
        FakeRig rig({}, { u"--era"_s, u"legacy"_s }, spec);
        const Ended ended = waitFor(rig.client.initialize());
        QCOMPARE(ended.error().kind, Error::Kind::Protocol);
        QCOMPARE(rig.sentMethods(), QStringList{ u"server/discover"_s });
        QTRY_VERIFY(rig.server.failure().advice.contains(u"legacy"));
    }

    void aProgramThatCannotStart()
    {
        FakeRig rig({ u"exit-at-start=9"_s });
        QElapsedTimer timer;
        timer.start();
        const Ended ended = waitFor(rig.client.initialize());
        QVERIFY(timer.elapsed() < 3000);
        QCOMPARE(ended.error().kind, Error::Kind::Transport);
        QVERIFY2(message(ended).contains(u"code 9"), qPrintable(message(ended)));
        QVERIFY(ended.error().data.value("stderr").count() > 0);
        QTRY_COMPARE(rig.server.state(), Server::State::Failed);
        QCOMPARE(rig.server.failure().exitCode, std::optional(9));
    }

    /// As a program does that wants its server always there.
    void connectsAgainFromTheStateFailed()
    {
        FakeRig rig({}, { u"--era"_s, u"legacy"_s });
        QVERIFY(waitFor(rig.client.initialize()).outcome);
        const qint64 first = rig.server.processId();
        QString outcome;
        connect(&rig.server, &Server::stateChanged, &rig.client, [&](Server::State state) {
            if (state != Server::State::Failed)
                return;
            Call *const again = rig.client.initialize();
            connect(again, &Call::finished, &rig.client, [&outcome, again] {
                const auto result = again->outcome();
                outcome = result ? u"connected"_s : result.error().describe();
            });
        });
        ::kill(pid_t(first), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(outcome, u"connected"_s, 15'000);
        QVERIFY(rig.client.isInitialized());
        QVERIFY(rig.server.processId() > 0 && rig.server.processId() != first);
    }

    void aProgramThatDoesNotExist()
    {
        ServerSpec spec;
        spec.launch.command = u"/nowhere/no-such-server"_s;
        Server server(spec);
        Client client(&server);
        const Ended ended = waitFor(client.initialize());
        QCOMPARE(ended.error().kind, Error::Kind::Transport);
        QVERIFY2(message(ended).contains(u"no-such-server"), qPrintable(message(ended)));
        QCOMPARE(server.state(), Server::State::Failed);
        QVERIFY(waitFor(client.initialize()).isFinished); // and again
    }

    void nobodyReads()
    {
        ServerSpec spec;
        spec.timeouts.connect = 1500;
        FakeRig rig({ u"never-ready"_s }, {}, spec);
        const Ended ended = waitFor(rig.client.initialize());
        QCOMPARE(ended.error().kind, Error::Kind::Timeout);
        QVERIFY2(message(ended).contains(u"has not read"), qPrintable(message(ended)));
        QCOMPARE(rig.sentMethods(), QStringList{ u"server/discover"_s });
        QTRY_COMPARE(rig.server.state(), Server::State::Failed);
        QVERIFY(childProcesses(QCoreApplication::applicationPid()).isEmpty()
                || !rig.server.processId());
    }

    void everythingIsReadAndNothingAnswered()
    {
        ServerSpec spec;
        spec.timeouts.connect = 9000; // of which a busy machine needs seven
        FakeRig rig({ u"silent"_s }, {}, spec);
        const Ended ended = waitFor(rig.client.initialize());
        QCOMPARE(ended.error().kind, Error::Kind::Timeout);
        QCOMPARE(rig.sentMethods().join(u' '),
                 u"server/discover initialize initialize initialize"_s);
        QCOMPARE(rig.server.launchCount(), 3);
    }

    void closedOutput()
    {
        FakeRig rig({ u"close-stdout=start"_s });
        const Ended ended = waitFor(rig.client.initialize());
        QVERIFY(ended.isFinished);
        QCOMPARE(ended.error().kind, Error::Kind::Transport);
    }

    void cancelling()
    {
        FakeRig rig({ u"silent"_s });
        Call *const call = rig.client.initialize();
        QTRY_VERIFY(!rig.sentMethods().isEmpty());
        call->cancel();
        QCOMPARE(waitFor(call).error().kind, Error::Kind::Cancelled);
        QTRY_COMPARE(rig.server.state(), Server::State::Stopped);
    }
};

QTEST_GUILESS_MAIN(TestConnecting)
#include "tst_connecting.moc"
