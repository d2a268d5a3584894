// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>

namespace McpUi {

class ResourceRequest;
class ResultExporter;
class TextModes;

/// What content blocks need of the result view around them; all of it outlives them.
struct BlockContext
{
    ResultExporter *exporter = nullptr;                 ///< copies, saves, opens
    TextModes *modes = nullptr;                         ///< how texts were looked at last
    std::function<void(ResourceRequest *request)> read; ///< answers it, now or later
};

} // namespace McpUi
