// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/commandline.h"

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Splits by one pass over the text; each function reads on from m_at.
class Splitter
{
public:
    explicit Splitter(const QString &text)
        : m_text(text)
    {}

    Result<QStringList> split()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c.isSpace()) {
                endWord();
                ++m_at;
                continue;
            }
            m_inWord = true;
            const Error error = c == u'\''   ? readSingleQuoted()
                                : c == u'"'  ? readDoubleQuoted()
                                : c == u'\\' ? readEscaped()
                                             : readPlain();
            if (error)
                return error;
        }
        endWord();
        return m_words;
    }

private:
    void endWord()
    {
        if (m_inWord)
            m_words.append(m_word);
        m_word.clear();
        m_inWord = false;
    }

    Error openQuote(qsizetype at) const
    {
        return Error::usage(
                u"The quote %1 at character %2 is not closed."_s.arg(m_text[at]).arg(at + 1));
    }

    Error readPlain()
    {
        m_word += m_text[m_at++];
        return {};
    }

    Error readEscaped()
    {
        if (m_at + 1 == m_text.size())
            return Error::usage(u"The backslash at the end quotes nothing. Remove it, or write "
                                "\\\\ for a backslash."_s);
        if (m_text[m_at + 1] != u'\n')
            m_word += m_text[m_at + 1];
        else
            m_inWord = !m_word.isEmpty(); // a joined line is no word of its own
        m_at += 2;
        return {};
    }

    Error readSingleQuoted()
    {
        const qsizetype end = m_text.indexOf(u'\'', m_at + 1);
        if (end < 0)
            return openQuote(m_at);
        m_word += QStringView(m_text).sliced(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return {};
    }

    Error readDoubleQuoted()
    {
        const qsizetype begin = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != u'"') {
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size()
                && u"\"\\$`\n"_s.contains(m_text[m_at + 1])) {
                ++m_at;
                if (m_text[m_at] == u'\n') {
                    ++m_at;
                    continue;
                }
            }
            m_word += m_text[m_at++];
        }
        if (m_at == m_text.size())
            return openQuote(begin);
        ++m_at;
        return {};
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QStringList m_words;
    QString m_word;
    bool m_inWord = false;
};

bool isHarmless(QChar c)
{
    if (c.unicode() >= 0x80)
        return c.isLetterOrNumber();
    return c.isLetterOrNumber() || "%+,-./:=@_^~"_L1.contains(c);
}

} // namespace

Result<QStringList> splitCommandLine(const QString &text) { return Splitter(text).split(); }

QString quoteWord(const QString &word)
{
    // A shell would expand a leading '~' and treat "a=b" as an assignment only in front; quoting
    // those costs nothing and keeps the word what it is.
    const bool harmless = !word.isEmpty() && !word.startsWith(u'~')
                          && std::all_of(word.begin(), word.end(), isHarmless);
    if (harmless)
        return word;
    QString escaped = word;
    escaped.replace(u"'"_s, u"'\\''"_s);
    return u'\'' + escaped + u'\'';
}

} // namespace Mcp
