// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/testprocess.h"

#include <QtCore/qdir.h>
#include <QtCore/qprocess.h>
#include <QtCore/quuid.h>
#include <QtTest/qtest.h>

using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Processes that have @p token on their command line.
QList<qint64> processesWith(const QByteArray &token)
{
    QList<qint64> found;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        QFile file(u"/proc/%1/cmdline"_s.arg(entry));
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(token))
            found.append(entry.toLongLong());
    }
    return found;
}

} // namespace

/// Whatever becomes of a program that links the library, its servers go with it.
class TestEmbedder : public QObject
{
    Q_OBJECT

private slots:
    void leavesNothingBehind_data();
    void leavesNothingBehind();
};

void TestEmbedder::leavesNothingBehind_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<int>("servers");
    QTest::newRow("killed") << u"hang"_s << 1;
    QTest::newRow("killed with five servers") << u"hang"_s << 5;
    QTest::newRow("crashes") << u"abort"_s << 2;
    QTest::newRow("returns without cleaning up") << u"return"_s << 2;
}

void TestEmbedder::leavesNothingBehind()
{
#ifndef Q_OS_LINUX
    QSKIP("looks into /proc");
#endif
    QFETCH(QString, ending);
    QFETCH(int, servers);
    const QByteArray token = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    // A server with a child of its own, both deaf to end of input and polite signals.
    QProcess embedder;
    embedder.setProgram(QStringLiteral(EMBEDDER));
    embedder.setArguments({ ending, QString::number(servers), u"/bin/sh"_s, u"-c"_s,
                            u"trap '' TERM HUP INT; sh -c 'while :; do sleep 0.05; done' \"$0\" & "
                            "while :; do sleep 0.05; done"_s,
                            QString::fromLatin1(token) });
    embedder.start();
    QVERIFY(embedder.waitForStarted());
    if (ending == "hang"_L1) {
        QTRY_VERIFY_WITH_TIMEOUT(processesWith(token).size() >= 1 + 2 * servers, 20'000);
        embedder.kill();
    }
    QVERIFY(embedder.waitForFinished(20'000));
    QCOMPARE(embedder.exitStatus(),
             ending == "return"_L1 ? QProcess::NormalExit : QProcess::CrashExit);
    QTRY_COMPARE(processesWith(token), QList<qint64>());
}

QTEST_GUILESS_MAIN(TestEmbedder)
#include "tst_embedder.moc"
