// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qregularexpression.h>

namespace Mcp {

/*!
 * A regular expression of a schema: ECMA-262, unanchored, and bounded. Patterns come from servers;
 * one like (a+)+$ takes exponential time on the wrong text. Its cost is limited for each place of
 * the text where it may begin, and the clock is looked at between them. Cheap to copy.
 */
class EcmaRegex
{
public:
    enum class Match {
        No,
        Yes,
        TooSlow, ///< given up
        Unknown, ///< the pattern cannot be used
    };

    EcmaRegex() = default;
    explicit EcmaRegex(const QString &pattern);

    /// Why the pattern cannot be used, e.g. "a ) is missing"; empty if it can.
    const QString &problem() const { return m_problem; }
    Match match(const QString &text, const QDeadlineTimer &deadline) const;

    /// Why ECMA-262 would refuse @p pattern, empty if it would not (the format "regex").
    [[nodiscard]] static QString syntaxProblem(const QString &pattern);

private:
    QRegularExpression m_quick;   ///< low limits, for the usual case
    QRegularExpression m_patient; ///< for one place at a time
    bool m_anchored = false;
    QString m_problem;
};

} // namespace Mcp
