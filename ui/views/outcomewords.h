// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "forms/tones.h"
#include "models/resultdigest.h"
#include "wire/error.h"

namespace McpUi {

/// How a call went, told apart in words: each kind of failure has its own.
struct OutcomeWords
{
    QString mark;        ///< "✓", "✗" …
    QString title;       ///< "Tool error"
    QString explanation; ///< one sentence: who says so, what it means
    Tones::Tone tone = Tones::Tone::Normal;

    static OutcomeWords of(const ResultDigest &digest);
    static OutcomeWords of(const Mcp::Error &error);
};

} // namespace McpUi
