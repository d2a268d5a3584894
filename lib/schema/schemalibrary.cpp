// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemalibrary.h"

namespace Mcp {

void SchemaLibrary::add(const QString &uri, const RawJson &document, SchemaDialect dialect)
{
    if (!m_data)
        m_data = new Data;
    const QString key = SchemaUri::resolve(uri, {}).uri;
    const SchemaIndex index(document, key, dialect);
    const qsizetype place = m_data->documents.size();
    m_data->documents.append(index);
    m_data->byBuffer.insert(document.buffer().constData(), place);
    m_data->byUri.insert(key, place);
    for (const SchemaResource &resource : index.resources()) {
        if (!m_data->byUri.contains(resource.uri))
            m_data->byUri.insert(resource.uri, place);
    }
}

const SchemaResource *SchemaLibrary::find(const QString &uri) const
{
    const qsizetype place = m_data ? m_data->byUri.value(uri, -1) : -1;
    return place < 0 ? nullptr : m_data->documents.at(place).find(uri);
}

const SchemaResource *SchemaLibrary::around(const RawJson &schema) const
{
    if (!m_data)
        return nullptr;
    const auto places = m_data->byBuffer.values(schema.buffer().constData());
    for (const qsizetype place : places) {
        if (const SchemaResource *resource = m_data->documents.at(place).around(schema))
            return resource;
    }
    return nullptr;
}

} // namespace Mcp
