// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsonnumber.h"

#include <QtCore/qbytearray.h>

#include <algorithm>
#include <limits>

namespace Mcp::JsonNumber {

namespace {

/// A number's text taken apart: digits * 10^exponent.
struct Decimal
{
    bool negative = false;
    QByteArray digits; ///< without zeros at either end
    qint64 exponent = 0;
};

qsizetype countDigits(QByteArrayView text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return std::find_if_not(text.begin(), text.end(), isDigit) - text.begin();
}

/// Reads "e-12" and the like; far exponents are clamped, nothing when the syntax is wrong.
std::optional<qint64> parseExponent(QByteArrayView text)
{
    constexpr qint64 far = qint64(1) << 53;
    if (text.isEmpty())
        return 0;
    if (text[0] != 'e' && text[0] != 'E')
        return std::nullopt;
    text = text.sliced(1);
    const bool negative = text.startsWith('-');
    if (negative || text.startsWith('+'))
        text = text.sliced(1);
    if (text.isEmpty() || countDigits(text) != text.size())
        return std::nullopt;
    qint64 value = 0;
    for (const char c : text)
        value = std::min(far, value * 10 + (c - '0'));
    return negative ? -value : value;
}

std::optional<Decimal> parseDecimal(QByteArrayView text)
{
    Decimal decimal;
    decimal.negative = text.startsWith('-');
    if (decimal.negative)
        text = text.sliced(1);
    const qsizetype whole = countDigits(text);
    decimal.digits = text.first(whole).toByteArray();
    text = text.sliced(whole);
    qsizetype fraction = 0;
    if (text.startsWith('.')) {
        text = text.sliced(1);
        fraction = countDigits(text);
        decimal.digits += text.first(fraction);
        text = text.sliced(fraction);
        if (fraction == 0)
            return std::nullopt;
    }
    const std::optional<qint64> exponent = parseExponent(text);
    if (whole == 0 || !exponent)
        return std::nullopt;
    decimal.exponent = *exponent - fraction;
    const qsizetype size = decimal.digits.size();
    while (decimal.digits.endsWith('0'))
        decimal.digits.chop(1);
    decimal.exponent += size - decimal.digits.size();
    qsizetype zeros = 0;
    while (zeros < decimal.digits.size() && decimal.digits[zeros] == '0')
        ++zeros;
    decimal.digits.remove(0, zeros);
    return decimal;
}

} // namespace

bool isPlausible(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    });
}

std::optional<qint64> toInteger(QByteArrayView number)
{
    const std::optional<Decimal> decimal = parseDecimal(number);
    if (!decimal)
        return std::nullopt;
    if (decimal->digits.isEmpty())
        return 0;
    if (decimal->exponent < 0 || decimal->exponent + decimal->digits.size() > 19)
        return std::nullopt;
    // At most 19 digits: they fit in 64 unsigned bits.
    const quint64 magnitude =
            (decimal->digits + QByteArray(qsizetype(decimal->exponent), '0')).toULongLong();
    const quint64 limit = quint64(std::numeric_limits<qint64>::max()) + (decimal->negative ? 1 : 0);
    if (magnitude > limit)
        return std::nullopt;
    return decimal->negative ? qint64(0 - magnitude) : qint64(magnitude);
}

std::optional<double> toDouble(QByteArrayView number)
{
    const std::optional<Decimal> decimal = parseDecimal(number);
    if (!decimal)
        return std::nullopt;
    bool ok = false;
    const double value = number.toDouble(&ok);
    // Qt fails at both ends; what is too small for a double is 0, as everywhere else.
    const bool tooLarge = decimal->exponent + decimal->digits.size() > 0;
    return ok || !tooLarge ? std::optional<double>(value) : std::nullopt;
}

} // namespace Mcp::JsonNumber
