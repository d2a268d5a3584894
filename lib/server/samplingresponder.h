// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringlist.h>

namespace Mcp {

/// What answers the sampling requests of a server instead of a person, for repetitive work. Plain
/// value; off unless somebody turns it on.
struct SamplingResponder
{
    enum class Kind {
        Off,     ///< a person answers
        Text,    ///< always the same text
        Echo,    ///< the last message again
        Command, ///< a program: the request as JSON on its stdin, the answer on its stdout
    };

    Kind kind = Kind::Off;
    QString text;          ///< of Text
    QString command;       ///< of Command: a program, run without a shell
    QStringList arguments; ///< of Command

    friend bool operator==(const SamplingResponder &, const SamplingResponder &) = default;
};

} // namespace Mcp
