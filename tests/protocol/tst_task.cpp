// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/task.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

/// A task whose state has megabytes.
class TestTask : public QObject
{
    Q_OBJECT

private slots:
    void bounded();
};

void TestTask::bounded()
{
    QVERIFY(!Task(RawJson::fromText("{\"taskId\":\"" + QByteArray(5000, 'x') + "\"}")).isValid());
    const QByteArray text(5'000'000, 'x');
    const Task large(RawJson::fromText(
            "{\"taskId\":\"a\",\"ttlMs\":7,\"pollIntervalMs\":300,\"statusMessage\":\"" + text
            + "\",\"result\":{\"text\":\"" + text + "\"}}"));
    QCOMPARE(large.statusMessage().size(), 2000);
    const Task kept = large.essence();
    QVERIFY(kept.raw().size() < 3000);
    QCOMPARE(kept.id(), u"a"_s);
    QCOMPARE(kept.ttl(), 7);
    QCOMPARE(kept.pollInterval(), 300);
    QCOMPARE(kept, kept.essence());
}

QTEST_GUILESS_MAIN(TestTask)
#include "tst_task.moc"
