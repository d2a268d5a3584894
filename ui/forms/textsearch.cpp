// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/textsearch.h"

#include <QtCore/qcoreapplication.h>

namespace McpUi {

TextMatches findMatches(const QString &text, const FindQuery &query)
{
    TextMatches matches;
    if (query.text.isEmpty())
        return matches;
    const FindPattern pattern(query);
    matches.problem = pattern.problem();
    for (qsizetype at = 0; matches.problem.isEmpty();) {
        const FindPattern::Match match = pattern.find(text, at);
        if (match.gaveUp) {
            matches.problem = QCoreApplication::translate(
                    "TextSearch", "Given up: this expression takes too many steps");
        } else if (match.begin < 0) {
            break;
        } else if (matches.list.size() == kMaxMatches) {
            matches.hasMore = true;
            break;
        } else {
            matches.list.append({ int(match.begin), int(match.size) });
            at = match.begin + match.size;
        }
    }
    return matches;
}

} // namespace McpUi
