// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "support/clirun.h"

#include "support/testhome.h"
#include "support/testprocess.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtTest/qtest.h>

using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

/// Servers from files: the program's own list, and what other programs write.
class TestCliServers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_home = std::make_unique<TestHome>(); }
    void ownListIsTheDefault();
    void catalogFromTheEnvironment();
    void missingFiles();
    void choosing();
    void foreignFiles_data();
    void foreignFiles();
    void optionsGoBeforeTheFile();
    void placeholders();
    void remoteServers_data();
    void remoteServers();
    void list();
    void listOfNothing();
    void show();
    void showExactly();
    void adHocListing();
    void filesAreNotWritten();

private:
    QString write(const QString &name, const QByteArray &text);
    static QByteArray definition(const QByteArray &members = {});
    static QStringList ping(const QStringList &words)
    {
        return words + QStringList{ u"--method"_s, u"ping"_s, u"--era"_s, u"legacy"_s };
    }

    std::unique_ptr<TestHome> m_home;
};

QString TestCliServers::write(const QString &name, const QByteArray &text)
{
    const QString path = QDir(m_home->path()).filePath(name);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

/// A definition of the fake server with further members.
QByteArray TestCliServers::definition(const QByteArray &members)
{
    return "{\"command\": \"" + fakeServerPath().toUtf8() + '"' + members + '}';
}

void TestCliServers::ownListIsTheDefault()
{
    const QString path = m_home->configPath(u"mcp-orchestrator/servers.json"_s);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"mcpServers\": {\"mine\": " + definition() + "}}");
    file.close();
    const CliRun run = CliRun::run(ping({}));
    QVERIFY2(run.exitCode == 0, run.all());
    QVERIFY(file.remove());
}

void TestCliServers::catalogFromTheEnvironment()
{
    const QString path =
            write(u"catalog.json"_s, "{\"mcpServers\": {\"a\": " + definition() + "}}");
    const CliRun run = CliRun::run(ping({}), { u"MCP_CATALOG_PATH="_s + path });
    QVERIFY2(run.exitCode == 0, run.all());
    // It does not concern a server on the command line.
    const CliRun adHoc =
            CliRun::run(ping({ fakeServerPath() }), { u"MCP_CATALOG_PATH=/nowhere/broken"_s });
    QVERIFY2(adHoc.exitCode == 0, adHoc.all());
}

void TestCliServers::missingFiles()
{
    const CliRun config = CliRun::run(ping({ u"--config"_s, u"/nowhere/c.json"_s }));
    QCOMPARE(config.exitCode, 1);
    QVERIFY2(config.errorMessage().contains("There is no file"), config.all());
    // The program's own list may not exist yet; for servers/list that is an empty list.
    const CliRun catalog = CliRun::run(ping({ u"--catalog"_s, m_home->path() + u"/none.json"_s }));
    QCOMPARE(catalog.exitCode, 1);
    QVERIFY2(catalog.errorMessage().contains("There is no file “"), catalog.all());
    QVERIFY2(catalog.errorMessage().contains("none.json"), catalog.all());
    const QString empty = write(u"empty.json"_s, "{}");
    const CliRun nothing = CliRun::run(ping({ u"--catalog"_s, empty }));
    QVERIFY2(nothing.errorMessage().contains("has no servers"), nothing.all());
    const QString broken = write(u"broken.json"_s, "{\n  \"mcpServers\": {\"a\" 1}\n}");
    const CliRun run = CliRun::run(ping({ u"--config"_s, broken }));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.errorMessage().contains("line 2, column 22"), run.all());
}

void TestCliServers::choosing()
{
    const QString path =
            write(u"two.json"_s, "{\"mcpServers\": {\"a\": " + definition() + ", \"b\": "
                                         + definition() + ", \"odd\": {\"args\": []}}}");
    const CliRun none = CliRun::run(ping({ u"--config"_s, path }));
    QCOMPARE(none.exitCode, 1);
    QVERIFY2(none.errorMessage().contains("--server") && none.errorMessage().contains("a, b"),
             none.all());
    const CliRun unknown = CliRun::run(ping({ u"--config"_s, path, u"--server"_s, u"c"_s }));
    QCOMPARE(unknown.exitCode, 1);
    QVERIFY2(unknown.errorMessage().contains("a, b"), unknown.all());
    const CliRun odd = CliRun::run(ping({ u"--config"_s, path, u"--server"_s, u"odd"_s }));
    QCOMPARE(odd.exitCode, 1);
    QVERIFY2(odd.errorMessage().contains("command"), odd.all());
    const CliRun run = CliRun::run(ping({ u"--config"_s, path, u"--server"_s, u"b"_s }));
    QVERIFY2(run.exitCode == 0, run.all());
}

void TestCliServers::foreignFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("mcpServers") << QByteArray("{\"mcpServers\": {\"a\": " + definition() + "}}");
    QTest::newRow("VS Code") << QByteArray("// mine\n{\"inputs\": [], \"servers\": {\"a\": "
                                           + definition(", \"type\": \"stdio\",") + ",}}");
    QTest::newRow("byte order mark")
            << QByteArray("\xEF\xBB\xBF{\"mcpServers\": {\"a\": " + definition() + "}}");
}

void TestCliServers::foreignFiles()
{
    QFETCH(QByteArray, text);
    const CliRun run = CliRun::run(ping({ u"--config"_s, write(u"foreign.json"_s, text) }));
    QVERIFY2(run.exitCode == 0, run.all());
}

void TestCliServers::optionsGoBeforeTheFile()
{
    const QString path = write(u"over.json"_s,
                               "{\"mcpServers\": {\"a\": "
                                       + definition(R"(, "env": {"MCP_A": "file", "MCP_B": "file"},
            "mcpOrchestrator": {"era": "legacy", "framing": "content-length"})")
                                       + "}}");
    const CliRun run =
            CliRun::run({ u"--config"_s, path, u"--method"_s, u"tools/call"_s, u"--tool-name"_s,
                          u"env"_s, u"-e"_s, u"MCP_B=line"_s, u"--framing"_s, u"newline"_s });
    QVERIFY2(run.exitCode == 0, run.all());
    QVERIFY2(run.output.contains("MCP_A=file") && run.output.contains("MCP_B=line"), run.all());
    // What the file says counts where nothing else is said: the fake server takes lines only.
    const CliRun fails = CliRun::run(
            { u"--config"_s, path, u"--method"_s, u"ping"_s, u"--connect-timeout"_s, u"300"_s });
    QCOMPARE(fails.exitCode, 4);
}

void TestCliServers::placeholders()
{
    const QString path =
            write(u"vars.json"_s,
                  "{\"mcpServers\": {\"a\": "
                          + definition(R"(, "env": {"MCP_V": "<${env:MCP_OUTSIDE}>"})") + "}}");
    const QStringList arguments = { u"--config"_s,    path,    u"--method"_s, u"tools/call"_s,
                                    u"--tool-name"_s, u"env"_s };
    const CliRun run = CliRun::run(arguments, { u"MCP_OUTSIDE=here"_s });
    QVERIFY2(run.output.contains("MCP_V=<here>"), run.all());
    const CliRun missing = CliRun::run(arguments);
    QCOMPARE(missing.exitCode, 1);
    QVERIFY2(missing.errorMessage().contains("${env:MCP_OUTSIDE}"), missing.all());
}

void TestCliServers::remoteServers_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("url");
    const QString file =
            write(u"remote.json"_s,
                  R"({"mcpServers": {"far": {"type": "http", "url": "https://far/mcp"}}})");
    QTest::newRow("target") << QStringList{ u"https://x.example/mcp"_s }
                            << u"https://x.example/mcp"_s;
    QTest::newRow("option") << QStringList{ u"--server-url"_s, u"http://y.example/sse"_s }
                            << u"http://y.example/sse"_s;
    QTest::newRow("file") << QStringList{ u"--config"_s, file } << u"https://far/mcp"_s;
}

void TestCliServers::remoteServers()
{
    QFETCH(QStringList, words);
    QFETCH(QString, url);
    const CliRun run = CliRun::run(ping(words));
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.errorCode(), u"not_supported"_s);
    QCOMPARE(run.error().value("url").toString(), url);
}

void TestCliServers::list()
{
    const QString path = write(u"list.json"_s, R"({"mcpServers": {
        "zeta": {"command": "npx", "args": ["-y", "--api-key", "hunter2", "--token=hunter3", "pkg"]},
        "Alpha": {"command": "a"},
        "far": {"url": "https://far/sse", "type": "sse"},
        "odd": {}}})");
    const CliRun run = CliRun::run(
            { u"--config"_s, path, u"--method"_s, u"servers/list"_s, u"--format"_s, u"json"_s });
    QVERIFY2(run.exitCode == 0, run.all());
    QCOMPARE(
            run.output,
            R"({"result":{"servers":[{"name":"Alpha","type":"stdio","detail":"a"},)"
            R"({"name":"far","type":"sse","detail":"https://far/sse"},)"
            R"({"name":"zeta","type":"stdio","detail":"npx -y --api-key [redacted] --token=[redacted] pkg"}]}})"
            "\n");
    QVERIFY2(run.errors.contains("odd"), run.errors); // what could not be used is said
}

void TestCliServers::listOfNothing()
{
    const CliRun run = CliRun::run(
            { u"--catalog"_s, m_home->path() + u"/none.json"_s, u"--method"_s, u"servers/list"_s });
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output, "{\n  \"servers\": []\n}\n");
}

void TestCliServers::show()
{
    const QString path = write(u"show.json"_s, R"({"mcpServers": {
        "a": {"command": "npx", "args": ["--password", "hunter2", 7], // comment
              "env": {"PLAIN": "hunter2", "TOKEN": "hunter2"},
              "headers": {"Authorization": "hunter2", "X-Tenant": "acme"},
              "apiKey": "hunter2", "timeout": 1.0},
        "b": {"command": "b"}}})");
    const QStringList base = { u"--config"_s, path, u"--method"_s, u"servers/show"_s };
    const CliRun run = CliRun::run(base + QStringList{ u"--server"_s, u"a"_s });
    QVERIFY2(run.exitCode == 0, run.all());
    QVERIFY2(!run.output.contains("hunter2") && !run.output.contains("comment"), run.output);
    const Mcp::RawJson config = run.result().value("config");
    QCOMPARE(config.value("type").toString(), u"stdio"_s);
    QCOMPARE(config.value("timeout").view().toByteArray(), "1.0");
    QCOMPARE(config.value("headers").value("X-Tenant").toString(), u"acme"_s);
    QCOMPARE(config.value("env").value("PLAIN").toString(), u"[redacted]"_s);
    const CliRun unnamed = CliRun::run(base);
    QCOMPARE(unnamed.exitCode, 1);
    QVERIFY2(unnamed.errorMessage().contains("--server NAME"), unnamed.all());
}

void TestCliServers::showExactly()
{
    const QString path = write(
            u"exact.json"_s,
            R"({"mcpServers": {"a": {"z": 1e400, "command": "x", "A": 12345678901234567890}}})");
    const CliRun run = CliRun::run({ u"--config"_s, path, u"--method"_s, u"servers/show"_s,
                                     u"--server"_s, u"a"_s, u"--format"_s, u"json"_s });
    QCOMPARE(run.output,
             R"({"result":{"name":"a","type":"stdio","detail":"x","config":{"type":"stdio",)"
             R"("z":1e400,"command":"x","A":12345678901234567890}}})"
             "\n");
}

void TestCliServers::adHocListing()
{
    const CliRun list =
            CliRun::run({ u"srv"_s, u"x"_s, u"--method=servers/list"_s, u"--format=json"_s });
    QCOMPARE(list.output,
             R"({"result":{"servers":[{"name":"default","type":"stdio","detail":"srv x"}]}})"
             "\n");
    const CliRun show =
            CliRun::run({ u"srv"_s, u"x"_s, u"--method=servers/show"_s, u"-e"_s, u"A=b"_s });
    QVERIFY2(show.exitCode == 0, show.all());
    QCOMPARE(show.result().value("config").value("env").value("A").toString(), u"[redacted]"_s);
}

void TestCliServers::filesAreNotWritten()
{
    const QByteArray text = "{\"mcpServers\": {\"a\": " + definition() + "}}";
    const QString path = write(u"kept.json"_s, text);
    QFile::setPermissions(path, QFile::ReadOwner);
    QVERIFY(CliRun::run(ping({ u"--catalog"_s, path })).exitCode == 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

QTEST_GUILESS_MAIN(TestCliServers)
#include "tst_cliservers.moc"
