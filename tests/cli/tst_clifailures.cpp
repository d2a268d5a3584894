// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/clirun.h"

#include "support/testhome.h"
#include "support/testprocess.h"

#include <QtTest/qtest.h>

using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

/// Every way to fail, by its exit code and the envelope on the last line of stderr.
class TestCliFailures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_home = std::make_unique<TestHome>(); }
    void failures_data();
    void failures();
    void hintsNameOptions_data();
    void hintsNameOptions();
    void brokenRulesAreSaid();
    void rpcErrorAsReceived();
    void refusedHandshake();
    void toolErrorIsPrinted();
    void toolNotFound();
    void refusedThoughListed();
    void lastWords();
    void envelopeComesLast();
    void nobodyReads();
    void nothingIsLeftBehind();

private:
    std::unique_ptr<TestHome> m_home;
};

void TestCliFailures::failures_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QStringList &server, const QString &line,
                        int exitCode, const QString &code, const QString &says) {
        QTest::newRow(name) << server + line.split(u' ') << exitCode << code << says;
    };
    const QString call = u"--method tools/call --tool-name echo"_s;
    row("missing program", { u"no-such-program-here"_s }, u"--method ping"_s, 4, u"unreachable"_s,
        u"no-such-program-here"_s);
    row("exit before the handshake", fakeServer({ u"exit-at-start=3"_s }), u"--method ping"_s, 4,
        u"unreachable"_s, u"code 3"_s);
    row("connect timeout", fakeServer({ u"silent"_s }), u"--method ping --connect-timeout 300"_s, 4,
        u"unreachable"_s, u"connect timeout"_s);
    row("never reads", fakeServer({ u"never-ready"_s }), u"--method ping --connect-timeout 300"_s,
        4, u"unreachable"_s, u"connect timeout"_s);
    row("no version in common", fakeServer({ u"version=1.0"_s }), u"--method ping --era legacy"_s,
        4, u"unreachable"_s, u"protocol version 1.0"_s);
    row("unknown method", fakeServer(), u"--method prompts/list"_s, 1, u"rpc_error"_s, u"-32601"_s);
    row("no answer", fakeServer({ u"hold"_s }), call + u" --request-timeout 200"_s, 1, u"timeout"_s,
        u"0.2 s"_s);
    row("dies in the call", fakeServer({ u"die-after=0,9"_s }), call, 1, u"connection_lost"_s,
        u"code 9"_s);
    row("killed in the call", fakeServer(),
        u"--method tools/call --tool-name exit --tool-arg signal=11"_s, 1, u"connection_lost"_s,
        u"signal 11"_s);
    row("crash in the answer", fakeServer({ u"crash-mid-message"_s }), call, 1,
        u"connection_lost"_s, u"signal 6"_s);
    row("closes its output", fakeServer({ u"close-stdout"_s }), call, 1, u"connection_lost"_s,
        u"tools/call"_s);
    row("ping in the modern era", fakeServer({}, { u"--era"_s, u"modern"_s }), u"--method ping"_s,
        1, u"not_in_this_era"_s, u"2026-07-28"_s);
    row("log level in the modern era", fakeServer({}, { u"--era"_s, u"modern"_s }),
        u"--method logging/setLevel --log-level info"_s, 1, u"not_in_this_era"_s, u"2026-07-28"_s);
    row("not the era that was asked for", fakeServer({}, { u"--era"_s, u"legacy"_s }),
        u"--method tools/list --era modern"_s, 4, u"unreachable"_s, u"does not speak 2026-07-28"_s);
}

void TestCliFailures::failures()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, code);
    QFETCH(QString, says);
    const CliRun run = CliRun::run(arguments);
    QVERIFY2(run.exitCode == exitCode, run.all());
    QVERIFY2(run.errorCode() == code, run.all());
    QVERIFY2(run.errorMessage().contains(says.toUtf8()), run.all());
    QVERIFY2(run.output.isEmpty(), run.all());
}

void TestCliFailures::hintsNameOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("hint");
    const QStringList echo{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s, u"echo"_s };
    QTest::newRow("time limit") << fakeServer({ u"hold"_s }) + echo
                                           + QStringList{ u"--request-timeout"_s, u"200"_s }
                                << u"--request-timeout MS"_s;
    QTest::newRow("modern only") << fakeServer({}, { u"--era"_s, u"modern"_s }) + echo
                                            + QStringList{ u"--era"_s, u"legacy"_s }
                                 << u"--era auto"_s;
    QTest::newRow("legacy only") << fakeServer({}, { u"--era"_s, u"legacy"_s }) + echo
                                            + QStringList{ u"--era"_s, u"modern"_s }
                                 << u"--era auto"_s;
    QTest::newRow("server of no file")
            << fakeServer() + echo + QStringList{ u"--server"_s, u"x"_s } << u"--config"_s;
}

/// What to do is said in words of the command line.
void TestCliFailures::hintsNameOptions()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, hint);
    const CliRun run = CliRun::run(arguments);
    QVERIFY2(run.exitCode != 0, run.all());
    QVERIFY2(run.errorMessage().contains(hint.toUtf8()), run.all());
}

/// Without a trace, too.
void TestCliFailures::brokenRulesAreSaid()
{
    const CliRun broken = CliRun::run(
            fakeServer({ u"duplicate-id"_s })
            + QStringList{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s, u"echo"_s });
    QVERIFY2(broken.exitCode == 0, broken.all());
    QVERIFY2(broken.errors.contains("breaks a rule: Second answer to a request"), broken.all());
    QVERIFY2(broken.errors.contains("basic/index"), broken.all());
    const CliRun clean = CliRun::run(fakeServer() + QStringList{ u"--method"_s, u"tools/list"_s });
    QVERIFY2(!clean.errors.contains("breaks a rule"), clean.all());
}

void TestCliFailures::rpcErrorAsReceived()
{
    const CliRun run = CliRun::run(
            fakeServer({ u"error-code-zero"_s })
            + QStringList{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s, u"echo"_s });
    QVERIFY2(run.exitCode == 1, run.all());
    QCOMPARE(run.errorCode(), u"rpc_error"_s);
    const Mcp::RawJson rpc = run.error().value("rpc");
    QCOMPARE(rpc.value("code").view().toByteArray(), "0");
    QVERIFY2(rpc.value("data").isArray(), run.all());
}

void TestCliFailures::refusedHandshake()
{
    const QString script = uR"(read x; echo '{"jsonrpc":"2.0","id":1,"error":{"code":-32000,)"
                           R"("message":"no thanks","data":[1.0]}}'; cat >/dev/null)"_s;
    const CliRun run = CliRun::run({ u"sh"_s, u"-c"_s, script, u"--"_s, u"--method"_s, u"ping"_s,
                                     u"--era"_s, u"legacy"_s, u"--framing"_s, u"newline"_s });
    QVERIFY2(run.exitCode == 1, run.all());
    QCOMPARE(run.errorCode(), u"rpc_error"_s);
    QCOMPARE(run.error().value("rpc").view().toByteArray(),
             R"({"code":-32000,"message":"no thanks","data":[1.0]})");
}

void TestCliFailures::toolErrorIsPrinted()
{
    const CliRun run = CliRun::run(fakeServer()
                                   + QStringList{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s,
                                                  u"fail"_s, u"--tool-arg"_s, u"message=why"_s });
    QVERIFY2(run.exitCode == 5, run.all());
    QCOMPARE(run.errorCode(), u"tool_is_error"_s);
    QVERIFY2(run.result().value("isError").toBool() && run.output.contains("why"), run.all());
}

void TestCliFailures::toolNotFound()
{
    const CliRun run = CliRun::run(
            fakeServer()
            + QStringList{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s, u"no-such-tool"_s });
    QVERIFY2(run.exitCode == 5, run.all());
    QCOMPARE(run.errorCode(), u"tool_not_found"_s);
    QVERIFY2(run.errorMessage().contains("no-such-tool"), run.all());
    QVERIFY2(run.error().value("rpc").value("code").isNumber(), run.all());
}

/// A tool that is listed and answers with an error is there: that is the server's refusal.
void TestCliFailures::refusedThoughListed()
{
    const CliRun run = CliRun::run({ programPath(u"mcp-demo-server"_s), u"--method"_s,
                                     u"tools/call"_s, u"--tool-name"_s, u"protocol-error"_s });
    QVERIFY2(run.exitCode == 1, run.all());
    QCOMPARE(run.errorCode(), u"rpc_error"_s);
}

void TestCliFailures::lastWords()
{
    const CliRun run = CliRun::run({ u"sh"_s, u"-c"_s, u"echo one >&2; echo zwölf >&2; exit 7"_s,
                                     u"--"_s, u"--method"_s, u"ping"_s, u"--stderr"_s, u"drop"_s });
    QVERIFY2(run.exitCode == 4, run.all());
    QVERIFY2(run.errorMessage().contains("one\n  zwölf"), run.all());
    QVERIFY2(run.errorMessage().contains("code 7"), run.all());
    QCOMPARE(run.error().value("cause").toString(), u"exit code 7"_s);
}

/// Whatever the server still writes while it is stopped, the envelope is the last line.
void TestCliFailures::envelopeComesLast()
{
    const CliRun run =
            CliRun::run({ u"sh"_s, u"-c"_s,
                          u"\"$0\" --scenario hold; sleep 0.2; echo 'last of the server' >&2"_s,
                          fakeServerPath(), u"--"_s, u"--method"_s, u"tools/call"_s,
                          u"--tool-name"_s, u"echo"_s, u"--request-timeout"_s, u"200"_s });
    QVERIFY2(run.exitCode == 1, run.all());
    QVERIFY2(run.errors.contains("last of the server\n"), run.all());
    QCOMPARE(run.errorCode(), u"timeout"_s);
}

void TestCliFailures::nobodyReads()
{
    QProcess shell;
    shell.start(u"sh"_s,
                { u"-c"_s, u"{ \"$0\" \"$@\"; echo rc=$? >&2; } | true"_s,
                  programPath(u"mcp-orchestrator-cli"_s), fakeServerPath(),
                  u"--method=tools/call"_s, u"--tool-name=big"_s, u"--tool-arg=n=5000000"_s });
    const CliRun run = CliRun::ended(shell);
    QVERIFY2(run.errors.contains("nobody reads it"), run.all());
    QVERIFY2(run.errors.endsWith("rc=1\n"), run.all());
    shell.start(u"sh"_s, { u"-c"_s, u"\"$0\" --help >&-; echo rc=$? >&2"_s,
                           programPath(u"mcp-orchestrator-cli"_s) });
    const CliRun help = CliRun::ended(shell);
    QVERIFY2(help.errors.contains("nobody reads it") && help.errors.endsWith("rc=1\n"), help.all());
}

void TestCliFailures::nothingIsLeftBehind()
{
    const auto process = CliRun::start(
            fakeServer({ u"grandchild"_s })
            + QStringList{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s, u"echo"_s });
    QTRY_VERIFY(process->state() == QProcess::NotRunning);
    const CliRun run = CliRun::ended(*process);
    QVERIFY2(run.exitCode == 0, run.all());
    bool found = false;
    for (const QByteArray &word : run.errors.simplified().split(' ')) {
        const qint64 pid = word.toLongLong();
        found = found || pid > 0;
        QVERIFY2(pid == 0 || !processExists(pid), run.errors);
    }
    QVERIFY2(found, run.errors);
}

QTEST_GUILESS_MAIN(TestCliFailures)
#include "tst_clifailures.moc"
