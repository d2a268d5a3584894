// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/client.h"
#include "client/scriptedpeer.h"

#include <QtTest/qsignalspy.h>

namespace McpTest {

/// What came of a call, kept beyond the call's life.
struct Ended
{
    bool isFinished = false;
    Mcp::Result<Mcp::RawJson> outcome = Mcp::Error();
    QStringList warnings;

    Mcp::Error error() const { return outcome.error(); }
    QByteArray text() const { return outcome ? outcome->toByteArray() : QByteArray(); }
};

/// Runs the event loop until @p call has finished.
inline Ended waitFor(Mcp::Call *call, int timeoutMs = 15'000)
{
    Ended ended;
    QObject context;
    QObject::connect(call, &Mcp::Call::finished, &context, [&, call] {
        ended = { true, call->outcome(), call->warnings() };
    });
    QSignalSpy finished(call, &Mcp::Call::finished);
    finished.wait(timeoutMs);
    return ended;
}

/// A server, a client of it, and the scripted peer that stands for its process.
struct Rig
{
    explicit Rig(Mcp::ServerSpec spec = {})
        : server(std::move(spec))
        , client(&server)
    {
        server.setTransportFactory(peer.factory());
    }

    ScriptedPeer peer;
    Mcp::Server server;
    Mcp::Client client;
};

} // namespace McpTest
