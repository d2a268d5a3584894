// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/loginshellpath.h"

#include "support/skip.h"

#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

/// Shells in every mood, each a script that stands in for the user's.
class TestLoginShellPath : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void asksAndRemembers();
    void realShell();
    void failures_data();
    void failures();
    void gone();

private:
    void useShell(const QByteArray &script);

    std::unique_ptr<QTemporaryDir> m_dir;
    QByteArray m_shell;
};

void TestLoginShellPath::init()
{
#ifndef Q_OS_UNIX
    MCP_SKIP("only Unix has login shells");
#endif
    m_dir = std::make_unique<QTemporaryDir>();
    m_shell = qgetenv("SHELL");
}

void TestLoginShellPath::cleanup() { qputenv("SHELL", m_shell); }

void TestLoginShellPath::useShell(const QByteArray &script)
{
    QFile file(m_dir->filePath(u"shell"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("#!/bin/sh\n" + script);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    file.close();
    qputenv("SHELL", file.fileName().toUtf8());
}

void TestLoginShellPath::asksAndRemembers()
{
    // Chatter before the answer, as start files print it; $4 is the script behind -l -i -c.
    useShell("echo welcome; echo noise >&2; PATH=/opt/one:/usr/bin::relative:/opt/one:/opt/zwei "
             "eval \"$4\"\n");
    const QString file = m_dir->filePath(u"path.json"_s);
    LoginShellPath path(file);
    QVERIFY(path.folders().isEmpty());
    QSignalSpy finished(&path, &LoginShellPath::finished);
    path.ask();
    path.ask(); // already under way
    QVERIFY(path.isAsking());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!finished.constFirst().constFirst().value<Error>());
    QVERIFY(!path.isAsking());
    const QStringList expected = { u"/opt/one"_s, u"/usr/bin"_s, u"/opt/zwei"_s };
    QCOMPARE(path.folders(), expected);
    QCOMPARE(path.missingFolders(), QStringList({ u"/opt/one"_s, u"/opt/zwei"_s }));
    QCOMPARE(LoginShellPath(file).folders(), expected);
}

void TestLoginShellPath::realShell()
{
    qputenv("SHELL", "/bin/sh");
    LoginShellPath path;
    QSignalSpy finished(&path, &LoginShellPath::finished);
    path.ask();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY2(!path.folders().isEmpty(),
             qPrintable(finished.constFirst().constFirst().value<Error>().message));
}

void TestLoginShellPath::failures_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("says");
    QTest::newRow("says nothing") << "exit 3\n"_ba << u"did not say"_s;
    QTest::newRow("hangs") << "sleep 60 & sleep 60\n"_ba << u"within 3 seconds"_s;
}

void TestLoginShellPath::failures()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, says);
    useShell(script);
    LoginShellPath path;
    QSignalSpy finished(&path, &LoginShellPath::finished);
    path.ask();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
    const Error error = finished.constFirst().constFirst().value<Error>();
    QVERIFY2(error.message.contains(says), qPrintable(error.message));
    QVERIFY(path.folders().isEmpty());
}

void TestLoginShellPath::gone()
{
    qputenv("SHELL", "/nowhere/shell");
    LoginShellPath path;
    QSignalSpy finished(&path, &LoginShellPath::finished);
    path.ask();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished.constFirst().constFirst().value<Error>().message.contains(
            "/nowhere/shell"_L1));
    useShell("sleep 60\n");
    auto asking = std::make_unique<LoginShellPath>();
    asking->ask();
    asking.reset(); // ends the shell, does not wait for it
}

QTEST_GUILESS_MAIN(TestLoginShellPath)
#include "tst_loginshellpath.moc"
