// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "loglevel.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo {

QString logLevelName(LogLevel level)
{
    static constexpr QLatin1String names[] = { "debug"_L1,   "info"_L1,     "notice"_L1,
                                               "warning"_L1, "error"_L1,    "critical"_L1,
                                               "alert"_L1,   "emergency"_L1 };
    return names[int(level)];
}

std::optional<LogLevel> logLevelFromName(QStringView name)
{
    for (const LogLevel level : allLogLevels) {
        if (name == logLevelName(level))
            return level;
    }
    return std::nullopt;
}

} // namespace McpDemo
