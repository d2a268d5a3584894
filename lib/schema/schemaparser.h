// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemadocument.h"
#include "schema/schemanode.h"

namespace Mcp {

/*!
 * Reads schemas (JSON Schema 2020-12, draft-07 accepted) into SchemaNodes, one level at a time.
 * Holds nothing but the document, so it is cheap to copy and safe in any thread. A schema that
 * makes no sense gives a node of kind Any with a note, never an error: the value can still be
 * edited.
 */
class SchemaParser
{
public:
    SchemaParser() = default;
    explicit SchemaParser(const RawJson &root)
        : m_document(root)
    {}

    const SchemaDocument &document() const { return m_document; }
    /// The node of the whole document.
    [[nodiscard]] SchemaNode root() const { return parse(m_document.root()); }
    /// The node of a subschema of this document (a property's schema, items, a branch).
    [[nodiscard]] SchemaNode parse(const RawJson &schema) const;
    /// The node of one alternative (of branches, or a type alone) of @p node, merged with what
    /// @p node says about all of them.
    [[nodiscard]] SchemaNode parseBranch(const SchemaNode &node, const RawJson &branch) const;

private:
    SchemaDocument m_document;
};

} // namespace Mcp
