// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemacheck.h"

#include <algorithm>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

void SchemaCheck::required(const RawJson &names, Visit &visit)
{
    if (!visit.instance.isObject() || !names.isArray())
        return;
    const QStringList &keys = namesOf(names);
    if (!goesOn(visit.instance, keys.size() / 16))
        return;
    for (const QString &key : keys) {
        if (!visit.instance.member(key))
            report(SchemaInstance({}, visit.instance, key), u"is required"_s);
    }
}

void SchemaCheck::properties(const RawJson &schemas, Visit &visit)
{
    const QList<RawJsonMember> &declared = membersOf(schemas).list;
    if (!visit.instance.isObject() || !goesOn(visit.instance, declared.size() / 16))
        return;
    for (const RawJsonMember &property : declared) {
        const RawJsonMember *member = visit.instance.member(property.key);
        if (!member)
            continue;
        SchemaInstance instance(member->value, visit.instance, member->key);
        check(instance, property.value, nullptr);
        if (visit.evaluated)
            visit.evaluated->members.insert(member->key);
    }
}

void SchemaCheck::patternProperties(const RawJson &schemas, Visit &visit)
{
    for (const RawJsonMember &member : visit.instance.members()) {
        for (const RawJsonMember &pattern : membersOf(schemas).list) {
            if (!goesOn(visit.instance))
                return;
            const EcmaRegex::Match match = m_assertions.match(pattern.key, member.key);
            if (match == EcmaRegex::Match::Yes) {
                SchemaInstance instance(member.value, visit.instance, member.key);
                check(instance, pattern.value, nullptr);
            }
            if (visit.evaluated && match != EcmaRegex::Match::No)
                visit.evaluated->members.insert(member.key);
        }
    }
}

/// Is the member spoken for by properties or patternProperties beside this? Where a pattern cannot
/// be used it is, so that nothing is forbidden for the wrong reason.
bool SchemaCheck::isDeclared(const QString &key, const Visit &visit)
{
    if (membersOf(visit.rules.keyword("properties"_L1)).keys.contains(key))
        return true;
    const Members &patterns = membersOf(visit.rules.keyword("patternProperties"_L1));
    return std::any_of(patterns.list.cbegin(), patterns.list.cend(), [&](const auto &pattern) {
        return m_assertions.match(pattern.key, key) != EcmaRegex::Match::No;
    });
}

void SchemaCheck::additionalProperties(const RawJson &schema, Visit &visit)
{
    for (const RawJsonMember &member : visit.instance.members()) {
        if (!goesOn(visit.instance))
            return;
        if (!isDeclared(member.key, visit))
            otherMember(member, schema, visit);
    }
}

void SchemaCheck::unevaluatedProperties(const RawJson &schema, Visit &visit)
{
    for (const RawJsonMember &member : visit.instance.members()) {
        if (!goesOn(visit.instance))
            return;
        if (!visit.evaluated->hasMember(member.key))
            otherMember(member, schema, visit);
    }
}

void SchemaCheck::otherMember(const RawJsonMember &member, const RawJson &schema, Visit &visit)
{
    SchemaInstance instance(member.value, visit.instance, member.key);
    if (schema.view() == "false")
        report(instance, u"is not a member that the schema allows"_s);
    else
        check(instance, schema, nullptr);
    if (visit.evaluated)
        visit.evaluated->members.insert(member.key);
}

void SchemaCheck::propertyNames(const RawJson &schema, Visit &visit)
{
    for (const RawJsonMember &member : visit.instance.members()) {
        if (!goesOn(visit.instance))
            return;
        const SchemaInstance place(member.value, visit.instance, member.key);
        SchemaInstance name(RawJson::fromString(member.key));
        for (const SchemaProblem &problem : trial(name, schema, nullptr))
            report(place, u"has a name that "_s + problem.message);
    }
}

/// dependentRequired, dependentSchemas, and dependencies, which was both.
void SchemaCheck::dependencies(const RawJson &keyword, Visit &visit)
{
    for (const RawJsonMember &dependency : membersOf(keyword).list) {
        if (!goesOn(visit.instance))
            return;
        if (!visit.instance.member(dependency.key))
            continue;
        if (!dependency.value.isArray()) {
            check(visit.instance, dependency.value, visit.evaluated);
            continue;
        }
        for (const QString &key : namesOf(dependency.value)) {
            if (!visit.instance.member(key))
                report(SchemaInstance({}, visit.instance, key),
                       u"is required when %1 is given"_s.arg(dependency.key));
        }
    }
}

} // namespace Mcp
