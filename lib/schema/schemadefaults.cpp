// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemadefaults.h"

#include "schema/decimal.h"
#include "json/jsonwriter.h"

namespace Mcp::SchemaDefaults {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMaxDepth = 8;
constexpr int kInitialDepth = 4; ///< deeper ones are filled in by whoever opens them

/// What may go into one value. Required members that are made of themselves double with each level,
/// and one default can be referred to a thousand times: what is too much is left out.
struct Budget
{
    qsizetype members = 5000; ///< looked at
    qsizetype bytes = 8 * 1024 * 1024;

    bool spend(qsizetype ofMembers)
    {
        members -= ofMembers;
        return members >= 0;
    }
    RawJson use(const RawJson &value)
    {
        bytes -= value.size();
        return bytes >= 0 ? value : RawJson();
    }
};

RawJson initial(const SchemaNode &node, const SchemaParser &parser, int depth, Budget &budget)
{
    if (!node.defaultValue.isAbsent())
        return budget.use(node.defaultValue);
    if (node.kind == SchemaKind::Constant)
        return budget.use(node.choices.constFirst().value);
    if (node.kind != SchemaKind::Object || depth >= kInitialDepth
        || !budget.spend(1 + node.properties.size()))
        return {};
    JsonObjectWriter writer;
    for (const SchemaProperty &property : node.properties) {
        if (property.required && budget.bytes >= 0)
            writer.add(property.name,
                       initial(parser.parse(property.schema), parser, depth + 1, budget));
    }
    return writer.toRawJson();
}

RawJson smallestNumber(const SchemaNode &node)
{
    const auto low = Decimal::fromText(node.minimum.view());
    const auto high = Decimal::fromText(node.maximum.view());
    if (low && *low > Decimal())
        return node.minimum;
    if (high && *high < Decimal())
        return node.maximum;
    const auto above = Decimal::fromText(node.exclusiveMinimum.view());
    if (above && *above >= Decimal()) {
        const auto next = node.exclusiveMinimum.toInteger();
        return RawJson::fromText(QByteArray::number(next.value_or(0) + 1));
    }
    const auto below = Decimal::fromText(node.exclusiveMaximum.view());
    if (below && *below <= Decimal()) {
        const auto next = node.exclusiveMaximum.toInteger();
        return RawJson::fromText(QByteArray::number(next.value_or(0) - 1));
    }
    return RawJson::fromText("0");
}

RawJson smallestAt(const SchemaNode &node, const SchemaParser &parser, int depth, Budget &budget);

RawJson smallestObject(const SchemaNode &node, const SchemaParser &parser, int depth,
                       Budget &budget)
{
    JsonObjectWriter writer;
    for (const SchemaProperty &property : node.properties) {
        if (property.required && depth < kMaxDepth && budget.spend(1))
            writer.add(property.name,
                       smallestAt(parser.parse(property.schema), parser, depth + 1, budget));
    }
    return writer.toRawJson();
}

RawJson smallestArray(const SchemaNode &node, const SchemaParser &parser, int depth, Budget &budget)
{
    JsonArrayWriter writer;
    const qint64 count = depth < kMaxDepth ? qMin(node.minItems.value_or(0), qint64(100)) : 0;
    for (qint64 i = 0; i < count && budget.spend(1); ++i) {
        const RawJson schema = i < node.prefixItems.size() ? node.prefixItems[i] : node.items;
        const SchemaNode item = schema.isAbsent() ? SchemaNode() : parser.parse(schema);
        writer.add(smallestAt(item, parser, depth + 1, budget));
    }
    return writer.toRawJson();
}

RawJson smallestAt(const SchemaNode &node, const SchemaParser &parser, int depth, Budget &budget)
{
    if (!node.defaultValue.isAbsent())
        return budget.use(node.defaultValue);
    switch (node.kind) {
    case SchemaKind::Choice:
    case SchemaKind::Constant:
        return node.choices.constFirst().value;
    case SchemaKind::Boolean:
        return RawJson::fromText("false");
    case SchemaKind::Integer:
    case SchemaKind::Number:
        return smallestNumber(node);
    case SchemaKind::String:
        return RawJson::fromString(u"");
    case SchemaKind::Object:
        return smallestObject(node, parser, depth, budget);
    case SchemaKind::Array:
        return smallestArray(node, parser, depth, budget);
    case SchemaKind::Union:
        if (!node.branches.isEmpty() && depth < kMaxDepth)
            return smallestAt(parser.parseBranch(node, node.branches.constFirst()), parser,
                              depth + 1, budget);
        break;
    case SchemaKind::Any:
    case SchemaKind::Never:
    case SchemaKind::Null:
        break;
    }
    return RawJson::fromText("null");
}

} // namespace

RawJson initialArguments(const SchemaParser &parser)
{
    Budget budget;
    const RawJson value = initial(parser.root(), parser, 0, budget);
    return value.isObject() ? value : RawJson::fromText("{}");
}

RawJson initialValue(const SchemaNode &node, const SchemaParser &parser)
{
    Budget budget;
    const RawJson value = initial(node, parser, 0, budget);
    return value.isAbsent() && node.kind == SchemaKind::Array ? RawJson::fromText("[]") : value;
}

RawJson smallest(const SchemaNode &node, const SchemaParser &parser)
{
    Budget budget;
    return smallestAt(node, parser, 0, budget);
}

} // namespace Mcp::SchemaDefaults
