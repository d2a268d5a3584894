// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "client/violation.h"

#include "server/server.h"
#include "server/tracelog.h"

namespace Mcp {

void reportViolation(Server *server, const Message &message, Rule rule, const QString &sentence)
{
    if (!server)
        return;
    server->trace()->addViolation(message, rule, sentence);
    server->addWarning(sentence);
}

void reportViolation(Server *server, const RawJson &part, Rule rule, const QString &sentence)
{
    // A part shares the bytes of its message.
    reportViolation(server, Message::fromPayload(part.buffer()), rule, sentence);
}

void reportFlood(Server *server, const Message &message, Rule rule, const QString &sentence)
{
    if (server && server->warnings().contains(sentence))
        return server->addWarning(sentence, rule);
    reportViolation(server, message, rule, sentence);
}

} // namespace Mcp
