// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemacheck.h"

#include "schema/schemaalternatives.h"
#include "schema/schemawords.h"

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
    const SchemaAlternatives alternatives(m_document, schemas);
    const SchemaAlternatives::Nearest nearest = alternatives.nearest(visit.instance);
    if (const QString all = alternatives.together(visit.instance); !all.isEmpty())
        return report(visit.instance, all);
    // What the branch speaks for is not reported once more as unevaluated.
    const QList<SchemaProblem> problems = trial(visit.instance, nearest.branch, visit.evaluated);
    if (problems.isEmpty() || !goesOn(visit.instance))
        return;
    if (nearest.isMeant) {
        m_problems += problems;
        return;
    }
    const SchemaProblem &first = problems.constFirst();
    const bool here = first.pointer == visit.instance.pointer();
    report(visit.instance,
           u"fits none of the %1 alternatives; for one of them %2 %3"_s.arg(
                   QString::number(schemas.size()),
                   here ? u"it"_s : first.pointer.tokens().constLast(), first.message));
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
