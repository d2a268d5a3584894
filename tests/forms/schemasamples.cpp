// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "forms/schemasamples.h"

#include "forms/patternsample.h"
#include "schema/schemabranches.h"
#include "schema/schemawords.h"
#include "json/jsonwriter.h"

#include <QtCore/qset.h>

using namespace Qt::Literals::StringLiterals;
using Mcp::RawJson;
using Mcp::SchemaKind;
using Mcp::SchemaNode;

namespace McpTest {

namespace {

constexpr int kFullDepth = 4; ///< below that only what is required
constexpr int kMaxDepth = 9;

} // namespace

QList<RawJson> SchemaSamples::of(const SchemaNode &node, int limit)
{
    QList<RawJson> values{ make(node, {}) };
    QSet<QByteArray> seen{ values.constFirst().toByteArray() };
    m_needed = 1;
    for (qsizetype variant = 0; variant < qMin<qsizetype>(m_needed, limit); ++variant) {
        const RawJson value = make(node, { variant, 1, 0, true });
        if (!seen.contains(value.toByteArray()))
            values.append(value);
        seen.insert(value.toByteArray());
    }
    return values;
}

qsizetype SchemaSamples::choose(qsizetype count, Walk &walk)
{
    const qsizetype chosen = walk.variant % count;
    walk.variant /= count;
    walk.product = qMin<qsizetype>(walk.product * count, 1'000'000);
    m_needed = qMax(m_needed, walk.product);
    return chosen;
}

RawJson SchemaSamples::firstValid(const QList<RawJson> &candidates, const SchemaNode &node)
{
    for (const RawJson &candidate : candidates) {
        if (!candidate.isAbsent() && m_validator.validate(candidate, node.schema).isEmpty())
            return candidate;
    }
    return candidates.constFirst();
}

RawJson SchemaSamples::make(const SchemaNode &node, Walk walk)
{
    ++walk.depth;
    if (node.nullable && node.kind != SchemaKind::Choice && node.kind != SchemaKind::Null
        && walk.full && choose(2, walk) == 1)
        return RawJson::fromText("null");
    switch (node.kind) {
    case SchemaKind::Choice:
        return node.choices[walk.full ? choose(node.choices.size(), walk) : 0].value;
    case SchemaKind::Constant:
        return node.choices.constFirst().value;
    case SchemaKind::Boolean:
        return RawJson::fromText(walk.full && choose(2, walk) == 0 ? "true" : "false");
    case SchemaKind::Integer:
    case SchemaKind::Number:
        return makeNumber(node, walk);
    case SchemaKind::String:
        return makeText(node, walk);
    case SchemaKind::Object:
        // Alternatives that do not shape it may still ask for members.
        return makeObject(node.branches.isEmpty()
                                  ? node
                                  : m_parser.parseBranch(node, node.branches.constFirst()),
                          walk);
    case SchemaKind::Array:
        return makeArray(node, walk);
    case SchemaKind::Any:
    case SchemaKind::Union: {
        const QList<Mcp::SchemaBranch> branches = Mcp::schemaBranches(node, m_parser);
        const bool end = !walk.full || walk.depth > kFullDepth;
        return make(branches[end ? 0 : choose(branches.size(), walk)].node, walk);
    }
    case SchemaKind::Null:
        return RawJson::fromText("null");
    case SchemaKind::Never:
        break;
    }
    return {};
}

RawJson SchemaSamples::makeObject(const SchemaNode &node, const Walk &walk)
{
    const bool all = walk.full && walk.depth <= kFullDepth;
    Mcp::JsonObjectWriter writer;
    qint64 count = 0;
    for (const Mcp::SchemaProperty &property : node.properties) {
        if (walk.depth > kMaxDepth || (!property.required && !all))
            continue;
        const RawJson value = make(m_parser.parse(property.schema), walk);
        writer.add(property.name, value);
        count += value.isAbsent() ? 0 : 1;
    }
    const bool invited = node.properties.isEmpty() || node.additionalProperties.isObject()
                         || node.additionalProperties.view() == "true";
    const auto patterns = node.patternProperties.members();
    const SchemaNode names = m_parser.parse(node.propertyNames);
    for (int i = 0; i < 2; ++i) {
        const bool needed = count < node.minProperties.value_or(0);
        if ((!all && !needed) || count >= node.maxProperties.value_or(100))
            continue;
        if (!patterns.isEmpty()) {
            const auto &pattern = patterns[i % patterns.size()];
            const QString key = patternSample(pattern.key) + u"key%1"_s.arg(i);
            writer.add(key, make(m_parser.parse(pattern.value), walk));
        } else if (invited && node.allowsOthers()) {
            QString key = i == 0 ? u"first"_s : u"second key/~"_s;
            if (names.kind == SchemaKind::Choice)
                key = names.choices.value(i).value.toString();
            else if (!names.pattern.isEmpty())
                key = patternSample(names.pattern) + u"ab"_s[i];
            if (!key.isEmpty())
                writer.add(key, make(m_parser.parse(node.additionalProperties.isObject()
                                                            ? node.additionalProperties
                                                            : RawJson::fromText("{}")),
                                     walk));
        }
        ++count;
    }
    return writer.toRawJson();
}

RawJson SchemaSamples::makeArray(const SchemaNode &node, const Walk &walk)
{
    const bool all = walk.full && walk.depth <= kFullDepth;
    const qint64 least = qMax(node.minItems.value_or(0), all ? node.prefixItems.size() + 2 : 0);
    const qint64 most = node.maxItems.value_or(1000);
    Mcp::JsonArrayWriter writer;
    QSet<QByteArray> seen;
    for (qint64 i = 0; i < qMin(least, most) && walk.depth <= kMaxDepth; ++i) {
        const bool fixed = i < node.prefixItems.size();
        if (!fixed && node.items.view() == "false")
            break;
        const SchemaNode item = m_parser.parse(fixed ? node.prefixItems[i] : node.items);
        Walk inside = walk;
        inside.variant += i; // neighbours differ where there is a choice
        const RawJson value = make(item, inside);
        // Choices are ticked, each once.
        const bool once = node.uniqueItems || item.kind == SchemaKind::Choice;
        if (value.isAbsent() || (once && seen.contains(value.toByteArray())))
            continue;
        seen.insert(value.toByteArray());
        writer.add(value);
    }
    return writer.toRawJson();
}

RawJson SchemaSamples::makeText(const SchemaNode &node, const Walk &walk)
{
    QList<RawJson> candidates;
    if (walk.full)
        candidates.append(RawJson::fromString(u"Zürich \"quoted\" \\ 😀"));
    else
        candidates.append(RawJson::fromString(u""));
    if (const QString example = Mcp::SchemaWords::formatExample(node.format); !example.isEmpty())
        candidates.prepend(RawJson::fromString(example));
    if (!node.pattern.isEmpty())
        candidates.append(RawJson::fromString(patternSample(node.pattern)));
    candidates += node.examples;
    candidates.append(node.defaultValue);
    const qint64 least = node.minLength.value_or(0);
    for (const qint64 length : { least, qint64(1), qint64(3), qint64(20) })
        candidates.append(RawJson::fromString(QString(length, u'x')));
    candidates.append(RawJson::fromString(patternSample(node.pattern).leftJustified(least, u'a')));
    return firstValid(candidates, node);
}

RawJson SchemaSamples::makeNumber(const SchemaNode &node, const Walk &walk)
{
    QList<RawJson> candidates;
    const auto add = [&](const char *text) { candidates.append(RawJson::fromText(text)); };
    if (walk.full)
        add(node.kind == SchemaKind::Integer ? "9007199254740993" : "-12.50");
    for (const char *text : { "0", "1", "2", "10", "100", "1000", "0.5", "-1" })
        add(text);
    candidates += { node.minimum, node.maximum, node.multipleOf, node.defaultValue };
    candidates += node.examples;
    return firstValid(candidates, node);
}

} // namespace McpTest
