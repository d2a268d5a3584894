// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/decimal.h"

#include <algorithm>

// The part of Decimal that counts, for stepping a number that is being edited.
namespace Mcp {

namespace {

constexpr qint64 kMaxDigits = 1000;
constexpr qint64 kReadableZeros = 30;

/// Both are digits of the same length.
QByteArray addDigits(const QByteArray &a, const QByteArray &b)
{
    QByteArray sum(a.size() + 1, '0');
    int carry = 0;
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        const int digit = a[i] - '0' + b[i] - '0' + carry;
        carry = digit / 10;
        sum[i + 1] = char('0' + digit % 10);
    }
    sum[0] = char('0' + carry);
    return sum;
}

/// @p a is not the smaller one.
QByteArray subtractDigits(const QByteArray &a, const QByteArray &b)
{
    QByteArray difference(a.size(), '0');
    int borrow = 0;
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        int digit = a[i] - b[i] - borrow;
        borrow = digit < 0 ? 1 : 0;
        digit += borrow * 10;
        difference[i] = char('0' + digit);
    }
    return difference;
}

} // namespace

std::optional<Decimal> Decimal::minus(const Decimal &other) const
{
    Decimal negated = other;
    negated.m_negative = !other.isZero() && !other.m_negative;
    return plus(negated);
}

std::optional<Decimal> Decimal::plus(const Decimal &other) const
{
    if (isZero() || other.isZero())
        return isZero() ? other : *this;
    const qint64 exponent = std::min(m_exponent, other.m_exponent);
    const auto length = [exponent](const Decimal &d) {
        return d.m_digits.size() + d.m_exponent - exponent;
    };
    const qint64 digits = std::max(length(*this), length(other));
    if (digits > kMaxDigits)
        return std::nullopt;
    const auto aligned = [&](const Decimal &d) {
        return (d.m_digits + QByteArray(d.m_exponent - exponent, '0')).rightJustified(digits, '0');
    };
    const QByteArray a = aligned(*this);
    const QByteArray b = aligned(other);
    QByteArray sum;
    bool negative = m_negative;
    if (m_negative == other.m_negative) {
        sum = addDigits(a, b);
    } else {
        negative = a < b ? other.m_negative : m_negative;
        sum = a < b ? subtractDigits(b, a) : subtractDigits(a, b);
    }
    sum.remove(0, std::find_if(sum.cbegin(), sum.cend(), [](char c) { return c != '0'; })
                          - sum.cbegin());
    if (sum.isEmpty())
        return Decimal();
    return fromText((negative ? "-" : "") + sum + 'e' + QByteArray::number(exponent));
}

QByteArray Decimal::toText() const
{
    const QByteArray sign = m_negative ? "-" : "";
    if (isZero())
        return "0";
    if (m_exponent >= 0) {
        return m_exponent <= kReadableZeros
                       ? sign + m_digits + QByteArray(m_exponent, '0')
                       : sign + m_digits + 'e' + QByteArray::number(m_exponent);
    }
    const qint64 whole = m_digits.size() + m_exponent;
    if (whole > 0)
        return sign + m_digits.first(whole) + '.' + m_digits.sliced(whole);
    if (-whole <= kReadableZeros)
        return sign + "0." + QByteArray(-whole, '0') + m_digits;
    return sign + m_digits + 'e' + QByteArray::number(m_exponent);
}

} // namespace Mcp
