// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemadocument.h"
#include "json/jsonpointer.h"

#include <QtCore/qstringlist.h>

namespace Mcp {

/// One thing that is wrong with a value. A missing member is reported at its own place, so that the
/// sentence can stand beside its field.
struct SchemaProblem
{
    JsonPointer pointer;
    QString message; ///< a plain sentence without full stop that says what is allowed

    friend bool operator==(const SchemaProblem &, const SchemaProblem &) = default;
};

/// What a validation found.
struct SchemaOutcome
{
    QList<SchemaProblem> problems; ///< empty: the value is valid as far as it could be checked
    /// What could not be checked, so that nothing is known about it: references that lead outside,
    /// patterns that are none or take too long. A sentence each, none twice. No problem of the
    /// value, but whoever shows the outcome should show them too.
    QStringList notes;
    /// The last problem says that value or schema were too large or too deep: what it stands for
    /// may be valid all the same.
    bool gaveUp = false;
};

/*!
 * Checks values against a schema: every assertion of 2020-12 and draft-07 (and 2019-09), each
 * resource in the dialect that its "$schema" names, with $vocabulary, references, dynamic
 * references and annotations for unevaluated…. Reads the raw schema, not the SchemaNode, so that
 * its answer does not depend on what a form can show. Exact for numbers of any size; bounded in
 * depth, steps and time, so a hostile schema or value costs a sentence and not a hang. Patterns
 * that cannot be used, references that lead nowhere, unknown formats and unknown keywords reject
 * nothing. Cheap to copy, any thread.
 */
class SchemaValidator
{
public:
    /// Whether "format" is more than a remark. Asserted by default: a user who types a wrong date
    /// wants to know before the server does. A metaschema with the format-assertion vocabulary has
    /// it asserted in any case.
    enum class Formats { Assert, Ignore };

    SchemaValidator() = default;
    explicit SchemaValidator(const SchemaDocument &document, Formats formats = Formats::Assert)
        : m_document(document)
        , m_formats(formats)
    {}

    /// The most that one validation may take, 2 s unless set; then it ends with a problem that says
    /// so.
    void setTimeLimit(int milliseconds) { m_milliseconds = milliseconds; }

    /// What is wrong with @p value against the whole document: in the order of the schema's
    /// keywords, 200 problems at most; empty when it is valid. Absent values are.
    [[nodiscard]] QList<SchemaProblem> validate(const RawJson &value) const;
    /// The same against one subschema of the document.
    [[nodiscard]] QList<SchemaProblem> validate(const RawJson &value, const RawJson &schema) const;
    /// The same with what could not be checked.
    [[nodiscard]] SchemaOutcome check(const RawJson &value) const;
    [[nodiscard]] SchemaOutcome check(const RawJson &value, const RawJson &schema) const;

private:
    SchemaDocument m_document;
    Formats m_formats = Formats::Assert;
    int m_milliseconds = 2000;
};

} // namespace Mcp
