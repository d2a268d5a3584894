// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/restartpolicy.h"

#include <QtCore/qlist.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

class TestRestartPolicy : public QObject
{
    Q_OBJECT

private slots:
    void delays_data();
    void delays();
    void startByHandBeginsAnew();
};

void TestRestartPolicy::delays_data()
{
    QTest::addColumn<QList<int>>("livedSeconds");
    QTest::addColumn<QList<int>>("delaySeconds"); // -1: gives up

    QTest::newRow("two quick deaths") << QList<int>{ 3, 3 } << QList<int>{ 1, -1 };
    QTest::newRow("quick, long enough, quick, quick")
            << QList<int>{ 3, 15, 3, 3 } << QList<int>{ 1, 2, 4, -1 };
    QTest::newRow("back-off up to 30 s")
            << QList<int>{ 15, 15, 15, 15, 15, 15, 15 } << QList<int>{ 1, 2, 4, 8, 16, 30, 30 };
    QTest::newRow("a sound life begins anew")
            << QList<int>{ 15, 15, 3600, 15 } << QList<int>{ 1, 2, 1, 2 };
}

void TestRestartPolicy::delays()
{
    QFETCH(QList<int>, livedSeconds);
    QFETCH(QList<int>, delaySeconds);
    RestartPolicy policy;
    QList<int> result;
    for (int lived : livedSeconds) {
        const std::optional<int> delay = policy.nextDelayMs(lived * 1000);
        result.append(delay ? *delay / 1000 : -1);
    }
    QCOMPARE(result, delaySeconds);
}

void TestRestartPolicy::startByHandBeginsAnew()
{
    RestartPolicy policy;
    QCOMPARE(policy.nextDelayMs(100), std::optional(1000));
    QCOMPARE(policy.nextDelayMs(100), std::nullopt);
    policy.reset();
    QCOMPARE(policy.nextDelayMs(100), std::optional(1000));
}

QTEST_GUILESS_MAIN(TestRestartPolicy)
#include "tst_restartpolicy.moc"
