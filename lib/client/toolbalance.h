// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

namespace Mcp {

/// Is the use of tools in the messages of sampling/createMessage in balance? Each tool_use of the
/// assistant has to be followed by a message of the user that holds the matching tool_results and
/// nothing else (2025-11-25, client/sampling). Why it is not, as a clause; empty when it is.
[[nodiscard]] QString toolImbalance(const RawJson &messages);

} // namespace Mcp
