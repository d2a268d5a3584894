// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/serverdraft.h"

#include <QtTest/qtest.h>

using namespace McpUi;
using namespace Qt::Literals::StringLiterals;

/// What people type or paste where a server is asked for.
class TestServerDraft : public QObject
{
    Q_OBJECT

private slots:
    void commandLines_data();
    void commandLines();
    void variablesInFront();
    void problems_data();
    void problems();
    void emptyIsNoProblem();
    void definitions();
    void names_data();
    void names();
    void uniqueNames();
};

void TestServerDraft::commandLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("plain") << u"npx -y pkg"_s << QStringList{ u"npx"_s, u"-y"_s, u"pkg"_s };
    QTest::newRow("quotes") << uR"(x "a b" 'c d' e\ f)"_s
                            << QStringList{ u"x"_s, u"a b"_s, u"c d"_s, u"e f"_s };
    QTest::newRow("with the prompt") << u"$ npx pkg"_s << QStringList{ u"npx"_s, u"pkg"_s };
    QTest::newRow("white space") << u"  x\n y "_s << QStringList{ u"x"_s, u"y"_s };
}

void TestServerDraft::commandLines()
{
    QFETCH(QString, text);
    const ServerDraft draft = ServerDraft::fromText(text);
    QVERIFY(draft.problem.isEmpty());
    QVERIFY(!draft.pasted);
    QCOMPARE(draft.servers.size(), 1);
    const Mcp::LaunchSpec &launch = draft.servers.first().launch;
    QTEST(QStringList{ launch.command } + launch.arguments, "words");
}

void TestServerDraft::variablesInFront()
{
    const ServerDraft draft = ServerDraft::fromText(u"TOKEN='a b' _X= npx KEY=no"_s);
    QCOMPARE(draft.servers.size(), 1);
    const Mcp::LaunchSpec &launch = draft.servers.first().launch;
    QCOMPARE(launch.environment,
             (QList<Mcp::EnvironmentVariable>{ { u"TOKEN"_s, u"a b"_s }, { u"_X"_s, QString() } }));
    QCOMPARE(launch.command, u"npx"_s);
    QCOMPARE(launch.arguments, QStringList{ u"KEY=no"_s });
}

void TestServerDraft::problems_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("open quote") << u"x 'a"_s << u"quote"_s;
    QTest::newRow("only variables") << u"A=1 B=2"_s << u"no command"_s;
    QTest::newRow("url") << u"https://example.com/mcp"_s << u"not supported yet"_s;
    QTest::newRow("broken JSON") << uR"({"mcpServers": {"a": {"command": }})"_s << u"line"_s;
    QTest::newRow("empty JSON") << uR"({"mcpServers": {}})"_s << u"no server definition"_s;
}

void TestServerDraft::problems()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const ServerDraft draft = ServerDraft::fromText(text);
    QVERIFY(draft.servers.isEmpty());
    QVERIFY2(draft.problem.contains(says), qPrintable(draft.problem));
}

void TestServerDraft::emptyIsNoProblem()
{
    const ServerDraft draft = ServerDraft::fromText(u" \n"_s);
    QVERIFY(draft.servers.isEmpty());
    QVERIFY(draft.problem.isEmpty());
}

void TestServerDraft::definitions()
{
    const ServerDraft draft = ServerDraft::fromText(
            uR"({"mcpServers": {"files": {"command": "npx", "args": ["-y", "fs", "/tmp"],
                 "env": {"A": "1"}}, "web": {"url": "https://x"}}})"_s);
    QVERIFY(draft.pasted);
    QVERIFY(draft.problem.isEmpty());
    QCOMPARE(draft.servers.size(), 1);
    QCOMPARE(draft.servers.first().name, u"files"_s);
    QCOMPARE(draft.servers.first().launch.arguments.last(), u"/tmp"_s);
}

void TestServerDraft::names_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("name");
    QTest::newRow("npx") << u"npx -y @modelcontextprotocol/server-everything@1.2 stdio"_s
                         << u"server-everything"_s;
    QTest::newRow("python") << u"python3 /home/me/my_server.py --x"_s << u"my_server"_s;
    QTest::newRow("uvx") << u"uvx mcp-server-git"_s << u"mcp-server-git"_s;
    QTest::newRow("uv run") << u"uv run server.py"_s << u"server"_s;
    QTest::newRow("a program") << u"/opt/thing/my-server -v"_s << u"my-server"_s;
    QTest::newRow("a wrapper alone") << u"node"_s << u"node"_s;
}

void TestServerDraft::names()
{
    QFETCH(QString, command);
    QTEST(suggestedServerName(ServerDraft::fromText(command).servers.value(0).launch), "name");
}

void TestServerDraft::uniqueNames()
{
    QCOMPARE(uniqueServerName(u"a"_s, { u"b"_s }), u"a"_s);
    QCOMPARE(uniqueServerName(u"a"_s, { u"a"_s, u"a 2"_s }), u"a 3"_s);
    QVERIFY(!serverNameProblem(u"  "_s, {}).isEmpty());
    QVERIFY(!serverNameProblem(u"a"_s, { u"a"_s }).isEmpty());
    QVERIFY(!serverNameProblem(u" a "_s, { u"a"_s }).isEmpty()); // stored without the spaces
    QVERIFY(serverNameProblem(u"a"_s, { u"b"_s }).isEmpty());
}

QTEST_GUILESS_MAIN(TestServerDraft)
#include "tst_serverdraft.moc"
