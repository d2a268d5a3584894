// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qregularexpression.h>
#include <QtCore/qstring.h>

namespace Mcp {

/*!
 * Reads a regular expression as ECMA-262 does (with the flag u, but lenient as to superfluous
 * backslashes before punctuation) and writes it as the same one for PCRE2, which
 * QRegularExpression uses: what \s, ".", "$", \cX, \uXXXX and \p{Letter} mean differs, and so does
 * what may be written at all. One pass, no recursion. Made for one pattern and thrown away.
 */
class EcmaPattern
{
public:
    explicit EcmaPattern(const QString &pattern);

    /// For QRegularExpression without options. What ECMA-262 does not know is left as it is, as
    /// people who write Python or Perl mean what they write.
    const QString &translated() const { return m_out; }
    /// Why ECMA-262 would refuse the pattern, e.g. "a ) is missing"; empty if it would not.
    const QString &problem() const { return m_problem; }
    /// Does it match at the start of a text or not at all?
    bool isAnchored() const { return m_anchored && !m_alternative; }

private:
    void readTerm();
    void readGroup();
    void readQuantifier();
    void readBraces();
    void readEscape();
    void readBackreference();
    void readClass();
    bool readClassAtom();
    bool readClassEscape();
    void readProperty();
    bool readCharacterEscape();
    char32_t readHex(int digits);
    char32_t readUnicode();
    void appendCharacter(char32_t character);
    QRegularExpressionMatch matchHere(const QRegularExpression &what) const;
    void refuse(const QString &problem);
    QChar peek(qsizetype ahead = 0) const;
    int countGroups() const;

    QString m_pattern;
    QString m_out;
    QString m_problem;
    qsizetype m_at = 0;
    int m_depth = 0;
    int m_groups = 0;         ///< that capture, in the whole pattern
    bool m_canRepeat = false; ///< the last term may be followed by a quantifier
    bool m_anchored = false;
    bool m_alternative = false; ///< there is a | outside of all groups
};

} // namespace Mcp
