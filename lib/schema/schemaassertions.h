// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/ecmaregex.h"
#include "schema/schemabudget.h"
#include "schema/schemainstance.h"

#include <QtCore/qstringlist.h>

#include <unordered_map>

namespace Mcp {

/*!
 * The assertions about one value that need no other schema: type, choices, limits of numbers,
 * texts, lists and objects, format. Keeps compiled patterns and read choices, because a list checks
 * the same ones for each of its items. Used by SchemaCheck, whose budget it spends.
 */
class SchemaAssertions
{
public:
    explicit SchemaAssertions(SchemaBudget &budget)
        : m_budget(budget)
    {}

    /// What is wrong with the value, by the keyword's value @p limit; empty if nothing is.
    using Assertion = QString (SchemaAssertions::*)(const RawJson &limit, SchemaInstance &instance);
    /// Of @p keyword; null when it is none of these assertions.
    static Assertion find(const QString &keyword);
    static QStringList keywords();

    QString type(const RawJson &types, SchemaInstance &instance);
    QString exclusiveMinimum(const RawJson &limit, SchemaInstance &instance);
    QString exclusiveMaximum(const RawJson &limit, SchemaInstance &instance);
    QString format(const RawJson &format, SchemaInstance &instance);
    /// Does @p pattern (ECMA-262, unanchored) match? What cannot be told is noted.
    EcmaRegex::Match match(const QString &pattern, const QString &text);
    /// "a text", "null" for the value of "type".
    static QStringList typeWords(const RawJson &types);
    /// "must be one of a, b", the first few of them.
    static QString choiceSentence(const QList<RawJson> &choices);
    /// A quick answer to whether the type alone rules @p value out.
    static bool isOfType(const RawJson &value, const RawJson &types);

    /// What could not be checked, one sentence each.
    const QStringList &notes() const { return m_notes; }
    void note(const QString &sentence);

private:
    static const QHash<QString, Assertion> &table();
    QString oneOfChoices(const RawJson &choices, SchemaInstance &instance);
    QString constant(const RawJson &constant, SchemaInstance &instance);
    QString minimum(const RawJson &limit, SchemaInstance &instance);
    QString maximum(const RawJson &limit, SchemaInstance &instance);
    QString multipleOf(const RawJson &divisor, SchemaInstance &instance);
    QString minLength(const RawJson &limit, SchemaInstance &instance);
    QString maxLength(const RawJson &limit, SchemaInstance &instance);
    QString minItems(const RawJson &limit, SchemaInstance &instance);
    QString maxItems(const RawJson &limit, SchemaInstance &instance);
    QString minProperties(const RawJson &limit, SchemaInstance &instance);
    QString maxProperties(const RawJson &limit, SchemaInstance &instance);
    QString pattern(const RawJson &pattern, SchemaInstance &instance);
    QString uniqueItems(const RawJson &wanted, SchemaInstance &instance);

    SchemaBudget &m_budget;
    QHash<QString, EcmaRegex> m_patterns;
    std::unordered_map<const char *, QList<RawJson>> m_choices; ///< by where the keyword stands
    QStringList m_notes;
};

} // namespace Mcp
