// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/findpattern.h"

#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace McpUi {

/// Where it stands, in characters.
struct TextMatch
{
    int begin = 0;
    int length = 0;
};

struct TextMatches
{
    QList<TextMatch> list; ///< in order, at most kMaxMatches
    bool hasMore = false;
    QString problem; ///< why the expression is none, or why the search was given up
};

inline constexpr qsizetype kMaxMatches = 10'000;

/// All matches that do not overlap; empty ones are left out. Bounded also for expressions that
/// would run for hours, but not fast for these: run it off the GUI thread when it is one. Any
/// thread.
[[nodiscard]] TextMatches findMatches(const QString &text, const FindQuery &query);

} // namespace McpUi
