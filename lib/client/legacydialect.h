// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/dialect.h"

namespace Mcp {

/// The handshake era, 2024-11-05 to 2025-11-25: version and capabilities are agreed once, requests
/// travel both ways. Plain value behind the Dialect seam.
class LegacyDialect : public Dialect
{
public:
    LegacyDialect(Revision revision, const ClientCapabilities &capabilities)
        : Dialect(revision, capabilities)
    {}

    Message opener(const MessageId &id) const override;
    std::optional<Message> confirmation() const override;
    RawJson decorate(const RawJson &params, const RawJson &meta,
                     const MessageId &progressToken) const override;
    Result<Reading> read(const QString &method, const RawJson &result,
                         QList<Violation> *violations) const override;
    Error refusal(const QString &method) const override;
    bool takesRequests() const override { return true; }
    RawJson taskRequest(qint64 ttl) const override;
    Task taskOf(const RawJson &result) const override { return Task(result.value("task")); }
    bool mayBecomeTask(const QString &method, const RawJson &params) const override;
    bool cancelsByTaskOnly() const override { return true; }
    bool cancelsTasks(const RawJson &capabilities) const override;
    std::optional<Result<RawJson>> taskOutcome(const Task &task) const override;
    bool asksByTaskResult(const Task &task) const override;
    bool subscribesByListening() const override { return false; }
    bool keepLogLevel(const QString &) override { return false; }
    bool logsUnasked() const override { return true; }
    bool wantsLogs(const RawJson &) const override { return false; }
    std::optional<Message> answerTo(const Message &request) const override;
};

} // namespace Mcp
