// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemaassertions.h"
#include "schema/schemavalidator.h"

#include <map>

namespace Mcp {

/*!
 * One validation: walks value and schema together and collects problems. Made by SchemaValidator
 * for one value and thrown away. Counts its steps and its depth, so it always ends.
 */
class SchemaCheck
{
public:
    explicit SchemaCheck(const SchemaDocument &document)
        : m_document(document)
    {}

    void check(const RawJson &value, const RawJson &schema, const JsonPointer &at);
    QList<SchemaProblem> takeProblems();

private:
    using Members = QList<RawJsonMember>;

    void checkKeyword(const RawJsonMember &keyword, const Members &schema, const RawJson &value,
                      const JsonPointer &at);
    void checkReference(const QString &reference, const RawJson &value, const JsonPointer &at);
    void checkRequired(const RawJson &names, const RawJson &value, const JsonPointer &at);
    void checkProperties(const RawJson &properties, const RawJson &value, const JsonPointer &at);
    void checkOthers(const RawJson &others, const Members &schema, const RawJson &value,
                     const JsonPointer &at);
    void checkNames(const RawJson &names, const RawJson &value, const JsonPointer &at);
    void checkPatterns(const RawJson &patterns, const RawJson &value, const JsonPointer &at);
    void checkItems(const RawJson &items, qsizetype from, const RawJson &value,
                    const JsonPointer &at);
    void checkPrefix(const RawJson &schemas, const RawJson &value, const JsonPointer &at);
    void checkAlternatives(const RawJson &branches, bool exactlyOne, const RawJson &value,
                           const JsonPointer &at);
    bool isMeant(const RawJson &branch, const RawJson &value);
    void checkNot(const RawJson &schema, const RawJson &value, const JsonPointer &at);
    QList<SchemaProblem> trial(const RawJson &value, const RawJson &schema, const JsonPointer &at);
    const Members &membersOf(const RawJson &object);
    void report(const JsonPointer &at, const QString &message);

    const SchemaDocument &m_document;
    SchemaAssertions m_assertions;
    QList<SchemaProblem> m_problems;
    std::map<const char *, Members> m_members; ///< of schemas: a list visits them for each item
    int m_depth = 0;
    int m_steps = 0;
    bool m_gaveUp = false;
    JsonPointer m_gaveUpAt;
};

} // namespace Mcp
