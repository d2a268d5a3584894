// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/textsearch.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qregularexpression.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of PCRE, in steps of one attempt; a tenth of its default, and still a second or so in all.
constexpr auto kStepLimit = "(*LIMIT_MATCH=1000000)"_L1;

QString tr(const char *text) { return QCoreApplication::translate("TextSearch", text); }

TextMatches findExpression(const QString &text, const TextSearch &search)
{
    TextMatches matches;
    QRegularExpression::PatternOptions options =
            QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!search.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    const QRegularExpression plain(search.needle, options);
    if (!plain.isValid()) {
        matches.problem = tr("No expression: %1").arg(plain.errorString());
        return matches;
    }
    const QRegularExpression bounded(kStepLimit + search.needle, options);
    for (int at = 0; at <= text.size();) {
        const QRegularExpressionMatch match = bounded.match(text, at);
        if (!match.isValid()) {
            matches.problem = tr("Given up: this expression takes too many steps");
            return matches;
        }
        if (!match.hasMatch())
            return matches;
        at = int(match.capturedEnd());
        if (match.capturedLength() == 0) {
            ++at;
            continue;
        }
        matches.hasMore = matches.list.size() == kMaxMatches;
        if (matches.hasMore)
            return matches;
        matches.list.append({ int(match.capturedStart()), int(match.capturedLength()) });
    }
    return matches;
}

} // namespace

TextMatches findMatches(const QString &text, const TextSearch &search)
{
    TextMatches matches;
    if (search.needle.isEmpty())
        return matches;
    if (search.isRegex)
        return findExpression(text, search);
    const auto sensitivity = search.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (qsizetype at = 0; (at = text.indexOf(search.needle, at, sensitivity)) >= 0;
         at += search.needle.size()) {
        matches.hasMore = matches.list.size() == kMaxMatches;
        if (matches.hasMore)
            break;
        matches.list.append({ int(at), int(search.needle.size()) });
    }
    return matches;
}

} // namespace McpUi
