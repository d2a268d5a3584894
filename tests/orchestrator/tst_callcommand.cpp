// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/callcommand.h"
#include "orchestrator/harness.h"
#include "orchestrator/launchpolicy.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/serverstore.h"
#include "server/tracelog.h"
#include "json/jsontext.h"

#include "support/testprocess.h"

#include <QtCore/qprocess.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using McpTest::fakeSpec;
using McpTest::settled;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What is hard for a shell, for a command line and for numbers.
const char *const kHard = "{ \"it's\": \"a \\\"b\\\" $HOME `x` \\\\ !\\n*\",\n \"-n\": "
                          "12345678901234567890,\"x\":1.0, \"Zürich\": [null, 1e400]}";

} // namespace

/// A call as text for elsewhere: the message that would be sent, the line for a shell.
class TestCallCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void messageIsWhatIsSent_data();
    void messageIsWhatIsSent();
    void messageBeforeAConnection();
    void shellMakesTheSameCall_data();
    void shellMakesTheSameCall();
    void serverOfTheFileGoesByName();
    void secretsStayOut();
    void whatNoLineCanSay();
    void controlsOfATerminal();

private:
    QString program() const { return McpTest::programPath(u"mcp-orchestrator-cli"_s); }
    /// What a shell prints for the line.
    static QByteArray run(const QString &line);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Orchestrator> m_orchestrator;
};

void TestCallCommand::init()
{
    m_orchestrator.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_orchestrator = std::make_unique<Orchestrator>(OrchestratorPaths{
            m_dir->filePath(u"my servers.json"_s), m_dir->filePath(u"data"_s), false });
}

QByteArray TestCallCommand::run(const QString &line)
{
    QProcess shell;
    shell.start(u"sh"_s, { u"-c"_s, line });
    if (!shell.waitForFinished(30'000) || shell.exitCode() != 0)
        return "exit " + QByteArray::number(shell.exitCode()) + ": " + shell.readAllStandardError();
    return shell.readAllStandardOutput();
}

void TestCallCommand::messageIsWhatIsSent_data()
{
    QTest::addColumn<EraSetting>("era");
    QTest::newRow("legacy") << EraSetting::Legacy;
    QTest::newRow("modern") << EraSetting::Modern;
}

void TestCallCommand::messageIsWhatIsSent()
{
    QFETCH(EraSetting, era);
    ServerSpec spec;
    spec.name = u"demo"_s;
    spec.launch.command = McpTest::programPath(u"mcp-demo-server"_s);
    spec.framing = FramingSetting::Newline;
    spec.era = era;
    QVERIFY(!m_orchestrator->addServer(spec));
    QVERIFY(settled(m_orchestrator->open(u"demo"_s)).startsWith(u'{'));
    const RawJson arguments = RawJson::fromText(JsonText::compact(kHard));
    Client *const client = m_orchestrator->defaultClient(u"demo"_s);
    const Message told = client->toolCallMessage(u"echo"_s, arguments);
    QCOMPARE(client->toolCallMessage(u"echo"_s, arguments).payload(), told.payload());
    settled(m_orchestrator->callServerTool(u"demo"_s, u"echo"_s, arguments));
    const TraceLog &trace = *m_orchestrator->server(u"demo"_s)->trace();
    QByteArray sent;
    for (int i = 0; i < trace.count(); ++i) {
        if (trace.at(i).method == "tools/call"_L1 && sent.isEmpty())
            sent = trace.at(i).message.payload();
    }
    QVERIFY(sent.contains(R"("x":1.0)"));
    QCOMPARE(sent.contains("io.modelcontextprotocol/protocolVersion"), era == EraSetting::Modern);
    QCOMPARE(told.payload(), sent); // id and token, too: nothing else was asked meanwhile
}

void TestCallCommand::messageBeforeAConnection()
{
    ServerSpec spec = fakeSpec(u"s"_s);
    spec.era = EraSetting::Modern;
    QVERIFY(!m_orchestrator->addServer(spec));
    const Message told = m_orchestrator->defaultClient(u"s"_s)->toolCallMessage(u"t"_s);
    QVERIFY(told.isValid());
    QCOMPARE(told.params().value("arguments").toByteArray(), "{}");
    QVERIFY(told.payload().contains("2026-07-28"));
    QCOMPARE(m_orchestrator->server(u"s"_s)->trace()->count(), 0);
}

void TestCallCommand::shellMakesTheSameCall_data()
{
    QTest::addColumn<bool>("inFile");
    QTest::addColumn<bool>("dashes");
    QTest::newRow("ad hoc") << false << false;
    QTest::newRow("of the file") << true << false;
    QTest::newRow("with a bare --") << false << true;
}

void TestCallCommand::shellMakesTheSameCall()
{
    QFETCH(bool, inFile);
    QFETCH(bool, dashes);
    ServerSpec spec = fakeSpec(u"it's mine"_s);
    if (dashes) {
        spec.launch.arguments = { u"--"_s, spec.launch.command };
        spec.launch.command = u"env"_s;
    }
    QVERIFY(!(inFile ? m_orchestrator->store()->add(spec) : m_orchestrator->addServer(spec)));
    m_orchestrator->launchPolicy().approve(spec);
    QTRY_VERIFY(m_orchestrator->server(spec.name));
    QVERIFY(settled(m_orchestrator->open(spec.name)).startsWith(u'{'));
    const RawJson sent = RawJson::fromText(JsonText::compact(kHard));
    const QString result = settled(m_orchestrator->callServerTool(spec.name, u"raw-args"_s, sent));
    QVERIFY2(result.contains(uR"(\"x\":1.0)"_s), qPrintable(result));
    const auto command = callCommand(*m_orchestrator, spec.name, u"raw-args"_s,
                                     RawJson::fromText(kHard), program());
    QVERIFY(command);
    QVERIFY(!command->line.contains(u'\n'));
    // All of the request comes back; its token is a number that may be another one.
    const auto withoutToken = [](const QByteArray &json) {
        return QString::fromUtf8(JsonText::compact(json))
                .remove(QRegularExpression(uR"(progressToken\\":\d+)"_s));
    };
    QCOMPARE(withoutToken(run(command->line)), withoutToken(result.toUtf8()));
}

void TestCallCommand::serverOfTheFileGoesByName()
{
    ServerSpec spec = fakeSpec(u"-x"_s); // looks like an option
    spec.launch.environment = { { u"PLAIN"_s, u"1"_s }, { u"API_TOKEN"_s, u"hush"_s } };
    QVERIFY(!m_orchestrator->store()->add(spec));
    QTRY_VERIFY(m_orchestrator->server(u"-x"_s));
    const auto command = callCommand(*m_orchestrator, u"-x"_s, u"--"_s, {}, u"cli"_s);
    QVERIFY(command);
    QCOMPARE(command->line, u"cli --catalog '%1' --server=-x --method tools/call --tool-name=-- "
                            "--tool-args-json '{}'"_s.arg(m_dir->filePath(u"my servers.json"_s)));
    QVERIFY(command->withheld.isEmpty()); // the file has it
}

void TestCallCommand::secretsStayOut()
{
    ServerSpec spec = fakeSpec(u"s"_s);
    spec.launch.environment = { { u"PLAIN"_s, u"a b"_s }, { u"API_TOKEN"_s, u"hush"_s } };
    spec.launch.workingDirectory = m_dir->path();
    QVERIFY(!m_orchestrator->addServer(spec));
    const auto command = callCommand(*m_orchestrator, u"s"_s, u"environment"_s, {}, u"cli"_s);
    QVERIFY(command);
    QVERIFY(command->line.contains("-e 'PLAIN=a b'"_L1));
    QVERIFY(command->line.contains("--cwd "_L1 + m_dir->path()));
    QVERIFY(command->line.contains("--framing newline --era legacy"_L1));
    QVERIFY(!command->line.contains("hush"_L1));
    QCOMPARE(command->withheld, QStringList{ u"API_TOKEN"_s });
}

void TestCallCommand::whatNoLineCanSay()
{
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"s"_s)));
    const auto of = [this](const QString &server, const QByteArray &arguments) {
        return callCommand(*m_orchestrator, server, u"t"_s, RawJson::fromText(arguments), u"cli"_s);
    };
    QVERIFY(of(u"s"_s, "{}"));
    QCOMPARE(of(u"s"_s, "[1]").error().kind, Error::Kind::Usage);
    QCOMPARE(of(u"none"_s, "{}").error().kind, Error::Kind::Usage);
    const QByteArray longText(200'000, 'x');
    QCOMPARE(of(u"s"_s, "{\"a\":\"" + longText + "\"}").error().kind, Error::Kind::Usage);
}

/// A terminal ends the line that is typed at ^C and the paste at an escape sequence, quotes or not:
/// what a server put behind them would be the next command.
void TestCallCommand::controlsOfATerminal()
{
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"s"_s)));
    const auto of = [this](const QString &tool, const QByteArray &arguments) {
        return callCommand(*m_orchestrator, u"s"_s, tool, RawJson::fromText(arguments), u"cli"_s);
    };
    for (const char16_t control : { u'\x3', u'\x4', u'\r', u'\x1b', u'\x7f', u'\x9b' }) {
        const QString name = u"t"_s + QChar(control) + u"\ntouch /tmp/x\n"_s;
        QCOMPARE(of(name, "{}").error().kind, Error::Kind::Usage);
        const QByteArray arguments = "{\"a\":\"" + QString(QChar(control)).toUtf8() + "\"}";
        QVERIFY(control == u'\r' || !of(u"t"_s, arguments)); // a raw line end is written as \r
    }
    QVERIFY(of(u"two\nlines"_s, "{\"a\":\"\\u0003\\u001b\"}")); // as they stand in JSON
}

QTEST_GUILESS_MAIN(TestCallCommand)
#include "tst_callcommand.moc"
