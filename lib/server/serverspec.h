// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/clientcapabilities.h"
#include "protocol/revision.h"
#include "protocol/root.h"
#include "server/limits.h"
#include "server/samplingresponder.h"
#include "transport/launchspec.h"
#include "wire/framing.h"

namespace Mcp {

/// Time limits of a server; milliseconds, 0 = none.
struct Timeouts
{
    int connect = 60'000;      ///< from start to ready, whatever is tried in between
    int request = 60'000;      ///< without an answer or progress
    int requestHard = 600'000; ///< whatever progress says

    friend bool operator==(const Timeouts &, const Timeouts &) = default;
};

/// One configured server: everything needed to start and treat it. Plain value.
struct ServerSpec
{
    QString name;
    LaunchSpec launch;
    FramingSetting framing = FramingSetting::Auto;
    EraSetting era = EraSetting::Auto;
    bool asciiOnlyHeaders = true; ///< escape non-ASCII when writing Content-Length frames
    Timeouts timeouts;
    bool autoRestart =
            false; ///< after an unexpected end; with back-off, given up after two quick deaths
    int stderrLines = 10'000;
    qint64 traceBytes = 64LL * 1024 * 1024;
    qint64 traceDiskBytes = 256LL * 1024 * 1024; ///< of older messages, for this run; 0: none
    Limits limits;
    /// What is declared to the server at the next start. Who embeds the library and declares some
    /// has to answer Client::inputRequested().
    ClientCapabilities capabilities;
    /// What the Orchestrator does not declare to it though it could: a switch for each.
    ClientCapabilities withheld;
    /// The folders it may know of, once somebody has agreed to it (see Questions).
    QList<Root> roots;
    /// What answers its sampling requests instead of a person.
    SamplingResponder responder;

    friend bool operator==(const ServerSpec &, const ServerSpec &) = default;
};

} // namespace Mcp
