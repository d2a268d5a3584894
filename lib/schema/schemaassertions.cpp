// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemaassertions.h"

#include "schema/decimal.h"
#include "schema/jsonequality.h"
#include "schema/schemawords.h"

#include <algorithm>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isOfType(const RawJson &value, const QString &type)
{
    switch (value.type()) {
    case JsonType::Null:
        return type == "null"_L1;
    case JsonType::Boolean:
        return type == "boolean"_L1;
    case JsonType::String:
        return type == "string"_L1;
    case JsonType::Array:
        return type == "array"_L1;
    case JsonType::Object:
        return type == "object"_L1;
    case JsonType::Number: {
        if (type == "number"_L1)
            return true;
        const auto number = Decimal::fromText(value.view());
        return type == "integer"_L1 && number && number->isInteger();
    }
    case JsonType::Invalid:
        break;
    }
    return false;
}

QString typeWord(const QString &type)
{
    static const QHash<QString, QString> words{
        { u"string"_s, u"a text"_s },      { u"number"_s, u"a number"_s },
        { u"integer"_s, u"an integer"_s }, { u"boolean"_s, u"true or false"_s },
        { u"object"_s, u"an object"_s },   { u"array"_s, u"a list"_s },
        { u"null"_s, u"null"_s },
    };
    return words.value(type, type);
}

/// Characters as the specification counts them: code points, not UTF-16 units.
qint64 characterCount(const QString &text)
{
    return text.size()
           - std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isLowSurrogate(); });
}

QString plural(qint64 count, const QString &one, const QString &many)
{
    return u"%1 %2"_s.arg(count).arg(count == 1 ? one : many);
}

} // namespace

std::optional<QString> SchemaAssertions::check(QStringView keyword, const RawJson &limit,
                                               const RawJson &value)
{
    if (keyword == "type"_L1)
        return checkType(limit, value);
    if (keyword == "enum"_L1)
        return checkEnum(limit, value);
    if (keyword == "const"_L1)
        return checkConst(limit, value);
    if (keyword == "pattern"_L1)
        return checkPattern(limit.toString(), value);
    if (keyword == "uniqueItems"_L1)
        return limit.toBool() ? checkUnique(value) : QString();
    if (const auto problem = checkNumber(keyword, limit, value))
        return problem;
    return checkCount(keyword, limit, value);
}

QString SchemaAssertions::checkType(const RawJson &types, const RawJson &value) const
{
    const QList<RawJson> allowed = types.isArray() ? types.elements() : QList<RawJson>{ types };
    QStringList words;
    for (const RawJson &type : allowed) {
        if (!type.isString() || isOfType(value, type.toString()))
            return {};
        words.append(typeWord(type.toString()));
    }
    return words.isEmpty() ? QString() : u"must be "_s + words.join(" or "_L1);
}

QString SchemaAssertions::checkEnum(const RawJson &choices, const RawJson &value) const
{
    const QList<RawJson> allowed = choices.elements();
    const auto fits = [&value](const RawJson &choice) { return sameJson(choice, value); };
    if (!choices.isArray() || std::any_of(allowed.cbegin(), allowed.cend(), fits))
        return {};
    QStringList words;
    for (const RawJson &choice : allowed.first(qMin(allowed.size(), 8)))
        words.append(SchemaWords::value(choice, 30));
    if (allowed.size() > words.size())
        words.append(u"… (%1 in all)"_s.arg(allowed.size()));
    return u"must be one of "_s + words.join(", "_L1);
}

QString SchemaAssertions::checkConst(const RawJson &constant, const RawJson &value) const
{
    return sameJson(constant, value) ? QString() : u"must be "_s + SchemaWords::value(constant, 60);
}

std::optional<QString> SchemaAssertions::checkNumber(QStringView keyword, const RawJson &limit,
                                                     const RawJson &value) const
{
    struct Rule
    {
        QLatin1StringView keyword;
        QLatin1StringView words;
        bool (*holds)(const Decimal &value, const Decimal &limit) = nullptr;
    };
    static constexpr Rule rules[] = {
        { "minimum"_L1, "must be at least %1"_L1,
          [](const Decimal &v, const Decimal &l) { return v >= l; } },
        { "maximum"_L1, "must be at most %1"_L1,
          [](const Decimal &v, const Decimal &l) { return v <= l; } },
        { "exclusiveMinimum"_L1, "must be above %1"_L1,
          [](const Decimal &v, const Decimal &l) { return v > l; } },
        { "exclusiveMaximum"_L1, "must be below %1"_L1,
          [](const Decimal &v, const Decimal &l) { return v < l; } },
        { "multipleOf"_L1, "must be a multiple of %1"_L1,
          [](const Decimal &v, const Decimal &l) { return v.isMultipleOf(l).value_or(true); } },
    };
    for (const Rule &rule : rules) {
        if (keyword != rule.keyword)
            continue;
        const auto bound = Decimal::fromText(limit.view());
        const auto number = Decimal::fromText(value.view());
        if (!bound || !number || rule.holds(*number, *bound))
            return QString();
        return QString(rule.words).arg(QString::fromLatin1(limit.view()));
    }
    return std::nullopt;
}

std::optional<QString> SchemaAssertions::checkCount(QStringView keyword, const RawJson &limit,
                                                    const RawJson &value) const
{
    const bool minimum = keyword.startsWith("min"_L1);
    if (!minimum && !keyword.startsWith("max"_L1))
        return std::nullopt;
    const QStringView what = keyword.sliced(3);
    qint64 count = 0;
    QString one;
    QString many;
    if (what == "Length"_L1 && value.isString()) {
        count = characterCount(value.toString());
        one = u"character"_s;
        many = u"characters"_s;
    } else if (what == "Items"_L1 && value.isArray()) {
        count = value.count();
        one = u"item"_s;
        many = u"items"_s;
    } else if (what == "Properties"_L1 && value.isObject()) {
        count = value.count();
        one = u"member"_s;
        many = u"members"_s;
    } else {
        return what == "Length"_L1 || what == "Items"_L1 || what == "Properties"_L1
                       ? std::optional<QString>(QString())
                       : std::nullopt;
    }
    const auto bound = Decimal::fromText(limit.view());
    const Decimal actual = Decimal::fromInteger(count);
    if (!bound || (minimum ? actual >= *bound : actual <= *bound))
        return QString();
    const QString allowed = plural(limit.toInteger().value_or(0), one, many);
    if (minimum && limit.toInteger() == 1)
        return u"must not be empty"_s;
    return (minimum ? u"must have at least %1, has %2"_s : u"must have at most %1, has %2"_s)
            .arg(allowed)
            .arg(count);
}

QString SchemaAssertions::checkPattern(const QString &pattern, const RawJson &value)
{
    if (!value.isString() || matches(pattern, value.toString()))
        return {};
    return u"must match the pattern "_s + pattern;
}

bool SchemaAssertions::matches(const QString &pattern, const QString &text)
{
    auto it = m_patterns.find(pattern);
    if (it == m_patterns.end())
        it = m_patterns.insert(pattern, QRegularExpression(pattern));
    return !it->isValid() || it->match(text).hasMatch();
}

QString SchemaAssertions::checkUnique(const RawJson &value) const
{
    if (!value.isArray())
        return {};
    const QList<RawJson> items = value.elements();
    // Comparing each with each is quadratic; identical bytes, the usual case, are found by hash.
    QHash<QByteArray, qsizetype> seen;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QByteArray bytes = items[i].toByteArray();
        qsizetype earlier = seen.value(bytes, -1);
        for (qsizetype j = 0; earlier < 0 && j < i && items.size() <= 1000; ++j) {
            if (sameJson(items[i], items[j]))
                earlier = j;
        }
        if (earlier >= 0)
            return u"must not repeat an item; items %1 and %2 are the same"_s.arg(earlier + 1)
                    .arg(i + 1);
        seen.insert(bytes, i);
    }
    return {};
}

} // namespace Mcp
