// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "server/serverfailure.h"

#include <QtTest/qtest.h>

#include <csignal>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;
using How = CloseReason::How;

class TestServerFailure : public QObject
{
    Q_OBJECT

private slots:
    void describesEverything();
    void describesWhatIsKnown();
    void errorCarriesTheFacts();
    void advice_data();
    void advice();
};

void TestServerFailure::describesEverything()
{
    ServerFailure failure;
    failure.step = u"waiting for the answer to initialize"_s;
    failure.error = Error::transport(u"The server was ended by signal 11 (SIGSEGV)."_s);
    failure.commandLine = u"python3 'my server.py'"_s;
    failure.exitCode = 3;
    failure.signal = SIGSEGV;
    failure.stderrTail = { u"one"_s, u"two"_s };
    failure.advice = u"Mend it."_s;
    QCOMPARE(failure.describe(), u"Failed while waiting for the answer to initialize: The server "
                                 u"was ended by signal 11 (SIGSEGV).\n"
                                 "Command: python3 'my server.py'\n"
                                 "Exit code: 3\n"
                                 "Signal: 11 (SIGSEGV)\n"
                                 "Last lines on stderr:\n"
                                 "  one\n"
                                 "  two\n"
                                 "What to do: Mend it."_s);
}

void TestServerFailure::describesWhatIsKnown()
{
    ServerFailure failure;
    failure.error = Error::transport(u"It is gone."_s);
    QCOMPARE(failure.describe(), u"It is gone."_s);
}

void TestServerFailure::errorCarriesTheFacts()
{
    ServerFailure failure;
    failure.error = Error::transport(u"The server exited with code 3."_s);
    QVERIFY(failure.toError().data.isAbsent());
    failure.exitCode = 3;
    failure.stderrTail = { u"a"_s, u"\"b\""_s };
    const Error error = failure.toError();
    QCOMPARE(error.kind, Error::Kind::Transport);
    QCOMPARE(error.message, failure.error.message);
    QCOMPARE(error.data.value("exitCode").toInteger(), std::optional<qint64>(3));
    QVERIFY(!error.data.contains("signal"));
    QCOMPARE(error.data.value("stderr").elements().value(1).toString(), u"\"b\""_s);
    failure.error.data = RawJson::fromText("7");
    QCOMPARE(failure.toError().data.toByteArray(), "7");
}

void TestServerFailure::advice_data()
{
    QTest::addColumn<LaunchSpec>("spec");
    QTest::addColumn<CloseReason>("reason");
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("says");

    LaunchSpec name;
    name.command = u"uvx"_s;
    LaunchSpec path;
    path.command = u"./server"_s;
    path.workingDirectory = u"/tmp"_s;
    LaunchSpec nowhere = name;
    nowhere.workingDirectory = u"/nowhere"_s;
    const CloseReason notStarted{ How::FailedToStart, 0, 0, u"x"_s };
    QTest::newRow("name not found") << name << notStarted << u""_s << u"full path"_s;
    QTest::newRow("path not found") << path << notStarted << u""_s << u"\"/tmp\""_s;
    QTest::newRow("no working directory")
            << nowhere << notStarted << u""_s << u"working directory"_s;

    const auto exited = [](int code) { return CloseReason{ How::Exited, code, 0, u"x"_s }; };
    const auto died = [](int signal) { return CloseReason{ How::Signalled, 0, signal, u"x"_s }; };
    QTest::newRow("exit 0") << name << exited(0) << u""_s << u"speak MCP"_s;
    QTest::newRow("exit 127") << name << exited(127) << u"sh: x"_s << u"did not find a command"_s;
    QTest::newRow("exit 126") << name << exited(126) << u""_s << u"not executable"_s;
    QTest::newRow("exit 1") << name << exited(1) << u"oops"_s << u"stderr"_s;
    QTest::newRow("exit 1, silent") << name << exited(1) << u""_s << QString();
    QTest::newRow("python module")
            << name << exited(1) << u"ModuleNotFoundError: No module named 'mcp'"_s
            << u".venv/bin/python"_s;
    QTest::newRow("node module") << name << exited(1) << u"Error: Cannot find module '/x/y.js'"_s
                                 << u"JavaScript module"_s;
    QTest::newRow("crash") << name << died(SIGSEGV) << u""_s << u"crashed"_s;
    QTest::newRow("killed") << name << died(SIGKILL) << u""_s << u"memory"_s;
    QTest::newRow("other signal") << name << died(SIGTERM) << u""_s << u"outside"_s;
    QTest::newRow("output closed")
            << name << CloseReason{ How::OutputClosed, 0, 0, u"x"_s } << u""_s << u"background"_s;
    QTest::newRow("stopped") << name << CloseReason{ How::Stopped, 0, 0, u"x"_s } << u""_s
                             << QString();
}

void TestServerFailure::advice()
{
    QFETCH(LaunchSpec, spec);
    QFETCH(CloseReason, reason);
    QFETCH(QString, output);
    QFETCH(QString, says);
    const QString text =
            adviceFor(spec, reason, output.isEmpty() ? QStringList() : QStringList(output));
    QVERIFY2(says.isEmpty() ? text.isEmpty() : text.contains(says), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestServerFailure)
#include "tst_serverfailure.moc"
