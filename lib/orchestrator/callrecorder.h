// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Mcp {

class Call;
class Orchestrator;
class RawJson;
struct CallSubject;

/// Adds @p call to the history of @p orchestrator once it is settled. What is kept of @p arguments,
/// which secrets never are, is decided now: the schema may change until then.
void recordCall(Orchestrator *orchestrator, Call *call, const QString &serverName,
                const CallSubject &subject, const RawJson &arguments);

} // namespace Mcp
