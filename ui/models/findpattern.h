// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/jsonscanner.h"

#include <QtCore/qlist.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qstringmatcher.h>

namespace McpUi {

/// What somebody looks for.
struct FindQuery
{
    QString text;
    bool isCaseSensitive = false;
    bool isRegularExpression = false;

    friend bool operator==(const FindQuery &, const FindQuery &) = default;
};

/*!
 * A FindQuery made ready for searching. A regular expression is bounded in the steps it may take at
 * one place, so a bad one costs a sentence and not a hang. Cheap to copy, any thread.
 */
class FindPattern
{
public:
    explicit FindPattern(const FindQuery &query);

    const FindQuery &query() const { return m_query; }
    /// Why nothing can be searched for; empty when something can.
    const QString &problem() const { return m_problem; }

    struct Match
    {
        qsizetype begin = -1; ///< in characters; -1: none
        qsizetype size = 0;
        bool gaveUp = false; ///< the regular expression took too many steps
    };
    /// The first match at or behind @p from that is not empty.
    Match find(const QString &text, qsizetype from) const;

private:
    FindQuery m_query;
    QString m_problem;
    QStringMatcher m_plain;
    QRegularExpression m_expression;
};

/// What one step of a search has found, and where the next one begins.
struct FindStep
{
    QList<Mcp::JsonRange> matches; ///< byte ranges, ascending
    qsizetype next = 0;
    QString problem; ///< why the search ends here
};

} // namespace McpUi
