// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qmetatype.h>

#include <optional>

namespace Mcp {

/// notifications/progress. Values may be fractional; a server may leave out total and message.
struct Progress
{
    double progress = 0;
    std::optional<double> total;
    QString message;

    static Progress fromParams(const RawJson &params);
    /// "3 of 5: copying", "60 %", "copying": for labels and stderr lines.
    QString describe() const;
};

/// notifications/message.
struct LogMessage
{
    QString level;
    QString logger;
    RawJson data; ///< any JSON

    static LogMessage fromParams(const RawJson &params);
    QString describe() const; ///< "warning db: disk is full"
};

} // namespace Mcp

Q_DECLARE_METATYPE(Mcp::Progress)
Q_DECLARE_METATYPE(Mcp::LogMessage)
