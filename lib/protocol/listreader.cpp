// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/listreader.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr qsizetype maxProblems = 100;
constexpr qsizetype maxQuoted = 200; ///< of a name, where a sentence quotes it

} // namespace

ListReader::ListReader(const RawJson &result, const QString &method, const QString &member,
                       int most)
    : m_array(result.value(member))
    , m_scanner(m_array.view())
    , m_most(most)
{
    if (m_array.isArray()) {
        m_scanner.enterArray();
        return;
    }
    m_problems.append(m_array.isAbsent()
                              ? u"The result of %1 has no member \"%2\"."_s.arg(method, member)
                              : u"\"%2\" in the result of %1 is no array."_s.arg(method, member));
    m_array = {};
}

RawJson ListReader::next()
{
    JsonRange range;
    while (!m_array.isAbsent() && m_scanner.nextElement(range)) {
        ++m_position;
        const qsizetype begin = m_array.range().begin;
        const RawJson entry(m_array.buffer(), { begin + range.begin, begin + range.end });
        if (m_kept >= m_most) {
            addProblem(u"The rest from entry %1 on was left out: the limit listItems is reached."_s
                               .arg(m_position));
            break;
        }
        if (entry.isObject())
            return entry;
        leaveOut(u"it is not an object"_s);
    }
    m_array = {};
    return {};
}

void ListReader::keep(const QString &name)
{
    ++m_kept;
    if (m_names.contains(name))
        addProblem(u"The name \"%1\" appears more than once."_s.arg(name.left(maxQuoted)));
    m_names.insert(name);
}

void ListReader::leaveOut(const QString &reason)
{
    addProblem(u"Entry %1 was left out: %2."_s.arg(QString::number(m_position), reason));
}

/// A hundred say what kind of list it is; the last place is for that there are more.
void ListReader::addProblem(const QString &problem)
{
    if (m_problems.size() < maxProblems)
        m_problems.append(problem);
    else if (m_problems.size() == maxProblems)
        m_problems.append(u"There are more problems like these."_s);
}

} // namespace Mcp
