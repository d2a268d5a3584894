// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/harness.h"
#include "orchestrator/learnedstore.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/toolcatalog.h"

#include "server/tracelog.h"
#include "support/testprocess.h"

#include <QtCore/qpointer.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Mcp;
using McpTest::fakeSpec;
using McpTest::settled;
using namespace Qt::Literals::StringLiterals;

/// Servers and clients by name, on real processes.
class TestOrchestrator : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void referenceNames();
    void wrongNames();
    void nameTakenByAnotherCommand();
    void openListsTools();
    void whyTheListIsCut_data();
    void whyTheListIsCut();
    void openFails();
    void openSurvivesBrokenToolList();
    void learnedFramingIsUsed();
    void wrongHintIsForgotten();
    void placeholders();
    void missingPlaceholder();
    void limitsOfTheServer();
    void restartOpensAgain();
    void automaticRestartOpensAgain();
    void stoppedStaysStopped();
    void removedServerEndsItsCalls();
    void listChanged_data();
    void listChanged();
    void destructorLeavesNoChild();
    void stopAllWithNothingRunning();

private:
    OrchestratorPaths dataOnly() const { return { {}, m_dir->filePath(u"data"_s), false }; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Orchestrator> m_orchestrator;
};

void TestOrchestrator::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_orchestrator = std::make_unique<Orchestrator>(dataOnly());
}

void TestOrchestrator::cleanup()
{
    m_orchestrator.reset();
    QTRY_COMPARE(McpTest::childProcesses(QCoreApplication::applicationPid()).size() <= 1, true);
}

void TestOrchestrator::referenceNames()
{
    QVERIFY(!m_orchestrator->startServer(u"s"_s, McpTest::fakeServerPath(), {}));
    QVERIFY(!m_orchestrator->startServer(u"s"_s, McpTest::fakeServerPath(), {})); // runs already
    QVERIFY(!m_orchestrator->createClient(u"c"_s, u"s"_s));
    QVERIFY(!m_orchestrator->createClient(u"d"_s, u"s"_s));
    QVERIFY(settled(m_orchestrator->initializeClient(u"c"_s)).contains("protocolVersion"_L1)
            || m_orchestrator->client(u"c"_s)->isInitialized());
    QVERIFY(m_orchestrator->client(u"d"_s)->isInitialized()); // one connection
    QVERIFY(settled(m_orchestrator->listTools(u"c"_s)).contains("echo"_L1));
    const RawJson arguments = RawJson::fromText(R"({"n": 1.0})");
    const QString result = settled(m_orchestrator->callTool(u"d"_s, u"raw-args"_s, arguments));
    QVERIFY2(result.contains(uR"({\"n\": 1.0})"_s), qPrintable(result));
    QSignalSpy stopped(m_orchestrator.get(), &Orchestrator::allStopped);
    m_orchestrator->stopAllServers();
    QTRY_COMPARE(stopped.size(), 1);
    QVERIFY(!m_orchestrator->hasRunningServers());
}

void TestOrchestrator::wrongNames()
{
    QVERIFY(m_orchestrator->startServer(u"x"_s).message.contains(u"“x”"_s));
    QVERIFY(m_orchestrator->stopServer(u"x"_s));
    QVERIFY(m_orchestrator->restartServer(u"x"_s));
    QVERIFY(m_orchestrator->removeServer(u"x"_s));
    QVERIFY(m_orchestrator->createClient(u"c"_s, u"x"_s));
    QVERIFY(!m_orchestrator->server(u"x"_s) && !m_orchestrator->client(u"c"_s));
    QVERIFY(!m_orchestrator->defaultClient(u"x"_s) && !m_orchestrator->tools(u"x"_s));
    QVERIFY(settled(m_orchestrator->open(u"x"_s)).startsWith("Usage: "_L1));
    QVERIFY(settled(m_orchestrator->initializeClient(u"c"_s)).startsWith("Usage: "_L1));
    QVERIFY(settled(m_orchestrator->listTools(u"c"_s)).startsWith("Usage: "_L1));
    QVERIFY(settled(m_orchestrator->callTool(u"c"_s, u"t"_s)).startsWith("Usage: "_L1));
    QVERIFY(settled(m_orchestrator->callServerTool(u"x"_s, u"t"_s, {})).startsWith("Usage: "_L1));
    QVERIFY(m_orchestrator->addServer(ServerSpec()));
}

void TestOrchestrator::nameTakenByAnotherCommand()
{
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"s"_s)));
    QVERIFY(m_orchestrator->addServer(fakeSpec(u"s"_s)));
    const Error error = m_orchestrator->startServer(u"s"_s, u"other"_s, {});
    QCOMPARE(error.kind, Error::Kind::Usage);
    QVERIFY2(error.message.contains("mcp-fake-server"_L1), qPrintable(error.message));
    QVERIFY(!m_orchestrator->createClient(u"c"_s, u"s"_s));
    QVERIFY(m_orchestrator->createClient(u"c"_s, u"s"_s));
}

void TestOrchestrator::openListsTools()
{
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"s"_s, { u"tools=3"_s })));
    QVERIFY(settled(m_orchestrator->open(u"s"_s)).contains("serverInfo"_L1));
    ToolCatalog *const tools = m_orchestrator->tools(u"s"_s);
    QTRY_VERIFY(tools->isListed());
    QVERIFY(!tools->isLoading() && !tools->isStale() && !tools->error());
    QVERIFY(tools->find(u"tool-00003"_s));
    QVERIFY(!tools->find(u"tool-00004"_s));
    QVERIFY(!m_orchestrator->stopServer(u"s"_s));
    QTRY_COMPARE(m_orchestrator->server(u"s"_s)->state(), Server::State::Stopped);
    QVERIFY(tools->find(u"tool-00003"_s)); // stays to be read
}

void TestOrchestrator::whyTheListIsCut_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("pages") << u"endless-pages"_s << u"limit listPages"_s;
    QTest::newRow("items") << u"tools=9"_s << u"limit listItems"_s;
    QTest::newRow("circle") << u"cursor-loop"_s << u"came a second time"_s;
}

void TestOrchestrator::whyTheListIsCut()
{
    QFETCH(QString, scenario);
    QFETCH(QString, sentence);
    ServerSpec spec = fakeSpec(u"s"_s, { scenario });
    spec.limits.listPages = 20;
    spec.limits.listItems = 20;
    QVERIFY(!m_orchestrator->addServer(spec));
    QVERIFY(settled(m_orchestrator->open(u"s"_s)).startsWith(u'{'));
    const ToolCatalog *tools = m_orchestrator->tools(u"s"_s);
    QTRY_VERIFY(tools->isListed());
    const QString said = tools->problems().join(u' ');
    QVERIFY2(said.contains(sentence), qPrintable(said));
}

void TestOrchestrator::openFails()
{
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"s"_s, { u"exit-at-start=3"_s })));
    const QString text = settled(m_orchestrator->open(u"s"_s));
    QVERIFY2(text.startsWith("Transport: "_L1) && text.contains("code 3"_L1), qPrintable(text));
    QTRY_COMPARE(m_orchestrator->server(u"s"_s)->state(), Server::State::Failed);
    QVERIFY(!m_orchestrator->tools(u"s"_s)->isListed());
}

void TestOrchestrator::openSurvivesBrokenToolList()
{
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"s"_s, { u"malformed-tool"_s })));
    QVERIFY(settled(m_orchestrator->open(u"s"_s)).contains("serverInfo"_L1));
    ToolCatalog *const tools = m_orchestrator->tools(u"s"_s);
    QTRY_VERIFY(tools->isListed());
    QCOMPARE(tools->problems().size(), 2);
    QVERIFY(tools->find(u"echo"_s));
}

namespace {

int sentWith(const TraceLog *trace, Framing framing)
{
    int count = 0;
    for (int i = 0; i < trace->count(); ++i) {
        const TraceEntry &entry = trace->at(i);
        count += entry.kind == TraceEntry::Kind::Message
                 && entry.direction == TraceEntry::Direction::Sent && entry.framing == framing;
    }
    return count;
}

} // namespace

void TestOrchestrator::learnedFramingIsUsed()
{
    ServerSpec spec = fakeSpec(u"s"_s);
    spec.launch.arguments << u"--framing"_s << u"content-length"_s;
    spec.framing = FramingSetting::Auto;
    spec.era = EraSetting::Auto;
    QVERIFY(!m_orchestrator->addServer(spec));
    QVERIFY(!settled(m_orchestrator->open(u"s"_s)).startsWith("Timeout"_L1));
    QVERIFY(m_orchestrator->server(u"s"_s)->connection());
    QVERIFY(sentWith(m_orchestrator->server(u"s"_s)->trace(), Framing::Newline) > 0);
    // Another run of the program knows it from the start.
    m_orchestrator = std::make_unique<Orchestrator>(dataOnly());
    QVERIFY(!m_orchestrator->addServer(spec));
    QVERIFY(settled(m_orchestrator->open(u"s"_s)).startsWith(u'{'));
    QCOMPARE(sentWith(m_orchestrator->server(u"s"_s)->trace(), Framing::Newline), 0);
    QCOMPARE(m_orchestrator->server(u"s"_s)->launchCount(), 1);
}

void TestOrchestrator::wrongHintIsForgotten()
{
    ServerSpec spec = fakeSpec(u"s"_s, { u"silent"_s });
    spec.timeouts.connect = 300;
    const QString file = m_dir->filePath(u"data/learned.json"_s);
    ConnectionInfo connection;
    connection.framing = Framing::Newline;
    connection.era = Era::Legacy;
    LearnedStore(file).remember(spec, connection);
    m_orchestrator = std::make_unique<Orchestrator>(dataOnly());
    QVERIFY(!m_orchestrator->addServer(spec));
    QVERIFY(settled(m_orchestrator->open(u"s"_s)).startsWith("Timeout"_L1));
    QVERIFY(!LearnedStore(file).hints(spec).framing);
}

void TestOrchestrator::placeholders()
{
    qputenv("MCP_TEST_VALUE", "from outside");
    ServerSpec spec = fakeSpec(u"s"_s);
    spec.launch.environment = { { u"MCP_TEST_INSIDE"_s, u"<${MCP_TEST_VALUE}>"_s } };
    QVERIFY(!m_orchestrator->addServer(spec));
    QVERIFY(settled(m_orchestrator->open(u"s"_s)).startsWith(u'{'));
    const QString result = settled(m_orchestrator->callServerTool(u"s"_s, u"env"_s, {}));
    QVERIFY2(result.contains("MCP_TEST_INSIDE=<from outside>"_L1), qPrintable(result));
    QCOMPARE(m_orchestrator->server(u"s"_s)->spec(), spec); // views show the placeholder
}

void TestOrchestrator::limitsOfTheServer()
{
    ServerSpec spec = fakeSpec(u"s"_s);
    spec.limits.frameBytes = 100'000;
    QVERIFY(!m_orchestrator->addServer(spec));
    QVERIFY(settled(m_orchestrator->open(u"s"_s)).startsWith(u'{'));
    const RawJson large = RawJson::fromText("{\"text\":\"" + QByteArray(200'000, 'x') + "\"}");
    const QString result = settled(m_orchestrator->callServerTool(u"s"_s, u"echo"_s, large));
    QVERIFY2(result.startsWith("Protocol: "_L1) && result.contains("limit frameBytes"_L1),
             qPrintable(result.left(500)));
}

void TestOrchestrator::missingPlaceholder()
{
    ServerSpec spec = fakeSpec(u"s"_s);
    spec.launch.arguments.append(u"${MCP_TEST_NOWHERE}"_s);
    QVERIFY(!m_orchestrator->addServer(spec));
    const QString text = settled(m_orchestrator->open(u"s"_s));
    QVERIFY2(text.startsWith("Usage: "_L1) && text.contains("${MCP_TEST_NOWHERE}"_L1),
             qPrintable(text));
    QVERIFY(m_orchestrator->startServer(u"s"_s));
    QVERIFY(m_orchestrator->restartServer(u"s"_s));
    QCOMPARE(m_orchestrator->server(u"s"_s)->state(), Server::State::Stopped);
}

void TestOrchestrator::restartOpensAgain()
{
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"s"_s)));
    Server *const server = m_orchestrator->server(u"s"_s);
    QVERIFY(settled(m_orchestrator->open(u"s"_s)).startsWith(u'{'));
    qint64 pid = server->processId();
    QVERIFY(!m_orchestrator->restartServer(u"s"_s));
    QTRY_VERIFY(server->state() == Server::State::Ready && server->processId() != pid);
    // While it is still connecting, too.
    pid = server->processId();
    QVERIFY(!m_orchestrator->restartServer(u"s"_s));
    bool interrupted = false;
    connect(server, &Server::stateChanged, this, [&](Server::State state) {
        if (state == Server::State::Running && !std::exchange(interrupted, true))
            QVERIFY(!m_orchestrator->restartServer(u"s"_s));
    });
    QTRY_VERIFY(interrupted && server->state() == Server::State::Ready);
    QVERIFY(server->processId() != pid);
    server->disconnect(this);
    // And from rest.
    QVERIFY(!m_orchestrator->stopServer(u"s"_s));
    QTRY_COMPARE(server->state(), Server::State::Stopped);
    QVERIFY(!m_orchestrator->restartServer(u"s"_s));
    QTRY_COMPARE(server->state(), Server::State::Ready);
}

void TestOrchestrator::automaticRestartOpensAgain()
{
    ServerSpec spec = fakeSpec(u"s"_s, { u"die-after=0"_s });
    spec.autoRestart = true;
    QVERIFY(!m_orchestrator->addServer(spec));
    Server *const server = m_orchestrator->server(u"s"_s);
    QVERIFY(settled(m_orchestrator->open(u"s"_s)).startsWith(u'{'));
    const qint64 pid = server->processId();
    const QString text = settled(m_orchestrator->callServerTool(u"s"_s, u"echo"_s, {}));
    QVERIFY2(text.startsWith("Transport: "_L1) && text.contains("code 7"_L1), qPrintable(text));
    QTRY_VERIFY_WITH_TIMEOUT(server->state() == Server::State::Ready && server->processId() != pid,
                             20'000);
    QVERIFY(m_orchestrator->defaultClient(u"s"_s)->isInitialized());
}

void TestOrchestrator::stoppedStaysStopped()
{
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"s"_s)));
    Server *const server = m_orchestrator->server(u"s"_s);
    QVERIFY(settled(m_orchestrator->open(u"s"_s)).startsWith(u'{'));
    QVERIFY(!m_orchestrator->stopServer(u"s"_s));
    QTRY_COMPARE(server->state(), Server::State::Stopped);
    // A start by name alone starts the process and connects nothing.
    QVERIFY(!m_orchestrator->startServer(u"s"_s));
    QTRY_COMPARE(server->state(), Server::State::Running);
    QTest::qWait(50);
    QCOMPARE(server->state(), Server::State::Running);
}

void TestOrchestrator::removedServerEndsItsCalls()
{
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"s"_s, { u"hold"_s })));
    QVERIFY(!m_orchestrator->createClient(u"c"_s, u"s"_s));
    QVERIFY(settled(m_orchestrator->open(u"s"_s)).startsWith(u'{'));
    const QPointer<Server> server = m_orchestrator->server(u"s"_s);
    Call *const call = m_orchestrator->callTool(u"c"_s, u"echo"_s);
    QSignalSpy removed(m_orchestrator.get(), &Orchestrator::serverRemoved);
    QVERIFY(!m_orchestrator->removeServer(u"s"_s));
    QCOMPARE(removed.size(), 1);
    QVERIFY(m_orchestrator->serverNames().isEmpty());
    QVERIFY(!m_orchestrator->client(u"c"_s));
    QVERIFY(m_orchestrator->hasRunningServers()); // until its process is gone
    const QString text = settled(call);
    QVERIFY2(text.startsWith("Transport: "_L1), qPrintable(text));
    QTRY_VERIFY(server.isNull());
    QVERIFY(!m_orchestrator->hasRunningServers());
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"s"_s))); // the name is free
}

void TestOrchestrator::listChanged_data()
{
    QTest::addColumn<bool>("refresh");
    QTest::newRow("stale until asked") << false;
    QTest::newRow("listed anew") << true;
}

void TestOrchestrator::listChanged()
{
    QFETCH(bool, refresh);
    m_orchestrator->setRefreshOnListChanged(refresh);
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"s"_s, { u"list-changed-on-call"_s })));
    QVERIFY(settled(m_orchestrator->open(u"s"_s)).startsWith(u'{'));
    ToolCatalog *const tools = m_orchestrator->tools(u"s"_s);
    QTRY_VERIFY(tools->isListed());
    const qsizetype before = tools->tools().size();
    QVERIFY(settled(m_orchestrator->callServerTool(u"s"_s, u"echo"_s, {})).startsWith(u'{'));
    if (!refresh) {
        QTRY_VERIFY(tools->isStale());
        QCOMPARE(tools->tools().size(), before);
        tools->refresh();
    }
    QTRY_COMPARE(tools->tools().size(), before + 1);
    QVERIFY(!tools->isStale());
}

void TestOrchestrator::destructorLeavesNoChild()
{
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"a"_s, { u"ignore-eof"_s, u"ignore-sigterm"_s })));
    QVERIFY(!m_orchestrator->addServer(fakeSpec(u"b"_s)));
    QVERIFY(settled(m_orchestrator->open(u"a"_s)).startsWith(u'{'));
    Call *const opening = m_orchestrator->open(u"b"_s);
    Q_UNUSED(opening) // goes with it
    const qint64 pid = m_orchestrator->server(u"a"_s)->processId();
    QVERIFY(McpTest::processExists(pid));
    m_orchestrator.reset();
    QTRY_VERIFY(!McpTest::processExists(pid));
}

void TestOrchestrator::stopAllWithNothingRunning()
{
    QSignalSpy stopped(m_orchestrator.get(), &Orchestrator::allStopped);
    m_orchestrator->stopAllServers();
    QCOMPARE(stopped.size(), 0); // from the event loop
    QTRY_COMPARE(stopped.size(), 1);
}

QTEST_GUILESS_MAIN(TestOrchestrator)
#include "tst_orchestrator.moc"
