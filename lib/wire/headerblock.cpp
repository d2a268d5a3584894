// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "wire/headerblock.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace Mcp::HeaderBlock {

namespace {

constexpr QByteArrayView lengthName = "content-length:";
constexpr QByteArrayView typeName = "content-type:";

bool isDigit(char c) { return c >= '0' && c <= '9'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; }

/// Compares as many bytes as both have.
bool agrees(QByteArrayView bytes, QByteArrayView lowerName)
{
    const qsizetype size = std::min(bytes.size(), lowerName.size());
    return std::equal(bytes.begin(), bytes.begin() + size, lowerName.begin(),
                      [](char a, char b) { return lower(a) == b; });
}

bool startsWithName(QByteArrayView bytes, QByteArrayView lowerName)
{
    return bytes.size() >= lowerName.size() && agrees(bytes, lowerName);
}

QByteArrayView trimmed(QByteArrayView text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

/// A decimal number, no sign; the largest there is when it does not fit.
std::optional<qint64> parseLength(QByteArrayView digits)
{
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    qint64 value = 0;
    for (const char c : digits)
        value = value > (most - 9) / 10 ? most : value * 10 + (c - '0');
    return value;
}

} // namespace

Start startsHere(QByteArrayView bytes)
{
    for (const QByteArrayView name : { lengthName, typeName }) {
        if (agrees(bytes, name))
            return bytes.size() < name.size() ? Start::Maybe : Start::Yes;
    }
    return Start::No;
}

bool isHeaderLine(QByteArrayView line)
{
    const auto isTokenCharacter = [](char c) {
        return isDigit(c) || (lower(c) >= 'a' && lower(c) <= 'z')
               || (c && std::strchr("!#$%&'*+-.^_`|~", c));
    };
    const auto end = std::find_if_not(line.begin(), line.end(), isTokenCharacter);
    return end != line.begin() && end != line.end() && *end == ':';
}

Length contentLength(QByteArrayView block)
{
    std::optional<qint64> length;
    while (!block.isEmpty()) {
        const qsizetype lineBreak = block.indexOf('\n');
        const QByteArrayView line = lineBreak < 0 ? block : block.first(lineBreak);
        block = lineBreak < 0 ? QByteArrayView() : block.sliced(lineBreak + 1);
        if (!startsWithName(line, lengthName))
            continue;
        const QByteArrayView text = trimmed(line.sliced(lengthName.size()));
        const std::optional<qint64> value = parseLength(text);
        if (!value)
            return { 0, u"Content-Length must be a number of bytes, not \"%1\""_s.arg(
                                QString::fromUtf8(text)) };
        if (length && *length != *value)
            return { 0, u"two Content-Length headers contradict each other"_s };
        length = value;
    }
    if (!length)
        return { 0, u"a header block without Content-Length"_s };
    if (*length == 0)
        return { 0, u"Content-Length is 0: a frame without a message"_s };
    return { *length, {} };
}

qsizetype trailingHeader(QByteArrayView line)
{
    qsizetype i = line.size();
    const auto skipBack = [&](auto belongs) {
        while (i > 0 && belongs(line[i - 1]))
            --i;
    };
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    skipBack(isSpace);
    const qsizetype digitsEnd = i;
    skipBack(isDigit);
    if (i == digitsEnd)
        return -1;
    skipBack(isSpace);
    const qsizetype begin = i - lengthName.size();
    return begin > 0 && startsWithName(line.sliced(begin), lengthName) ? begin : -1;
}

} // namespace Mcp::HeaderBlock
