// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/patternsample.h"

#include <QtCore/qregularexpression.h>

using namespace Qt::Literals::StringLiterals;

namespace McpTest {

namespace {

/// Reads the pattern from left to right and always takes the first way.
class Sampler
{
public:
    explicit Sampler(const QString &pattern)
        : m_pattern(pattern)
    {}

    QString alternatives()
    {
        QString first = sequence();
        while (peek() == u'|') {
            ++m_at;
            sequence();
        }
        return first;
    }

private:
    QChar peek() const { return m_at < m_pattern.size() ? m_pattern[m_at] : QChar(); }

    QString sequence()
    {
        QString text;
        while (m_at < m_pattern.size() && peek() != u'|' && peek() != u')') {
            const QString once = atom();
            text += once.repeated(repetitions());
        }
        return text;
    }

    QString atom()
    {
        const QChar c = m_pattern[m_at++];
        if (c == u'^' || c == u'$')
            return {};
        if (c == u'.')
            return u"a"_s;
        if (c == u'[')
            return characterClass();
        if (c == u'(')
            return group();
        if (c == u'\\')
            return escape();
        return c;
    }

    QString group()
    {
        bool silent = false;
        if (m_pattern.sliced(m_at).startsWith("?:"_L1)) {
            m_at += 2;
        } else if (peek() == u'?') {
            silent = true; // a look-around
            m_at += 2;
        }
        const QString inside = alternatives();
        ++m_at; // ')'
        return silent ? QString() : inside;
    }

    QString escape()
    {
        const QChar c = m_pattern[m_at++];
        if (c == u'd')
            return u"0"_s;
        if (c == u'w')
            return u"a"_s;
        if (c == u's')
            return u" "_s;
        return c;
    }

    QString characterClass()
    {
        const qsizetype begin = m_at - 1;
        if (peek() == u'^')
            ++m_at;
        while (peek() != u']')
            m_at += peek() == u'\\' ? 2 : 1;
        ++m_at;
        const QRegularExpression inside(
                QRegularExpression::anchoredPattern(m_pattern.sliced(begin, m_at - begin)));
        for (const QChar c : QStringView(u"1a0A-_./ xZ#=,")) {
            if (inside.match(c).hasMatch())
                return c;
        }
        return {};
    }

    qsizetype repetitions()
    {
        qsizetype count = 1;
        if (peek() == u'*' || peek() == u'?') {
            ++m_at;
            count = 0;
        } else if (peek() == u'+') {
            ++m_at;
        } else if (peek() == u'{') {
            const qsizetype end = m_pattern.indexOf(u'}', m_at);
            count = m_pattern.sliced(m_at + 1, end - m_at - 1).section(u',', 0, 0).toInt();
            m_at = end + 1;
        }
        if (peek() == u'?') // a lazy one
            ++m_at;
        return count;
    }

    QString m_pattern;
    qsizetype m_at = 0;
};

} // namespace

QString patternSample(const QString &pattern) { return Sampler(pattern).alternatives(); }

} // namespace McpTest
