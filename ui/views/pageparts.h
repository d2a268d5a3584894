// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Mcp {
class Orchestrator;
}

namespace McpUi {

class CallPage;
class TaskOption;
class UriPreview;
class WatchBar;

/// What a page has besides form and result, depending on what it is about. Null: nothing of the
/// kind.
struct PageParts
{
    UriPreview *preview = nullptr; ///< of a template
    TaskOption *task = nullptr;    ///< of a tool
    WatchBar *watch = nullptr;     ///< of a resource, also of one that a template names

    /// Makes those that belong to @p page, which owns them, and what helps to fill in its form.
    static PageParts of(Mcp::Orchestrator *orchestrator, CallPage *page);
};

} // namespace McpUi
