// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

namespace Mcp {

/// Where a reference leads, or the sentence that says why it leads nowhere.
struct SchemaTarget
{
    RawJson schema;
    QString problem;
};

/*!
 * One schema document as received, and where its references lead. Cheap to copy, thread-safe as
 * RawJson is. Only references within the document are followed: nothing is ever fetched.
 */
class SchemaDocument
{
public:
    SchemaDocument() = default;
    explicit SchemaDocument(const RawJson &root);

    const RawJson &root() const { return m_root; }
    /// @p reference as written in $ref: "#", "#/any/pointer", "#anchor", or one of these behind the
    /// document's own $id.
    [[nodiscard]] SchemaTarget resolve(const QString &reference) const;

private:
    SchemaTarget resolveAnchor(const QString &name) const;

    RawJson m_root;
    QString m_id;
};

} // namespace Mcp
