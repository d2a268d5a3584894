// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "options.h"

namespace McpCli {

/// One option of the command line: how many values it takes and what they change.
struct OptionRow
{
    enum class Values {
        None,
        One,
        Many, ///< one, and all words up to the next that begins with a dash
    };
    using Apply = Mcp::Error (*)(Options &options, const QString &value);

    QLatin1StringView name; ///< with its dashes
    Values values = Values::None;
    Apply apply = nullptr;
};

/// The row of that name, or null.
const OptionRow *findOption(QStringView name);
/// The known option that is most like a misspelt one, or empty.
QString similarOption(QStringView name);

} // namespace McpCli
