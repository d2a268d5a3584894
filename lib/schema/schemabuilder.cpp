// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemabuilder.h"

#include "schema/decimal.h"
#include "json/jsonwriter.h"

#include <algorithm>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMaxChain = 64;                 ///< of references and allOf within one node
constexpr int kMaxTaken = 5000;               ///< parts that one node is merged from
constexpr qsizetype kMaxNodeMembers = 50'000; ///< read for one node, its alternatives included
constexpr qsizetype kMaxMerged = 128 * 1024;  ///< bytes of what several parts say about one place
// No author writes longer ones, and what is laid out in a line costs by its length.
constexpr qsizetype kMaxTitle = 500;
constexpr qsizetype kMaxNote = 500;

QString cut(const QString &text, qsizetype most)
{
    return text.size() <= most ? text : text.first(most - 1) + u'…';
}

/// Keeps the stricter of two limits, whichever came first.
void tighten(RawJson &limit, const RawJson &value, bool upper)
{
    const auto current = Decimal::fromText(limit.view());
    const auto other = Decimal::fromText(value.view());
    if (other && (!current || (upper ? *other < *current : *other > *current)))
        limit = value;
}

void tighten(std::optional<qint64> &limit, const RawJson &value, bool upper)
{
    const std::optional<qint64> other = value.toInteger();
    if (other && (!limit || (upper ? *other < *limit : *other > *limit)))
        limit = other;
}

/// Where two parts both say something about one place, both hold.
RawJson both(const RawJson &a, const RawJson &b)
{
    if (a.isAbsent() || a == b)
        return b;
    if (a.size() + b.size() > kMaxMerged)
        return a; // enough for a form; the value is checked against all of them
    return JsonObjectWriter()
            .add(u"allOf", JsonArrayWriter().add(a).add(b).toRawJson())
            .toRawJson();
}

QStringList strings(const RawJson &array)
{
    QStringList result;
    for (const RawJson &element : array.elements())
        result.append(element.toString());
    return result;
}

QStringList titles(const RawJson &array)
{
    QStringList result = strings(array);
    for (QString &title : result)
        title = cut(title, kMaxTitle);
    return result;
}

} // namespace

void SchemaBuilder::take(const RawJson &schema)
{
    if (schema.isBool()) {
        m_never = m_never || !schema.toBool();
        return;
    }
    if (!schema.isObject()) {
        note(u"The schema is neither an object nor true or false."_s);
        return;
    }
    if (m_depth >= kMaxChain || ++m_taken > kMaxTaken) {
        note(u"The schema refers too deep to be followed to its end."_s);
        return;
    }
    ++m_depth;
    const QList<RawJsonMember> members = schema.members();
    // The reference first: what stands beside it is nearer and wins.
    for (const RawJsonMember &member : members) {
        if (member.key == "$ref"_L1 || member.key == "$dynamicRef"_L1)
            takeReference(member.value.toString(), schema);
    }
    for (const RawJsonMember &member : members) {
        const QString &key = member.key;
        if (!takeAnnotation(key, member.value) && !takeLimit(key, member.value)
            && !takeText(key, member.value) && !takeObject(key, member.value)
            && !takeArray(key, member.value))
            takeStructure(key, member.value);
    }
    --m_depth;
}

void SchemaBuilder::takeBeside(const RawJson &schema)
{
    m_beside = true;
    take(schema);
    m_beside = false;
    m_node.title.clear();
    m_node.description.clear();
    m_node.defaultValue = {};
    m_node.examples.clear();
    m_orNull = false;
    m_typeAllowsNull = false;
}

bool SchemaBuilder::takeAnnotation(QStringView key, const RawJson &value)
{
    if (key == "title"_L1)
        m_node.title = cut(value.toString(), kMaxTitle);
    else if (key == "description"_L1)
        m_node.description = value.toString();
    else if (key == "default"_L1)
        m_node.defaultValue = value;
    else if (key == "examples"_L1)
        m_node.examples = value.isArray() ? value.elements() : QList<RawJson>{ value };
    else if (key == "example"_L1)
        m_node.examples.append(value);
    else if (key == "deprecated"_L1)
        m_node.deprecated = value.toBool();
    else if (key == "readOnly"_L1)
        m_node.readOnly = value.toBool();
    else if (key == "writeOnly"_L1)
        m_node.writeOnly = value.toBool();
    else if (key == "nullable"_L1)
        m_orNull = m_orNull || value.toBool();
    else
        return false;
    return true;
}

bool SchemaBuilder::takeLimit(QStringView key, const RawJson &value)
{
    // In draft-04 the exclusive limits were booleans; those are not numbers and are left alone.
    if (key == "minimum"_L1)
        tighten(m_node.minimum, value, false);
    else if (key == "maximum"_L1)
        tighten(m_node.maximum, value, true);
    else if (key == "exclusiveMinimum"_L1)
        tighten(m_node.exclusiveMinimum, value, false);
    else if (key == "exclusiveMaximum"_L1)
        tighten(m_node.exclusiveMaximum, value, true);
    else if (key == "multipleOf"_L1)
        m_node.multipleOf = value;
    else
        return false;
    return true;
}

bool SchemaBuilder::takeText(QStringView key, const RawJson &value)
{
    if (key == "format"_L1)
        m_node.format = cut(value.toString(), kMaxTitle);
    else if (key == "pattern"_L1)
        m_node.pattern = value.toString();
    else if (key == "contentMediaType"_L1)
        m_node.contentMediaType = value.toString();
    else if (key == "minLength"_L1)
        tighten(m_node.minLength, value, false);
    else if (key == "maxLength"_L1)
        tighten(m_node.maxLength, value, true);
    else
        return false;
    return true;
}

bool SchemaBuilder::takeObject(QStringView key, const RawJson &value)
{
    if (key == "properties"_L1)
        takeProperties(value);
    else if (key == "required"_L1)
        m_required += strings(value);
    else if (key == "additionalProperties"_L1)
        m_node.additionalProperties = both(m_node.additionalProperties, value);
    else if (key == "patternProperties"_L1)
        m_node.patternProperties = value;
    else if (key == "propertyNames"_L1)
        m_node.propertyNames = both(m_node.propertyNames, value);
    else if (key == "minProperties"_L1)
        tighten(m_node.minProperties, value, false);
    else if (key == "maxProperties"_L1)
        tighten(m_node.maxProperties, value, true);
    else
        return false;
    return true;
}

void SchemaBuilder::takeProperties(const RawJson &properties)
{
    if (m_members > kMaxNodeMembers)
        return note(u"The schema refers to more members than are read for one value."_s);
    const QList<RawJsonMember> members = properties.members();
    m_members += members.size();
    for (const RawJsonMember &member : members) {
        const auto known = m_places.constFind(member.key);
        if (known == m_places.cend()) {
            m_places.insert(member.key, m_node.properties.size());
            m_node.properties.append({ member.key, member.value, false });
        } else {
            SchemaProperty &property = m_node.properties[*known];
            property.schema = both(property.schema, member.value);
        }
    }
}

bool SchemaBuilder::takeArray(QStringView key, const RawJson &value)
{
    if (key == "prefixItems"_L1 || (key == "items"_L1 && value.isArray()))
        m_node.prefixItems = value.elements(); // draft-07 spells tuples as an array of items
    else if (key == "items"_L1)
        m_node.items = both(m_node.items, value);
    else if (key == "additionalItems"_L1)
        m_node.items = m_node.items.isAbsent() ? value : m_node.items;
    else if (key == "minItems"_L1)
        tighten(m_node.minItems, value, false);
    else if (key == "maxItems"_L1)
        tighten(m_node.maxItems, value, true);
    else if (key == "uniqueItems"_L1)
        m_node.uniqueItems = m_node.uniqueItems || value.toBool();
    else
        return false;
    return true;
}

void SchemaBuilder::takeStructure(QStringView key, const RawJson &value)
{
    if (key == "type"_L1) {
        takeTypes(value);
    } else if (key == "const"_L1) {
        m_constant = true;
        m_node.choices = { { value, {}, {} } };
    } else if (key == "enum"_L1 && value.isArray() && !m_constant) {
        m_node.choices.clear();
        for (const RawJson &choice : value.elements())
            m_node.choices.append({ choice, {}, {} });
    } else if (key == "enumNames"_L1 || key == "x-enumNames"_L1) {
        m_choiceTitles = titles(value);
    } else if (key == "enumDescriptions"_L1 || key == "x-enumDescriptions"_L1) {
        m_choiceDescriptions = strings(value);
    } else if (key == "allOf"_L1) {
        for (const RawJson &part : value.elements())
            take(part);
    } else if (key == "anyOf"_L1 || key == "oneOf"_L1) {
        takeAlternatives(value);
    } else if (key == "not"_L1 && (value.view() == "true" || value.view() == "{}")) {
        m_never = true; // how generators spell "no value" (and, as an alternative, "may be absent")
    }
}

void SchemaBuilder::takeReference(const QString &reference, const RawJson &from)
{
    const SchemaTarget target = m_document.resolve(reference, from);
    if (!target.problem.isEmpty()) {
        note(target.problem);
    } else if (m_references.contains(target.schema.range().begin)) {
        note(u"The reference %1 leads in a circle."_s.arg(reference));
    } else {
        m_references.append(target.schema.range().begin);
        take(target.schema);
        m_references.removeLast();
    }
}

void SchemaBuilder::takeTypes(const RawJson &value)
{
    QStringList types = value.isString() ? QStringList{ value.toString() } : strings(value);
    const bool allowsNull = types.removeAll(u"null"_s) > 0;
    if (!m_typed) {
        m_node.types = types;
        m_typeAllowsNull = allowsNull;
    } else {
        const auto excluded = [&types](const QString &type) { return !types.contains(type); };
        m_node.types.removeIf(excluded);
        m_typeAllowsNull = m_typeAllowsNull && allowsNull;
    }
    m_typed = true;
}

void SchemaBuilder::note(const QString &sentence)
{
    const QString shown = cut(sentence, kMaxNote);
    if (!m_node.notes.contains(shown))
        m_node.notes.append(shown);
}

} // namespace Mcp
