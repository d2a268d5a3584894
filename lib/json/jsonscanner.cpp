// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsonscanner.h"

#include "json/jsonblock.h"
#include "json/jsonblockscan.h"

#include <QtCore/qalgorithms.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace Mcp {

namespace {

enum : unsigned char {
    Space = 1,
    Bracket = 2, ///< what skipContainer() has to look at: brackets and quotes
    Word = 4,    ///< numbers, true, false, null, and the NaN or undefined that some servers write
};

constexpr std::array<unsigned char, 256> makeClasses()
{
    std::array<unsigned char, 256> classes = {};
    for (char c : { ' ', '\t', '\n', '\r' })
        classes[static_cast<unsigned char>(c)] = Space;
    for (char c : { '{', '}', '[', ']', '"' })
        classes[static_cast<unsigned char>(c)] = Bracket;
    for (int c = 0; c < 256; ++c) {
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'
            || c == '+' || c == '.' || c == '_')
            classes[size_t(c)] = Word;
    }
    return classes;
}

constexpr auto classes = makeClasses();

inline unsigned char classOf(char c) { return classes[static_cast<unsigned char>(c)]; }

const char *findQuote(const char *p, const char *end)
{
    return p < end ? static_cast<const char *>(std::memchr(p, '"', size_t(end - p))) : nullptr;
}

/// Is the quote escaped, in the string whose first byte is @p begin?
bool isEscaped(const char *quote, const char *begin)
{
    const char *back = quote;
    while (back > begin && back[-1] == '\\')
        --back;
    return (quote - back) % 2 != 0;
}

/// As endOfString(), behind the escaped @p quote: where there is one there often are more, closer
/// than memchr is good at.
const char *endBehindEscape(const char *begin, const char *quote, const char *end)
{
    while (quote && isEscaped(quote, begin)) {
        const char *p = quote + 1;
        bool isDense = true;
        for (bool goesOn = false; isDense && end - p >= JsonBlock::size; p += JsonBlock::size) {
            const JsonBlock block = JsonBlock::of(p);
            if (const quint64 quotes = block.quotes & ~block.escaped(goesOn))
                return p + qCountTrailingZeroBits(quotes);
            isDense = block.quotes != 0;
        }
        quote = findQuote(p, end);
    }
    return quote;
}

/// The quote that ends the string whose first byte behind the opening quote is @p p, or nullptr.
inline const char *endOfString(const char *p, const char *end)
{
    const char *const quote = findQuote(p, end);
    return !quote || !isEscaped(quote, p) ? quote : endBehindEscape(p, quote, end);
}

/// As JsonBlockScan::skip() byte by byte, over as much as a block; to the end of the text when it
/// ends in a string.
const char *skipBytes(const char *p, const char *end, JsonBlockScan &state)
{
    const char *const stop = p + std::min<qsizetype>(end - p, JsonBlock::size);
    for (; p < stop; ++p) {
        if (classOf(*p) != Bracket)
            continue;
        if (*p == '"') {
            p = endOfString(p + 1, end);
            if (!p)
                return end;
        } else if (*p == '{' || *p == '[') {
            ++state.depth;
        } else if (--state.depth == 0) {
            state.isClosed = true;
            return p + 1;
        }
    }
    return p;
}

} // namespace

JsonScanner::JsonScanner(QByteArrayView text, qsizetype position)
    : m_text(text)
    , m_position(position)
{}

bool JsonScanner::atEnd()
{
    // Most of the time there is no space to skip.
    if (m_position < m_text.size() && m_text[m_position] > ' ')
        return false;
    skipSpace();
    return m_position >= m_text.size();
}

void JsonScanner::skipSpace()
{
    const char *const text = m_text.data();
    const qsizetype size = m_text.size();
    while (m_position < size && classOf(text[m_position]) == Space)
        ++m_position;
}

JsonType JsonScanner::peekType()
{
    if (atEnd())
        return JsonType::Invalid;
    switch (const char c = m_text[m_position]; c) {
    case '{':
        return JsonType::Object;
    case '[':
        return JsonType::Array;
    case '"':
        return JsonType::String;
    case 't':
    case 'f':
        return JsonType::Boolean;
    case 'n':
        return JsonType::Null;
    default:
        return c == '-' || (c >= '0' && c <= '9') ? JsonType::Number : JsonType::Invalid;
    }
}

std::optional<JsonRange> JsonScanner::skipValue()
{
    if (m_failed)
        return std::nullopt;
    if (atEnd()) {
        fail();
        return std::nullopt;
    }
    const qsizetype begin = m_position;
    const char c = m_text[begin];
    const bool skipped = c == '"'               ? skipString()
                         : c == '{' || c == '[' ? skipContainer()
                                                : skipScalar();
    if (!skipped)
        return std::nullopt;
    return JsonRange{ begin, m_position };
}

bool JsonScanner::enterObject()
{
    if (m_failed || peekType() != JsonType::Object)
        return fail();
    ++m_position;
    m_first = true;
    return true;
}

bool JsonScanner::nextMember(JsonMember &member)
{
    bool done = false;
    if (m_failed || !nextSeparator('}', done) || done)
        return false;
    if (m_text[m_position] != '"')
        return fail();
    member.key.begin = m_position;
    if (!skipString())
        return false;
    member.key.end = m_position;
    if (atEnd() || m_text[m_position] != ':')
        return fail();
    ++m_position;
    const std::optional<JsonRange> value = skipValue();
    if (!value)
        return false;
    member.value = *value;
    return true;
}

bool JsonScanner::enterArray()
{
    if (m_failed || peekType() != JsonType::Array)
        return fail();
    ++m_position;
    m_first = true;
    return true;
}

bool JsonScanner::nextElement(JsonRange &element)
{
    bool done = false;
    if (m_failed || !nextSeparator(']', done) || done)
        return false;
    const std::optional<JsonRange> value = skipValue();
    if (!value)
        return false;
    element = *value;
    return true;
}

bool JsonScanner::fail()
{
    m_failed = true;
    return false;
}

bool JsonScanner::skipString()
{
    const char *const text = m_text.data();
    const char *const quote = endOfString(text + m_position + 1, text + m_text.size());
    if (!quote) {
        m_position = m_text.size();
        return fail();
    }
    m_position = quote + 1 - text;
    return true;
}

bool JsonScanner::skipContainer()
{
    const char *const text = m_text.data();
    const char *const end = text + m_text.size();
    const char *p = text + m_position;
    JsonBlockScan state;
    while (!state.isClosed && p < end) {
        p = skipBytes(p, end, state); // most containers end here
        if (!state.isClosed)
            p = state.skip(p, end);
        if (!state.isClosed && state.isInString && p < end) {
            p = endOfString(p + state.isEscaped, end);
            p = p ? p + 1 : end;
            state.isInString = state.isEscaped = false;
        }
    }
    m_position = p - text;
    return state.isClosed || fail();
}

bool JsonScanner::skipScalar()
{
    const char *const text = m_text.data();
    const qsizetype size = m_text.size();
    const qsizetype begin = m_position;
    while (m_position < size && classOf(text[m_position]) == Word)
        ++m_position;
    return m_position > begin || fail();
}

/// Steps in front of the next member or element; @p done when @p close came instead. A comma before
/// the closing bracket is forgiven.
bool JsonScanner::nextSeparator(char close, bool &done)
{
    if (atEnd())
        return fail();
    if (!m_first && m_text[m_position] == ',') {
        ++m_position;
        if (atEnd())
            return fail();
    } else if (!m_first && m_text[m_position] != close) {
        return fail();
    }
    m_first = false;
    done = m_text[m_position] == close;
    if (done)
        ++m_position;
    return true;
}

} // namespace Mcp
