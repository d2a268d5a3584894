// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/message.h"

namespace Mcp {

class Server;

/// A rule that @p server has broken by @p message, as a sentence that names rule and revision: said
/// in its trace beside the message, and once in its badge.
void reportViolation(Server *server, const Message &message, const QString &sentence);
/// The same for @p part of a message that was received, such as its result.
void reportViolation(Server *server, const RawJson &part, const QString &sentence);

} // namespace Mcp
