// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/svgdashes.h"

#include <QtCore/qlist.h>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace McpUi::SvgDashes {

namespace {

// A circle is 2 pi of its radius, a line to (x, y) may come from the other side of the origin.
constexpr double kLongest = 8;
constexpr std::array kLines{ "d"_L1,  "points"_L1, "r"_L1,  "rx"_L1, "ry"_L1,    "width"_L1,
                             "x1"_L1, "x2"_L1,     "y1"_L1, "y2"_L1, "height"_L1 };
constexpr QLatin1StringView kProperty("dasharray");

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// Of the digits from @p i on, behind which it is left.
double readDigits(QStringView text, qsizetype &i)
{
    double value = 0;
    for (; i < text.size() && isDigit(text[i]); ++i)
        value = value * 10 + (text[i].unicode() - u'0');
    return value;
}

/// "12.5e3", which begins at @p i. Signs are no part of it.
double readNumber(QStringView text, qsizetype &i)
{
    double value = readDigits(text, i);
    if (i < text.size() && text[i] == u'.') {
        const qsizetype point = ++i;
        const double fraction = readDigits(text, i);
        value += fraction / std::pow(10, double(i - point));
    }
    qsizetype exponent = i + 1;
    if (exponent >= text.size() || (text[i] != u'e' && text[i] != u'E'))
        return value;
    const bool isNegative = text[exponent] == u'-';
    exponent += isNegative || text[exponent] == u'+' ? 1 : 0;
    if (exponent >= text.size() || !isDigit(text[exponent]))
        return value;
    i = exponent;
    const double power = readDigits(text, i);
    return value * std::pow(10, isNegative ? -power : power);
}

/// What @p css sets properties to whose names end or begin with @p word.
QList<QStringView> valuesOf(QLatin1StringView word, QStringView css)
{
    QList<QStringView> values;
    qsizetype at = 0;
    while ((at = css.indexOf(word, at, Qt::CaseInsensitive)) >= 0) {
        at += word.size();
        qsizetype end = at;
        while (end < css.size() && css[end] != u';' && css[end] != u'}')
            ++end;
        values.append(css.sliced(at, end - at));
    }
    return values;
}

} // namespace

double sumOfNumbers(QStringView text)
{
    double sum = 0;
    for (qsizetype i = 0; i < text.size();) {
        if (isDigit(text[i]) || text[i] == u'.')
            sum += readNumber(text, i);
        else
            ++i;
    }
    return sum;
}

double lengthOf(QStringView name, QStringView value)
{
    if (std::find(kLines.begin(), kLines.end(), name) == kLines.end())
        return 0;
    const double length = kLongest * sumOfNumbers(value);
    // Each of these may bend further out than the last.
    const qsizetype bends = value.count(u't', Qt::CaseInsensitive);
    return bends == 0 ? length : length * double(value.size());
}

std::optional<double> dashOf(QStringView css)
{
    if (css.contains(u'\\'))
        return 0; // escapes may spell anything
    std::optional<double> smallest;
    const QList<QStringView> values = valuesOf(kProperty, css);
    for (const QStringView value : values) {
        if (!value.contains(u"none", Qt::CaseInsensitive))
            smallest = std::min(smallest.value_or(kNone), sumOfNumbers(value));
    }
    return smallest;
}

double heightOf(QStringView css)
{
    double largest = 0;
    const QList<QStringView> values = valuesOf("font"_L1, css);
    for (const QStringView value : values)
        largest = std::max(largest, sumOfNumbers(value));
    return largest;
}

QString withoutDashes(QStringView css)
{
    return css.contains(u'\\')
                   ? QString()
                   : css.toString().replace(kProperty, u"nodashes"_s, Qt::CaseInsensitive);
}

} // namespace McpUi::SvgDashes
