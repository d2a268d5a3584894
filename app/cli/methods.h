// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "failure.h"
#include "options.h"

namespace McpCli {

/// One request as the command line describes it.
struct Request
{
    QString method;
    Mcp::RawJson params;
    QString listMember; ///< of a list method, which follows every page: the array's name
    Mcp::RawJson meta;  ///< members for _meta
    QString logLevel;   ///< to be asked for before; empty: none
};

/// What --method can be, in the order of the help.
QStringList methodNames();
/// Is it answered without a connection (servers/list, servers/show)?
bool isListing(const QString &method);

/// The request that @p options ask for; for "initialize" nothing but the method. A Usage error
/// names the option that is missing or wrong.
Mcp::Result<Request> requestFor(const Options &options);

} // namespace McpCli
