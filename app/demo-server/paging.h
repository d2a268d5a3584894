// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "responder.h"

/// Lists in small pages, so that paging can be seen.
namespace McpDemo::Paging {

/// The result of a list request: the page of @p all that @p request asks for, as @p member, each
/// entry trimmed to the request's revision. Nothing if its cursor is not one of ours.
std::optional<Mcp::RawJson> page(const Request &request, QStringView member,
                                 const QList<Mcp::RawJson> &all, qsizetype size);
/// Sends that page, fresh for a minute, or refuses the cursor.
void answer(const Responder &responder, const Request &request, QStringView member,
            const QList<Mcp::RawJson> &all, qsizetype size);

} // namespace McpDemo::Paging
