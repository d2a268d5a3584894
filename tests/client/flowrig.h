// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "client/fakerig.h"
#include "protocol/toolresult.h"

#include <QtTest/qtest.h>

namespace McpTest {

inline Mcp::RawJson json(const QByteArray &text) { return Mcp::RawJson::fromText(text); }

/// The fake server with all of its features, connected, and a client that declares all of its own
/// unless told; what the server asks is kept.
struct FlowRig : OpenRig
{
    explicit FlowRig(const QString &era, const QStringList &scenarios = {},
                     const Mcp::ServerSpec &spec = everythingDeclared(),
                     const QStringList &options = {})
        : OpenRig(QStringList{ QStringLiteral("everything") } + scenarios, era, spec, options)
    {
        QObject::connect(&client, &Mcp::Client::inputRequested, &client,
                         [this](Mcp::InputRequest *request) {
                             ++askedCount;
                             asked.append(request);
                             if (answer)
                                 answer(request);
                         });
        QObject::connect(&client, &Mcp::Client::notificationReceived, &client,
                         [this](const Mcp::Message &message) { heard.append(message); });
    }

    static Mcp::ServerSpec everythingDeclared()
    {
        Mcp::ServerSpec spec;
        spec.capabilities = Mcp::ClientCapabilities::all();
        return spec;
    }

    Ended call(const QString &tool, const QByteArray &arguments = "{}",
               const Mcp::CallOptions &options = {})
    {
        return waitFor(client.callTool(tool, json(arguments), options));
    }
    /// Notifications of that method.
    QList<Mcp::Message> told(const QString &method) const
    {
        QList<Mcp::Message> found;
        for (const Mcp::Message &message : heard) {
            if (message.method() == method)
                found.append(message);
        }
        return found;
    }
    /// Is @p word in the trace as a violation and in the server's badge?
    bool isReported(const QString &word) const
    {
        return violations(word) > 0 && warnings().contains(word);
    }
    /// The params of the last request of that method that was sent.
    Mcp::RawJson sentParams(const QString &method) const
    {
        Mcp::RawJson params;
        for (int i = 0; i < server.trace()->count(); ++i) {
            const Mcp::TraceEntry &entry = server.trace()->at(i);
            if (entry.direction == Mcp::TraceEntry::Direction::Sent && entry.method == method
                && entry.message.kind() == Mcp::Message::Kind::Request)
                params = entry.message.params();
        }
        return params;
    }
    /// Nothing was wrong on either side.
    QString complaints() const
    {
        QString all = warnings();
        if (stderrText().contains(QLatin1StringView("protocol:")))
            all += QLatin1StringView("\nstderr: ") + stderrText();
        return all;
    }

    QList<QPointer<Mcp::InputRequest>> asked;
    std::function<void(Mcp::InputRequest *)> answer;
    int askedCount = 0;
    QList<Mcp::Message> heard;
};

/// The text of a tool's first content block.
inline QString firstText(const Ended &ended)
{
    const auto content =
            ended.outcome ? Mcp::ToolResult(*ended.outcome).content() : QList<Mcp::Content>();
    return content.isEmpty() ? ended.error().describe() : content.first().text();
}

inline void bothEras()
{
    QTest::addColumn<QString>("era");
    QTest::newRow("legacy") << QStringLiteral("legacy");
    QTest::newRow("modern") << QStringLiteral("modern");
}

} // namespace McpTest
