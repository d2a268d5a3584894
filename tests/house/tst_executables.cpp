// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The programs as built: what they link is the proof that the library needs no window system.
class TestExecutables : public QObject
{
    Q_OBJECT

private slots:
    void headlessProgramsLinkNoGui_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("command line") << QStringLiteral(CLI_FILE);
        QTest::newRow("demo server") << QStringLiteral(DEMO_SERVER_FILE);
    }

    void headlessProgramsLinkNoGui()
    {
        QFETCH(const QString, program);
        QFile file(program);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(program + u": cannot be read"_s));
        const QByteArray bytes = file.readAll();

        // The names of linked libraries stand in every executable as plain text.
        QVERIFY2(bytes.contains("Qt6Core") || bytes.contains("QtCore.framework"),
                 "no trace of Qt Core: this test no longer sees what is linked");
        for (const char *library :
             { "libQt6Gui.so", "libQt6Widgets.so", "libQt6Svg.so", "Qt6Gui.dll", "Qt6Widgets.dll",
               "QtGui.framework", "QtWidgets.framework" })
            QVERIFY2(!bytes.contains(library), library);
    }
};

QTEST_GUILESS_MAIN(TestExecutables)
#include "tst_executables.moc"
