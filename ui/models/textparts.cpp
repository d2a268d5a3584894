// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/textparts.h"

#include "json/jsontext.h"
#include "json/utf8.h"

namespace McpUi {

namespace {

/// Laid out in a few hundredths of a second.
constexpr qsizetype kPartSize = 256 * 1024;
/// Qt breaks a row without spaces into lines in quadratic time: this takes 10 ms (an error may have
/// two of them), ten times as much takes a second.
constexpr qsizetype kLineSize = 8 * 1024;

bool isUnicodeEscape(const char *p, const char *end, char highDigits)
{
    if (end - p < 6 || p[0] != '\\' || p[1] != 'u' || (p[2] | 0x20) != 'd')
        return false;
    const char c = char(p[3] | 0x20);
    return highDigits == 'h' ? c == '8' || c == '9' || c == 'a' || c == 'b' : c >= 'c' && c <= 'f';
}

} // namespace

TextParts::TextParts(const Mcp::RawJson &token)
    : m_buffer(token.buffer())
    , m_escaped(true)
{
    if (token.isString() && token.size() >= 2)
        m_range = { token.range().begin + 1, token.range().end - 1 };
}

TextParts::TextParts(const QByteArray &utf8)
    : m_buffer(utf8)
    , m_range{ 0, utf8.size() }
{}

TextParts TextParts::ofJson(const Mcp::RawJson &json)
{
    TextParts parts(json.buffer());
    parts.m_range = json.range();
    return parts;
}

TextParts::Part TextParts::partAt(qsizetype position) const { return part(position, kPartSize); }

TextParts::Part TextParts::part(qsizetype position, qsizetype maxBytes) const
{
    qsizetype p = qBound(m_range.begin, position, m_range.end);
    const qsizetype begin = p;
    const qsizetype stop = qMin(m_range.end, begin + maxBytes);
    qsizetype lineStart = begin;
    while (p < stop && p - lineStart < kLineSize) {
        bool newLine = false;
        p = qMin(p + step(p, newLine), m_range.end);
        if (newLine)
            lineStart = p;
    }
    return { decode({ begin, p }), begin, p };
}

QString TextParts::wholeText() const { return decode(m_range); }

QByteArray TextParts::bytes(Mcp::JsonRange range) const
{
    return m_buffer.mid(range.begin, range.size());
}

/// Bytes of the character or escape at @p position; a surrogate pair counts as one.
qsizetype TextParts::step(qsizetype position, bool &newLine) const
{
    const char *const p = m_buffer.constData() + position;
    const char *const end = m_buffer.constData() + m_range.end;
    if (m_escaped && *p == '\\' && end - p >= 2) {
        newLine = p[1] == 'n';
        if (p[1] != 'u')
            return 2;
        const bool pair = isUnicodeEscape(p, end, 'h') && isUnicodeEscape(p + 6, end, 'l');
        return pair ? 12 : 6;
    }
    newLine = *p == '\n';
    if (static_cast<unsigned char>(*p) < 0x80)
        return 1;
    return qMax(qsizetype(1), Mcp::Utf8::decode(p, end).length);
}

QString TextParts::decode(Mcp::JsonRange range) const
{
    const QByteArrayView view = QByteArrayView(m_buffer).sliced(range.begin, range.size());
    if (!m_escaped)
        return QString::fromUtf8(view);
    if (!view.contains('\\'))
        return QString::fromUtf8(view);
    return Mcp::JsonText::unescape('"' + view.toByteArray() + '"');
}

} // namespace McpUi
