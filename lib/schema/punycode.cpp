// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/punycode.h"

#include <QtCore/qlist.h>

#include <algorithm>
#include <limits>

namespace Mcp::Punycode {

namespace {

// RFC 3492, 5.
constexpr uint kBase = 36;
constexpr uint kMin = 1;
constexpr uint kMax = 26;
constexpr uint kSkew = 38;
constexpr uint kDamp = 700;
constexpr uint kInitialBias = 72;
constexpr uint kInitialN = 0x80;

uint adapt(uint delta, uint points, bool first)
{
    delta = first ? delta / kDamp : delta / 2;
    delta += delta / points;
    uint k = 0;
    for (; delta > (kBase - kMin) * kMax / 2; k += kBase)
        delta /= kBase - kMin;
    return k + (kBase - kMin + 1) * delta / (delta + kSkew);
}

uint threshold(uint k, uint bias) { return k <= bias ? kMin : std::min(k - bias, kMax); }

std::optional<uint> digitOf(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'a' && u <= u'z')
        return u - u'a';
    if (u >= u'A' && u <= u'Z')
        return u - u'A';
    if (u >= u'0' && u <= u'9')
        return u - u'0' + 26;
    return std::nullopt;
}

QChar characterOf(uint digit)
{
    return QChar(char16_t(digit < 26 ? u'a' + digit : u'0' + digit - 26));
}

void appendNumber(QString &out, uint number, uint bias)
{
    for (uint k = kBase;; k += kBase) {
        const uint t = threshold(k, bias);
        if (number < t)
            break;
        out += characterOf(t + (number - t) % (kBase - t));
        number = (number - t) / (kBase - t);
    }
    out += characterOf(number);
}

} // namespace

QString encode(QStringView text)
{
    const QList<uint> points = text.toUcs4();
    QString out;
    for (const uint point : points) {
        if (point < kInitialN)
            out += QChar(char16_t(point));
    }
    const uint basic = uint(out.size());
    uint done = basic;
    if (basic > 0)
        out += u'-';
    uint n = kInitialN;
    uint delta = 0;
    uint bias = kInitialBias;
    while (done < uint(points.size())) {
        uint next = std::numeric_limits<uint>::max();
        for (const uint point : points) {
            if (point >= n)
                next = std::min(next, point);
        }
        delta += (next - n) * (done + 1);
        n = next;
        for (const uint point : points) {
            if (point < n)
                ++delta;
            if (point != n)
                continue;
            appendNumber(out, delta, bias);
            bias = adapt(delta, done + 1, done == basic);
            delta = 0;
            ++done;
        }
        ++delta;
        ++n;
    }
    return out;
}

std::optional<QString> decode(QStringView encoded)
{
    const qsizetype dash = encoded.lastIndexOf(u'-');
    QList<uint> points = encoded.first(std::max<qsizetype>(dash, 0)).toUcs4();
    quint64 i = 0;
    quint64 n = kInitialN;
    uint bias = kInitialBias;
    for (qsizetype at = dash + 1; at < encoded.size();) {
        const quint64 before = i;
        quint64 weight = 1;
        for (uint k = kBase;; k += kBase) {
            const auto digit = at < encoded.size() ? digitOf(encoded[at++]) : std::nullopt;
            if (!digit)
                return std::nullopt;
            i += *digit * weight;
            const uint t = threshold(k, bias);
            if (i > 0x7fffffff || weight > 0x7fffffff)
                return std::nullopt;
            if (*digit < t)
                break;
            weight *= kBase - t;
        }
        const uint size = uint(points.size()) + 1;
        bias = adapt(uint(i - before), size, before == 0);
        n += i / size;
        i %= size;
        if (n > 0x10ffff || QChar::isSurrogate(char32_t(n)))
            return std::nullopt;
        points.insert(qsizetype(i++), uint(n));
    }
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()), points.size());
}

} // namespace Mcp::Punycode
