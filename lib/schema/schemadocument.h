// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemalibrary.h"

#include <mutex>

namespace Mcp {

/// Where a reference leads, or the sentence that says why it leads nowhere.
struct SchemaTarget
{
    RawJson schema;
    QString problem;
};

/*!
 * One schema document as received, and where its references lead. Cheap to copy, safe in any
 * thread: the index of its identifiers is made once, when a reference is first followed, and shared
 * by all copies. Only references within the document and to what the library holds are followed:
 * nothing is ever fetched.
 */
class SchemaDocument
{
public:
    SchemaDocument() = default;
    /// @p dialect counts where the document does not declare one by "$schema".
    explicit SchemaDocument(const RawJson &root, const SchemaLibrary &library = {},
                            SchemaDialect dialect = SchemaDialect::Draft2020);

    const RawJson &root() const { return m_root; }
    /// @p reference as written in $ref of the document's own resource: "#", "#/any/pointer",
    /// "#anchor", the URI of an "$id" in the document or of the library, with or without fragment.
    [[nodiscard]] SchemaTarget resolve(const QString &reference) const;
    /// The same for a reference that stands in (or below) @p schema: relative to the "$id" there.
    [[nodiscard]] SchemaTarget resolve(const QString &reference, const RawJson &schema) const;

    /// How the document is read.
    SchemaDialect dialect() const;
    /// A sentence when the document's "$schema" is none that is known, so that it is read as
    /// 2020-12; else empty.
    QString dialectNote() const;

    /// The resource around a schema of this document or the library; for any other schema the
    /// document itself. Never null. Valid as long as a copy of this document lives.
    const SchemaResource *resourceOf(const RawJson &schema) const;
    /// The resource called @p uri (absolute, no fragment), nothing if it is not known.
    const SchemaResource *findResource(const QString &uri) const;
    [[nodiscard]] SchemaTarget resolve(const QString &reference, const SchemaResource &from) const;

private:
    struct Shared : QSharedData
    {
        std::once_flag once;
        SchemaIndex index;
        SchemaDialect dialect = SchemaDialect::Draft2020;
        SchemaLibrary library;
    };

    const SchemaIndex &index() const;

    RawJson m_root;
    QExplicitlySharedDataPointer<Shared> m_shared{ new Shared };
};

} // namespace Mcp
