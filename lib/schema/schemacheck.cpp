// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemacheck.h"

#include "schema/jsonequality.h"

#include <algorithm>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMaxDepth = 150; ///< schemas within schemas, references included
constexpr int kMaxSteps = 300'000;
constexpr qsizetype kMaxProblems = 200;

RawJson keywordOf(const QList<RawJsonMember> &schema, QStringView key)
{
    const auto last =
            std::find_if(schema.crbegin(), schema.crend(),
                         [key](const RawJsonMember &member) { return member.key == key; });
    return last == schema.crend() ? RawJson() : last->value;
}

} // namespace

void SchemaCheck::check(const RawJson &value, const RawJson &schema, const JsonPointer &at)
{
    if (m_gaveUp || m_problems.size() >= kMaxProblems)
        return;
    if (++m_steps > kMaxSteps || m_depth >= kMaxDepth) {
        m_gaveUp = true;
        m_gaveUpAt = at;
        return;
    }
    if (schema.isBool() && !schema.toBool()) {
        report(at, u"is not allowed here"_s);
        return;
    }
    ++m_depth;
    const Members &keywords = membersOf(schema);
    for (const RawJsonMember &keyword : keywords)
        checkKeyword(keyword, keywords, value, at);
    --m_depth;
}

QList<SchemaProblem> SchemaCheck::takeProblems()
{
    // Said here, because the branch that was being tried is not there any more.
    if (std::exchange(m_gaveUp, false))
        m_problems.append({ m_gaveUpAt, u"is too large or too deep to be checked to its end"_s });
    return std::exchange(m_problems, {});
}

void SchemaCheck::checkKeyword(const RawJsonMember &keyword, const Members &schema,
                               const RawJson &value, const JsonPointer &at)
{
    const QString &key = keyword.key;
    if (const auto problem = m_assertions.check(key, keyword.value, value)) {
        if (!problem->isEmpty())
            report(at, *problem);
    } else if (key == "$ref"_L1) {
        checkReference(keyword.value.toString(), value, at);
    } else if (key == "required"_L1) {
        checkRequired(keyword.value, value, at);
    } else if (key == "properties"_L1) {
        checkProperties(keyword.value, value, at);
    } else if (key == "patternProperties"_L1) {
        checkPatterns(keyword.value, value, at);
    } else if (key == "additionalProperties"_L1) {
        checkOthers(keyword.value, schema, value, at);
    } else if (key == "propertyNames"_L1) {
        checkNames(keyword.value, value, at);
    } else if (key == "prefixItems"_L1 || (key == "items"_L1 && keyword.value.isArray())) {
        checkPrefix(keyword.value, value, at);
    } else if (key == "items"_L1) {
        checkItems(keyword.value, keywordOf(schema, u"prefixItems").count(), value, at);
    } else if (key == "additionalItems"_L1 && keywordOf(schema, u"items").isArray()) {
        checkItems(keyword.value, keywordOf(schema, u"items").count(), value, at);
    } else if (key == "allOf"_L1) {
        for (const RawJson &part : keyword.value.elements())
            check(value, part, at);
    } else if (key == "anyOf"_L1 || key == "oneOf"_L1) {
        checkAlternatives(keyword.value, key == "oneOf"_L1, value, at);
    } else if (key == "not"_L1) {
        checkNot(keyword.value, value, at);
    }
}

void SchemaCheck::checkReference(const QString &reference, const RawJson &value,
                                 const JsonPointer &at)
{
    const SchemaTarget target = m_document.resolve(reference);
    if (target.problem.isEmpty())
        check(value, target.schema, at); // circles end by depth
}

void SchemaCheck::checkRequired(const RawJson &names, const RawJson &value, const JsonPointer &at)
{
    if (!value.isObject())
        return;
    for (const RawJson &name : names.elements()) {
        const QString key = name.toString();
        if (name.isString() && value.value(key).isAbsent())
            report(at.child(key), u"is required"_s);
    }
}

void SchemaCheck::checkProperties(const RawJson &properties, const RawJson &value,
                                  const JsonPointer &at)
{
    if (!value.isObject() || !properties.isObject())
        return;
    const Members &declared = membersOf(properties);
    for (const RawJsonMember &member : value.members()) {
        const RawJson schema = keywordOf(declared, member.key);
        if (!schema.isAbsent())
            check(member.value, schema, at.child(member.key));
    }
}

void SchemaCheck::checkPatterns(const RawJson &patterns, const RawJson &value,
                                const JsonPointer &at)
{
    if (!value.isObject())
        return;
    for (const RawJsonMember &member : value.members()) {
        for (const RawJsonMember &pattern : membersOf(patterns)) {
            if (m_assertions.matches(pattern.key, member.key))
                check(member.value, pattern.value, at.child(member.key));
        }
    }
}

void SchemaCheck::checkOthers(const RawJson &others, const Members &schema, const RawJson &value,
                              const JsonPointer &at)
{
    if (!value.isObject())
        return;
    const RawJson properties = keywordOf(schema, u"properties");
    const RawJson patterns = keywordOf(schema, u"patternProperties");
    for (const RawJsonMember &member : value.members()) {
        if (!properties.value(member.key).isAbsent())
            continue;
        const Members &list = membersOf(patterns);
        if (std::any_of(list.cbegin(), list.cend(), [&](const RawJsonMember &pattern) {
                return m_assertions.matches(pattern.key, member.key);
            }))
            continue;
        if (others.view() == "false")
            report(at.child(member.key), u"is not a member that the schema allows"_s);
        else
            check(member.value, others, at.child(member.key));
    }
}

void SchemaCheck::checkNames(const RawJson &names, const RawJson &value, const JsonPointer &at)
{
    if (!value.isObject())
        return;
    for (const RawJsonMember &member : value.members()) {
        const RawJson name = RawJson::fromString(member.key);
        for (const SchemaProblem &problem : trial(name, names, at))
            report(at.child(member.key), u"has a name that "_s + problem.message);
    }
}

void SchemaCheck::checkItems(const RawJson &items, qsizetype from, const RawJson &value,
                             const JsonPointer &at)
{
    if (!value.isArray())
        return;
    const QList<RawJson> elements = value.elements();
    for (qsizetype i = from; i < elements.size() && !m_gaveUp; ++i)
        check(elements[i], items, at.child(i));
}

void SchemaCheck::checkPrefix(const RawJson &schemas, const RawJson &value, const JsonPointer &at)
{
    if (!value.isArray())
        return;
    const QList<RawJson> elements = value.elements();
    const QList<RawJson> places = schemas.elements();
    for (qsizetype i = 0; i < qMin(elements.size(), places.size()); ++i)
        check(elements[i], places[i], at.child(i));
}

void SchemaCheck::checkAlternatives(const RawJson &branches, bool exactlyOne, const RawJson &value,
                                    const JsonPointer &at)
{
    const QList<RawJson> alternatives = branches.elements();
    QList<SchemaProblem> nearest;
    int matching = 0;
    int meant = 0;
    for (const RawJson &branch : alternatives) {
        const QList<SchemaProblem> problems = trial(value, branch, at);
        if (problems.isEmpty()) {
            ++matching;
        } else if (isMeant(branch, value)) {
            ++meant;
            nearest = problems;
        } else if (nearest.isEmpty()) {
            nearest = problems;
        }
    }
    if (m_gaveUp || alternatives.isEmpty() || matching == 1 || (matching > 1 && !exactlyOne))
        return;
    if (matching > 1) {
        report(at, u"must fit exactly one of the alternatives, but fits %1"_s.arg(matching));
    } else if (meant == 1 || alternatives.size() == 1) {
        m_problems += nearest; // it is clear which one is meant: say what is wrong with that
    } else {
        const SchemaProblem &first = nearest.constFirst();
        report(at,
               u"fits none of the %1 alternatives; for one of them %2 %3"_s.arg(alternatives.size())
                       .arg(first.pointer == at ? u"it"_s : first.pointer.tokens().constLast(),
                            first.message));
    }
}

/// Is @p branch the one an author of @p value had in mind: the type fits, and so do the constants
/// that tell alternatives apart ("type": "circle")?
bool SchemaCheck::isMeant(const RawJson &branch, const RawJson &value)
{
    RawJson schema = branch;
    if (const RawJson reference = branch.value("$ref"); reference.isString())
        schema = m_document.resolve(reference.toString()).schema;
    const RawJson type = schema.value("type");
    if (!type.isAbsent() && !m_assertions.check(u"type", type, value)->isEmpty())
        return false;
    for (const RawJsonMember &property : membersOf(schema.value("properties"))) {
        const RawJson constant = property.value.value("const");
        if (!constant.isAbsent() && !sameJson(constant, value.value(property.key)))
            return false;
    }
    return true;
}

void SchemaCheck::checkNot(const RawJson &schema, const RawJson &value, const JsonPointer &at)
{
    if (trial(value, schema, at).isEmpty() && !m_gaveUp)
        report(at, u"is a value that the schema excludes"_s);
}

QList<SchemaProblem> SchemaCheck::trial(const RawJson &value, const RawJson &schema,
                                        const JsonPointer &at)
{
    QList<SchemaProblem> outer = std::exchange(m_problems, {});
    check(value, schema, at);
    return std::exchange(m_problems, std::move(outer));
}

const SchemaCheck::Members &SchemaCheck::membersOf(const RawJson &object)
{
    static const Members none;
    if (!object.isObject())
        return none;
    const char *key = object.view().data();
    const auto it = m_members.find(key);
    return it != m_members.end() ? it->second
                                 : m_members.emplace(key, object.members()).first->second;
}

void SchemaCheck::report(const JsonPointer &at, const QString &message)
{
    if (m_problems.size() < kMaxProblems)
        m_problems.append({ at, message });
}

QList<SchemaProblem> SchemaValidator::validate(const RawJson &value) const
{
    return validate(value, m_document.root());
}

QList<SchemaProblem> SchemaValidator::validate(const RawJson &value, const RawJson &schema) const
{
    if (value.isAbsent())
        return {};
    SchemaCheck check(m_document);
    check.check(value, schema, JsonPointer());
    return check.takeProblems();
}

} // namespace Mcp
