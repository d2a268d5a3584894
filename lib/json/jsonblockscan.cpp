// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsonblockscan.h"

#include "json/jsonblock.h"

#include <algorithm>
#include <array>

namespace Mcp {

namespace {

/// What four places of a block, with or without brackets, do to the depth.
struct DepthChange
{
    signed char sum = 0;
    signed char lowest = 0; ///< on the way there
};

/// By the bits of opening brackets (the upper four) and of closing ones.
constexpr std::array<DepthChange, 256> makeDepthChanges()
{
    std::array<DepthChange, 256> changes = {};
    for (unsigned bits = 0; bits < changes.size(); ++bits) {
        for (int place = 0; place < 4; ++place) {
            DepthChange &change = changes[bits];
            change.sum = static_cast<signed char>(change.sum + int(bits >> (place + 4) & 1)
                                                  - int(bits >> place & 1));
            change.lowest = std::min(change.lowest, change.sum);
        }
    }
    return changes;
}

constexpr auto depthChanges = makeDepthChanges();

/// In each byte of the result how many bits of that byte of @p bits are set.
constexpr quint64 bitsOfBytes(quint64 bits)
{
    bits -= bits >> 1 & 0x5555555555555555;
    bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333);
    return (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0f;
}

/// Counts the brackets @p outside of strings in @p block. The place of the one that closes what was
/// entered first, or -1.
int countBrackets(const JsonBlock &block, quint64 outside, qsizetype &depth)
{
    constexpr quint64 ones = 0x0101010101010101;
    quint64 opening = block.opening & outside;
    quint64 closing = block.closing & outside;
    // "[]" changes nothing, and there may be many.
    const quint64 pairs = opening << 1 & closing;
    opening ^= pairs >> 1;
    closing ^= pairs;
    // In each byte what was opened and closed up to its end.
    const quint64 opened = bitsOfBytes(opening) * ones;
    const quint64 closed = bitsOfBytes(closing) * ones;
    // Nothing ends if no byte could end it with all that is closed in front of what is opened.
    const auto deep = quint64(std::min<qsizetype>(depth, JsonBlock::size) - 1) * ones;
    const quint64 left = ((opened << 8) + deep) | 128 * ones;
    if (((left - closed) & 128 * ones) == 128 * ones) {
        depth += qsizetype(opened >> 56) - qsizetype(closed >> 56);
        return -1;
    }
    for (int place = 0; place < JsonBlock::size; place += 4) {
        const DepthChange change =
                depthChanges[(opening >> place & 15) << 4 | (closing >> place & 15)];
        if (depth + change.lowest > 0) {
            depth += change.sum;
            continue;
        }
        for (int i = place;; ++i) {
            depth += qsizetype(opening >> i & 1) - qsizetype(closing >> i & 1);
            if (depth == 0)
                return i;
        }
    }
    return -1;
}

} // namespace

const char *JsonBlockScan::skip(const char *p, const char *end)
{
    for (; end - p >= JsonBlock::size; p += JsonBlock::size) {
        const JsonBlock block = JsonBlock::of(p);
        bool goesOn = isEscaped;
        const quint64 quotes = block.quotes & ~block.escaped(goesOn);
        const quint64 strings = JsonBlock::between(quotes) ^ (isInString ? ~quint64(0) : 0);
        if ((block.backslashes & ~strings) != 0 || (isInString && quotes == 0))
            return p;
        if (const int place = countBrackets(block, ~strings, depth); place >= 0) {
            isClosed = true;
            return p + place + 1;
        }
        isInString = strings >> (JsonBlock::size - 1);
        isEscaped = goesOn;
    }
    return p;
}

} // namespace Mcp
