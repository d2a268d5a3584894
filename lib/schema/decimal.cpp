// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/decimal.h"

#include <algorithm>
#include <limits>

namespace Mcp {

namespace {

constexpr qint64 kExponentLimit = std::numeric_limits<qint64>::max() / 4;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

qsizetype digitsFrom(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

/// The exponent behind 'e'; saturates, because nobody can tell 1e(10^30) from 1e(10^31) in use.
std::optional<qint64> readExponent(QByteArrayView text)
{
    const bool negative = text.startsWith('-');
    const qsizetype first = negative || text.startsWith('+') ? 1 : 0;
    if (first == text.size() || digitsFrom(text, first) != text.size())
        return std::nullopt;
    qint64 exponent = 0;
    for (const char c : text.sliced(first))
        exponent = std::min(exponent * 10 + (c - '0'), kExponentLimit / 16);
    return negative ? -exponent : exponent;
}

/// Long division as on paper, for divisors that fit no machine word: does @p divisor divide
/// @p digits with @p zeros behind them? Nothing when that would take too long.
std::optional<bool> dividesLong(const QByteArray &digits, qint64 zeros, const QByteArray &divisor)
{
    const qsizetype size = divisor.size();
    if ((digits.size() + zeros) * size > 2'000'000)
        return std::nullopt;
    QByteArray rest(size + 1, 0); // one digit a byte, the most significant first
    const auto reaches = [&] {
        for (qsizetype i = 0; i < size; ++i) {
            if (const int order = rest[i + 1] - (divisor[i] - '0'); order != 0 || rest[0] > 0)
                return rest[0] > 0 || order > 0;
        }
        return true;
    };
    for (qint64 n = 0; n < digits.size() + zeros; ++n) {
        std::rotate(rest.begin(), rest.begin() + 1, rest.end());
        rest[size] = n < digits.size() ? char(digits[n] - '0') : char(0);
        while (reaches()) {
            for (qsizetype i = size, borrow = 0; i >= 0; --i) {
                const int take = i > 0 ? divisor[i - 1] - '0' : 0;
                const int left = rest[i] - take - int(borrow);
                borrow = left < 0 ? 1 : 0;
                rest[i] = char(left < 0 ? left + 10 : left);
            }
        }
    }
    return std::all_of(rest.cbegin(), rest.cend(), [](char c) { return c == 0; });
}

} // namespace

std::optional<Decimal> Decimal::fromText(QByteArrayView number)
{
    Decimal result;
    result.m_negative = number.startsWith('-');
    const qsizetype whole = result.m_negative ? 1 : 0;
    qsizetype at = digitsFrom(number, whole);
    if (at == whole || (number[whole] == '0' && at > whole + 1))
        return std::nullopt;
    QByteArray digits = number.sliced(whole, at - whole).toByteArray();
    if (at < number.size() && number[at] == '.') {
        const qsizetype end = digitsFrom(number, at + 1);
        if (end == at + 1)
            return std::nullopt;
        digits.append(number.sliced(at + 1, end - at - 1).toByteArray());
        result.m_exponent = -(end - at - 1);
        at = end;
    }
    if (at < number.size()) {
        if (number[at] != 'e' && number[at] != 'E')
            return std::nullopt;
        const auto exponent = readExponent(number.sliced(at + 1));
        if (!exponent)
            return std::nullopt;
        result.m_exponent += *exponent;
    }
    const auto first =
            std::find_if(digits.cbegin(), digits.cend(), [](char c) { return c != '0'; });
    digits.remove(0, first - digits.cbegin());
    while (digits.endsWith('0')) {
        digits.chop(1);
        ++result.m_exponent;
    }
    if (digits.isEmpty())
        return Decimal();
    result.m_digits = digits;
    return result;
}

Decimal Decimal::fromInteger(qint64 number)
{
    return fromText(QByteArray::number(number)).value_or(Decimal());
}

std::optional<bool> Decimal::isMultipleOf(const Decimal &divisor) const
{
    if (divisor.isZero() || divisor.m_negative)
        return std::nullopt;
    if (isZero())
        return true;
    // Digits end in a non-zero one, so a value with a finer last place than the divisor is none.
    const qint64 shift = m_exponent - divisor.m_exponent;
    if (shift < 0)
        return false;
    if (shift > 50'000)
        return std::nullopt;
    if (divisor.m_digits.size() > 18)
        return dividesLong(m_digits, shift, divisor.m_digits);
    const quint64 modulus = divisor.m_digits.toULongLong();
    quint64 rest = 0;
    for (const char c : m_digits)
        rest = (rest * 10 + quint64(c - '0')) % modulus;
    for (qint64 i = 0; i < shift && rest != 0; ++i)
        rest = rest * 10 % modulus;
    return rest == 0;
}

std::strong_ordering operator<=>(const Decimal &a, const Decimal &b)
{
    const auto sign = [](const Decimal &d) { return d.isZero() ? 0 : d.m_negative ? -1 : 1; };
    if (const auto order = sign(a) <=> sign(b); std::is_neq(order) || a.isZero())
        return order;
    const auto magnitude = [](const Decimal &d) { return d.m_digits.size() + d.m_exponent; };
    auto order = magnitude(a) <=> magnitude(b);
    if (std::is_eq(order))
        order = QByteArrayView(a.m_digits).compare(b.m_digits) <=> 0;
    if (!a.m_negative || std::is_eq(order))
        return order;
    return std::is_lt(order) ? std::strong_ordering::greater : std::strong_ordering::less;
}

} // namespace Mcp
