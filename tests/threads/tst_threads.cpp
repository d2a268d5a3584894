// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include <QtCore/qprocess.h>
#include <QtTest/qtest.h>

/// The suppressions of tsan.supp leave out what Qt does, not what we do.
class TestThreads : public QObject
{
    Q_OBJECT

private slots:
    void handedOverValuesAreNoRace();
    void racesAreReported();

private:
    /// What it wrote to stderr; its exit code is in @p exitCode.
    static QByteArray run(const QStringList &arguments, int &exitCode)
    {
        QProcess process;
        process.start(QStringLiteral(RACE), arguments);
        if (!process.waitForFinished(60'000))
            return "did not end";
        exitCode = process.exitCode();
        return process.readAllStandardError();
    }
};

void TestThreads::handedOverValuesAreNoRace()
{
    int exitCode = -1;
    const QByteArray report = run({}, exitCode);
    QVERIFY2(exitCode == 0 && report.isEmpty(), report.constData());
}

void TestThreads::racesAreReported()
{
    int exitCode = -1;
    const QByteArray report = run({ QStringLiteral("race") }, exitCode);
    QVERIFY2(report.contains("WARNING: ThreadSanitizer: data race"), report.constData());
    QVERIFY2(report.contains("race.cpp"), report.constData());
    QVERIFY(exitCode != 0);
}

QTEST_GUILESS_MAIN(TestThreads)
#include "tst_threads.moc"
