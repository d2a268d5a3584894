// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "responder.h"

namespace McpDemo {

class LiveState;

/*!
 * Serves resources/list, resources/templates/list and resources/read: the fixed resources, those
 * that change (counter, clock, what was added), and what the templates expand to.
 */
class ResourceShelf
{
public:
    ResourceShelf(const Responder &responder, const LiveState *live)
        : m_responder(responder)
        , m_live(live)
    {}

    void list(const Request &request) const;
    void listTemplates(const Request &request) const;
    void read(const Request &request) const;

private:
    Mcp::RawJson liveContents(const QString &uri) const;

    Responder m_responder;
    const LiveState *m_live;
};

} // namespace McpDemo
