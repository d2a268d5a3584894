// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/catalogset.h"

#include "client/client.h"
#include "orchestrator/promptcatalog.h"
#include "orchestrator/resourcecatalog.h"
#include "orchestrator/toolcatalog.h"

namespace Mcp {

template <typename T>
T *CatalogSet::prepared(T *catalog)
{
    catalog->setAutoRefresh(m_autoRefresh);
    return catalog;
}

ToolCatalog *CatalogSet::tools(Client *client)
{
    if (!m_tools)
        m_tools = prepared(new ToolCatalog(client, client));
    return m_tools;
}

ResourceCatalog *CatalogSet::resources(Client *client, Resource::Kind kind)
{
    ResourceCatalog *&catalog = kind == Resource::Kind::Template ? m_templates : m_resources;
    if (!catalog)
        catalog = prepared(new ResourceCatalog(client, kind, client));
    return catalog;
}

PromptCatalog *CatalogSet::prompts(Client *client)
{
    if (!m_prompts)
        m_prompts = prepared(new PromptCatalog(client, client));
    return m_prompts;
}

QList<Catalog *> CatalogSet::made() const
{
    QList<Catalog *> made{ m_tools, m_resources, m_templates, m_prompts };
    made.removeAll(nullptr);
    return made;
}

void CatalogSet::setAutoRefresh(bool enabled)
{
    m_autoRefresh = enabled;
    for (Catalog *catalog : made())
        catalog->setAutoRefresh(enabled);
}

void CatalogSet::onConnected(Client *client)
{
    const auto connection = client->connection();
    if (!connection || connection->mayHaveTools())
        tools(client)->refresh();
    else if (!tools(client)->isListed())
        tools(client)->skip();
    for (Catalog *catalog : made()) {
        if (catalog->isListed())
            catalog->refresh();
    }
}

} // namespace Mcp
