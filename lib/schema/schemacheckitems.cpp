// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemacheck.h"

#include "schema/decimal.h"

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

void SchemaCheck::items(const RawJson &keyword, Visit &visit)
{
    // A list of schemas is what prefixItems was up to 2019-09. In 2020-12 it is nothing, but a
    // schema that has one means it.
    if (keyword.isArray())
        return prefixItems(keyword, visit);
    const RawJson prefix = visit.rules.resource->dialect == SchemaDialect::Draft2020
                                   ? visit.rules.keyword("prefixItems"_L1)
                                   : RawJson();
    itemsFrom(prefix.isArray() ? prefix.count() : 0, keyword, visit);
}

void SchemaCheck::additionalItems(const RawJson &schema, Visit &visit)
{
    if (const RawJson items = visit.rules.keyword("items"_L1); items.isArray())
        itemsFrom(items.count(), schema, visit);
}

void SchemaCheck::itemsFrom(qsizetype first, const RawJson &schema, Visit &visit)
{
    visit.instance.eachElement([&](qsizetype i, const RawJson &element) {
        if (i >= first) {
            SchemaInstance instance(element, visit.instance, i);
            check(instance, schema, nullptr);
        }
        return !m_gaveUp && m_problems.size() < m_limit;
    });
    if (visit.evaluated && visit.instance.isArray())
        visit.evaluated->allItems = true;
}

void SchemaCheck::prefixItems(const RawJson &schemas, Visit &visit)
{
    const QList<RawJson> places = schemas.elements();
    visit.instance.eachElement([&](qsizetype i, const RawJson &element) {
        if (i >= places.size())
            return false;
        SchemaInstance instance(element, visit.instance, i);
        check(instance, places[i], nullptr);
        return !m_gaveUp;
    });
    if (visit.evaluated)
        visit.evaluated->firstItems = qMax(visit.evaluated->firstItems, places.size());
}

void SchemaCheck::unevaluatedItems(const RawJson &schema, Visit &visit)
{
    visit.instance.eachElement([&](qsizetype i, const RawJson &element) {
        if (!visit.evaluated->hasItem(i)) {
            SchemaInstance instance(element, visit.instance, i);
            check(instance, schema, nullptr);
        }
        return !m_gaveUp && m_problems.size() < m_limit;
    });
    if (visit.instance.isArray())
        visit.evaluated->allItems = true;
}

void SchemaCheck::contains(const RawJson &schema, Visit &visit)
{
    if (!visit.instance.isArray())
        return;
    const bool counts = visit.rules.resource->dialect != SchemaDialect::Draft7;
    const auto limit = [&](QLatin1StringView key) {
        const auto number = Decimal::fromText(visit.rules.keyword(key).view());
        return counts ? number : std::nullopt;
    };
    const Decimal minimum = limit("minContains"_L1).value_or(Decimal::fromInteger(1));
    const std::optional<Decimal> maximum = limit("maxContains"_L1);
    qsizetype found = 0;
    QString hint;
    visit.instance.eachElement([&](qsizetype i, const RawJson &element) {
        SchemaInstance instance(element, visit.instance, i);
        if (const QList<SchemaProblem> problems = trial(instance, schema, nullptr);
            problems.isEmpty()) {
            ++found;
            if (visit.evaluated)
                visit.evaluated->items.insert(i);
        } else if (hint.isEmpty() && problems.constFirst().pointer == instance.pointer()) {
            hint = u" (each of which %1)"_s.arg(problems.constFirst().message);
        }
        const bool decided = !maximum && !visit.evaluated && Decimal::fromInteger(found) >= minimum;
        return !m_gaveUp && !decided;
    });
    const Decimal count = Decimal::fromInteger(found);
    const auto say = [&](const QString &words, QLatin1StringView key) {
        const qint64 number = visit.rules.keyword(key).toInteger().value_or(1);
        report(visit.instance,
               words.arg(number).arg(number == 1 ? u"item"_s : u"items"_s, hint).arg(found));
    };
    if (count < minimum)
        say(u"must have at least %1 %2 that fit%3, has %4"_s, "minContains"_L1);
    else if (maximum && count > *maximum)
        say(u"must have at most %1 %2 that fit%3, has %4"_s, "maxContains"_L1);
}

} // namespace Mcp
