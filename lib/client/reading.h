// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

namespace Mcp {

/// What the result member of an answer turned out to be.
struct Reading
{
    enum class Kind {
        Complete,      ///< what was asked for
        InputRequired, ///< the server wants answers first (2026-07-28, basic/patterns/mrtr)
        Task,          ///< the server goes on with it in the background (tasks extension)
    };

    Kind kind = Kind::Complete;
    RawJson result;
};

} // namespace Mcp
