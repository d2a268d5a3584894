// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/server.h"

namespace McpTest {

/// A server and all it has said, for tests.
class ServerProbe : public QObject
{
public:
    explicit ServerProbe(const Mcp::ServerSpec &spec);

    /// Runs @p script by /bin/sh.
    static Mcp::ServerSpec shell(const QString &script);
    /// The fake server, writing and reading newline frames, with these scenarios.
    static Mcp::ServerSpec fake(const QStringList &scenarios);

    bool waitForState(Mcp::Server::State state);
    bool waitForMessages(qsizetype count);
    /// The notes of all entries of the trace that are events.
    QStringList events() const;
    QString stateNames() const { return states.join(u' '); }

    Mcp::Server server;
    QStringList states; ///< in order, as they were entered
    QStringList steps;
    QList<Mcp::Message> messages;
    QList<Mcp::Error> ends;
    QList<Mcp::CloseReason> attemptEnds;
    int starts = 0;
};

} // namespace McpTest
