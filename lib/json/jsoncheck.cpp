// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsontext.h"

#include "json/jsonspace.h"
#include "json/utf8.h"

#include <cstring>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace Mcp::JsonText {

namespace {

/*!
 * The strict reader behind check(): walks the grammar of RFC 8259 with one bit of stack a level and
 * stops at the first byte that does not fit. Lives for one call.
 */
class Checker
{
public:
    explicit Checker(QByteArrayView text)
        : m_begin(text.data())
        , m_p(text.data())
        , m_end(text.data() + text.size())
    {}

    std::optional<Problem> run();

private:
    bool fail(const QString &message);
    bool failAt(const char *where, const QString &message);
    void skipSpace();
    bool value(bool &complete);
    bool afterValue(bool &finished);
    bool key();
    bool string();
    bool escape();
    bool number();
    bool word(const char *expected);
    bool digits();
    QString found() const;

    const char *m_begin;
    const char *m_p;
    const char *m_end;
    std::vector<bool> m_inObject; ///< one bit per open bracket
    std::optional<Problem> m_problem;
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isHexDigit(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

std::optional<Problem> Checker::run()
{
    bool finished = false;
    while (!finished) {
        bool complete = false;
        if (!value(complete) || (complete && !afterValue(finished)))
            return m_problem;
    }
    return std::nullopt;
}

bool Checker::failAt(const char *where, const QString &message)
{
    Problem problem;
    problem.offset = where - m_begin;
    problem.message = message;
    const char *lineStart = m_begin;
    for (const char *p = m_begin; p < where; ++p) {
        if (*p == '\n') {
            ++problem.line;
            lineStart = p + 1;
        }
    }
    for (const char *p = lineStart; p < where; ++p) {
        if ((*p & 0xc0) != 0x80)
            ++problem.column;
    }
    m_problem = problem;
    return false;
}

bool Checker::fail(const QString &message) { return failAt(m_p, message); }

/// What stands at the cursor, for the end of a message.
QString Checker::found() const
{
    if (m_p >= m_end)
        return u"the text ends here"_s;
    const Utf8::Character c = Utf8::decode(m_p, m_end);
    if (c.length == 0)
        return u"found byte 0x%1"_s.arg(static_cast<unsigned char>(*m_p), 2, 16, QChar(u'0'));
    if (c.codePoint == 0xfeff)
        return u"found a byte order mark"_s;
    if (!QChar::isPrint(c.codePoint) || QChar::isSpace(c.codePoint))
        return u"found U+%1"_s.arg(quint32(c.codePoint), 4, 16, QChar(u'0'));
    return u"found '%1'"_s.arg(QString::fromUcs4(&c.codePoint, 1));
}

void Checker::skipSpace()
{
    while (m_p < m_end && isSpace(*m_p))
        ++m_p;
}

/// Reads a scalar or an empty container (@p complete) or steps into a container.
bool Checker::value(bool &complete)
{
    skipSpace();
    complete = true;
    if (m_p == m_end)
        return fail(m_inObject.empty() ? u"there is no value"_s
                                       : u"expected a value, but the text ends here"_s);
    switch (*m_p) {
    case '{':
    case '[': {
        const bool object = *m_p++ == '{';
        m_inObject.push_back(object);
        skipSpace();
        if (m_p < m_end && *m_p == (object ? '}' : ']')) {
            ++m_p;
            m_inObject.pop_back();
            return true;
        }
        complete = false;
        return !object || key();
    }
    case '"':
        return string();
    case 't':
        return word("true");
    case 'f':
        return word("false");
    case 'n':
        return word("null");
    case '}':
    case ']':
        return fail(u"expected a value, %1 (is there a comma too many?)"_s.arg(found()));
    default:
        if (*m_p == '-' || isDigit(*m_p))
            return number();
        return fail(u"expected a value, %1"_s.arg(found()));
    }
}

/// Closes what ends here and steps in front of the next value; @p finished at the end of the text.
bool Checker::afterValue(bool &finished)
{
    for (;;) {
        skipSpace();
        if (m_inObject.empty()) {
            finished = m_p == m_end;
            return finished || fail(u"expected nothing behind the value, %1"_s.arg(found()));
        }
        const bool object = m_inObject.back();
        if (m_p == m_end)
            return fail(object ? u"the text ends inside an object: expected ',' or '}'"_s
                               : u"the text ends inside an array: expected ',' or ']'"_s);
        if (*m_p == ',') {
            ++m_p;
            return !object || key();
        }
        if (*m_p != (object ? '}' : ']'))
            return fail(u"expected ',' or '%1' after the value, %2"_s.arg(
                    QChar(object ? u'}' : u']'), found()));
        ++m_p;
        m_inObject.pop_back();
    }
}

bool Checker::key()
{
    skipSpace();
    if (m_p == m_end)
        return fail(u"the text ends inside an object: expected a member name"_s);
    if (*m_p == '}')
        return fail(u"expected a member name, found '}' (is there a comma too many?)"_s);
    if (*m_p != '"')
        return fail(u"expected a member name in double quotes, %1"_s.arg(found()));
    if (!string())
        return false;
    skipSpace();
    if (m_p == m_end || *m_p != ':')
        return fail(u"expected ':' after the member name, %1"_s.arg(found()));
    ++m_p;
    return true;
}

bool Checker::string()
{
    const char *const quote = m_p++;
    while (m_p < m_end) {
        const auto c = static_cast<unsigned char>(*m_p);
        if (c == '"') {
            ++m_p;
            return true;
        }
        if (c == '\\') {
            if (!escape())
                return false;
        } else if (c < 0x20) {
            return fail(c == '\n' ? u"a line break inside a string must be written as \\n"_s
                                  : u"control character 0x%1 inside a string must be escaped"_s.arg(
                                          c, 2, 16, QChar(u'0')));
        } else if (c < 0x80) {
            ++m_p;
        } else if (const qsizetype length = Utf8::decode(m_p, m_end).length; length > 0) {
            m_p += length;
        } else {
            return fail(u"byte 0x%1 is not valid UTF-8"_s.arg(c, 2, 16, QChar(u'0')));
        }
    }
    return failAt(quote, u"the string that begins here has no end"_s);
}

bool Checker::escape()
{
    const char *const backslash = m_p++;
    if (m_p == m_end)
        return failAt(backslash, u"the text ends inside an escape"_s);
    if (*m_p != 'u') {
        if (!*m_p || !std::strchr("\"\\/bfnrt", *m_p))
            return failAt(backslash, u"unknown escape: behind the backslash, %1"_s.arg(found()));
        ++m_p;
        return true;
    }
    ++m_p;
    for (int i = 0; i < 4; ++i, ++m_p) {
        if (m_p == m_end || !isHexDigit(*m_p))
            return failAt(backslash, u"\\u must be followed by four hexadecimal digits"_s);
    }
    return true;
}

bool Checker::number()
{
    if (*m_p == '-')
        ++m_p;
    if (m_p < m_end && *m_p == '0') {
        ++m_p;
        if (m_p < m_end && isDigit(*m_p))
            return fail(u"a number must not begin with 0 and another digit"_s);
    } else if (!digits()) {
        return false;
    }
    if (m_p < m_end && *m_p == '.') {
        ++m_p;
        if (!digits())
            return false;
    }
    if (m_p < m_end && (*m_p == 'e' || *m_p == 'E')) {
        ++m_p;
        if (m_p < m_end && (*m_p == '+' || *m_p == '-'))
            ++m_p;
        return digits();
    }
    return true;
}

bool Checker::digits()
{
    if (m_p == m_end || !isDigit(*m_p))
        return fail(u"expected a digit of the number, %1"_s.arg(found()));
    while (m_p < m_end && isDigit(*m_p))
        ++m_p;
    return true;
}

bool Checker::word(const char *expected)
{
    const char *const begin = m_p;
    for (; *expected; ++expected, ++m_p) {
        if (m_p == m_end || *m_p != *expected)
            return failAt(begin, u"expected a value (text needs double quotes)"_s);
    }
    return true;
}

} // namespace

std::optional<Problem> check(QByteArrayView json) { return Checker(json).run(); }

} // namespace Mcp::JsonText
