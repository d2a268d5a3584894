// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/ecmapattern.h"

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

EcmaPattern::EcmaPattern(const QString &pattern)
    : m_pattern(pattern.isValidUtf16() ? pattern : QString::fromUtf8(pattern.toUtf8()))
{
    m_groups = countGroups();
    m_anchored = peek() == u'^';
    while (m_at < m_pattern.size())
        readTerm();
    if (m_depth > 0)
        refuse(u"a ) is missing"_s);
}

void EcmaPattern::readTerm()
{
    const QChar c = peek();
    const bool couldRepeat = m_canRepeat;
    m_canRepeat = true;
    switch (c.unicode()) {
    case u'(':
        return readGroup();
    case u')':
        if (--m_depth < 0)
            refuse(u"there is a ) too many"_s);
        break;
    case u'[':
        return readClass();
    case u'\\':
        return readEscape();
    case u'*':
    case u'+':
    case u'?':
    case u'{':
        m_canRepeat = couldRepeat;
        return readQuantifier();
    case u'|':
        m_alternative = m_alternative || m_depth == 0;
        [[fallthrough]];
    case u'^':
        m_canRepeat = false;
        break;
    case u'$':
        m_canRepeat = false;
        m_out += "\\z"_L1;
        ++m_at;
        return;
    case u'.':
        m_out += "[^\\n\\r\\x{2028}\\x{2029}]"_L1;
        ++m_at;
        return;
    case u']':
    case u'}':
        m_out += u'\\';
        break;
    default:
        break;
    }
    m_out += c;
    ++m_at;
}

void EcmaPattern::readGroup()
{
    static const QRegularExpression kinds(
            u"\\G\\((?:\\?(?:[:=!]|<[=!]|<[\\p{L}_$][\\p{L}\\p{N}_$]*>|[ims]*(?:-[ims]*)?:))?"_s);
    m_canRepeat = false;
    ++m_depth;
    const auto match = matchHere(kinds);
    m_out += match.captured();
    m_at += match.capturedLength();
    if (peek() == u'*') {
        m_out += "?:"_L1; // or PCRE2 would take it for one of its verbs
        return refuse(u"there is nothing to repeat before *"_s);
    }
    if (match.capturedLength() > 1 || peek() != u'?')
        return;
    refuse(u"(%1 opens no kind of group"_s.arg(m_pattern.mid(m_at, 2)));
    // Left to PCRE2, up to where the inside of the group begins.
    if (peek(1) == u'#') {
        const qsizetype end = m_pattern.indexOf(u')', m_at);
        const qsizetype next = end < 0 ? m_pattern.size() : end;
        m_out += QStringView(m_pattern).sliced(m_at, next - m_at);
        m_at = next;
        return;
    }
    while (m_at < m_pattern.size() && !QStringView(u":)>").contains(peek()))
        m_out += m_pattern[m_at++];
    if (peek() != u')' && m_at < m_pattern.size())
        m_out += m_pattern[m_at++];
}

void EcmaPattern::readQuantifier()
{
    const QChar c = peek();
    if (c == u'{')
        return readBraces();
    if (!m_canRepeat)
        refuse(u"there is nothing to repeat before %1"_s.arg(c));
    m_out += c;
    ++m_at;
    if (peek() == u'?') {
        m_out += u'?';
        ++m_at;
    }
    m_canRepeat = false;
}

/// A quantifier such as {2,5}, else a brace that stands for itself.
void EcmaPattern::readBraces()
{
    static const QRegularExpression counts(u"\\G\\{([0-9]+)(?:,([0-9]*))?\\}\\??"_s);
    const auto match = matchHere(counts);
    if (!match.hasMatch()) {
        m_out += "\\{"_L1;
        ++m_at;
        m_canRepeat = true;
        return;
    }
    if (!m_canRepeat)
        refuse(u"there is nothing to repeat before {"_s);
    m_out += match.captured();
    m_at += match.capturedLength();
    m_canRepeat = false;
}

/// Checked once to be valid, the pattern is not checked to its end again for each of its terms.
QRegularExpressionMatch EcmaPattern::matchHere(const QRegularExpression &what) const
{
    return what.match(m_pattern, m_at, QRegularExpression::NormalMatch,
                      QRegularExpression::DontCheckSubjectStringMatchOption);
}

void EcmaPattern::refuse(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

QChar EcmaPattern::peek(qsizetype ahead) const
{
    return m_at + ahead < m_pattern.size() ? m_pattern[m_at + ahead] : QChar();
}

int EcmaPattern::countGroups() const
{
    int groups = 0;
    bool inClass = false;
    for (qsizetype i = 0; i < m_pattern.size(); ++i) {
        const QChar c = m_pattern[i];
        if (c == u'\\') {
            ++i;
        } else if (inClass) {
            inClass = c != u']';
        } else if (c == u'[') {
            inClass = true;
        } else if (c == u'(') {
            const QStringView next = QStringView(m_pattern).mid(i + 1, 3);
            const bool named = (next.startsWith(u"?<") && next.size() == 3 && next[2] != u'='
                                && next[2] != u'!')
                               || next == u"?P<";
            groups += !next.startsWith(u'?') || named ? 1 : 0;
        }
    }
    return groups;
}

} // namespace Mcp
