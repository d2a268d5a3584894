// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/dialect.h"

namespace Mcp {

/// The stateless era, 2026-07-28: each request carries version and capabilities in its _meta, each
/// result says of what type it is, and only the client asks. Plain value behind the Dialect seam.
class ModernDialect : public Dialect
{
public:
    ModernDialect(Revision revision, const ClientCapabilities &capabilities);

    Message opener(const MessageId &id) const override;
    std::optional<Message> confirmation() const override { return std::nullopt; }
    RawJson decorate(const RawJson &params, const RawJson &meta,
                     const MessageId &progressToken) const override;
    Result<Reading> read(const QString &method, const RawJson &result,
                         QList<Violation> *violations) const override;
    Error refusal(const QString &method) const override;
    bool takesRequests() const override { return false; }
    RawJson taskRequest(qint64) const override { return {}; }
    Task taskOf(const RawJson &result) const override { return Task(result); }
    bool mayBecomeTask(const QString &method, const RawJson &params) const override;
    bool cancelsByTaskOnly() const override { return false; }
    bool cancelsTasks(const RawJson &) const override { return true; }
    std::optional<Result<RawJson>> taskOutcome(const Task &task) const override;
    bool asksByTaskResult(const Task &) const override { return false; }
    bool subscribesByListening() const override { return true; }
    bool keepLogLevel(const QString &level) override;
    bool logsUnasked() const override { return false; }
    bool wantsLogs(const RawJson &params) const override;
    std::optional<Message> answerTo(const Message &request) const override;

private:
    RawJson m_meta; ///< the same in every request
};

} // namespace Mcp
