// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/skip.h"
#include "support/testprocess.h"

#include <QtCore/qprocess.h>
#include <QtCore/qstandardpaths.h>
#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;

/// The README's example, linked to the library alone, on two very different servers.
class TestExample : public QObject
{
    Q_OBJECT

private slots:
    void fakeServer();
    void referenceServer();
    void missingProgram();

private:
    QStringList run(const QStringList &arguments);
};

/// The lines it prints.
QStringList TestExample::run(const QStringList &arguments)
{
    QProcess example;
    example.start(QStringLiteral(TEST_BIN_DIR "/../tests/mcp-library-example"), arguments);
    if (!example.waitForFinished(30'000))
        return { u"did not end"_s };
    if (example.exitCode() != 0)
        return { u"exit code %1"_s.arg(example.exitCode()) };
    return QString::fromUtf8(example.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

void TestExample::fakeServer()
{
    const QStringList lines = run({ u"raw-args"_s, McpTest::fakeServerPath() });
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines.at(0).startsWith("initialize: {"_L1), qPrintable(lines.at(0)));
    QVERIFY2(lines.at(1).startsWith("tools/list: {"_L1), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(2).contains(uR"(\"arguments\":{\"arg1\": \"value1\"})"_s),
             qPrintable(lines.at(2)));
}

void TestExample::referenceServer()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        MCP_SKIP("python3 is not installed");
    const QStringList lines =
            run({ u"tiny-tool"_s, python, McpTest::dataPath(u"reference_server.py"_s) });
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines.at(1).contains("tiny-tool"_L1), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(2).startsWith("tools/call: {"_L1), qPrintable(lines.at(2)));
}

void TestExample::missingProgram()
{
    const QStringList lines = run({ u"x"_s, u"no-such-program-anywhere"_s });
    QCOMPARE(lines.size(), 1);
    QVERIFY2(lines.at(0).contains("no-such-program-anywhere"_L1), qPrintable(lines.at(0)));
}

QTEST_GUILESS_MAIN(TestExample)
#include "tst_example.moc"
