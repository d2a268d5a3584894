// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/findpattern.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

/// A tenth of a second at most, see pcre2pattern(3).
constexpr auto kStepLimit = "(*LIMIT_MATCH=1000000)"_L1;

} // namespace

FindPattern::FindPattern(const FindQuery &query)
    : m_query(query)
{
    if (!query.isRegularExpression) {
        m_plain = QStringMatcher(query.text,
                                 query.isCaseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive);
        return;
    }
    auto options =
            QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!query.isCaseSensitive)
        options |= QRegularExpression::CaseInsensitiveOption;
    // Checked alone first, so that places in the message are those of what was typed.
    const QRegularExpression plain(query.text, options);
    if (!plain.isValid())
        m_problem = u"Not a regular expression: %1"_s.arg(plain.errorString());
    m_expression = QRegularExpression(kStepLimit + query.text, options);
}

FindPattern::Match FindPattern::find(const QString &text, qsizetype from) const
{
    if (!m_query.isRegularExpression)
        return { m_plain.indexIn(text, from), m_query.text.size(), false };
    while (from <= text.size()) {
        const QRegularExpressionMatch match = m_expression.match(text, from);
        if (!match.isValid())
            return { -1, 0, true };
        if (!match.hasMatch())
            break;
        if (match.capturedLength() > 0)
            return { match.capturedStart(), match.capturedLength(), false };
        from = match.capturedEnd() + 1;
    }
    return {};
}

} // namespace McpUi
