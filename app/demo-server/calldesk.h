// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "asking.h"
#include "requeststate.h"

namespace McpDemo {

/*!
 * Serves the exchanges whose answer goes straight to the client, and owns those in flight.
 * Questions go out as requests (legacy) or end the round as input_required (modern).
 */
class CallDesk : public QObject
{
    Q_OBJECT

public:
    CallDesk(const Responder &responder, Asking *asking, QObject *parent = nullptr);

    /// Runs @p exchange, which is the desk's from now on.
    void serve(Exchange *exchange);

    bool contains(const Mcp::MessageId &id) const { return m_exchanges.contains(id); }
    /// Stops it without an answer (2025-11-25, basic/utilities/cancellation); false if unknown.
    bool cancel(const Mcp::MessageId &id);

private:
    /// Gives it what is known from former rounds; if that cannot be told, it was refused.
    bool restore(Exchange *exchange);
    void ask(Exchange *exchange, const QList<Question> &questions);

    Responder m_responder;
    Asking *m_asking;
    RequestState m_state;
    QHash<Mcp::MessageId, Exchange *> m_exchanges;
};

} // namespace McpDemo
