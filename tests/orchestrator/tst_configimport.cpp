// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/configimport.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

/// Server definitions as people paste them and as other programs write them.
class TestConfigImport : public QObject
{
    Q_OBJECT

private slots:
    void definitions_data();
    void definitions();
    void looksLike_data();
    void looksLike();
    void broken();
    void environmentOfOddTypes();
    void remoteServersAreListed();
    void ownSettings();
    void oddOwnSettings();
    void roundTrip();
    void unknownMembersStay();
    void variables();
    void missingVariables();
};

namespace {

/// "name: command line" of each server.
QStringList summary(const ImportedServers &imported)
{
    QStringList lines;
    for (const ServerSpec &spec : imported.servers)
        lines.append(spec.name + u": "_s + spec.launch.commandLine());
    return lines;
}

} // namespace

void TestConfigImport::definitions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("servers");
    QTest::addColumn<int>("problems");
    const QStringList one = { u"files: npx -y server-files /tmp"_s };
    QTest::newRow("Claude Desktop, Cursor, Cline, Windsurf")
            << R"({"mcpServers": {"files": {"command": "npx",
                 "args": ["-y", "server-files", "/tmp"], "disabled": false}}})"_ba
            << one << 0;
    QTest::newRow("VS Code")
            << R"({"inputs": [], "servers": {"files": {"type": "stdio", "command": "npx",
                 "args": ["-y", "server-files", "/tmp"]}}})"_ba
            << one << 0;
    QTest::newRow("VS Code settings") << R"({"mcp": {"servers": {"files": {"command": "npx",
                 "args": ["-y", "server-files", "/tmp"]}}}})"_ba
                                      << one << 0;
    QTest::newRow("comments and trailing commas")
            << "// mine\n{\"mcpServers\": {\"files\": {\"command\": \"npx\", /* x */\n"
               "\"args\": [\"-y\", \"server-files\", \"/tmp\",],},}}"_ba
            << one << 0;
    QTest::newRow("byte order mark")
            << "\xEF\xBB\xBF{\"mcpServers\": {\"a\": {\"command\": \"b\"}}}"_ba
            << QStringList{ u"a: b"_s } << 0;
    QTest::newRow("named, braces missing")
            << "\"files\": {\"command\": \"npx\", \"args\": [\"-y\", \"server-files\", \"/tmp\"]},"_ba
            << one << 0;
    QTest::newRow("map of names") << R"({"a": {"command": "x"}, "b": {"command": "y"}})"_ba
                                  << QStringList{ u"a: x"_s, u"b: y"_s } << 0;
    QTest::newRow("one alone, named by its package")
            << R"({"command": "npx", "args": ["-y", "@scope/server-files@1.2"]})"_ba
            << QStringList{ u"server-files: npx -y @scope/server-files@1.2"_s } << 0;
    QTest::newRow("one alone, named by its program")
            << R"({"command": "/opt/bin/my-server"})"_ba
            << QStringList{ u"my-server: /opt/bin/my-server"_s } << 0;
    QTest::newRow("a remote one is left out")
            << R"({"mcpServers": {"r": {"url": "https://x/mcp"}, "a": {"command": "b"}}})"_ba
            << QStringList{ u"a: b"_s } << 1;
    QTest::newRow("no command") << R"({"mcpServers": {"r": {"args": []}, "s": 7}})"_ba
                                << QStringList{} << 2;
    QTest::newRow("the last of duplicates counts")
            << R"({"mcpServers": {"a": {"command": "x"}, "b": {"command": "y"},
                 "a": {"command": "z"}}})"_ba
            << QStringList{ u"b: y"_s, u"a: z"_s } << 1;
}

void TestConfigImport::definitions()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, servers);
    QFETCH(int, problems);
    const auto imported = readServerDefinitions(text);
    QVERIFY2(imported, qPrintable(imported.error().message));
    QCOMPARE(summary(*imported), servers);
    QVERIFY2(imported->problems.size() == problems, qPrintable(imported->problems.join(u'\n')));
}

void TestConfigImport::looksLike_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("json");
    QTest::newRow("object") << u"  {\"mcpServers\": {}}"_s << true;
    QTest::newRow("named") << u"\"a\" : {\"command\": \"x\"}"_s << true;
    QTest::newRow("command") << u"npx -y x"_s << false;
    QTest::newRow("quoted program") << u"\"/opt/my server/run\" --x"_s << false;
    QTest::newRow("empty") << u""_s << false;
}

void TestConfigImport::looksLike()
{
    QFETCH(QString, text);
    QTEST(looksLikeServerDefinitions(text), "json");
}

void TestConfigImport::broken()
{
    const auto imported =
            readServerDefinitions("{\"mcpServers\": {\n  \"a\": {\"command\" \"x\"}}}");
    QVERIFY(!imported);
    QCOMPARE(imported.error().kind, Error::Kind::Usage);
    QVERIFY2(imported.error().message.contains("line 2, column 19"_L1),
             qPrintable(imported.error().message));
    // The brace that we put in front is not counted.
    const auto named = readServerDefinitions("\"a\": {\"command\" 7}");
    QVERIFY2(named.error().message.contains("line 1, column 17"_L1),
             qPrintable(named.error().message));
    QVERIFY(!readServerDefinitions("[1]"));
    QVERIFY(!readServerDefinitions("{}"));
}

void TestConfigImport::environmentOfOddTypes()
{
    const auto imported = readServerDefinitions(
            R"({"a": {"command": "x", "env": {"PORT": 8080.0, "DEBUG": true, "GONE": null,
               "NAME": "n"}, "args": ["-p", 8080]}})");
    QVERIFY(imported);
    const LaunchSpec &launch = imported->servers.constFirst().launch;
    QCOMPARE(launch.arguments, QStringList({ u"-p"_s, u"8080"_s }));
    const QList<EnvironmentVariable> expected = { { u"PORT"_s, u"8080.0"_s },
                                                  { u"DEBUG"_s, u"true"_s },
                                                  { u"NAME"_s, u"n"_s } };
    QCOMPARE(launch.environment, expected);
    QCOMPARE(imported->problems.size(), 4);
}

void TestConfigImport::remoteServersAreListed()
{
    const auto imported = readServerDefinitions(
            R"({"mcpServers": {"h": {"type": "http", "url": "https://h/mcp"},
                "s": {"type": "sse", "url": "https://s/sse"}, "w": {"serverUrl": "https://w"}}})");
    QVERIFY(imported);
    const QList<RemoteServer> expected = { { u"h"_s, u"http"_s, u"https://h/mcp"_s },
                                           { u"s"_s, u"sse"_s, u"https://s/sse"_s },
                                           { u"w"_s, u"http"_s, u"https://w"_s } };
    QCOMPARE(imported->remote, expected);
    QCOMPARE(imported->problems.size(), 3);
    QVERIFY(imported->problems.constFirst().contains("remote servers are not supported yet"_L1));
}

void TestConfigImport::ownSettings()
{
    const auto spec = serverSpecFromJson(
            u"a"_s,
            RawJson::fromText(
                    R"({"command": "x", "cwd": "/w", "mcpOrchestrator": {"framing": "content-length",
            "era": "legacy", "inheritEnvironment": false, "asciiOnlyHeaders": false,
            "timeouts": {"connect": 1, "request": 0, "requestHard": 3}, "autoRestart": true,
            "stderrLines": 5, "traceBytes": 6000000000, "traceDiskBytes": 7, "extraPath": ["/p", "/q"],
            "limits": {"frameBytes": 5000000000, "listPages": 3}}})"));
    QVERIFY(spec);
    QCOMPARE(spec->launch.workingDirectory, u"/w"_s);
    QVERIFY(spec->framing == FramingSetting::ContentLength);
    QVERIFY(spec->era == EraSetting::Legacy);
    QVERIFY(!spec->launch.inheritEnvironment);
    QVERIFY(!spec->asciiOnlyHeaders);
    QCOMPARE(spec->timeouts, (Timeouts{ 1, 0, 3 }));
    QVERIFY(spec->autoRestart);
    QCOMPARE(spec->stderrLines, 5);
    QCOMPARE(spec->traceBytes, 6'000'000'000);
    QCOMPARE(spec->traceDiskBytes, 7);
    QCOMPARE(spec->limits.frameBytes, 5'000'000'000);
    QCOMPARE(spec->limits.listPages, 3);
    QCOMPARE(spec->limits.listBytes, Limits().listBytes);
    QCOMPARE(spec->launch.extraPath, QStringList({ u"/p"_s, u"/q"_s }));
}

void TestConfigImport::oddOwnSettings()
{
    QStringList problems;
    const auto spec = serverSpecFromJson(
            u"a"_s,
            RawJson::fromText(
                    R"({"command": "x", "mcpOrchestrator": {"framing": "lines", "era": 7,
            "autoRestart": "yes", "timeouts": {"connect": -1, "request": 1.5},
            "limits": {"frameBytes": 0}, "stderrLines": 99999999999}})"),
            &problems);
    QVERIFY(spec);
    ServerSpec plain;
    plain.name = u"a"_s;
    plain.launch.command = u"x"_s;
    QCOMPARE(*spec, plain);
    QVERIFY2(problems.size() == 7, qPrintable(problems.join(u'\n')));
}

void TestConfigImport::roundTrip()
{
    ServerSpec spec;
    spec.name = u"a"_s;
    spec.launch.command = u"C:\\x \"y\""_s;
    QCOMPARE(serverSpecToJson(spec).simplified(), R"({ "command": "C:\\x \"y\"" })");
    spec.launch.arguments = { u"-y"_s, u"Zürich"_s, u""_s };
    spec.launch.environment = { { u"B"_s, u"1"_s }, { u"A"_s, u"2"_s } };
    spec.launch.workingDirectory = u"/w"_s;
    spec.launch.inheritEnvironment = false;
    spec.launch.extraPath = { u"/p"_s };
    spec.framing = FramingSetting::Newline;
    spec.era = EraSetting::Modern;
    spec.asciiOnlyHeaders = false;
    spec.timeouts = { 0, 1, 2 };
    spec.autoRestart = true;
    spec.stderrLines = 3;
    spec.traceBytes = 4;
    spec.traceDiskBytes = 5;
    spec.limits = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
    const QByteArray json = serverSpecToJson(spec);
    const auto again = serverSpecFromJson(u"a"_s, RawJson::fromText(json));
    QVERIFY(again);
    QCOMPARE(*again, spec);
    // Back to the defaults nothing of ours is left.
    ServerSpec plain;
    plain.name = u"a"_s;
    plain.launch.command = u"x"_s;
    QCOMPARE(serverSpecToJson(plain, RawJson::fromText(json)).simplified(),
             R"({ "command": "x" })");
}

void TestConfigImport::unknownMembersStay()
{
    const QByteArray before = R"({"type": "stdio", "command": "x", "icon": 1.0,
        "mcpOrchestrator": {"color": "red", "era": "legacy"}})";
    auto spec = serverSpecFromJson(u"a"_s, RawJson::fromText(before)).valueOr({});
    spec.launch.command = u"y"_s;
    spec.era = EraSetting::Auto;
    QCOMPARE(serverSpecToJson(spec, RawJson::fromText(before)).simplified().replace(" ", ""),
             R"({"type":"stdio","command":"y","icon":1.0,"mcpOrchestrator":{"color":"red"}})");
}

void TestConfigImport::variables()
{
    qputenv("MCP_TEST_ONE", "eins");
    qputenv("MCP_TEST_EMPTY", "");
    ServerSpec spec;
    spec.launch.command = u"${MCP_TEST_ONE}/bin"_s;
    spec.launch.arguments = { u"a${env:MCP_TEST_ONE}b${MCP_TEST_EMPTY}"_s, u"$${literal}"_s,
                              u"${MCP_TEST_NONE:-fall-back}${MCP_TEST_EMPTY:-x}"_s, u"$HOME ${"_s };
    spec.launch.environment = { { u"V"_s, u"<${MCP_TEST_ONE}>"_s } };
    spec.launch.workingDirectory = u"/${MCP_TEST_ONE}"_s;
    const auto result = substituteVariables(spec);
    QVERIFY(result);
    QCOMPARE(result->launch.command, u"eins/bin"_s);
    QCOMPARE(result->launch.arguments,
             QStringList({ u"aeinsb"_s, u"${literal}"_s, u"fall-backx"_s, u"$HOME ${"_s }));
    QCOMPARE(result->launch.environment.constFirst().value, u"<eins>"_s);
    QCOMPARE(result->launch.workingDirectory, u"/eins"_s);
}

void TestConfigImport::missingVariables()
{
    ServerSpec spec;
    spec.name = u"srv"_s;
    spec.launch.command = u"x"_s;
    spec.launch.arguments = { u"${MCP_TEST_NONE} ${input:key} ${MCP_TEST_NONE}"_s };
    const auto result = substituteVariables(spec);
    QVERIFY(!result);
    const QString message = result.error().message;
    QVERIFY(message.contains("${MCP_TEST_NONE}, ${input:key}"_L1) && message.contains("srv"_L1));
}

QTEST_GUILESS_MAIN(TestConfigImport)
#include "tst_configimport.moc"
