// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemacheck.h"

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMaxNesting = 200; ///< schemas within schemas, references included
constexpr qsizetype kMaxProblems = 200;
constexpr qsizetype kMaxMessage = 1000; ///< characters; a limit may have a million digits

} // namespace

SchemaCheck::SchemaCheck(const SchemaDocument &document, SchemaValidator::Formats formats,
                         int milliseconds)
    : m_document(document)
    , m_formats(formats)
    , m_budget(milliseconds)
    , m_assertions(m_budget)
    , m_limit(kMaxProblems)
{}

SchemaOutcome SchemaCheck::run(const RawJson &value, const RawJson &schema)
{
    m_scopes = { m_document.resourceOf(m_document.root()) };
    SchemaInstance instance(value);
    check(instance, schema, nullptr);
    // Said here, because the branch that was being tried is not there any more.
    if (m_gaveUp)
        m_problems.append({ m_gaveUpAt, u"is too large or too deep to be checked to its end"_s });
    return { m_problems, m_assertions.notes(), m_gaveUp };
}

void SchemaCheck::check(SchemaInstance &instance, const RawJson &schema, SchemaEvaluated *evaluated)
{
    if (!goesOn(instance))
        return;
    if (!schema.isObject()) {
        if (schema.view() == "false")
            report(instance, u"is not allowed here"_s);
        return;
    }
    const Rules &rules = rulesOf(schema);
    if (rules.nullable && instance.value().isNull())
        return;
    SchemaEvaluated own;
    Visit visit{ rules, instance, rules.collects ? &own : evaluated };
    const bool enters = m_scopes.constLast() != rules.resource;
    if (enters)
        m_scopes.append(rules.resource);
    ++m_depth;
    for (const Rule &rule : rules.list) {
        if (rule.handler)
            (this->*rule.handler)(rule.value, visit);
        else if (const QString wrong = (m_assertions.*rule.assertion)(rule.value, instance);
                 !wrong.isEmpty())
            report(instance, wrong);
    }
    --m_depth;
    if (enters)
        m_scopes.removeLast();
    if (rules.collects && evaluated)
        evaluated->merge(own);
}

/// False when nothing more is to be found out: enough problems, or nothing left of the budget.
/// Everything that loops over what a server wrote asks.
bool SchemaCheck::goesOn(const SchemaInstance &at, qint64 cost)
{
    if (m_gaveUp || m_problems.size() >= m_limit)
        return false;
    if (m_budget.spend(cost) && m_depth < kMaxNesting)
        return true;
    m_gaveUp = true;
    m_gaveUpAt = at.pointer();
    return false;
}

QList<SchemaProblem> SchemaCheck::trial(SchemaInstance &instance, const RawJson &schema,
                                        SchemaEvaluated *evaluated)
{
    QList<SchemaProblem> outer = std::exchange(m_problems, {});
    const qsizetype limit = std::exchange(m_limit, kMaxProblems);
    check(instance, schema, evaluated);
    m_limit = limit;
    return std::exchange(m_problems, std::move(outer));
}

/// The same when only the answer is wanted. @p evaluated gets something only if it is yes.
bool SchemaCheck::fits(SchemaInstance &instance, const RawJson &schema, SchemaEvaluated *evaluated)
{
    QList<SchemaProblem> outer = std::exchange(m_problems, {});
    const qsizetype limit = std::exchange(m_limit, 1);
    SchemaEvaluated own;
    check(instance, schema, evaluated ? &own : nullptr);
    m_limit = limit;
    const bool fits = std::exchange(m_problems, std::move(outer)).isEmpty();
    if (fits && evaluated)
        evaluated->merge(own);
    return fits;
}

void SchemaCheck::report(const SchemaInstance &at, const QString &message)
{
    if (m_gaveUp || m_problems.size() >= m_limit)
        return;
    const bool fits = message.size() <= kMaxMessage;
    m_problems.append({ at.pointer(), fits ? message : message.first(kMaxMessage - 1) + u'…' });
}

const SchemaCheck::Members &SchemaCheck::membersOf(const RawJson &object)
{
    static const Members none;
    if (!object.isObject())
        return none;
    const char *place = object.view().data();
    if (const auto known = m_members.find(place); known != m_members.end())
        return known->second;
    Members members{ SchemaInstance(object).members(), {} };
    for (const RawJsonMember &member : std::as_const(members.list))
        members.keys.insert(member.key);
    return m_members.emplace(place, std::move(members)).first->second;
}

/// The strings of an array in a schema.
const QStringList &SchemaCheck::namesOf(const RawJson &array)
{
    const char *place = array.view().data();
    if (const auto known = m_names.find(place); known != m_names.end())
        return known->second;
    QStringList names;
    for (const RawJson &name : array.elements()) {
        if (name.isString())
            names.append(name.toString());
    }
    return m_names.emplace(place, names).first->second;
}

void SchemaCheck::reference(const RawJson &keyword, Visit &visit)
{
    const RawJson target = follow(keyword, visit);
    if (!target.isAbsent())
        check(visit.instance, target, visit.evaluated); // circles end by depth
}

/// Leads where the outermost schema on the way here says that the name leads (core 8.2.3.2).
void SchemaCheck::dynamicReference(const RawJson &keyword, Visit &visit)
{
    RawJson target = follow(keyword, visit);
    const QString name = SchemaUri::resolve(keyword.toString(), {}).fragment;
    const SchemaResource *resource = m_document.findResource(
            SchemaUri::resolve(keyword.toString(), visit.rules.resource->uri).uri);
    if (!resource)
        resource = visit.rules.resource;
    if (target.isAbsent())
        return;
    if (const RawJson own = resource->dynamicAnchors.value(name);
        !name.isEmpty() && !own.isAbsent() && own.view().data() == target.view().data()) {
        for (const SchemaResource *scope : std::as_const(m_scopes)) {
            const auto anchor = scope->dynamicAnchors.constFind(name);
            if (anchor != scope->dynamicAnchors.cend()) {
                target = *anchor;
                break;
            }
        }
    }
    check(visit.instance, target, visit.evaluated);
}

/// What 2019-09 had instead: always "#", and the root is the only place that can be marked.
void SchemaCheck::recursiveReference(const RawJson &, Visit &visit)
{
    RawJson target = visit.rules.resource->root;
    if (visit.rules.resource->dynamicAnchors.contains(QString())) {
        for (const SchemaResource *scope : std::as_const(m_scopes)) {
            if (scope->dynamicAnchors.contains(QString())) {
                target = scope->root;
                break;
            }
        }
    }
    check(visit.instance, target, visit.evaluated);
}

RawJson SchemaCheck::follow(const RawJson &reference, const Visit &visit)
{
    const char *place = reference.view().data();
    const auto known = m_targets.find(place);
    if (known != m_targets.end())
        return known->second;
    RawJson schema;
    if (reference.isString()) {
        const SchemaTarget target = m_document.resolve(reference.toString(), *visit.rules.resource);
        if (!target.problem.isEmpty())
            m_assertions.note(target.problem);
        schema = target.schema;
    }
    m_targets.emplace(place, schema);
    return schema;
}

} // namespace Mcp
