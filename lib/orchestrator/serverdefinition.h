// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/serverspec.h"
#include "wire/result.h"
#include "json/jsonpointer.h"

#include <array>
#include <optional>
#include <utility>

/// One server as JSON: command, args, env, cwd as every MCP program writes them, and our own
/// settings under mcpOrchestrator, where only values that are not the default are written.
namespace Mcp {

/// What of us a definition can withhold from its server, by the name it has there:
/// "mcpOrchestrator": {"capabilities": {"sampling": false}}.
struct CapabilitySwitch
{
    QLatin1StringView name;
    bool ClientCapabilities::*member = nullptr;
};

inline constexpr std::array capabilitySwitches{
    CapabilitySwitch{ QLatin1StringView("roots"), &ClientCapabilities::roots },
    CapabilitySwitch{ QLatin1StringView("sampling"), &ClientCapabilities::sampling },
    CapabilitySwitch{ QLatin1StringView("samplingTools"), &ClientCapabilities::samplingTools },
    CapabilitySwitch{ QLatin1StringView("elicitationForm"), &ClientCapabilities::elicitationForm },
    CapabilitySwitch{ QLatin1StringView("elicitationUrl"), &ClientCapabilities::elicitationUrl },
    CapabilitySwitch{ QLatin1StringView("tasks"), &ClientCapabilities::tasks },
};

/// The words of "mcpOrchestrator": {"sampling": {"answer": "echo"}}.
inline constexpr std::array<std::pair<QLatin1StringView, SamplingResponder::Kind>, 4>
        responderWords{ {
                { QLatin1StringView("ask"), SamplingResponder::Kind::Off },
                { QLatin1StringView("text"), SamplingResponder::Kind::Text },
                { QLatin1StringView("echo"), SamplingResponder::Kind::Echo },
                { QLatin1StringView("command"), SamplingResponder::Kind::Command },
        } };

/// Reads tolerantly: what cannot be used is left out and said in @p problems, one sentence each
/// (numbers and booleans among arguments and variables are taken as text). Usage error for what
/// cannot be started: no command, or a remote server.
Result<ServerSpec> serverSpecFromJson(const QString &name, const RawJson &definition,
                                      QStringList *problems = nullptr);

/// The definition of @p spec as pretty JSON text. Members of @p previous that are not ours stay.
[[nodiscard]] QByteArray serverSpecToJson(const ServerSpec &spec, const RawJson &previous = {});

/// Makes the definition at @p pointer in @p text (JSON, comments allowed) say what @p spec says,
/// changing only the members that differ. Nothing if there is no object at @p pointer.
[[nodiscard]] std::optional<QByteArray>
editServerDefinition(const QByteArray &text, const JsonPointer &pointer, const ServerSpec &spec);

/// Does the definition name a remote server (url, type http or sse)?
[[nodiscard]] bool isRemoteDefinition(const RawJson &definition);

} // namespace Mcp
