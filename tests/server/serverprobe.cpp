// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "serverprobe.h"

#include "server/tracelog.h"

#include <QtTest/qtest.h>

namespace McpTest {

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 20'000;

} // namespace

ServerProbe::ServerProbe(const ServerSpec &spec)
    : server(spec)
{
    connect(&server, &Server::stateChanged, this,
            [this](Server::State state) { states.append(Server::stateName(state)); });
    connect(&server, &Server::stepChanged, this, [this](const QString &step) { steps += step; });
    connect(&server, &Server::messageReceived, this,
            [this](const Message &message) { messages.append(message); });
    connect(&server, &Server::processStarted, this, [this] { ++starts; });
    connect(&server, &Server::processEnded, this, [this](const Error &e) { ends.append(e); });
    connect(&server, &Server::attemptEnded, this,
            [this](const CloseReason &reason) { attemptEnds.append(reason); });
}

ServerSpec ServerProbe::shell(const QString &script)
{
    ServerSpec spec;
    spec.name = u"test"_s;
    spec.launch.command = u"/bin/sh"_s;
    spec.launch.arguments = { u"-c"_s, script };
    return spec;
}

ServerSpec ServerProbe::fake(const QStringList &scenarios)
{
    ServerSpec spec;
    spec.name = u"fake"_s;
    spec.launch.command = QStringLiteral(FAKE_SERVER);
    for (const QString &scenario : scenarios)
        spec.launch.arguments += { u"--scenario"_s, scenario };
    return spec;
}

bool ServerProbe::waitForState(Server::State state)
{
    return QTest::qWaitFor([&] { return server.state() == state; }, patienceMs);
}

bool ServerProbe::waitForMessages(qsizetype count)
{
    return QTest::qWaitFor([&] { return messages.size() >= count; }, patienceMs);
}

QStringList ServerProbe::events() const
{
    QStringList notes;
    for (int i = 0; i < server.trace()->count(); ++i) {
        if (server.trace()->at(i).kind == TraceEntry::Kind::Event)
            notes.append(server.trace()->at(i).note);
    }
    return notes;
}

} // namespace McpTest
