// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qendian.h>
#include <QtCore/qglobal.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace Mcp {

/*!
 * 64 bytes of JSON as bits, the first byte the lowest: where the characters are that a scan has to
 * look at. What is dense in them, such as JSON in a string of JSON, is then scanned with some two
 * operations a byte whatever it is, where a loop over its characters takes a branch for each. The
 * portable way is a third as fast, and gives the same.
 */
struct JsonBlock
{
    static constexpr qsizetype size = 64;

    quint64 quotes = 0;
    quint64 backslashes = 0;
    quint64 opening = 0; ///< '{' and '['
    quint64 closing = 0; ///< '}' and ']'

    /// Of the size bytes from @p p on, which need no alignment.
    static JsonBlock of(const char *p);
    /// The same without vectors.
    static JsonBlock portable(const char *p);

    /// The bytes that a backslash in front of them escapes. @p goesOn: the first one is escaped by
    /// the block before, and then the same of the block behind.
    quint64 escaped(bool &goesOn) const;
    /// From the opening quote to the byte before the closing one, where @p quotes open and close by
    /// turns: the bits are those of an odd number of quotes up to there.
    static quint64 between(quint64 quotes);
};

namespace JsonBlocks {

/// Which of the eight bytes of @p word are @p c, as the lowest eight bits.
inline quint64 matches(quint64 word, unsigned char c)
{
    constexpr quint64 ones = 0x0101010101010101;
    constexpr quint64 low = 0x7f * ones;
    const quint64 difference = word ^ (c * ones); // its zero bytes
    const quint64 found = ~(((difference & low) + low) | difference | low);
    return ((found >> 7) * 0x0102040810204080) >> 56;
}

} // namespace JsonBlocks

inline JsonBlock JsonBlock::portable(const char *p)
{
    JsonBlock block;
    for (int i = 0; i < size; i += 8) {
        const auto word = qFromLittleEndian<quint64>(p + i);
        const quint64 folded = word | 0x2020202020202020; // '[' as '{', ']' as '}'
        block.quotes |= JsonBlocks::matches(word, '"') << i;
        block.backslashes |= JsonBlocks::matches(word, '\\') << i;
        block.opening |= JsonBlocks::matches(folded, '{') << i;
        block.closing |= JsonBlocks::matches(folded, '}') << i;
    }
    return block;
}

inline JsonBlock JsonBlock::of(const char *p)
{
#ifdef __SSE2__
    JsonBlock block;
    for (int i = 0; i < size; i += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(p + i));
        const __m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20)); // '[' as '{', ']' as '}'
        const auto matches = [i](__m128i of, char c) {
            const int bits = _mm_movemask_epi8(_mm_cmpeq_epi8(of, _mm_set1_epi8(c)));
            return quint64(unsigned(bits)) << i;
        };
        block.quotes |= matches(bytes, '"');
        block.backslashes |= matches(bytes, '\\');
        block.opening |= matches(folded, '{');
        block.closing |= matches(folded, '}');
    }
    return block;
#else
    return portable(p);
#endif
}

inline quint64 JsonBlock::escaped(bool &goesOn) const
{
    const quint64 first = goesOn ? 1 : 0;
    if (backslashes == 0) {
        goesOn = false;
        return first;
    }
    // After simdjson (Langdale, Lemire): runs of backslashes that begin at an odd place are added
    // up, the carry runs to their end and tells whether that is odd or even.
    constexpr quint64 even = 0x5555555555555555;
    const quint64 acting = backslashes & ~first;
    const quint64 behind = acting << 1 | first;
    const quint64 oddStarts = acting & ~even & ~behind;
    const quint64 sum = oddStarts + acting;
    goesOn = sum < acting;
    return (even ^ (sum << 1)) & behind;
}

inline quint64 JsonBlock::between(quint64 quotes)
{
    for (int shift = 1; shift < size; shift *= 2)
        quotes ^= quotes << shift;
    return quotes;
}

} // namespace Mcp
