// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/resource.h"

namespace Mcp {

class Catalog;
class Client;
class PromptCatalog;
class ResourceCatalog;
class ToolCatalog;

/// The lists of one server, each made when somebody asks for it. The catalogs are children of their
/// client. Owned by the ManagedServer.
class CatalogSet
{
public:
    CatalogSet() = default;
    Q_DISABLE_COPY_MOVE(CatalogSet)

    ToolCatalog *tools(Client *client);
    ResourceCatalog *resources(Client *client, Resource::Kind kind);
    PromptCatalog *prompts(Client *client);

    void setAutoRefresh(bool enabled);
    /// There is a connection: lists what was listed before, and the tools unless the server says
    /// that it has none.
    void onConnected(Client *client);

private:
    QList<Catalog *> made() const;
    template <typename T>
    T *prepared(T *catalog);

    ToolCatalog *m_tools = nullptr;
    ResourceCatalog *m_resources = nullptr;
    ResourceCatalog *m_templates = nullptr;
    PromptCatalog *m_prompts = nullptr;
    bool m_autoRefresh = false;
};

} // namespace Mcp
