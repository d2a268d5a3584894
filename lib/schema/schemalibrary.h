// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "schema/schemaindex.h"

#include <QtCore/qshareddata.h>

namespace Mcp {

/*!
 * Schema documents that references may lead to besides the one they stand in, each under the URI it
 * would be fetched from: metaschemas, for example. Nothing is fetched: what is not added is not
 * known. Implicitly shared value, cheap to copy; fill it before it is handed on.
 */
class SchemaLibrary
{
public:
    /// @p dialect counts where the document does not declare one.
    void add(const QString &uri, const RawJson &document,
             SchemaDialect dialect = SchemaDialect::Draft2020);

    /// The resource called @p uri (absolute, no fragment), nothing if there is none.
    const SchemaResource *find(const QString &uri) const;
    /// The resource around a schema of one of the documents.
    const SchemaResource *around(const RawJson &schema) const;

private:
    struct Data : QSharedData
    {
        QList<SchemaIndex> documents;
        QHash<QString, qsizetype> byUri;
        QMultiHash<const char *, qsizetype> byBuffer;
    };

    QSharedDataPointer<Data> m_data;
};

} // namespace Mcp
