// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/rig.h"

#include <QtCore/qelapsedtimer.h>

namespace McpTest {

inline const QByteArray discovered =
        R"({"resultType":"complete","supportedVersions":["2026-07-28"],"capabilities":{"tools":{}},)"
        R"("ttlMs":0,"cacheScope":"private"})";
inline const QByteArray initialized =
        R"({"protocolVersion":"2025-11-25","capabilities":{"tools":{}},"serverInfo":{"name":"n"}})";

/// Runs one initialize() to its end and takes the time.
struct HandshakeRig : Rig
{
    using Rig::Rig;

    /// Answers initialize and leaves everything else unanswered.
    void serveLegacy()
    {
        peer.onMessage = [this](const ScriptedPeer::Sent &sent) {
            if (sent.message.method() == QLatin1StringView("initialize"))
                peer.answer(sent, initialized);
        };
    }

    Mcp::Result<Mcp::RawJson> initialize(const Mcp::HandshakeHints &hints = {},
                                         int timeoutMs = 15'000)
    {
        timer.start();
        return waitFor(client.initialize(hints), timeoutMs).outcome;
    }

    QString log() const { return peer.log().join(u'\n'); }

    QElapsedTimer timer;
};

inline Mcp::ServerSpec specWith(Mcp::FramingSetting framing, Mcp::EraSetting era)
{
    Mcp::ServerSpec spec;
    spec.framing = framing;
    spec.era = era;
    return spec;
}

} // namespace McpTest
