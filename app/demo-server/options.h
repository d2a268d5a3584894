// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wire/framing.h"

#include <QtCore/qstringlist.h>

namespace McpDemo {

/// Which of the two eras of the protocol the server speaks.
enum class Era { Legacy, Modern, Both };

/// What the command line asked for.
struct Options
{
    Mcp::Framing framing = Mcp::Framing::Newline; ///< for writing; either is read
    Era era = Era::Both;
    QString newest;     ///< the last legacy revision to agree to; empty: all
    bool quiet = false; ///< no greeting on stderr

    QString problem; ///< a sentence for people when the command line is wrong
    QString notice;  ///< what --help or --version print; then nothing is to be served

    static Options parse(const QStringList &arguments);
};

} // namespace McpDemo
