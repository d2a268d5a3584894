// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/launchspec.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

LaunchSpec specWith(const QString &command, const QString &path = {})
{
    LaunchSpec spec;
    spec.command = command;
    if (!path.isNull())
        spec.environment.append({ u"PATH"_s, path });
    return spec;
}

} // namespace

class TestLaunchSpec : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void commandLine();
    void environmentIsInheritedAndOverlaid();
    void minimalEnvironment();
    void extraPathIsAppendedOnce();
    void findsPrograms_data();
    void findsPrograms();
    void refuses_data();
    void refuses();
    void namesEveryFolderSearched();
    void nulCharacter();

private:
    void makeFile(const QString &name, bool executable);
    QString path(const QString &name) const { return m_dir.filePath(name); }

    QTemporaryDir m_dir;
};

void TestLaunchSpec::initTestCase()
{
    QVERIFY(m_dir.isValid());
    for (const QString &folder : { u"bin"_s, u"other"_s, u"work/sub"_s, u"bin/folder"_s })
        QVERIFY(QDir(m_dir.path()).mkpath(folder));
    makeFile(u"bin/tool"_s, true);
    makeFile(u"other/tool"_s, true);
    makeFile(u"other/only"_s, true);
    makeFile(u"bin/plain"_s, false);
    makeFile(u"other/plain"_s, true);
    makeFile(u"bin/script.py"_s, false);
    makeFile(u"work/here"_s, true);
    makeFile(u"work/sub/tool"_s, true);
    QVERIFY(QFile::link(path(u"work/sub"_s), path(u"link"_s)));
}

void TestLaunchSpec::makeFile(const QString &name, bool executable)
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n");
    file.close();
    QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner;
    if (executable)
        permissions |= QFile::ExeOwner;
    QVERIFY(file.setPermissions(permissions));
}

void TestLaunchSpec::commandLine()
{
    LaunchSpec spec = specWith(u"my server"_s);
    spec.arguments = { u"--root"_s, u"/tmp"_s, u""_s, u"it's"_s };
    QCOMPARE(spec.commandLine(), u"'my server' --root /tmp '' 'it'\\''s'"_s);
}

void TestLaunchSpec::environmentIsInheritedAndOverlaid()
{
    qputenv("MCP_TEST_SECRET", "s");
    qputenv("MCP_TEST_BOTH", "ours");
    LaunchSpec spec;
    spec.environment = { { u"MCP_TEST_BOTH"_s, u"theirs"_s },
                         { u"MCP_TEST_EMPTY"_s, u""_s },
                         { u""_s, u"nameless"_s } };
    const QProcessEnvironment environment = spec.processEnvironment();
    QCOMPARE(environment.value(u"MCP_TEST_SECRET"_s), u"s"_s);
    QCOMPARE(environment.value(u"MCP_TEST_BOTH"_s), u"theirs"_s);
    QVERIFY(environment.contains(u"MCP_TEST_EMPTY"_s));
    QVERIFY(!environment.keys().contains(QString()));
}

void TestLaunchSpec::minimalEnvironment()
{
    qputenv("MCP_TEST_SECRET", "s");
    qputenv("LC_TIME", "de_DE.UTF-8");
    LaunchSpec spec;
    spec.inheritEnvironment = false;
    spec.environment = { { u"API_KEY"_s, u"k"_s } };
    const QProcessEnvironment environment = spec.processEnvironment();
    QVERIFY(!environment.contains(u"MCP_TEST_SECRET"_s));
    QCOMPARE(environment.value(u"API_KEY"_s), u"k"_s);
    QCOMPARE(environment.value(u"PATH"_s), qEnvironmentVariable("PATH"));
    QCOMPARE(environment.value(u"HOME"_s), qEnvironmentVariable("HOME"));
    QCOMPARE(environment.value(u"LC_TIME"_s), u"de_DE.UTF-8"_s);
}

void TestLaunchSpec::extraPathIsAppendedOnce()
{
    LaunchSpec spec = specWith(u"x"_s, u"/usr/bin:/bin"_s);
    spec.environment.append({ u"HOME"_s, u"/home/me"_s });
    spec.extraPath = { u"/bin"_s, u"~/.local/bin"_s, u"/opt/x"_s, u"/opt/x"_s };
    QCOMPARE(spec.processEnvironment().value(u"PATH"_s),
             u"/usr/bin:/bin:/home/me/.local/bin:/opt/x"_s);
}

void TestLaunchSpec::findsPrograms_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("searchPath");
    QTest::addColumn<QStringList>("extraPath");
    QTest::addColumn<QString>("found");

    const QString both = path(u"bin"_s) + u':' + path(u"other"_s);
    QTest::newRow("first in PATH") << u"tool"_s << both << QStringList() << path(u"bin/tool"_s);
    QTest::newRow("second in PATH") << u"only"_s << both << QStringList() << path(u"other/only"_s);
    QTest::newRow("executable one behind a plain one")
            << u"plain"_s << both << QStringList() << path(u"other/plain"_s);
    QTest::newRow("a folder of that name is skipped")
            << u"only"_s << path(u"bin"_s) << QStringList{ path(u"other"_s) }
            << path(u"other/only"_s);
    QTest::newRow("missing folders in PATH")
            << u"tool"_s << u"/nowhere:"_s + path(u"bin"_s) << QStringList() << path(u"bin/tool"_s);
    QTest::newRow("extra path") << u"only"_s << path(u"bin"_s) << QStringList{ path(u"other"_s) }
                                << path(u"other/only"_s);
    QTest::newRow("PATH before extra path")
            << u"tool"_s << path(u"bin"_s) << QStringList{ path(u"other"_s) }
            << path(u"bin/tool"_s);
    QTest::newRow("empty entry is the working directory")
            << u"here"_s << u"/nowhere:"_s << QStringList() << path(u"work/here"_s);
    QTest::newRow("relative entry")
            << u"tool"_s << u"sub"_s << QStringList() << path(u"work/sub/tool"_s);
    QTest::newRow("absolute") << path(u"other/only"_s) << u""_s << QStringList()
                              << path(u"other/only"_s);
    QTest::newRow("relative to the working directory")
            << u"./here"_s << u""_s << QStringList() << path(u"work/here"_s);
    QTest::newRow("relative without a dot")
            << u"sub/tool"_s << u""_s << QStringList() << path(u"work/sub/tool"_s);
    QTest::newRow("above") << u"../bin/tool"_s << u""_s << QStringList()
                           << path(u"work/../bin/tool"_s);
    QTest::newRow("behind a link, as the system goes")
            << path(u"link/../here"_s) << u""_s << QStringList() << path(u"link/../here"_s);
    QTest::newRow("home") << u"~/bin/tool"_s << u""_s << QStringList() << path(u"bin/tool"_s);
}

void TestLaunchSpec::findsPrograms()
{
    QFETCH(QString, command);
    QFETCH(QString, searchPath);
    QFETCH(QStringList, extraPath);
    QFETCH(QString, found);

    LaunchSpec spec = specWith(command, searchPath);
    spec.extraPath = extraPath;
    spec.workingDirectory = u"~/work"_s;
    spec.environment.append({ u"HOME"_s, m_dir.path() });
    const Result<QString> program = resolveProgram(spec);
    QVERIFY2(program, qPrintable(program.error().message));
    QCOMPARE(*program, found);
}

void TestLaunchSpec::refuses_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("workingDirectory");
    QTest::addColumn<QStringList>("says");

    QTest::newRow("empty") << u" "_s << u""_s << QStringList{ u"No command is set"_s };
    QTest::newRow("missing") << u"/nowhere/x"_s << u""_s
                             << QStringList{ u"\"/nowhere/x\" does not exist"_s };
    QTest::newRow("relative missing")
            << u"./gone"_s << path(u"work"_s)
            << QStringList{ u'"' + path(u"work/gone"_s) + u"\" does not exist"_s };
    QTest::newRow("folder") << path(u"bin"_s) << u""_s
                            << QStringList{ u"is a folder, not a program"_s };
    QTest::newRow("not executable") << path(u"bin/plain"_s) << u""_s
                                    << QStringList{ u"is not executable"_s, u"chmod +x"_s };
    QTest::newRow("script") << path(u"bin/script.py"_s) << u""_s
                            << QStringList{ u"is not executable"_s, u"\"python3\""_s };
    QTest::newRow("not executable in PATH")
            << u"script.py"_s << u""_s << QStringList{ path(u"bin/script.py"_s), u"chmod +x"_s };
    QTest::newRow("whole command line")
            << u"npx -y server"_s << u""_s
            << QStringList{ u"contains spaces"_s, u"\"npx\""_s, u"arguments"_s };
    QTest::newRow("whole command line with a path")
            << u"/usr/bin/env x"_s << u""_s
            << QStringList{ u"does not exist"_s, u"contains spaces"_s };
    QTest::newRow("working directory missing")
            << u"tool"_s << u"/nowhere/at all"_s
            << QStringList{ u"working directory \"/nowhere/at all\" does not exist"_s };
    QTest::newRow("working directory is a file")
            << u"tool"_s << path(u"bin/plain"_s) << QStringList{ u"is not a folder"_s };
}

void TestLaunchSpec::refuses()
{
    QFETCH(QString, command);
    QFETCH(QString, workingDirectory);
    QFETCH(QStringList, says);

    LaunchSpec spec = specWith(command, path(u"bin"_s));
    spec.workingDirectory = workingDirectory;
    const Result<QString> program = resolveProgram(spec);
    QVERIFY(!program);
    const Error error = program.error();
    QCOMPARE(error.kind, Error::Kind::Transport);
    for (const QString &part : says)
        QVERIFY2(error.message.contains(part), qPrintable(error.message));
}

void TestLaunchSpec::namesEveryFolderSearched()
{
    LaunchSpec spec = specWith(u"uvx"_s, u"/nowhere/a:/nowhere/b"_s);
    spec.extraPath = { u"/nowhere/c"_s };
    QCOMPARE(
            resolveProgram(spec).error().message,
            u"The program \"uvx\" was not found. Folders searched: /nowhere/a, /nowhere/b, /nowhere/c."_s);
}

void TestLaunchSpec::nulCharacter()
{
    LaunchSpec spec = specWith(u"sh"_s);
    spec.arguments = { u"a"_s + QChar(0) + u"b"_s };
    QVERIFY(resolveProgram(spec).error().message.contains("NUL"_L1));
}

QTEST_GUILESS_MAIN(TestLaunchSpec)
#include "tst_launchspec.moc"
