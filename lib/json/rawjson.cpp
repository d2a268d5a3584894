// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/rawjson.h"

#include "json/jsontext.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>

#include <algorithm>
#include <cstring>

namespace Mcp {

namespace {

/// Compares a key as it stands in the text (with quotes) to a plain one.
bool isKey(QByteArrayView quoted, QByteArrayView key)
{
    const QByteArrayView inner = quoted.sliced(1, quoted.size() - 2);
    if (inner == key)
        return !key.contains('\\');
    if (!inner.contains('\\'))
        return false;
    return JsonText::unescape(quoted) == QString::fromUtf8(key);
}

bool isNumberText(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    });
}

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

RawJson RawJson::fromText(QByteArray text)
{
    JsonScanner scanner(text, text.startsWith("\xef\xbb\xbf") ? 3 : 0);
    const std::optional<JsonRange> range = scanner.skipValue();
    return range ? RawJson(std::move(text), *range) : RawJson();
}

RawJson::RawJson(QByteArray buffer, JsonRange range)
    : m_buffer(std::move(buffer))
    , m_range(range)
{
    Q_ASSERT(range.begin >= 0 && range.begin <= range.end && range.end <= m_buffer.size());
}

RawJson RawJson::fromValue(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    QByteArray text = QJsonDocument(QJsonArray{ value }).toJson(QJsonDocument::Compact);
    const qsizetype end = text.size() - 1;
    return RawJson(std::move(text), { 1, end });
}

RawJson RawJson::fromString(QStringView text)
{
    QByteArray quoted = JsonText::quote(text);
    const qsizetype size = quoted.size();
    return RawJson(std::move(quoted), { 0, size });
}

JsonType RawJson::type() const
{
    const QByteArrayView text = view();
    const JsonType type = JsonScanner(text).peekType();
    switch (type) {
    case JsonType::Null:
        return text == "null" ? type : JsonType::Invalid;
    case JsonType::Boolean:
        return text == "true" || text == "false" ? type : JsonType::Invalid;
    case JsonType::Number:
        return isNumberText(text) ? type : JsonType::Invalid;
    default:
        return type;
    }
}

QByteArray RawJson::toByteArray() const
{
    if (m_range.size() == m_buffer.size())
        return m_buffer;
    return view().toByteArray();
}

RawJson RawJson::value(QByteArrayView key) const
{
    JsonScanner scanner(QByteArrayView(m_buffer).first(m_range.end), m_range.begin);
    if (isAbsent() || scanner.peekType() != JsonType::Object || !scanner.enterObject())
        return {};
    JsonMember member;
    JsonRange found;
    while (scanner.nextMember(member)) {
        if (isKey(QByteArrayView(m_buffer).sliced(member.key.begin, member.key.size()), key))
            found = member.value;
    }
    return found.isEmpty() ? RawJson() : RawJson(m_buffer, found);
}

RawJson RawJson::value(QStringView key) const { return value(key.toUtf8()); }

QList<RawJsonMember> RawJson::members() const
{
    QList<RawJsonMember> members;
    JsonScanner scanner(QByteArrayView(m_buffer).first(m_range.end), m_range.begin);
    if (isAbsent() || !scanner.enterObject())
        return members;
    JsonMember member;
    while (scanner.nextMember(member)) {
        const auto key = QByteArrayView(m_buffer).sliced(member.key.begin, member.key.size());
        members.append({ JsonText::unescape(key), RawJson(m_buffer, member.value) });
    }
    return members;
}

QList<RawJson> RawJson::elements() const
{
    QList<RawJson> elements;
    JsonScanner scanner(QByteArrayView(m_buffer).first(m_range.end), m_range.begin);
    if (isAbsent() || !scanner.enterArray())
        return elements;
    JsonRange element;
    while (scanner.nextElement(element))
        elements.append(RawJson(m_buffer, element));
    return elements;
}

RawJson RawJson::element(qsizetype index) const
{
    JsonScanner scanner(QByteArrayView(m_buffer).first(m_range.end), m_range.begin);
    if (index < 0 || isAbsent() || !scanner.enterArray())
        return {};
    JsonRange element;
    while (scanner.nextElement(element)) {
        if (index-- == 0)
            return RawJson(m_buffer, element);
    }
    return {};
}

qsizetype RawJson::count() const
{
    JsonScanner scanner(view());
    const JsonType type = scanner.peekType();
    qsizetype count = 0;
    JsonMember member;
    JsonRange element;
    if (type == JsonType::Object && scanner.enterObject()) {
        while (scanner.nextMember(member))
            ++count;
    } else if (type == JsonType::Array && scanner.enterArray()) {
        while (scanner.nextElement(element))
            ++count;
    }
    return count;
}

QString RawJson::toString(const QString &fallback) const
{
    return isString() ? JsonText::unescape(view()) : fallback;
}

bool RawJson::toBool(bool fallback) const { return isBool() ? view() == "true" : fallback; }

std::optional<qint64> RawJson::toInteger() const
{
    if (!isNumber())
        return std::nullopt;
    const std::optional<Decimal> decimal = parseDecimal(view());
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

std::optional<double> RawJson::toDouble() const
{
    const std::optional<Decimal> decimal = isNumber() ? parseDecimal(view()) : std::nullopt;
    if (!decimal)
        return std::nullopt;
    bool ok = false;
    const double value = view().toDouble(&ok);
    // Qt fails at both ends; what is too small for a double is 0, as everywhere else.
    const bool tooLarge = decimal->exponent + decimal->digits.size() > 0;
    return ok || !tooLarge ? std::optional<double>(value) : std::nullopt;
}

QJsonValue RawJson::toValue() const
{
    const QByteArray wrapped = '[' + toByteArray() + ']';
    const QJsonDocument document = QJsonDocument::fromJson(wrapped);
    return document.isArray() && document.array().size() == 1 ? document.array().at(0)
                                                              : QJsonValue(QJsonValue::Undefined);
}

} // namespace Mcp
