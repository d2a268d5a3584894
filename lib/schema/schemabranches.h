// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemaparser.h"

namespace Mcp {

/// One alternative of a union, ready to be chosen.
struct SchemaBranch
{
    SchemaNode node; ///< merged with what the union says about all of its alternatives
    QString label;   ///< different from the labels of the others
};

/// The alternatives of a Union, in the author's order, at most 200. Of a node of kind Any: one for
/// each JSON type. A label is the branch's title, else the constant that tells it from the others
/// ("circle"), else the name of the definition it refers to, else its shape in words.
[[nodiscard]] QList<SchemaBranch> schemaBranches(const SchemaNode &node,
                                                 const SchemaParser &parser);

/// Which of @p branches an existing value is of: one it is valid against (the one that knows most
/// of its members), else one that its type and the telling constants speak for. -1 if none does.
[[nodiscard]] int fittingBranch(const RawJson &value, const QList<SchemaBranch> &branches,
                                const SchemaParser &parser);

} // namespace Mcp
