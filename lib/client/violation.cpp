// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/violation.h"

#include "server/server.h"
#include "server/tracelog.h"

namespace Mcp {

void reportViolation(Server *server, const Message &message, const QString &sentence)
{
    if (!server)
        return;
    server->trace()->addViolation(message, sentence);
    server->addWarning(sentence);
}

void reportViolation(Server *server, const RawJson &part, const QString &sentence)
{
    // A part shares the bytes of its message.
    reportViolation(server, Message::fromPayload(part.buffer()), sentence);
}

} // namespace Mcp
