// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/readclock.h"

#include <QtCore/qelapsedtimer.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;

class TestReadClock : public QObject
{
    Q_OBJECT

private slots:
    void countsFromTheMomentOfReading()
    {
        std::optional<qint64> untaken = 10;
        ReadClock clock([&] { return untaken; });
        QSignalSpy expired(&clock, &ReadClock::expired);
        clock.start(100);
        QVERIFY(!expired.wait(300)); // nothing was read: time stands still
        QVERIFY(!clock.wasRead());
        QElapsedTimer timer;
        timer.start();
        untaken = 0;
        QVERIFY(expired.wait(2000));
        QVERIFY(timer.elapsed() >= 95);
        QVERIFY(clock.wasRead());
        QVERIFY(!expired.wait(150)); // once
    }

    void timeAloneCountsWhereNothingCanBeTold()
    {
        ReadClock clock([] { return std::nullopt; });
        QSignalSpy expired(&clock, &ReadClock::expired);
        clock.start(50);
        QVERIFY(expired.wait(2000));
        QVERIFY(!clock.wasRead());
    }

    void stopsAndStartsAnew()
    {
        ReadClock clock([] { return 0; });
        QSignalSpy expired(&clock, &ReadClock::expired);
        clock.start(60);
        clock.stop();
        QVERIFY(!expired.wait(150));
        clock.start(30);
        QVERIFY(expired.wait(2000));
    }

    void withoutLimitItOnlyWatches()
    {
        std::optional<qint64> untaken = 5;
        ReadClock clock([&] { return untaken; });
        QSignalSpy expired(&clock, &ReadClock::expired);
        clock.start(0);
        QVERIFY(!expired.wait(60));
        QVERIFY(!clock.wasRead());
        untaken = 0;
        QTRY_VERIFY(clock.wasRead());
        QCOMPARE(expired.count(), 0);
    }

    void theLimitCanBeTakenAway()
    {
        ReadClock clock([] { return 0; });
        QSignalSpy expired(&clock, &ReadClock::expired);
        clock.start(100);
        clock.setPatience(0);
        QVERIFY(!expired.wait(250));
    }
};

QTEST_GUILESS_MAIN(TestReadClock)
#include "tst_readclock.moc"
