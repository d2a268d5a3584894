// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/textfinder.h"

#include "models/offsetmap.h"

#include <QtCore/qbytearraymatcher.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qsizetype kPlainStep = 16 * 1024 * 1024;
constexpr qsizetype kDecodedStep = 2 * 1024 * 1024;
/// A match may reach that far into the next step; look-behinds that far back.
constexpr qsizetype kOverlap = 64 * 1024;
constexpr qsizetype kBehind = 1024;

} // namespace

TextFinder::TextFinder(const QByteArray &text, const FindQuery &query)
    : m_text(text)
    , m_pattern(query)
{}

FindStep TextFinder::step(qsizetype from) const
{
    const FindQuery &query = m_pattern.query();
    return query.isCaseSensitive && !query.isRegularExpression ? plainStep(from)
                                                               : decodedStep(from);
}

FindStep TextFinder::plainStep(qsizetype from) const
{
    const QByteArray needle = m_pattern.query().text.toUtf8();
    const QByteArrayMatcher matcher(needle);
    FindStep step;
    step.next = qMin(m_text.size(), from + kPlainStep);
    // What begins in this step may end in the next one.
    const qsizetype end = qMin(m_text.size(), step.next + needle.size() - 1);
    while (from < step.next) {
        const qsizetype at = matcher.indexIn(m_text.constData(), end, from);
        if (at < 0)
            break;
        from = at + needle.size();
        step.matches.append({ at, from });
        step.next = qMax(step.next, from);
    }
    return step;
}

FindStep TextFinder::decodedStep(qsizetype from) const
{
    const qsizetype stop = qMin(m_text.size(), from + kDecodedStep);
    const qsizetype begin = OffsetMap::characterBegin(m_text, qMax<qsizetype>(0, from - kBehind));
    const qsizetype end = OffsetMap::characterBegin(m_text, qMin(m_text.size(), stop + kOverlap));
    OffsetMap map(QByteArrayView(m_text).sliced(begin, end - begin));
    FindStep step;
    step.next = stop;
    qsizetype at = map.characterAt(from - begin);
    for (;;) {
        const FindPattern::Match match = m_pattern.find(map.text(), at);
        if (match.gaveUp) {
            step.problem = u"The regular expression takes too long; the search ended early"_s;
            step.next = m_text.size();
            break;
        }
        const qsizetype first = match.begin < 0 ? end : begin + map.byteAt(match.begin);
        if (first >= stop)
            break;
        at = match.begin + match.size;
        const qsizetype last = begin + map.byteAt(at);
        step.matches.append({ first, last });
        step.next = qMax(stop, last);
    }
    return step;
}

} // namespace McpUi
