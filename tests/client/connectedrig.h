// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/rig.h"
#include "server/tracelog.h"

namespace McpTest {

/// A rig that is connected, and the answers of its peer: what `reply` says, else nothing.
struct Connected : Rig
{
    explicit Connected(Mcp::Era era = Mcp::Era::Legacy, Mcp::ServerSpec spec = {})
        : Rig(std::move(spec))
    {
        peer.onMessage = [this, era](const ScriptedPeer::Sent &sent) {
            if (sent.message.method() == QLatin1StringView("server/discover")
                && era == Mcp::Era::Modern)
                peer.answer(sent, R"({"supportedVersions":["2026-07-28"],"capabilities":{},)"
                                  R"("resultType":"complete","ttlMs":0,"cacheScope":"public"})");
            else if (sent.message.method() == QLatin1StringView("server/discover"))
                peer.refuse(sent, -32601, "no");
            else if (sent.message.method() == QLatin1StringView("initialize"))
                peer.answer(sent, R"({"protocolVersion":"2025-11-25","capabilities":)"
                                  R"({"tasks":{"cancel":{},"requests":{"tools":{"call":{}}}}},)"
                                  R"("serverInfo":{"name":"n"}})");
            else if (reply && sent.message.kind() == Mcp::Message::Kind::Request)
                reply(sent);
        };
        if (waitFor(client.initialize()).outcome)
            isOpen = true;
    }

    /// Notes of the violations in the trace.
    QStringList violations() const
    {
        QStringList notes;
        for (int i = 0; i < server.trace()->count(); ++i) {
            if (server.trace()->at(i).kind == Mcp::TraceEntry::Kind::Violation)
                notes.append(server.trace()->at(i).note);
        }
        return notes;
    }

    /// The request of that method that the peer got last.
    ScriptedPeer::Sent last(const QString &method) const
    {
        ScriptedPeer::Sent found;
        for (const auto &sent : peer.sent()) {
            if (sent.message.method() == method)
                found = sent;
        }
        return found;
    }

    std::function<void(const ScriptedPeer::Sent &)> reply;
    bool isOpen = false;
};

} // namespace McpTest
