// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsontext.h"

#include "json/jsonspace.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

namespace Mcp::JsonText {

namespace {

enum class Strings { AsTheyAre, OneLine };

/*!
 * Writes JSON text anew with other white space, for pretty() and compact(). Follows the grammar
 * only as far as it must to see where it ends to make sense; from there on the rest is copied, so
 * that no byte of a broken message gets lost. Lives for one call.
 */
class Reformatter
{
public:
    Reformatter(QByteArrayView text, int indent, Strings strings)
        : m_p(text.data())
        , m_end(text.data() + text.size())
        , m_indent(indent)
        , m_strings(strings)
        , m_indentBudget(text.size() * 2 + 8 * 1024 * 1024)
    {
        grow(text.size() + (indent > 0 ? text.size() / 2 : 0) + 64);
    }

    QByteArray run();

private:
    enum class Expect { Value, FirstValue, Key, FirstKey, Colon, Separator };

    bool token();
    bool open();
    bool close();
    bool comma();
    bool string();
    bool scalar();
    void copyString(const char *end);
    void copyRest(const char *from);
    void lineBreak();
    void grow(qsizetype bytes);
    char *room(qsizetype bytes);
    void put(char c) { *room(1) = c; }
    void put(const char *bytes, qsizetype size) { std::memcpy(room(size), bytes, size_t(size)); }
    bool wantsValue() const { return m_expect == Expect::Value || m_expect == Expect::FirstValue; }
    bool wantsKey() const { return m_expect == Expect::Key || m_expect == Expect::FirstKey; }

    const char *m_p;
    const char *m_end;
    int m_indent;
    Strings m_strings;
    /// Deep nesting must not make the output grow with the square of the input: when this many
    /// spaces are written, lines begin at the margin.
    qsizetype m_indentBudget;
    Expect m_expect = Expect::Value;
    std::vector<bool> m_inObject;
    QByteArray m_out; ///< larger than what is written, up to m_write
    char *m_write = nullptr;
};

bool isDelimiter(char c)
{
    return isSpace(c) || c == ',' || c == ':' || c == '"' || c == '{' || c == '}' || c == '['
           || c == ']';
}

/// Behind the quote that ends the string beginning at @p quote, or nullptr.
const char *behindString(const char *quote, const char *end)
{
    for (const char *p = quote + 1; p < end; ++p) {
        if (*p == '\\')
            ++p;
        else if (*p == '"')
            return p + 1;
    }
    return nullptr;
}

QByteArray Reformatter::run()
{
    while (m_p < m_end) {
        const char *const before = m_p;
        while (m_p < m_end && isSpace(*m_p))
            ++m_p;
        if (m_p == m_end)
            break;
        if (!token()) {
            copyRest(before);
            break;
        }
    }
    m_out.truncate(m_write - m_out.constData());
    return m_out;
}

void Reformatter::grow(qsizetype bytes)
{
    const qsizetype written = m_write ? m_write - m_out.constData() : 0;
    m_out.resize(std::max(written + bytes, 2 * m_out.size()));
    m_write = m_out.data() + written;
}

/// Where to write @p bytes bytes, which count as written.
char *Reformatter::room(qsizetype bytes)
{
    if (m_out.constData() + m_out.size() - m_write < bytes)
        grow(bytes);
    return std::exchange(m_write, m_write + bytes);
}

/// Writes one token; false, with nothing written, when it does not belong here.
bool Reformatter::token()
{
    switch (*m_p) {
    case '{':
    case '[':
        return open();
    case '}':
    case ']':
        return close();
    case ',':
        return comma();
    case ':':
        if (m_expect != Expect::Colon)
            return false;
        put(':');
        if (m_indent > 0)
            put(' ');
        m_expect = Expect::Value;
        ++m_p;
        return true;
    case '"':
        return string();
    default:
        return scalar();
    }
}

bool Reformatter::open()
{
    if (!wantsValue())
        return false;
    if (m_expect == Expect::FirstValue)
        lineBreak();
    const bool object = *m_p == '{';
    put(*m_p++);
    m_inObject.push_back(object);
    m_expect = object ? Expect::FirstKey : Expect::FirstValue;
    return true;
}

bool Reformatter::close()
{
    if (m_inObject.empty() || m_inObject.back() != (*m_p == '}'))
        return false;
    const bool empty = m_expect == (m_inObject.back() ? Expect::FirstKey : Expect::FirstValue);
    if (!empty && m_expect != Expect::Separator)
        return false;
    m_inObject.pop_back();
    if (!empty)
        lineBreak();
    put(*m_p++);
    m_expect = Expect::Separator;
    return true;
}

bool Reformatter::comma()
{
    if (m_expect != Expect::Separator || m_inObject.empty())
        return false;
    put(*m_p++);
    lineBreak();
    m_expect = m_inObject.back() ? Expect::Key : Expect::Value;
    return true;
}

bool Reformatter::string()
{
    const char *const end = wantsValue() || wantsKey() ? behindString(m_p, m_end) : nullptr;
    if (!end)
        return false;
    if (m_expect == Expect::FirstKey || m_expect == Expect::FirstValue)
        lineBreak();
    m_expect = wantsKey() ? Expect::Colon : Expect::Separator;
    copyString(end);
    return true;
}

bool Reformatter::scalar()
{
    if (!wantsValue())
        return false;
    if (m_expect == Expect::FirstValue)
        lineBreak();
    const char *const begin = m_p;
    while (m_p < m_end && !isDelimiter(*m_p))
        ++m_p;
    put(begin, m_p - begin);
    m_expect = Expect::Separator;
    return true;
}

/// Copies up to @p end, which is inside or behind a string.
void Reformatter::copyString(const char *end)
{
    if (m_strings == Strings::AsTheyAre) {
        put(m_p, end - m_p);
    } else {
        for (const char *run = m_p; run < end;) {
            const char *p = run;
            while (p < end && *p != '\n' && *p != '\r')
                ++p;
            put(run, p - run);
            if (p < end)
                put(*p == '\n' ? "\\n" : "\\r", 2);
            run = p + 1;
        }
    }
    m_p = end;
}

void Reformatter::copyRest(const char *from)
{
    if (m_strings == Strings::AsTheyAre) {
        put(from, m_end - from);
        return;
    }
    for (m_p = from; m_p < m_end;) {
        if (*m_p == '"') {
            const char *const end = behindString(m_p, m_end);
            copyString(end ? end : m_end);
        } else {
            put(*m_p == '\n' || *m_p == '\r' ? ' ' : *m_p);
            ++m_p;
        }
    }
}

void Reformatter::lineBreak()
{
    if (m_indent <= 0)
        return;
    put('\n');
    const qsizetype width = qsizetype(m_inObject.size()) * m_indent;
    if (width > m_indentBudget)
        return;
    m_indentBudget -= width;
    std::memset(room(width), ' ', size_t(width));
}

} // namespace

QByteArray pretty(QByteArrayView json, int indent)
{
    return Reformatter(json, indent, Strings::AsTheyAre).run();
}

QByteArray compact(QByteArrayView json) { return Reformatter(json, 0, Strings::OneLine).run(); }

} // namespace Mcp::JsonText
