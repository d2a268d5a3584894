// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemadocument.h"
#include "schema/schemainstance.h"

namespace Mcp {

/*!
 * The branches of an anyOf or oneOf that a value fits none of, looked at for what to tell the user:
 * which one its author had in mind, or one sentence for all. Used by SchemaCheck, for one report.
 */
class SchemaAlternatives
{
public:
    SchemaAlternatives(const SchemaDocument &document, const QList<RawJson> &branches);

    /// One sentence that says what all of them allow, when they differ only in their type ("must be
    /// a text or null") or are constants ("must be one of a, b"); else empty.
    QString together(SchemaInstance &instance) const;
    /// The branch that looks most like the value.
    struct Nearest
    {
        RawJson branch;
        bool isMeant = false; ///< no other looks as much like it
    };
    Nearest nearest(SchemaInstance &instance) const;

private:
    int nearness(const RawJson &branch, SchemaInstance &instance) const;

    QList<RawJson> m_branches; ///< as written
    QList<RawJson> m_targets;  ///< with references followed
};

} // namespace Mcp
