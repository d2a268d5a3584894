// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "request.h"

#include <QtCore/qlist.h>

namespace McpDemo {

/// One thing that a tool or a prompt asks the client for.
struct Question
{
    enum class Kind { Form, Url, Model, ModelWithTools, Roots };

    QString key; ///< by which the answer is found; unique within the exchange
    Kind kind = Kind::Form;
    Mcp::RawJson params;

    QString method() const;
    /// Why the client of @p request must not be asked this, a sentence; empty if it may.
    QString obstacle(const Request &request) const;
    /// The client capabilities that @p questions need and that of @p request lacks, as a
    /// ClientCapabilities object (2026-07-28, schema MissingRequiredClientCapabilityError).
    static Mcp::RawJson lacking(const QList<Question> &questions, const Request &request);
    /// method and params, as in inputRequests (2026-07-28, basic/patterns/mrtr).
    Mcp::RawJson toInputRequest() const;

    /// The member inputRequests for @p questions.
    static Mcp::RawJson inputRequests(const QList<Question> &questions);
};

} // namespace McpDemo
