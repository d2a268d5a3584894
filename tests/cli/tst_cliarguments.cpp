// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/clirun.h"

#include "support/testhome.h"
#include "support/testprocess.h"

#include <QtCore/qregularexpression.h>
#include <QtTest/qtest.h>

using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

/// How command lines are read: what is the server's, what is ours, and what is wrong.
class TestCliArguments : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_home = std::make_unique<TestHome>(); }
    void help();
    void version();
    void withoutLocale();
    void targets_data();
    void targets();
    void usageErrors_data();
    void usageErrors();
    void toolArguments_data();
    void toolArguments();
    void environmentAndFolder();

private:
    /// What the fake server's tool got as params.
    static QString params(const CliRun &run);

    std::unique_ptr<TestHome> m_home;
};

QString TestCliArguments::params(const CliRun &run)
{
    const auto content = run.result().value("content").elements();
    return content.isEmpty() ? QString() : content.constFirst().value("text").toString();
}

void TestCliArguments::help()
{
    for (const QString &option : { u"--help"_s, u"-h"_s }) {
        const CliRun run = CliRun::run({ option });
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.errors.isEmpty());
        // Both programs' ways with the bare dashes.
        QVERIFY(run.output.contains("-- --method")
                && run.output.contains("mcp-orchestrator [OPTIONS] -- COMMAND"));
        for (const QByteArray &line : run.output.split('\n'))
            QVERIFY2(line.size() <= 100, line);
    }
}

void TestCliArguments::version()
{
    const CliRun run = CliRun::run({ u"--version"_s });
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output.count('\n'), 1);
    // Without a commit where the sources stood in no repository.
    static const QRegularExpression line(
            u"^mcp-orchestrator-cli " MCP_VERSION
            " \\((commit [0-9a-f]{12}, )?Qt [0-9.]+, MCP 2024-11-05 to 2026-07-28\\)\n$"_s);
    QVERIFY2(line.match(QString::fromUtf8(run.output)).hasMatch(), run.output);
}

void TestCliArguments::withoutLocale()
{
    QStringList arguments = fakeServer();
    arguments << u"--method"_s << u"tools/call"_s << u"--tool-name"_s << u"raw-args"_s
              << u"--tool-arg"_s << u"city=Zürich"_s;
    const CliRun run = CliRun::run(arguments, { u"LC_ALL=C"_s, u"LANG=C"_s });
    QVERIFY2(run.exitCode == 0, run.all());
    QVERIFY2(params(run).contains(u"{\"city\":\"Zürich\"}"_s), run.all());
    QVERIFY2(run.errors.isEmpty(), run.errors);
}

void TestCliArguments::targets_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString fake = fakeServerPath();
    QTest::newRow("words, then options")
            << QStringList{ fake, u"--method"_s, u"ping"_s, u"--era"_s, u"legacy"_s };
    QTest::newRow("bare dashes") << QStringList{ fake,    u"--era"_s,    u"legacy"_s,
                                                 u"--"_s, u"--method"_s, u"ping"_s };
    QTest::newRow("bare dashes without options of the server")
            << QStringList{ fake, u"--"_s, u"--era=legacy"_s, u"--method=ping"_s };
    QTest::newRow("the peer's leading option")
            << QStringList{ u"--cli"_s, fake, u"--method"_s, u"ping"_s, u"--era=legacy"_s };
    QTest::newRow("options of remote servers do no harm") << QStringList{
        fake,        u"--method"_s,    u"ping"_s,  u"--era=legacy"_s,       u"--header"_s,
        u"X-A: b"_s, u"--transport"_s, u"stdio"_s, u"--stored-auth-only"_s, u"--client-id"_s,
        u"x"_s
    };
}

void TestCliArguments::targets()
{
    QFETCH(QStringList, arguments);
    const CliRun run = CliRun::run(arguments);
    QVERIFY2(run.exitCode == 0, run.all());
    QCOMPARE(run.output.simplified(), "{}");
}

void TestCliArguments::usageErrors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QString &line, const QString &says) {
        QTest::newRow(name) << line.split(u' ') << says;
    };
    row("no method", u"srv"_s, u"--method"_s);
    row("unknown method", u"srv --method tools/lisst"_s, u"tools/list,"_s);
    row("misspelt option", u"srv --methood ping"_s, u"Did you mean --method?"_s);
    row("unknown option", u"srv --frobnicate"_s, u"--frobnicate"_s);
    row("no value", u"srv --method"_s, u"--method needs a value"_s);
    row("value for none", u"srv --help=yes"_s, u"takes no value"_s);
    row("server behind options", u"--method ping srv"_s, u"comes first"_s);
    row("nothing before the dashes", u"-- srv --verbose --method ping"_s,
        u"mcp-orchestrator-cli srv --verbose -- --method ping"_s);
    row("the window's way round", u"--method ping -- srv --verbose"_s,
        u"mcp-orchestrator-cli srv --verbose -- --method ping"_s);
    row("dashes alone", u"--"_s, u"mcp-orchestrator-cli COMMAND --"_s);
    row("pair without =", u"srv --method tools/call --tool-name t --tool-arg x"_s, u"key=value"_s);
    row("pair without key", u"srv --method tools/call --tool-name t --tool-arg =x"_s,
        u"key=value"_s);
    row("pair without value", u"srv --method tools/call --tool-name t --tool-arg x="_s,
        u"key=value"_s);
    row("variable", u"srv --method ping -e NAME"_s, u"KEY=VALUE"_s);
    row("header", u"srv --method ping --header NAME"_s, u"Name: value"_s);
    row("timeout", u"srv --method ping --connect-timeout soon"_s, u"milliseconds"_s);
    row("negative timeout", u"srv --method ping --request-timeout -1"_s, u"milliseconds"_s);
    row("format", u"srv --method ping --format xml"_s, u"text, json"_s);
    row("framing", u"srv --method ping --framing lines"_s, u"content-length"_s);
    row("era", u"srv --method ping --era old"_s, u"legacy"_s);
    row("log level", u"srv --method logging/setLevel --log-level loud"_s, u"emergency"_s);
    row("transport", u"srv --method ping --transport carrier-pigeon"_s, u"stdio, http, sse"_s);
    row("http for a command", u"srv --method ping --transport http"_s, u"stdio"_s);
    row("transport alone", u"--method ping --transport stdio"_s, u"needs a server"_s);
    row("tool without name", u"srv --method tools/call"_s, u"--tool-name"_s);
    row("resource without uri", u"srv --method resources/read"_s, u"--uri"_s);
    row("prompt without name", u"srv --method prompts/get"_s, u"--prompt-name"_s);
    row("level missing", u"srv --method logging/setLevel"_s, u"--log-level"_s);
    row("completion", u"srv --method completion/complete --complete-ref x"_s,
        u"--complete-ref-type"_s);
    row("both kinds of arguments",
        u"srv --method tools/call --tool-name t --tool-arg x=1 --tool-args-json {}"_s,
        u"exclude"_s);
    row("arguments no object", u"srv --method tools/call --tool-name t --tool-args-json [1]"_s,
        u"object"_s);
    QTest::newRow("arguments no JSON")
            << QStringList{ u"srv"_s, u"--method"_s,         u"tools/call"_s,     u"--tool-name"_s,
                            u"t"_s,   u"--tool-args-json"_s, u"{\n \"a\": tru}"_s }
            << u"line 2, column 7"_s;
    row("both files", u"--config a --catalog b --method ping"_s, u"exclude"_s);
    row("file and server", u"srv --config a --method ping"_s, u"--config"_s);
    row("catalog and server", u"srv --catalog a --method ping"_s, u"--catalog"_s);
    row("later", u"srv --method tools/list --app-info"_s, u"not supported yet"_s);
    row("trace nowhere", u"srv --method ping --trace /nowhere/at/all"_s, u"/nowhere/at/all"_s);
    row("stderr nowhere", u"srv --method ping --stderr /nowhere/at/all"_s, u"/nowhere/at/all"_s);
}

void TestCliArguments::usageErrors()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const CliRun run = CliRun::run(arguments);
    QVERIFY2(run.exitCode == 1, run.all());
    QVERIFY2(run.output.isEmpty(), run.all());
    QCOMPARE(run.errorCode(), u"error"_s);
    QVERIFY2(run.errorMessage().contains(says.toUtf8()), run.all());
}

void TestCliArguments::toolArguments_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("arguments");
    const auto json = [](const QString &text) {
        return QStringList{ u"--tool-args-json"_s, text };
    };
    const auto pairs = [](const QStringList &list) {
        return QStringList{ u"--tool-arg"_s } + list;
    };
    QTest::newRow("none") << QStringList() << u"{}"_s;
    const QString exact = u"{\"id\": 12345678901234567890, \"x\": 1.0, \"z\": 1e400}"_s;
    QTest::newRow("JSON, byte for byte") << json(exact) << exact;
    const QString odd = uR"({"b":-0, "a" : "\u00fc/\/ü", "a":[ ]})"_s;
    QTest::newRow("JSON, odd ways of writing") << json(odd) << odd;
    QTest::newRow("pairs: JSON where it is JSON")
            << pairs({ u"n=12345678901234567890"_s, u"x=1.0"_s, u"z=1e400"_s, u"t=true"_s,
                       u"o={\"a\": [1.0]}"_s, u"s=hello world"_s, u"q=\"1\""_s, u"e=\"\""_s })
            << uR"({"n":12345678901234567890,"x":1.0,"z":1e400,"t":true,"o":{"a": [1.0]},"s":"hello world","q":"1","e":""})"_s;
    QTest::newRow("pairs: almost JSON is text")
            << pairs({ u"a=012"_s, u"b={x}"_s, u"c=1="_s, u"d=-"_s })
            << uR"({"a":"012","b":"{x}","c":"1=","d":"-"})"_s;
    QTest::newRow("pairs: the last of equal keys, in the first one's place")
            << pairs({ u"a=1"_s, u"b=2"_s, u"a=3"_s }) << uR"({"a":3,"b":2})"_s;
    QTest::newRow("pairs: option repeated")
            << QStringList{ u"--tool-arg"_s, u"a=-1"_s, u"--tool-arg=b=2"_s }
            << uR"({"a":-1,"b":2})"_s;
}

void TestCliArguments::toolArguments()
{
    QFETCH(QStringList, options);
    QFETCH(QString, arguments);
    const CliRun run = CliRun::run(
            fakeServer()
            + QStringList{ u"--method"_s, u"tools/call"_s, u"--tool-name"_s, u"raw-args"_s }
            + options);
    QVERIFY2(run.exitCode == 0, run.all());
    QVERIFY2(params(run).startsWith(u"{\"name\":\"raw-args\",\"arguments\":"_s + arguments + u','),
             run.all());
}

void TestCliArguments::environmentAndFolder()
{
    QStringList arguments = fakeServer();
    arguments << u"--method"_s << u"tools/call"_s << u"--tool-name"_s << u"env"_s << u"-e"_s
              << u"MCP_A=1=2"_s << u"-eMCP_B=b"_s << u"-e"_s << u"MCP_C="_s << u"--cwd"_s
              << m_home->path();
    const CliRun run = CliRun::run(arguments);
    QVERIFY2(run.exitCode == 0, run.all());
    const QStringList lines = params(run).split(u'\n');
    for (const QString &line : { u"MCP_A=1=2"_s, u"MCP_B=b"_s, u"MCP_C="_s })
        QVERIFY2(lines.contains(line), run.all());
    const CliRun shell = CliRun::run({ u"sh"_s, u"-c"_s, u"pwd >&2; exit 3"_s, u"--"_s,
                                       u"--method"_s, u"ping"_s, u"--cwd"_s, m_home->path() });
    QCOMPARE(shell.exitCode, 4);
    QVERIFY2(shell.errors.startsWith(m_home->path().toUtf8()), shell.all());
}

QTEST_GUILESS_MAIN(TestCliArguments)
#include "tst_cliarguments.moc"
