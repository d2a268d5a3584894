// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/jsonmarks.h"

#include "models/jsonplace.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr auto isBefore = [](const auto &mark, qsizetype begin) { return mark.begin < begin; };

} // namespace

JsonMarks::JsonMarks(const Mcp::RawJson &root, const JsonIndex &index,
                     const QList<Mcp::SchemaProblem> &problems)
{
    m_marks.reserve(problems.size());
    for (const Mcp::SchemaProblem &problem : problems) {
        const JsonPlace place = JsonPlace::of(root, index, problem.pointer);
        const QStringList missing = problem.pointer.tokens().mid(place.rows.size());
        const QString sentence = missing.isEmpty()
                                         ? problem.message
                                         : u"“%1” %2"_s.arg(missing.join(u'/'), problem.message);
        m_marks.append({ place.value.begin, sentence });
    }
    std::stable_sort(m_marks.begin(), m_marks.end(),
                     [](const Mark &a, const Mark &b) { return a.begin < b.begin; });
}

QStringList JsonMarks::sentencesAt(qsizetype begin) const
{
    QStringList sentences;
    auto mark = std::lower_bound(m_marks.cbegin(), m_marks.cend(), begin, isBefore);
    for (; mark != m_marks.cend() && mark->begin == begin; ++mark)
        sentences.append(mark->sentence);
    return sentences;
}

qsizetype JsonMarks::countIn(Mcp::JsonRange range) const
{
    const auto first = std::lower_bound(m_marks.cbegin(), m_marks.cend(), range.begin, isBefore);
    return std::lower_bound(first, m_marks.cend(), range.end, isBefore) - first;
}

} // namespace McpUi
