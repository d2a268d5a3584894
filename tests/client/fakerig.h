// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/rig.h"
#include "server/stderrlog.h"
#include "server/tracelog.h"
#include "support/testprocess.h"

namespace McpTest {

/// A client and the fake server as a real process, with scenarios such as "silent" or "version=X".
struct FakeRig
{
    explicit FakeRig(const QStringList &scenarios, const QStringList &options = {},
                     Mcp::ServerSpec spec = {})
        : server(specFor(scenarios, options, std::move(spec)))
        , client(&server)
    {}

    static Mcp::ServerSpec specFor(const QStringList &scenarios, const QStringList &options,
                                   Mcp::ServerSpec spec)
    {
        spec.launch.command = fakeServerPath();
        spec.launch.arguments = options;
        for (const QString &scenario : scenarios)
            spec.launch.arguments += { QStringLiteral("--scenario"), scenario };
        return spec;
    }

    /// Every payload that was sent, one line each, with what is odd about it.
    QStringList sentMethods() const
    {
        QStringList methods;
        for (int i = 0; i < server.trace()->count(); ++i) {
            const Mcp::TraceEntry &entry = server.trace()->at(i);
            if (entry.direction == Mcp::TraceEntry::Direction::Sent
                && entry.kind == Mcp::TraceEntry::Kind::Message)
                methods.append(entry.message.isResponse() ? QStringLiteral("answer")
                                                          : entry.message.method());
        }
        return methods;
    }
    int violations(const QString &word) const
    {
        int found = 0;
        for (int i = 0; i < server.trace()->count(); ++i) {
            const Mcp::TraceEntry &entry = server.trace()->at(i);
            found += entry.kind == Mcp::TraceEntry::Kind::Violation && entry.note.contains(word);
        }
        return found;
    }
    QString stderrText() const { return server.stderrLog()->tail(100).join(u'\n'); }
    QString warnings() const { return server.warnings().join(u'\n'); }

    Mcp::Server server;
    Mcp::Client client;
};

/// The same, connected; isOpen says whether it is.
struct OpenRig : FakeRig
{
    explicit OpenRig(const QStringList &scenarios = {},
                     const QString &era = QStringLiteral("legacy"),
                     const Mcp::ServerSpec &spec = {}, const QStringList &options = {})
        : FakeRig(scenarios, QStringList{ QStringLiteral("--era"), era } + options, spec)
        , isOpen(bool(waitFor(client.initialize()).outcome))
    {}

    bool isOpen;
};

} // namespace McpTest
