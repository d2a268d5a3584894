// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemaassertions.h"

#include "schema/decimal.h"
#include "schema/jsonequality.h"
#include "schema/schemaformats.h"
#include "schema/schemawords.h"

#include <algorithm>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMaxNotes = 20;

bool isNamed(const RawJson &name, QByteArrayView type)
{
    const QByteArrayView text = name.view(); // with quotes; hot, so not decoded unless it has to be
    return text.contains('\\')
                   ? name.toString().toUtf8() == type
                   : text.size() == type.size() + 2 && text.sliced(1, type.size()) == type;
}

bool isType(const RawJson &value, JsonType valueType, const RawJson &name)
{
    switch (valueType) {
    case JsonType::Null:
        return isNamed(name, "null");
    case JsonType::Boolean:
        return isNamed(name, "boolean");
    case JsonType::String:
        return isNamed(name, "string");
    case JsonType::Array:
        return isNamed(name, "array");
    case JsonType::Object:
        return isNamed(name, "object");
    case JsonType::Number: {
        if (isNamed(name, "number"))
            return true;
        if (!isNamed(name, "integer"))
            return false;
        const auto number = Decimal::fromText(value.view());
        return number && number->isInteger();
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

/// Compares a number with a limit; true where one of both is no number.
template <typename Holds>
bool numberHolds(const RawJson &limit, const SchemaInstance &instance, Holds holds)
{
    if (instance.type() != JsonType::Number)
        return true;
    const auto bound = Decimal::fromText(limit.view());
    const auto number = Decimal::fromText(instance.value().view());
    return !bound || !number || holds(*number, *bound);
}

QString says(QLatin1StringView words, const RawJson &limit)
{
    return QString(words).arg(QString::fromLatin1(limit.view()));
}

QString atLeast(qint64 count, const RawJson &limit, const QString &one, const QString &many)
{
    const auto bound = Decimal::fromText(limit.view());
    if (!bound || Decimal::fromInteger(count) >= *bound)
        return {};
    const qint64 allowed = limit.toInteger().value_or(0);
    if (allowed == 1)
        return u"must not be empty"_s;
    return u"must have at least %1, has %2"_s.arg(plural(allowed, one, many)).arg(count);
}

QString atMost(qint64 count, const RawJson &limit, const QString &one, const QString &many)
{
    const auto bound = Decimal::fromText(limit.view());
    if (!bound || Decimal::fromInteger(count) <= *bound)
        return {};
    const qint64 allowed = limit.toInteger().value_or(0);
    return u"must have at most %1, has %2"_s.arg(plural(allowed, one, many)).arg(count);
}

} // namespace

const QHash<QString, SchemaAssertions::Assertion> &SchemaAssertions::table()
{
    using Self = SchemaAssertions;
    static const QHash<QString, Assertion> table{
        { u"type"_s, &Self::type },
        { u"enum"_s, &Self::oneOfChoices },
        { u"const"_s, &Self::constant },
        { u"minimum"_s, &Self::minimum },
        { u"maximum"_s, &Self::maximum },
        { u"exclusiveMinimum"_s, &Self::exclusiveMinimum },
        { u"exclusiveMaximum"_s, &Self::exclusiveMaximum },
        { u"multipleOf"_s, &Self::multipleOf },
        { u"minLength"_s, &Self::minLength },
        { u"maxLength"_s, &Self::maxLength },
        { u"minItems"_s, &Self::minItems },
        { u"maxItems"_s, &Self::maxItems },
        { u"minProperties"_s, &Self::minProperties },
        { u"maxProperties"_s, &Self::maxProperties },
        { u"pattern"_s, &Self::pattern },
        { u"uniqueItems"_s, &Self::uniqueItems },
        { u"format"_s, &Self::format },
    };
    return table;
}

SchemaAssertions::Assertion SchemaAssertions::find(const QString &keyword)
{
    return table().value(keyword, nullptr);
}

QStringList SchemaAssertions::keywords() { return table().keys(); }

QString SchemaAssertions::type(const RawJson &types, SchemaInstance &instance)
{
    const auto fits = [&](const RawJson &type) {
        return !type.isString() || isType(instance.value(), instance.type(), type);
    };
    const QList<RawJson> allowed = types.elements();
    const bool holds =
            types.isArray()
                    ? allowed.isEmpty() || std::any_of(allowed.cbegin(), allowed.cend(), fits)
                    : fits(types);
    return holds ? QString() : u"must be "_s + typeWords(types).join(" or "_L1);
}

QStringList SchemaAssertions::typeWords(const RawJson &types)
{
    QStringList words;
    for (const RawJson &type : types.isArray() ? types.elements() : QList<RawJson>{ types })
        words.append(typeWord(type.toString()));
    return words;
}

bool SchemaAssertions::isOfType(const RawJson &value, const RawJson &types)
{
    const QList<RawJson> allowed = types.isArray() ? types.elements() : QList<RawJson>{ types };
    const JsonType type = value.type();
    return std::any_of(allowed.cbegin(), allowed.cend(),
                       [&](const RawJson &name) { return isType(value, type, name); });
}

QString SchemaAssertions::oneOfChoices(const RawJson &choices, SchemaInstance &instance)
{
    if (!choices.isArray())
        return {};
    const char *place = choices.view().data();
    auto known = m_choices.find(place);
    if (known == m_choices.end())
        known = m_choices.emplace(place, choices.elements()).first;
    const QList<RawJson> &allowed = known->second;
    const auto fits = [&](const RawJson &choice) {
        return !m_budget.spend() || sameJson(choice, instance.value());
    };
    if (std::any_of(allowed.cbegin(), allowed.cend(), fits))
        return {};
    return choiceSentence(allowed);
}

QString SchemaAssertions::choiceSentence(const QList<RawJson> &choices)
{
    QStringList words;
    for (const RawJson &choice : choices.first(qMin(choices.size(), 8)))
        words.append(SchemaWords::value(choice, 30));
    if (choices.size() > words.size())
        words.append(u"… (%1 in all)"_s.arg(choices.size()));
    return u"must be one of "_s + words.join(", "_L1);
}

QString SchemaAssertions::constant(const RawJson &constant, SchemaInstance &instance)
{
    return sameJson(constant, instance.value()) ? QString()
                                                : u"must be "_s + SchemaWords::value(constant, 60);
}

QString SchemaAssertions::minimum(const RawJson &limit, SchemaInstance &instance)
{
    return numberHolds(limit, instance, std::greater_equal<>())
                   ? QString()
                   : says("must be at least %1"_L1, limit);
}

QString SchemaAssertions::maximum(const RawJson &limit, SchemaInstance &instance)
{
    return numberHolds(limit, instance, std::less_equal<>()) ? QString()
                                                             : says("must be at most %1"_L1, limit);
}

QString SchemaAssertions::exclusiveMinimum(const RawJson &limit, SchemaInstance &instance)
{
    return numberHolds(limit, instance, std::greater<>()) ? QString()
                                                          : says("must be above %1"_L1, limit);
}

QString SchemaAssertions::exclusiveMaximum(const RawJson &limit, SchemaInstance &instance)
{
    return numberHolds(limit, instance, std::less<>()) ? QString()
                                                       : says("must be below %1"_L1, limit);
}

QString SchemaAssertions::multipleOf(const RawJson &divisor, SchemaInstance &instance)
{
    const auto holds = [this](const Decimal &number, const Decimal &by) {
        const auto answer = number.isMultipleOf(by);
        if (!answer)
            note(u"Whether a number is a multiple of another could not be checked: it takes too "
                 "many digits."_s);
        return answer.value_or(true);
    };
    return numberHolds(divisor, instance, holds) ? QString()
                                                 : says("must be a multiple of %1"_L1, divisor);
}

QString SchemaAssertions::minLength(const RawJson &limit, SchemaInstance &instance)
{
    if (instance.type() != JsonType::String)
        return {};
    return atLeast(characterCount(instance.text()), limit, u"character"_s, u"characters"_s);
}

QString SchemaAssertions::maxLength(const RawJson &limit, SchemaInstance &instance)
{
    if (instance.type() != JsonType::String)
        return {};
    return atMost(characterCount(instance.text()), limit, u"character"_s, u"characters"_s);
}

QString SchemaAssertions::minItems(const RawJson &limit, SchemaInstance &instance)
{
    if (!instance.isArray())
        return {};
    return atLeast(instance.count(), limit, u"item"_s, u"items"_s);
}

QString SchemaAssertions::maxItems(const RawJson &limit, SchemaInstance &instance)
{
    return instance.isArray() ? atMost(instance.count(), limit, u"item"_s, u"items"_s) : QString();
}

QString SchemaAssertions::minProperties(const RawJson &limit, SchemaInstance &instance)
{
    if (!instance.isObject())
        return {};
    return atLeast(instance.count(), limit, u"member"_s, u"members"_s);
}

QString SchemaAssertions::maxProperties(const RawJson &limit, SchemaInstance &instance)
{
    if (!instance.isObject())
        return {};
    return atMost(instance.count(), limit, u"member"_s, u"members"_s);
}

QString SchemaAssertions::pattern(const RawJson &pattern, SchemaInstance &instance)
{
    if (instance.type() != JsonType::String || !pattern.isString()
        || match(pattern.toString(), instance.text()) != EcmaRegex::Match::No)
        return {};
    return u"must match the pattern "_s + pattern.toString();
}

QString SchemaAssertions::format(const RawJson &format, SchemaInstance &instance)
{
    if (instance.type() != JsonType::String || !format.isString())
        return {};
    return SchemaFormats::problem(format.toString(), instance.text());
}

QString SchemaAssertions::uniqueItems(const RawJson &wanted, SchemaInstance &instance)
{
    if (!instance.isArray() || !wanted.toBool())
        return {};
    QMultiHash<size_t, std::pair<qsizetype, RawJson>> seen;
    QString problem;
    instance.eachElement([&](qsizetype i, const RawJson &element) {
        const size_t hash = hashJson(element);
        for (auto it = seen.constFind(hash); it != seen.cend() && it.key() == hash; ++it) {
            if (!m_budget.spend())
                return false;
            if (sameJson(it->second, element)) {
                problem = u"must not repeat an item; items %1 and %2 are the same"_s
                                  .arg(it->first + 1)
                                  .arg(i + 1);
                return false;
            }
        }
        seen.insert(hash, { i, element });
        return m_budget.spend();
    });
    return problem;
}

EcmaRegex::Match SchemaAssertions::match(const QString &pattern, const QString &text)
{
    auto it = m_patterns.find(pattern);
    if (it == m_patterns.end())
        it = m_patterns.insert(pattern, EcmaRegex(pattern));
    m_budget.spend(1 + text.size() / 256);
    const EcmaRegex::Match match = it->match(text, m_budget.deadline());
    const QString shown = pattern.size() <= 60 ? pattern : pattern.first(59) + u'…';
    if (match == EcmaRegex::Match::Unknown)
        note(u"The pattern %1 is not checked: %2."_s.arg(shown, it->problem()));
    else if (match == EcmaRegex::Match::TooSlow)
        note(u"The pattern %1 took too long to check."_s.arg(shown));
    return match;
}

void SchemaAssertions::note(const QString &sentence)
{
    if (m_notes.size() < kMaxNotes && !m_notes.contains(sentence))
        m_notes.append(sentence);
}

} // namespace Mcp
