// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/secretschema.h"

#include "json/jsonpointer.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

constexpr qsizetype maxSchemas = 256; // that apply to one value

QHash<QString, RawJson> membersOf(const RawJson &object)
{
    QHash<QString, RawJson> result;
    const QList<RawJsonMember> members = object.members();
    for (const RawJsonMember &member : members)
        result.insert(member.key, member.value);
    return result;
}

} // namespace

SecretSchema::Schemas SecretSchema::member(const Schemas &object, const QString &key)
{
    QList<RawJson> result;
    for (const RawJson &schema : object) {
        const Facts &facts = factsOf(schema);
        const RawJson property = facts.properties.value(key);
        if (property.isObject())
            result.append(property);
        else if (facts.rest.isObject())
            result.append(facts.rest);
    }
    return combined(result);
}

SecretSchema::Schemas SecretSchema::element(const Schemas &array)
{
    QList<RawJson> result;
    for (const RawJson &schema : array) {
        if (const RawJson items = factsOf(schema).items; items.isObject())
            result.append(items);
    }
    return combined(result);
}

bool SecretSchema::isSecret(const Schemas &schemas)
{
    return std::any_of(schemas.begin(), schemas.end(),
                       [this](const RawJson &schema) { return factsOf(schema).isSecret; });
}

const SecretSchema::Facts &SecretSchema::factsOf(const RawJson &schema)
{
    const auto known = m_facts.find(schema.range().begin);
    return known != m_facts.end()
                   ? known->second
                   : m_facts.emplace(schema.range().begin, readFacts(schema)).first->second;
}

SecretSchema::Facts SecretSchema::readFacts(const RawJson &schema) const
{
    Facts facts;
    const QList<RawJsonMember> members = schema.members();
    for (const auto &[key, value] : members) {
        if (key == "writeOnly"_L1)
            facts.isSecret = facts.isSecret || value.toBool();
        else if (key == "format"_L1)
            facts.isSecret = facts.isSecret || value.toString() == "password"_L1;
        else if (key == "properties"_L1)
            facts.properties = membersOf(value);
        else if (key == "additionalProperties"_L1)
            facts.rest = value;
        else if (key == "items"_L1)
            facts.items = value;
        else if (key == "$ref"_L1)
            facts.related += target(value.toString());
        else if (key == "allOf"_L1 || key == "anyOf"_L1 || key == "oneOf"_L1)
            facts.related += value.elements();
    }
    return facts;
}

RawJson SecretSchema::target(const QString &reference) const
{
    const auto pointer = JsonPointer::parse(reference);
    return pointer && !reference.isEmpty() ? pointer->resolve(m_root) : RawJson();
}

SecretSchema::Schemas SecretSchema::combined(const QList<RawJson> &schemas)
{
    Schemas all;
    for (const RawJson &schema : schemas)
        collect(schema, all);
    return all;
}

/// The schema with all that it refers to or combines, each once.
void SecretSchema::collect(const RawJson &schema, Schemas &all)
{
    const bool known = std::any_of(all.begin(), all.end(), [&](const RawJson &other) {
        return other.range() == schema.range();
    });
    if (!schema.isObject() || known || all.size() >= maxSchemas)
        return;
    all.append(schema);
    for (const RawJson &related : factsOf(schema).related)
        collect(related, all);
}

} // namespace Mcp
