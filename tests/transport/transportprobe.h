// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "transport/stdiotransport.h"

namespace McpTest {

/*!
 * A stdio transport and all it has said, for tests. The servers are shell scripts: real processes
 * whose manners can be read beside the test.
 */
class TransportProbe : public QObject
{
public:
    explicit TransportProbe(const Mcp::LaunchSpec &spec);
    /// Runs @p script by /bin/sh.
    explicit TransportProbe(const QString &script);

    static Mcp::LaunchSpec shell(const QString &script);
    /// Stages short enough for a test.
    static Mcp::StopTimes quick();

    bool waitForStart();
    /// Until the first frames have come.
    bool waitForFrames(qsizetype count);
    bool waitForDiagnostics(const QByteArray &text);
    /// Until closed() was emitted @p times times.
    bool waitForEnd(qsizetype times = 1);
    Mcp::CloseReason end() const { return ends.value(ends.size() - 1); }
    /// The number after @p word on stderr, e.g. a process id.
    qint64 number(const QByteArray &word) const;

    Mcp::StdioTransport transport;
    QList<Mcp::Frame> frames;
    QByteArray diagnostics;
    QList<Mcp::CloseReason> ends;
    int starts = 0;

private:
    void record();
};

} // namespace McpTest
