// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "failure.h"
#include "options.h"

#include "server/serverspec.h"

namespace McpCli {

/// The server that a command line means, ready to be started; or why there is none.
struct ServerChoice
{
    Mcp::ServerSpec spec;
    Failure failure; ///< set: spec means nothing
};

/// From the target on the command line, or by name from the file of --config, --catalog or the
/// program's own list; with -e, --cwd, --framing, --era and the timeouts applied.
ServerChoice chooseServer(const Options &options);

/// What a method that needs no connection prints, or why it cannot.
struct ListingResult
{
    Mcp::RawJson result;
    QStringList problems; ///< what in the file could not be used, one sentence each
    Failure failure;
};

/// servers/list: {"servers": [{"name", "type", "detail"}]}, sorted by name.
ListingResult listServers(const Options &options);
/// servers/show: one definition, the values of variables and other secrets as "[redacted]".
ListingResult showServer(const Options &options);

} // namespace McpCli
