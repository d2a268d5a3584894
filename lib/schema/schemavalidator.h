// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemadocument.h"
#include "json/jsonpointer.h"

namespace Mcp {

/// One thing that is wrong with a value. A missing member is reported at its own place, so that the
/// sentence can stand beside its field.
struct SchemaProblem
{
    JsonPointer pointer;
    QString message; ///< a plain sentence without full stop that says what is allowed

    friend bool operator==(const SchemaProblem &, const SchemaProblem &) = default;
};

/*!
 * Checks values against a schema. Reads the raw schema, not the SchemaNode, so that its answer does
 * not depend on what a form can show. Exact for numbers of any size; bounded in depth and steps, so
 * a hostile schema or value costs a sentence and not a hang. Cheap to copy, any thread.
 * Checked: type, enum, const, all limits, multipleOf, pattern, uniqueItems, items, prefixItems,
 * properties, patternProperties, additionalProperties, propertyNames, required, allOf, anyOf,
 * oneOf, not and $ref. Other keywords are ignored, as the specification wants of unknown ones.
 */
class SchemaValidator
{
public:
    SchemaValidator() = default;
    explicit SchemaValidator(const SchemaDocument &document)
        : m_document(document)
    {}

    /// What is wrong with @p value against the whole document: in the order of the schema's
    /// keywords, 200 problems at most; empty when it is valid.
    [[nodiscard]] QList<SchemaProblem> validate(const RawJson &value) const;
    /// The same against one subschema of the document.
    [[nodiscard]] QList<SchemaProblem> validate(const RawJson &value, const RawJson &schema) const;

private:
    SchemaDocument m_document;
};

} // namespace Mcp
