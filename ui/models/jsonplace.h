// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/jsonindex.h"
#include "json/jsonpointer.h"

namespace McpUi {

/*!
 * The way from the root of a JSON value to a place in it: which child on each level, counted from
 * 0, and the bytes at its end. Searched with the help of an index; a place in a value without large
 * objects is found at once, elsewhere a pass over an object's keys may be felt.
 */
struct JsonPlace
{
    QList<qsizetype> rows;
    Mcp::JsonRange key; ///< of the last child, empty for elements and the root
    Mcp::JsonRange value;

    /// Where the child begins, with its key.
    qsizetype begin() const { return key.isEmpty() ? value.begin : key.begin; }

    /// The innermost value (or its key) that byte @p offset belongs to; the root at worst.
    static JsonPlace at(const Mcp::RawJson &root, const JsonIndex &index, qsizetype offset);
    /// Follows @p pointer as far as it leads: rows has as many entries as tokens were followed. Of
    /// duplicate keys the last counts.
    static JsonPlace of(const Mcp::RawJson &root, const JsonIndex &index,
                        const Mcp::JsonPointer &pointer);
    /// Why of() could not follow @p pointer further than this place, in a plain sentence; empty
    /// when it did.
    QString problem(const Mcp::RawJson &root, const Mcp::JsonPointer &pointer) const;
};

} // namespace McpUi
