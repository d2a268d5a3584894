// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemacheck.h"

#include "schema/jsonequality.h"
#include "schema/schemawords.h"

#include <algorithm>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

void SchemaCheck::allOf(const RawJson &schemas, Visit &visit)
{
    for (const RawJson &part : schemas.elements())
        check(visit.instance, part, visit.evaluated);
}

void SchemaCheck::anyOf(const RawJson &schemas, Visit &visit)
{
    alternatives(schemas, false, visit);
}

void SchemaCheck::oneOf(const RawJson &schemas, Visit &visit)
{
    alternatives(schemas, true, visit);
}

void SchemaCheck::alternatives(const RawJson &schemas, bool exactlyOne, Visit &visit)
{
    const QList<RawJson> branches = schemas.elements();
    int matching = 0;
    for (const RawJson &branch : branches) {
        matching += fits(visit.instance, branch, visit.evaluated) ? 1 : 0;
        if (!goesOn(visit.instance) || (matching > 0 && !exactlyOne && !visit.evaluated))
            return;
    }
    if (matching > 1 && exactlyOne)
        report(visit.instance,
               u"must fit exactly one of the alternatives, but fits %1"_s.arg(matching));
    else if (matching == 0 && !branches.isEmpty())
        reportNone(branches, visit);
}

/// No branch fits: says what is wrong with the one that is meant, as far as that can be told.
void SchemaCheck::reportNone(const QList<RawJson> &schemas, Visit &visit)
{
    // Looking closer at each level would double the work with each.
    if (!wantsDetails())
        return report(visit.instance, u"fits none of the alternatives"_s);
    RawJson nearest = schemas.constFirst();
    int best = -1;
    int sharing = 0;
    for (const RawJson &branch : schemas) {
        const int near = nearness(branch, visit.instance);
        if (near > best)
            nearest = branch;
        sharing = near > best ? 1 : sharing + (near == best ? 1 : 0);
        best = qMax(best, near);
    }
    // What the branch speaks for is not reported once more as unevaluated.
    const QList<SchemaProblem> problems = trial(visit.instance, nearest, visit.evaluated);
    if (problems.isEmpty() || !goesOn(visit.instance))
        return;
    if ((best >= 0 && sharing == 1) || schemas.size() == 1) {
        m_problems += problems;
        return;
    }
    const SchemaProblem &first = problems.constFirst();
    const bool here = first.pointer == visit.instance.pointer();
    report(visit.instance,
           u"fits none of the %1 alternatives; for one of them %2 %3"_s.arg(schemas.size())
                   .arg(here ? u"it"_s : first.pointer.tokens().constLast(), first.message));
}

/// How much @p schema looks like what the author of the value had in mind: -1 when the type or a
/// constant that tells alternatives apart ("type": "circle") does not fit, else the number of
/// members that it declares, constants counting most.
int SchemaCheck::nearness(const RawJson &schema, SchemaInstance &instance)
{
    RawJson branch = schema;
    for (int i = 0; i < 8 && branch.value("$ref").isString(); ++i)
        branch = m_document.resolve(branch.value("$ref").toString(), branch).schema;
    if (branch.view() == "false" || branch.isAbsent())
        return -1;
    const RawJson type = branch.value("type");
    if (!type.isAbsent() && !SchemaAssertions::isOfType(instance.value(), type))
        return -1;
    int near = 0;
    for (const RawJsonMember &property : membersOf(branch.value("properties")).list) {
        const RawJsonMember *member = instance.member(property.key);
        const RawJson constant = property.value.value("const");
        const QList<RawJson> choices = constant.isAbsent() ? property.value.value("enum").elements()
                                                           : QList<RawJson>{ constant };
        if (choices.isEmpty()) {
            near += member ? 1 : 0;
            continue;
        }
        const bool fits =
                member && std::any_of(choices.cbegin(), choices.cend(), [&](auto &choice) {
                    return sameJson(choice, member->value);
                });
        if (fits)
            near += 1000;
        else if (!constant.isAbsent() && instance.isObject())
            return -1;
    }
    return near;
}

void SchemaCheck::negation(const RawJson &schema, Visit &visit)
{
    if (!fits(visit.instance, schema, nullptr) || m_gaveUp)
        return;
    const QList<RawJsonMember> &keywords = membersOf(schema).list;
    const QString only = keywords.size() == 1 ? keywords.constFirst().key : QString();
    const RawJson value = only.isEmpty() ? RawJson() : keywords.constFirst().value;
    QStringList excluded;
    if (only == "const"_L1)
        excluded.append(SchemaWords::value(value, 60));
    if (only == "enum"_L1) {
        for (const RawJson &choice : value.elements().mid(0, 8))
            excluded.append(SchemaWords::value(choice, 30));
    }
    if (!excluded.isEmpty()) {
        report(visit.instance, u"must not be "_s + excluded.join(" or "_L1));
    } else if (only == "pattern"_L1) {
        report(visit.instance, u"must not match the pattern "_s + value.toString());
    } else if (only == "required"_L1 && value.count() == 1) {
        const QString key = value.element(0).toString();
        report(SchemaInstance({}, visit.instance, key), u"must not be given"_s);
    } else {
        report(visit.instance, u"is a value that the schema excludes"_s);
    }
}

void SchemaCheck::condition(const RawJson &schema, Visit &visit)
{
    const bool holds = fits(visit.instance, schema, visit.evaluated);
    const RawJson next = visit.rules.keyword(holds ? "then"_L1 : "else"_L1);
    if (!next.isAbsent() && !m_gaveUp)
        check(visit.instance, next, visit.evaluated);
}

} // namespace Mcp
