// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "responder.h"

#include <QtCore/qlist.h>

namespace McpDemo {

class LiveState;
class PromptCall;

/*!
 * The table of prompts: a name, a function, and the definition that prompts/list shows, which is
 * the file prompts/NAME.json compiled into the program; and those that were added while it runs.
 */
class Promptbook
{
public:
    Promptbook(const Responder &responder, const LiveState *live);

    void list(const Request &request) const;
    /// The call that answers prompts/get; null if it was refused.
    PromptCall *get(const Request &request) const;

private:
    QList<Mcp::RawJson> definitions() const;
    Mcp::RawJson find(const QString &name) const;

    Responder m_responder;
    const LiveState *m_live;
    QList<Mcp::RawJson> m_fixed;
};

} // namespace McpDemo
