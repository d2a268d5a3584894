// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/fakerig.h"

#include <QtTest/qtest.h>

#include <csignal>

using namespace Mcp;
using namespace McpTest;
using namespace Qt::Literals::StringLiterals;

namespace {

RawJson json(const QByteArray &text) { return RawJson::fromText(text); }

struct Open : OpenRig
{
    explicit Open(const ServerSpec &spec = {})
        : OpenRig({}, u"legacy"_s, spec)
    {}
    void signal(int number) { ::kill(pid_t(server.processId()), number); }
};

} // namespace

/// Faults from outside that no scenario of the fake server makes; FAULTS.md has all.
class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void killedBySignals_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<QString>("word");
        QTest::newRow("SIGKILL") << SIGKILL << u"SIGKILL"_s;
        // Not SIGSEGV: a server built with AddressSanitizer makes an exit of it.
        QTest::newRow("SIGABRT") << SIGABRT << u"SIGABRT"_s;
    }
    void killedBySignals()
    {
        QFETCH(const int, signal);
        QFETCH(const QString, word);
        Open rig;
        QVERIFY(rig.isOpen);
        Call *const call = rig.client.callTool(u"slow"_s, json(R"({"ms":60000})"));
        rig.signal(signal);
        const Ended ended = waitFor(call);
        QCOMPARE(ended.error().kind, Error::Kind::Transport);
        QVERIFY2(ended.error().message.contains(word), qPrintable(ended.error().message));
        QTRY_COMPARE(rig.server.state(), Server::State::Failed);
        QVERIFY(waitFor(rig.client.initialize()).outcome); // and it can be started again
    }

    void stoppedAndContinued()
    {
        ServerSpec spec;
        spec.timeouts.request = 500;
        Open rig(spec);
        QVERIFY(rig.isOpen);
        rig.signal(SIGSTOP);
        const Ended ended = waitFor(rig.client.callTool(u"echo"_s, json("{}")));
        QCOMPARE(ended.error().kind, Error::Kind::Timeout);
        rig.signal(SIGCONT);
        QVERIFY(waitFor(rig.client.callTool(u"echo"_s, json("{}"))).outcome);
        QTRY_COMPARE(rig.violations(u"late answer"_s), 1); // of the first one
    }

    void stoppedServersCanBeStopped()
    {
        Open rig;
        QVERIFY(rig.isOpen);
        const qint64 pid = rig.server.processId();
        rig.signal(SIGSTOP);
        rig.server.stop(); // SIGTERM does not reach it, SIGKILL does
        QTRY_COMPARE_WITH_TIMEOUT(rig.server.state(), Server::State::Stopped, 20'000);
        QVERIFY(!processExists(pid));
    }

    /// A byte at a time, longer than any timeout that looks at bytes would wait.
    void slowDrip()
    {
        ServerSpec spec;
        spec.launch.command = u"python3"_s;
        spec.launch.arguments = { u"-uc"_s,
                                  u"import json, sys, time\n"
                                  "for line in sys.stdin:\n"
                                  "    m = json.loads(line)\n"
                                  "    if 'id' not in m: continue\n"
                                  "    r = {'protocolVersion': '2025-11-25',\n"
                                  "         'capabilities': {'tools': {}},\n"
                                  "         'serverInfo': {'name': 'd', 'version': '1'},\n"
                                  "         'content': [], 'text': 'Z\\u00fcrich'}\n"
                                  "    a = json.dumps({'jsonrpc': '2.0', 'id': m['id'],\n"
                                  "                    'result': r}, ensure_ascii=False)\n"
                                  "    for c in (a + '\\n').encode():\n"
                                  "        sys.stdout.buffer.write(bytes([c]))\n"
                                  "        sys.stdout.buffer.flush()\n"
                                  "        time.sleep(0.002)\n"_s };
        spec.era = EraSetting::Legacy;
        Server server(spec);
        Client client(&server);
        const Ended opened = waitFor(client.initialize(), 60'000);
        QVERIFY2(opened.outcome, qPrintable(opened.error().describe()));
        const Ended ended = waitFor(client.callTool(u"x"_s), 60'000);
        QVERIFY2(ended.outcome, qPrintable(ended.error().describe()));
        QCOMPARE(ended.outcome->value("text").toString(), u"Zürich"_s);
        QVERIFY2(server.warnings().isEmpty(), qPrintable(server.warnings().join(u' ')));
    }

    /// Every kind of garbage in one piece between two messages: all of it is in the trace, the
    /// answers come through.
    void garbage()
    {
        ServerSpec spec;
        spec.launch.command = u"python3"_s;
        spec.launch.arguments = {
            u"-uc"_s,
            u"import json, sys\n"
            "for line in sys.stdin:\n"
            "    m = json.loads(line)\n"
            "    if 'id' not in m: continue\n"
            "    r = {'protocolVersion': '2025-11-25', 'capabilities': {'tools': {}},\n"
            "         'serverInfo': {'name': 'd', 'version': '1'}, 'content': []}\n"
            "    a = json.dumps({'jsonrpc': '2.0', 'id': m['id'], 'result': r}).encode()\n"
            "    "
            "sys.stdout.buffer.write(b'\\xef\\xbb\\xbf\\x00\\x00\\xff\\xfe\\n\\x1b[31mred\\n{\\n'\n"
            "        b'Content-Length: -1\\r\\n\\r\\nContent-Length: 99999999999999999999\\n\\n'\n"
            "        b'[]\\n7\\n\"x\"\\nnull\\n{}\\r\\n' + a + b'\\r\\n')\n"
            "    sys.stdout.buffer.flush()\n"_s
        };
        spec.era = EraSetting::Legacy;
        Server server(spec);
        Client client(&server);
        const Ended opened = waitFor(client.initialize());
        QVERIFY2(opened.outcome, qPrintable(opened.error().describe()));
        const Ended ended = waitFor(client.callTool(u"x"_s));
        QVERIFY2(ended.outcome, qPrintable(ended.error().describe()));
        QVERIFY(server.trace()->violationCount() >= 4);
        QVERIFY(!server.warnings().isEmpty() && server.warnings().size() < 20);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
