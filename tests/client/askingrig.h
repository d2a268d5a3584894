// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/connectedrig.h"
#include "client/inputdesk.h"

namespace McpTest {

inline Mcp::ServerSpec specWith(const Mcp::ClientCapabilities &capabilities,
                                Mcp::ServerSpec spec = {})
{
    spec.capabilities = capabilities;
    return spec;
}

inline Mcp::RawJson json(const QByteArray &text) { return Mcp::RawJson::fromText(text); }

/// A connection whose questions are kept.
struct Asking : Connected
{
    explicit Asking(Mcp::Era era,
                    const Mcp::ClientCapabilities &capabilities = Mcp::ClientCapabilities::all(),
                    const Mcp::ServerSpec &spec = {})
        : Connected(era, specWith(capabilities, spec))
    {
        QObject::connect(&client, &Mcp::Client::inputRequested, &client,
                         [this](Mcp::InputRequest *request) { asked.append(request); });
    }

    /// The last answer that the peer got, of any kind.
    QByteArray lastAnswer() const
    {
        QByteArray last;
        for (const auto &sent : peer.sent()) {
            if (sent.message.isResponse())
                last = sent.message.payload();
        }
        return last;
    }

    QList<QPointer<Mcp::InputRequest>> asked;
};

inline const QByteArray elicitation =
        R"("method":"elicitation/create","params":{"message":"Size?"})";
inline const QByteArray sampling =
        R"("method":"sampling/createMessage","params":{"messages":[],"maxTokens":9})";

} // namespace McpTest
