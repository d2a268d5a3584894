// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemaparser.h"
#include "schema/schemavalidator.h"

namespace McpTest {

/*!
 * Values that satisfy a schema: the smallest one, and for as many variants as there are choices one
 * with everything filled in, so that every alternative and every allowed value occurs once.
 * Recursion ends three levels down.
 */
class SchemaSamples
{
public:
    explicit SchemaSamples(const Mcp::SchemaParser &parser)
        : m_parser(parser)
        , m_validator(parser.document())
    {}

    /// At most @p limit values of @p node, each once; absent if a value does not come about.
    QList<Mcp::RawJson> of(const Mcp::SchemaNode &node, int limit);

private:
    struct Walk
    {
        qsizetype variant = 0; ///< what is left to choose with: each choice takes its share
        qsizetype product = 1; ///< of the choices so far on this way down
        int depth = 0;
        bool full = false;
    };

    Mcp::RawJson make(const Mcp::SchemaNode &node, Walk walk);
    Mcp::RawJson makeObject(const Mcp::SchemaNode &node, const Walk &walk);
    Mcp::RawJson makeArray(const Mcp::SchemaNode &node, const Walk &walk);
    Mcp::RawJson makeText(const Mcp::SchemaNode &node, const Walk &walk);
    Mcp::RawJson makeNumber(const Mcp::SchemaNode &node, const Walk &walk);
    Mcp::RawJson firstValid(const QList<Mcp::RawJson> &candidates, const Mcp::SchemaNode &node);
    qsizetype choose(qsizetype count, Walk &walk);

    const Mcp::SchemaParser &m_parser;
    Mcp::SchemaValidator m_validator;
    qsizetype m_needed = 1; ///< variants until each choice met was taken
};

} // namespace McpTest
