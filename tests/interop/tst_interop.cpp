// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "realservers.h"

#include "support/skip.h"
#include "support/testhome.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

// What one run of the command line left behind.
struct Run
{
    int exitCode = -1;
    QByteArray out = {};
    QByteArray err = {};

    [[nodiscard]] QJsonObject result() const
    {
        return QJsonDocument::fromJson(out).object().value("result"_L1).toObject();
    }
    [[nodiscard]] QByteArray report() const
    {
        return "exit code " + QByteArray::number(exitCode) + "\nstdout: " + out
               + "\nstderr: " + err;
    }
};

Run runCli(const RealServer &server, const QStringList &options)
{
    QStringList arguments = QStringList{ server.program } + server.arguments;
    arguments += u"--"_s;
    for (const QString &variable : server.environment)
        arguments += { u"-e"_s, variable };
    arguments += { u"--format"_s, u"json"_s, u"--connect-timeout"_s, u"60000"_s };
    arguments += options;

    QProcess cli;
    cli.start(QStringLiteral(CLI_FILE), arguments);
    if (!cli.waitForFinished(90'000))
        return { .err = "the command line did not end within 90 s" + cli.readAllStandardError() };
    return { cli.exitStatus() == QProcess::NormalExit ? cli.exitCode() : -1,
             cli.readAllStandardOutput(), cli.readAllStandardError() };
}

QString textOf(const QJsonObject &toolResult)
{
    QStringList texts;
    const QJsonArray content = toolResult.value("content"_L1).toArray();
    for (const auto &block : content)
        texts += block.toObject().value("text"_L1).toString();
    return texts.join(u'\n').trimmed();
}

} // namespace

// Real servers of npm and PyPI, met the way a person meets them in a terminal. Two of the Python
// ones and context7 speak the modern era, the Node ones the legacy era; nothing here says which: it
// is found out.
class TestInterop : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_scratch;
    McpTest::TestHome m_home;
    std::unique_ptr<RealServers> m_servers;

    void eachServer() const
    {
        QTest::addColumn<QString>("name");
        for (const RealServer &server : m_servers->all())
            QTest::newRow(qPrintable(server.name)) << server.name;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_scratch.isValid());
        m_servers = std::make_unique<RealServers>(m_scratch.path());
    }

    void connects_data() { eachServer(); }
    void connects()
    {
        QFETCH(const QString, name);
        const RealServer server = m_servers->named(name);
        if (!server.missing.isEmpty())
            MCP_SKIP(qPrintable(server.missing));

        const Run run = runCli(server, { u"--method"_s, u"initialize"_s });
        QVERIFY2(run.exitCode == 0, run.report());
        QCOMPARE(run.result().value("protocolVersion"_L1).toString(), server.revision);
        const QJsonObject info = run.result().value("serverInfo"_L1).toObject();
        QVERIFY2(!info.value("name"_L1).toString().isEmpty(), run.report());
        QVERIFY2(run.result().value("capabilities"_L1).toObject().contains("tools"_L1),
                 run.report());
    }

    void listsTools_data() { eachServer(); }
    void listsTools()
    {
        QFETCH(const QString, name);
        const RealServer server = m_servers->named(name);
        if (!server.missing.isEmpty())
            MCP_SKIP(qPrintable(server.missing));

        const Run run = runCli(server, { u"--method"_s, u"tools/list"_s });
        QVERIFY2(run.exitCode == 0, run.report());
        QStringList names;
        const QJsonArray tools = run.result().value("tools"_L1).toArray();
        for (const auto &tool : tools) {
            names += tool.toObject().value("name"_L1).toString();
            QVERIFY2(tool.toObject().value("inputSchema"_L1).isObject(), qPrintable(names.last()));
        }
        QVERIFY2(names.contains(server.tool), qPrintable(names.join(u' ')));
    }

    void callsTool_data() { eachServer(); }
    void callsTool()
    {
        QFETCH(const QString, name);
        const RealServer server = m_servers->named(name);
        if (!server.missing.isEmpty())
            MCP_SKIP(qPrintable(server.missing));

        const Run run =
                runCli(server, { u"--method"_s, u"tools/call"_s, u"--tool-name"_s, server.tool,
                                 u"--tool-args-json"_s, QString::fromUtf8(server.toolArguments) });
        QVERIFY2(run.exitCode == 0, run.report());
        const QString text = textOf(run.result());
        QVERIFY2(QRegularExpression(server.expected).match(text).hasMatch(), run.report());
    }

    // The official Python SDK answers both eras, but only one in a process: the choice holds.
    void eraCanBeChosen_data()
    {
        QTest::addColumn<QString>("era");
        QTest::addColumn<QString>("revision");
        QTest::newRow("legacy") << u"legacy"_s << u"2025-11-25"_s;
        QTest::newRow("modern") << u"modern"_s << u"2026-07-28"_s;
    }
    void eraCanBeChosen()
    {
        QFETCH(const QString, era);
        QFETCH(const QString, revision);
        const RealServer server = m_servers->named(u"time"_s);
        if (!server.missing.isEmpty())
            MCP_SKIP(qPrintable(server.missing));

        const Run run = runCli(server, { u"--era"_s, era, u"--method"_s, u"initialize"_s });
        QVERIFY2(run.exitCode == 0, run.report());
        QCOMPARE(run.result().value("protocolVersion"_L1).toString(), revision);

        const Run call =
                runCli(server, { u"--era"_s, era, u"--method"_s, u"tools/call"_s, u"--tool-name"_s,
                                 server.tool, u"--tool-arg"_s, u"timezone=Europe/Zurich"_s });
        QVERIFY2(call.exitCode == 0, call.report());
        QVERIFY2(textOf(call.result()).contains("Europe/Zurich"_L1), call.report());
    }

    void refusesModernEraWhereThereIsNone()
    {
        const RealServer server = m_servers->named(u"everything"_s);
        if (!server.missing.isEmpty())
            MCP_SKIP(qPrintable(server.missing));

        const Run run = runCli(server, { u"--era"_s, u"modern"_s, u"--method"_s, u"tools/list"_s });
        QVERIFY2(run.exitCode != 0, run.report());
        QVERIFY2(run.err.contains("{\"error\":"), run.report());
    }

    void reportsProgress()
    {
        const RealServer server = m_servers->named(u"everything"_s);
        if (!server.missing.isEmpty())
            MCP_SKIP(qPrintable(server.missing));

        const Run run = runCli(server, { u"--method"_s, u"tools/call"_s, u"--tool-name"_s,
                                         u"trigger-long-running-operation"_s, u"--tool-arg"_s,
                                         u"duration=1"_s, u"steps=4"_s });
        QVERIFY2(run.exitCode == 0, run.report());
        QVERIFY2(textOf(run.result()).contains("Duration: 1 seconds, Steps: 4"_L1), run.report());
        QVERIFY2(run.err.contains('3') && run.err.count('\n') >= 4, run.report());
    }

    // Arguments the tool refuses come back as a tool error, with the server's own words.
    void showsToolErrors()
    {
        const RealServer server = m_servers->named(u"filesystem"_s);
        if (!server.missing.isEmpty())
            MCP_SKIP(qPrintable(server.missing));

        const Run run = runCli(server, { u"--method"_s, u"tools/call"_s, u"--tool-name"_s,
                                         server.tool, u"--tool-arg"_s, u"path=/etc/hostname"_s });
        QVERIFY2(run.exitCode == 5, run.report());
        QVERIFY2(run.err.contains("tool_is_error"), run.report());
        QVERIFY2(textOf(run.result()).contains("outside allowed directories"_L1), run.report());
    }

    // What the first process remembered on disk, the next one reads: the environment reached the
    // server.
    void keepsStateBetweenRuns()
    {
        const RealServer server = m_servers->named(u"memory"_s);
        if (!server.missing.isEmpty())
            MCP_SKIP(qPrintable(server.missing));

        const Run create =
                runCli(server, { u"--method"_s, u"tools/call"_s, u"--tool-name"_s, server.tool,
                                 u"--tool-args-json"_s, QString::fromUtf8(server.toolArguments) });
        QVERIFY2(create.exitCode == 0, create.report());
        const Run read = runCli(server, { u"--method"_s, u"tools/call"_s, u"--tool-name"_s,
                                          u"search_nodes"_s, u"--tool-arg"_s, u"query=Qt"_s });
        QVERIFY2(read.exitCode == 0, read.report());
        QVERIFY2(textOf(read.result()).contains("has signals"_L1), read.report());
    }
};

QTEST_GUILESS_MAIN(TestInterop)
#include "tst_interop.moc"
