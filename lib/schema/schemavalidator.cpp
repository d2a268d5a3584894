// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemavalidator.h"

#include "schema/schemacheck.h"

namespace Mcp {

QList<SchemaProblem> SchemaValidator::validate(const RawJson &value) const
{
    return check(value).problems;
}

QList<SchemaProblem> SchemaValidator::validate(const RawJson &value, const RawJson &schema) const
{
    return check(value, schema).problems;
}

SchemaOutcome SchemaValidator::check(const RawJson &value) const
{
    return check(value, m_document.root());
}

SchemaOutcome SchemaValidator::check(const RawJson &value, const RawJson &schema) const
{
    if (value.isAbsent())
        return {};
    return SchemaCheck(m_document, m_formats, m_milliseconds).run(value, schema);
}

} // namespace Mcp
