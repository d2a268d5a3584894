// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include <QtCore/qfile.h>
#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

/// The end of the program while threads are at work.
class TestLeaving : public QObject
{
    Q_OBJECT

private slots:
    void filesAreWrittenAndRenderingIsNotWaitedFor();
};

void TestLeaving::filesAreWrittenAndRenderingIsNotWaitedFor()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("file"));
    QProcess process;
    process.start(QStringLiteral(LEAVING), { path });
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 3);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("last"));
}

QTEST_GUILESS_MAIN(TestLeaving)
#include "tst_leaving.moc"
