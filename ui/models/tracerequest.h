// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/traceentry.h"

#include <optional>

namespace McpUi {

/// A request or notification of ours as it stands in a trace, to be sent again or changed first.
struct TraceRequest
{
    QString method;
    /// Without the members of _meta that this program adds by itself: they are added anew.
    Mcp::RawJson params;
    bool isNotification = false;

    /// Nothing for what we did not send, and for what the trace has not kept whole.
    static std::optional<TraceRequest> of(const Mcp::TraceEntry &entry);
};

} // namespace McpUi
