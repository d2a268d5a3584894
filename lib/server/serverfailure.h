// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "transport/launchspec.h"
#include "transport/transport.h"
#include "wire/error.h"

#include <optional>

namespace Mcp {

/// Why a server is Failed, with everything a person needs to mend it.
struct ServerFailure
{
    QString step; ///< what was being done: "starting the program", "waiting for the answer to
                  ///< initialize"
    Error error;  ///< why, as a sentence
    QString commandLine;
    std::optional<int> exitCode;
    std::optional<int> signal;
    QStringList stderrTail; ///< the last lines
    QString advice;         ///< what to try, may be empty

    /// Everything above as plain text of several lines.
    QString describe() const;
    /// The error for those who waited for an answer: the sentence, and for machines and views
    /// exitCode, signal and stderr (an array of lines) as members of its data, unless that holds
    /// something else already.
    Error toError() const;
};

/// What to try when a process ended as @p reason says, from its exit code, its signal and what
/// @p stderrTail reveals; empty when nothing sensible can be said.
[[nodiscard]] QString adviceFor(const LaunchSpec &spec, const CloseReason &reason,
                                const QStringList &stderrTail);

} // namespace Mcp
