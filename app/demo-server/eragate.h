// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "options.h"
#include "responder.h"

#include <optional>

namespace McpDemo {

/*!
 * Opens the conversation in either era and says which requests come too early or in the wrong
 * version. Legacy: initialize comes first (2025-11-25, basic/lifecycle). Modern: each request
 * carries version and capabilities (2026-07-28, basic/index).
 */
class EraGate
{
public:
    /// @p newest legacy revision that is agreed to; empty: all are.
    explicit EraGate(Era era, const QString &newest = {})
        : m_era(era)
        , m_newest(newest.isEmpty() ? Revision::november2025.toString() : newest)
    {}

    static bool isLegacy(const QString &revision);

    /// Why @p request cannot be served now; nothing if it can.
    std::optional<Refusal> refusal(const Request &request) const;
    /// The result of initialize; from now on legacy requests are served.
    Mcp::RawJson initialize(const Request &request);
    /// The result of server/discover.
    Mcp::RawJson discover() const;
    /// True if arrays of messages may come (2025-03-26, basic/index).
    bool takesBatches() const { return m_session.revision == Revision::march2025; }
    const LegacySession &session() const { return m_session; }
    void setLogLevel(LogLevel level) { m_session.level = level; }

private:
    std::optional<Refusal> modernRefusal(const Request &request) const;

    Era m_era;
    QString m_newest;
    LegacySession m_session;
};

} // namespace McpDemo
