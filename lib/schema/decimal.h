// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qbytearrayview.h>
#include <QtCore/qhashfunctions.h>

#include <compare>
#include <optional>

namespace Mcp {

/*!
 * The exact value of a JSON number, however long: sign, digits without zeros at either end, and a
 * decimal exponent. Value type. It exists because a double cannot tell 9007199254740993 from its
 * neighbour and a limit of 1e400 from infinity.
 */
class Decimal
{
public:
    Decimal() = default; ///< zero
    /// From JSON number text; nothing when it is none.
    [[nodiscard]] static std::optional<Decimal> fromText(QByteArrayView number);
    [[nodiscard]] static Decimal fromInteger(qint64 number);

    bool isZero() const { return m_digits.isEmpty(); }
    /// Without a fraction: 1.0 and 1e400 are integers (2020-12, validation 6.1.1).
    bool isInteger() const { return isZero() || m_exponent >= 0; }
    /// Exact; nothing when the answer is out of reach (exponents in the ten thousands, thousands of
    /// digits) or @p divisor is not above zero.
    [[nodiscard]] std::optional<bool> isMultipleOf(const Decimal &divisor) const;

    /// Exact sums; nothing when the answer would have thousands of digits.
    [[nodiscard]] std::optional<Decimal> plus(const Decimal &other) const;
    [[nodiscard]] std::optional<Decimal> minus(const Decimal &other) const;
    /// As JSON number text, without exponent as far as that stays readable.
    [[nodiscard]] QByteArray toText() const;

    friend bool operator==(const Decimal &, const Decimal &) = default;
    friend size_t qHash(const Decimal &number, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, number.m_negative, number.m_digits, number.m_exponent);
    }
    friend std::strong_ordering operator<=>(const Decimal &a, const Decimal &b);

private:
    bool m_negative = false;
    QByteArray m_digits; ///< no leading, no trailing zero; empty is zero
    qint64 m_exponent = 0;
};

} // namespace Mcp
