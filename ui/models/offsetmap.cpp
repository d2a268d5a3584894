// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/offsetmap.h"

#include "json/utf8.h"

#include <algorithm>

namespace McpUi {

namespace {

/// As step() counts them: QString::fromUtf8() makes other numbers of U+FFFD of invalid bytes.
QString decode(QByteArrayView utf8)
{
    QString text;
    text.reserve(utf8.size());
    for (const char *p = utf8.begin(); p < utf8.end();) {
        const Mcp::Utf8::Character c = Mcp::Utf8::decode(p, utf8.end());
        if (c.length == 0) {
            text += QChar::ReplacementCharacter;
        } else if (c.codePoint < 0x10000) {
            text += QChar(char16_t(c.codePoint));
        } else {
            text += QChar(QChar::highSurrogate(c.codePoint));
            text += QChar(QChar::lowSurrogate(c.codePoint));
        }
        p += std::max<qsizetype>(1, c.length);
    }
    return text;
}

} // namespace

OffsetMap::OffsetMap(QByteArrayView utf8)
    : m_utf8(utf8)
    , m_isAscii(std::all_of(utf8.begin(), utf8.end(), [](char c) { return (c & 0x80) == 0; }))
{
    m_text = m_isAscii ? QString::fromLatin1(utf8) : decode(utf8);
}

qsizetype OffsetMap::byteAt(qsizetype character)
{
    if (m_isAscii)
        return character;
    while (m_character < character && m_byte < m_utf8.size())
        step();
    return m_byte;
}

qsizetype OffsetMap::characterAt(qsizetype byte)
{
    if (m_isAscii)
        return byte;
    while (m_byte < byte && m_byte < m_utf8.size())
        step();
    return m_character;
}

void OffsetMap::step()
{
    const Mcp::Utf8::Character c = Mcp::Utf8::decode(m_utf8.begin() + m_byte, m_utf8.end());
    m_byte += std::max<qsizetype>(1, c.length);
    m_character += c.length == 4 ? 2 : 1;
}

qsizetype OffsetMap::characterBegin(QByteArrayView utf8, qsizetype offset)
{
    if (offset >= utf8.size())
        return utf8.size();
    for (int back = 0; back < 3 && offset > 0 && (utf8.at(offset) & 0xc0) == 0x80; ++back)
        --offset;
    return offset;
}

} // namespace McpUi
