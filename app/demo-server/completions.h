// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "responder.h"

namespace McpDemo {

/*!
 * Serves completion/complete for arguments of prompts and variables of templates
 * (2025-11-25, server/utilities/completion). A city depends on the country that is filled in.
 */
class Completions
{
public:
    explicit Completions(const Responder &responder)
        : m_responder(responder)
    {}

    void complete(const Request &request) const;

private:
    Responder m_responder;
};

} // namespace McpDemo
