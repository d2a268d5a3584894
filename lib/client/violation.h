// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/rule.h"
#include "wire/message.h"

namespace Mcp {

class Server;

/// How a rule is broken, in a sentence.
struct Violation
{
    Rule rule = Rule::None;
    QString text;
};

/// @p server has broken @p rule by @p message: said in its trace beside the message, counted in its
/// health, and once in its badge.
void reportViolation(Server *server, const Message &message, Rule rule, const QString &sentence);
/// The same for @p part of a message that was received, such as its result.
void reportViolation(Server *server, const RawJson &part, Rule rule, const QString &sentence);
/// The same for what may come by the hundred thousand: only the first has an entry in the trace,
/// all are counted.
void reportFlood(Server *server, const Message &message, Rule rule, const QString &sentence);

} // namespace Mcp
