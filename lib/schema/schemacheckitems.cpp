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
        return goesOn(visit.instance);
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
        return goesOn(visit.instance);
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
        return goesOn(visit.instance);
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
    visit.instance.eachElement([&](qsizetype i, const RawJson &element) {
        SchemaInstance instance(element, visit.instance, i);
        if (fits(instance, schema, nullptr)) {
            ++found;
            if (visit.evaluated)
                visit.evaluated->items.insert(i);
        }
        const bool decided = !maximum && !visit.evaluated && Decimal::fromInteger(found) >= minimum;
        return goesOn(visit.instance) && !decided;
    });
    const Decimal count = Decimal::fromInteger(found);
    if (count < minimum)
        reportContained(found, u"least"_s, "minContains"_L1, schema, visit);
    else if (maximum && count > *maximum)
        reportContained(found, u"most"_s, "maxContains"_L1, schema, visit);
}

/// Says how many items should fit and, as far as the first one that does not can tell, what that
/// means.
void SchemaCheck::reportContained(qsizetype found, const QString &bound, QLatin1StringView key,
                                  const RawJson &schema, Visit &visit)
{
    const qint64 wanted = visit.rules.keyword(key).toInteger().value_or(1);
    QString hint;
    visit.instance.eachElement([&](qsizetype i, const RawJson &element) {
        SchemaInstance instance(element, visit.instance, i);
        const QList<SchemaProblem> problems = trial(instance, schema, nullptr);
        if (!problems.isEmpty() && problems.constFirst().pointer == instance.pointer())
            hint = u" (each of which %1)"_s.arg(problems.constFirst().message);
        return problems.isEmpty() && wantsDetails() && goesOn(visit.instance);
    });
    report(visit.instance, u"must have at %1 %2 %3%4, has %5"_s.arg(
                                   bound, QString::number(wanted),
                                   wanted == 1 ? u"item that fits"_s : u"items that fit"_s, hint,
                                   QString::number(found)));
}

} // namespace Mcp
