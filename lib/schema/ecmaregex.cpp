// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/ecmaregex.h"

#include "schema/ecmapattern.h"

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMaxPattern = 64 * 1024;
constexpr qsizetype kQuickText = 20'000; ///< characters; times the quick limit: below a second

} // namespace

EcmaRegex::EcmaRegex(const QString &pattern)
{
    if (pattern.size() > kMaxPattern) {
        m_problem = u"it is too long"_s;
        return;
    }
    const EcmaPattern ecma(pattern);
    // The limits count steps of PCRE2's matcher; its compiler for machine code, which has a small
    // stack and gives up early, is not wanted where patience is.
    m_quick.setPattern("(*LIMIT_MATCH=1000)"_L1 + ecma.translated());
    m_patient.setPattern("(*NO_JIT)(*LIMIT_MATCH=200000)(*LIMIT_HEAP=65536)"_L1
                         + ecma.translated());
    m_anchored = ecma.isAnchored();
    if (!m_quick.isValid())
        m_problem = ecma.problem().isEmpty() ? m_quick.errorString() : ecma.problem();
}

EcmaRegex::Match EcmaRegex::match(const QString &text, const QDeadlineTimer &deadline) const
{
    if (!m_problem.isEmpty())
        return Match::Unknown;
    if (text.size() <= kQuickText) {
        const QRegularExpressionMatch quick = m_quick.match(text);
        if (quick.isValid())
            return quick.hasMatch() ? Match::Yes : Match::No;
    }
    const qsizetype last = m_anchored ? 0 : text.size();
    for (qsizetype begin = 0; begin <= last; ++begin) {
        if (begin > 0 && text[begin - 1].isHighSurrogate())
            continue;
        // A string from JSON has no lone surrogates, so there is nothing to check each time.
        const QRegularExpressionMatch match =
                m_patient.match(text, begin, QRegularExpression::NormalMatch,
                                QRegularExpression::AnchorAtOffsetMatchOption
                                        | QRegularExpression::DontCheckSubjectStringMatchOption);
        if (!match.isValid() || deadline.hasExpired())
            return Match::TooSlow;
        if (match.hasMatch())
            return Match::Yes;
    }
    return Match::No;
}

QString EcmaRegex::syntaxProblem(const QString &pattern)
{
    const EcmaPattern ecma(pattern);
    if (!ecma.problem().isEmpty())
        return ecma.problem();
    // PCRE2 knows the rest, but not everything that ECMA-262 allows: it wants to know how far a
    // lookbehind looks.
    const QRegularExpression regex(ecma.translated());
    const bool lookbehind = pattern.contains("(?<="_L1) || pattern.contains("(?<!"_L1);
    return regex.isValid() || lookbehind ? QString() : regex.errorString();
}

} // namespace Mcp
