// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/rawjson.h"

#include "json/jsonnumber.h"
#include "json/jsontext.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>

namespace Mcp {

namespace {

/// Compares a key as it stands in the text (with quotes) to a plain one.
bool isKey(QByteArrayView quoted, QByteArrayView key)
{
    const QByteArrayView inner = quoted.sliced(1, quoted.size() - 2);
    if (inner == key)
        return !key.contains('\\');
    // Escapes only make a key longer, \u0061 six times at most.
    if (inner.size() <= key.size() || inner.size() > 6 * key.size() || !inner.contains('\\'))
        return false;
    return JsonText::unescape(quoted) == QString::fromUtf8(key);
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
        return JsonNumber::isPlausible(text) ? type : JsonType::Invalid;
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
    for (qsizetype i = 0; i < maxSearched && scanner.nextMember(member); ++i) {
        if (isKey(QByteArrayView(m_buffer).sliced(member.key.begin, member.key.size()), key))
            found = member.value;
    }
    return found.isEmpty() ? RawJson() : RawJson(m_buffer, found);
}

RawJson RawJson::value(QStringView key) const { return value(key.toUtf8()); }

QList<RawJson> RawJson::values(std::initializer_list<QByteArrayView> keys) const
{
    QList<RawJson> values(qsizetype(keys.size()));
    JsonScanner scanner(QByteArrayView(m_buffer).first(m_range.end), m_range.begin);
    if (isAbsent() || scanner.peekType() != JsonType::Object || !scanner.enterObject())
        return values;
    JsonMember member;
    for (qsizetype i = 0; i < maxSearched && scanner.nextMember(member); ++i) {
        const auto quoted = QByteArrayView(m_buffer).sliced(member.key.begin, member.key.size());
        for (auto key = keys.begin(); key != keys.end(); ++key) {
            if (isKey(quoted, *key))
                values[key - keys.begin()] = RawJson(m_buffer, member.value);
        }
    }
    return values;
}

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

QString RawJson::textStart(qsizetype most) const
{
    return isString() ? JsonText::unescapeStart(view(), most) : QString();
}

bool RawJson::toBool(bool fallback) const { return isBool() ? view() == "true" : fallback; }

std::optional<qint64> RawJson::toInteger() const
{
    return isNumber() ? JsonNumber::toInteger(view()) : std::nullopt;
}

std::optional<double> RawJson::toDouble() const
{
    return isNumber() ? JsonNumber::toDouble(view()) : std::nullopt;
}

QJsonValue RawJson::toValue() const
{
    const QByteArray wrapped = '[' + toByteArray() + ']';
    const QJsonDocument document = QJsonDocument::fromJson(wrapped);
    return document.isArray() && document.array().size() == 1 ? document.array().at(0)
                                                              : QJsonValue(QJsonValue::Undefined);
}

} // namespace Mcp
