// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

#include <optional>

namespace McpDemo {

/// Levels of log messages, low to high (2025-11-25, server/utilities/logging).
enum class LogLevel { Debug, Info, Notice, Warning, Error, Critical, Alert, Emergency };

inline constexpr LogLevel allLogLevels[] = { LogLevel::Debug,  LogLevel::Info,
                                             LogLevel::Notice, LogLevel::Warning,
                                             LogLevel::Error,  LogLevel::Critical,
                                             LogLevel::Alert,  LogLevel::Emergency };

QString logLevelName(LogLevel level);
std::optional<LogLevel> logLevelFromName(QStringView name);

} // namespace McpDemo
