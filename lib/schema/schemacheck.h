// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemaassertions.h"
#include "schema/schemaevaluated.h"
#include "schema/schemavalidator.h"

namespace Mcp {

/*!
 * One validation: walks value and schema together and collects problems. Made by SchemaValidator
 * for one value and thrown away. Counts its steps, its depth and its time, so it always ends.
 * Besides schemacheck.cpp, the walk itself, there are schemacheckrules.cpp (keywords, dialects),
 * schemacheckmembers.cpp (objects), schemacheckitems.cpp and schemacheckbranches.cpp.
 */
class SchemaCheck
{
public:
    SchemaCheck(const SchemaDocument &document, SchemaValidator::Formats formats, int milliseconds);
    SchemaOutcome run(const RawJson &value, const RawJson &schema);

private:
    struct Visit;
    using Handler = void (SchemaCheck::*)(const RawJson &keyword, Visit &visit);

    /// One keyword of a schema: an assertion, or something that leads to other schemas.
    struct Rule
    {
        RawJson value;
        SchemaAssertions::Assertion assertion = nullptr;
        Handler handler = nullptr;
    };
    /// A schema as it is read in its dialect.
    struct Rules
    {
        QList<RawJsonMember> keywords;
        QList<Rule> list; ///< in the author's order, unevaluated… last
        const SchemaResource *resource = nullptr;
        bool collects = false; ///< has to know what its subschemas have evaluated
        bool nullable = false; ///< null is right whatever else is said (OpenAPI 3.0's keyword)
        RawJson keyword(QLatin1StringView key) const;
    };
    /// One schema at one place of the value.
    struct Visit
    {
        const Rules &rules;
        SchemaInstance &instance;
        SchemaEvaluated *evaluated = nullptr; ///< null unless somebody wants to know
    };
    /// The members of an object in a schema.
    struct Members
    {
        QList<RawJsonMember> list;
        QSet<QString> keys;
    };
    struct Entry;
    struct Reading;
    void check(SchemaInstance &instance, const RawJson &schema, SchemaEvaluated *evaluated);
    const Rules &rulesOf(const RawJson &schema);
    Rules read(const RawJson &schema) const;
    Reading readingOf(const SchemaResource &resource) const;
    static void addRule(Rules &rules, const RawJsonMember &keyword, Handler handler);
    static const QHash<QString, Entry> &entries();
    QList<SchemaProblem> trial(SchemaInstance &instance, const RawJson &schema,
                               SchemaEvaluated *evaluated);
    bool fits(SchemaInstance &instance, const RawJson &schema, SchemaEvaluated *evaluated);
    bool goesOn(const SchemaInstance &at, qint64 cost = 1);
    bool wantsDetails() const { return m_limit > 1; }
    void report(const SchemaInstance &at, const QString &message);
    const Members &membersOf(const RawJson &object);
    const QStringList &namesOf(const RawJson &array);
    RawJson follow(const RawJson &reference, const Visit &visit);

    void reference(const RawJson &keyword, Visit &visit);
    void dynamicReference(const RawJson &keyword, Visit &visit);
    void recursiveReference(const RawJson &keyword, Visit &visit);
    void required(const RawJson &names, Visit &visit);
    void properties(const RawJson &schemas, Visit &visit);
    void patternProperties(const RawJson &schemas, Visit &visit);
    void additionalProperties(const RawJson &schema, Visit &visit);
    void unevaluatedProperties(const RawJson &schema, Visit &visit);
    void propertyNames(const RawJson &schema, Visit &visit);
    void dependencies(const RawJson &keyword, Visit &visit);
    void otherMember(const RawJsonMember &member, const RawJson &schema, Visit &visit);
    bool isDeclared(const QString &key, const Visit &visit);
    void items(const RawJson &keyword, Visit &visit);
    void prefixItems(const RawJson &schemas, Visit &visit);
    void additionalItems(const RawJson &schema, Visit &visit);
    void unevaluatedItems(const RawJson &schema, Visit &visit);
    void contains(const RawJson &schema, Visit &visit);
    void reportContained(qsizetype found, const QString &bound, QLatin1StringView key,
                         const RawJson &schema, Visit &visit);
    void itemsFrom(qsizetype first, const RawJson &schema, Visit &visit);
    void allOf(const RawJson &schemas, Visit &visit);
    void anyOf(const RawJson &schemas, Visit &visit);
    void oneOf(const RawJson &schemas, Visit &visit);
    void alternatives(const RawJson &schemas, bool exactlyOne, Visit &visit);
    void reportNone(const QList<RawJson> &schemas, Visit &visit);
    void negation(const RawJson &schema, Visit &visit);
    void condition(const RawJson &schema, Visit &visit);

    const SchemaDocument &m_document;
    SchemaValidator::Formats m_formats;
    SchemaBudget m_budget;
    SchemaAssertions m_assertions;
    QList<SchemaProblem> m_problems;
    qsizetype m_limit; ///< of problems; when reached the rest is not looked at
    std::unordered_map<const char *, Rules> m_rules; ///< by where the schema stands
    std::unordered_map<const char *, Members> m_members;
    std::unordered_map<const char *, QStringList> m_names;
    std::unordered_map<const char *, RawJson> m_targets; ///< by where the reference stands
    QList<const SchemaResource *> m_scopes;              ///< the dynamic scope, outermost first
    int m_depth = 0;
    bool m_gaveUp = false;
    JsonPointer m_gaveUpAt;
};

} // namespace Mcp
